"$GAINSAY" extract --records fixtures/ferry/island-radio.txt >"$WORK/all"
"$GAINSAY" extract --input-format claims "$WORK/all"
