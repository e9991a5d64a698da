#!/bin/sh
# Costs that do not depend on the machine's mood: instructions a byte (callgrind), and start-up and peak memory beside them.
# Usage: bench.sh PROGRAM FOLDER
set -eu
gainsay=$1
folder=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v valgrind >/dev/null || { echo "bench: valgrind is not installed (apt-get install valgrind)"; exit 1; }
find "$folder" \( -name '*.txt' -o -name '*.md' \) -type f | sort >"$work/files"
bytes=$(tr '\n' '\0' <"$work/files" | xargs -0 cat | wc -c)
printf 'Bench text.\n' >"$work/empty.txt"

# instructions of one run
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

start=$(instructions "$gainsay" check --fail-on never --jobs 1 "$work/empty.txt")
start_extract=$(instructions "$gainsay" extract --jobs 1 "$work/empty.txt")
extract=$(instructions "$gainsay" extract --jobs 1 "$folder")
check=$(instructions "$gainsay" check --group-by dir --fail-on never --jobs 1 "$folder")

echo "input            $bytes bytes in $(wc -l <"$work/files") texts of $folder"
awk -v b="$bytes" -v s="$start" -v se="$start_extract" -v e="$extract" -v c="$check" 'BEGIN {
    printf "extract          %.1f instructions a byte (bar 60; start-up not counted)\n", (e - se) / b
    printf "check            %.1f instructions a byte (bar 90; start-up not counted)\n", (c - s) / b
    printf "start-up         %.2f million instructions for extract, %.2f for check with its rules\n", se / 1e6, s / 1e6
}'
# peak memory and start-up time as the kernel counts them; the best of ten
python3 - "$gainsay" "$folder" "$work/empty.txt" <<'PY'
import os, resource, subprocess, sys, time
gainsay, folder, empty = sys.argv[1:]
def run(*argv):
    begin = time.monotonic()
    pid = os.posix_spawn(argv[0], argv, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    _, _, use = os.wait4(pid, 0)
    return time.monotonic() - begin, use.ru_maxrss
print(f"start-up         {1000 * min(run(gainsay, 'check', '--fail-on', 'never', empty)[0] for _ in range(10)):.1f} ms (bar 5)")
for jobs in ("1", "2"):
    print(f"peak memory      {run(gainsay, 'check', '--group-by', 'dir', '--fail-on', 'never', '--jobs', jobs, folder)[1] / 1024:.1f} MiB with {jobs} thread(s) (bar 20 MB and one byte a byte)")
PY
