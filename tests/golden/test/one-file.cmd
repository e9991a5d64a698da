"$GAINSAY" test rules/core/tests/weekday-date.test.md >"$WORK/out" || cat "$WORK/out"
