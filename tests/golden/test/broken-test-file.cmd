mkdir -p "$WORK/mine/tests"
cp rules/core/weekday-date.lua "$WORK/mine/"
printf '=== a case\n--- a.txt\nText.\n^^^^ sometimes weekday-date\n' >"$WORK/mine/tests/weekday-date.test.md"
"$GAINSAY" test "$WORK/mine"
