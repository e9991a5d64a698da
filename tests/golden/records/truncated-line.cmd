"$GAINSAY" extract --records fixtures/ferry/island-radio.txt >"$WORK/all"
head -c 2500 "$WORK/all" >"$WORK/part"
"$GAINSAY" check --input-format claims "$WORK/part"
