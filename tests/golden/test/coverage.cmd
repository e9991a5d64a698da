mkdir -p "$WORK/mine/tests"
cp rules/core/weekday-date.lua "$WORK/mine/"
printf '=== silent\n--- a.txt\nText.\n' >"$WORK/mine/tests/weekday-date.test.md"
"$GAINSAY" test --coverage "$WORK/mine"
