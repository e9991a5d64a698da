printf 'A grey harbour. One gray sail. They left Kyiv and Kiev.\n' >"$WORK/a.txt"
"$GAINSAY" check "$WORK/a.txt"
