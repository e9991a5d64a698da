# A limit of 0 bytes a file stands for the full disk; what is printed goes through a pipe, which has no such limit.
echo old >"$WORK/report.json"
{
    (
        trap '' XFSZ
        ulimit -f 0
        "$GAINSAY" check --format "json=$WORK/report.json" fixtures/ferry
        echo "exit $?"
    ) 2>&1
} | cat
ls "$WORK"
cat "$WORK/report.json"
