{
    (
        trap '' XFSZ
        ulimit -f 0
        "$GAINSAY" check --format "json=$WORK/report.json" fixtures/ferry
        echo "exit $?"
    ) 2>&1
} | cat
ls "$WORK"
