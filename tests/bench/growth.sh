#!/bin/sh
# Whether work grows with the input alone: instructions a byte (callgrind) of one line without end, of one and of two megabytes. Where the
# second figure is much above the first, something looks back or ahead without bound.
# Usage: growth.sh PROGRAM [COMMAND] [BYTES]   (COMMAND: extract, the default, or check; BYTES of the shorter line)
set -eu
export LC_ALL=C
gainsay=$1
command=${2:-extract}
bytes=${3:-1048576}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v valgrind >/dev/null || { echo "growth: valgrind is not installed (apt-get install valgrind)"; exit 1; }

# instructions of one run over a file
instructions() {
    options='--jobs 1'
    [ "$command" = extract ] || options="$options --fail-on never"
    # shellcheck disable=SC2086
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$gainsay" "$command" $options "$1" 2>&1 >/dev/null |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

# a line of about so many bytes, the piece over and over and never cut
line() {
    awk -v piece="$1" -v bytes="$2" 'BEGIN {
        bytes -= bytes % length(piece)
        while (length(piece) < 65536)
            piece = piece piece
        for (left = bytes; left > length(piece); left -= length(piece))
            printf "%s", piece
        printf "%s\n", substr(piece, 1, left)
    }'
}

printf 'Text.\n' >"$work/empty.txt"
start=$(instructions "$work/empty.txt")
printf '%-20s %12s %12s  %s\n' "a line of" "one" "two" "growth, of instructions a byte ($command)"
while IFS= read -r row; do
    piece=${row%|}
    line "$piece" "$bytes" >"$work/one.txt"
    line "$piece" $((2 * bytes)) >"$work/two.txt"
    one=$(instructions "$work/one.txt")
    two=$(instructions "$work/two.txt")
    awk -v p="\"$piece\"" -v n="$bytes" -v s="$start" -v a="$one" -v b="$two" 'BEGIN {
        one = (a - s) / n
        two = (b - s) / 2 / n
        printf "%-20s %12.1f %12.1f  %.2f\n", p, one, two, two / one
    }'
done <<'EOF'
7|
7 |
7, |
seven |
one hundred and |
May |
May 13-15 |
3 May 2021 |
1-|
1 in |
a third |
“|
"|
'|
A|
Elsvik |
a.|
a.a.a. |
Mr. |
$|
-|
(|
EOF
