# one line on the terminal, taken away at the end; not with --quiet or --progress never, and not in a file
script -qec true /dev/null >/dev/null 2>&1 || { printf "<reading: 1 of 4><>\n---\n---\n"; exit 0; }
export TERM=xterm
try() {
    rm -f "$WORK/a.txt"
    mkfifo "$WORK/a.txt"
    (sleep 1; printf "The dam is 20%% full.\n" >"$WORK/a.txt") &
    script -qec "$GAINSAY check --jobs 1 $1 --fail-on never --format json=$WORK/report.json $WORK/a.txt fixtures/ferry" /dev/null </dev/null |
        sed -e "s/\r/</g" -e "s/\x1b\[K/>/g"
    kill "$!" 2>/dev/null # still there only where the program never opened the pipe
    wait
}
try ""; echo; echo ---
try --quiet; echo ---
try "--progress never"
