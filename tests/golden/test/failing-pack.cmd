mkdir -p "$WORK/mine/tests"
cp rules/core/weekday-date.lua "$WORK/mine/"
cat >"$WORK/mine/tests/weekday-date.test.md" <<'X'
=== expects what does not come
--- a.txt
The siege began on Thursday, 24 February 2022.
                   ^^^^^^^^ error weekday-date

=== does not expect what comes
--- a.txt
The siege began on Friday, 24 February 2022.
X
"$GAINSAY" test "$WORK/mine"
