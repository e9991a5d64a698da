"$GAINSAY" extract --records fixtures/ferry/island-radio.txt >"$WORK/all"
sed -n '1s/"records":[0-9]*/"records":1/p' "$WORK/all" >"$WORK/other"
"$GAINSAY" check --input-format claims "$WORK/all" "$WORK/other"
