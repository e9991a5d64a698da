"$GAINSAY" extract --records fixtures/ferry/island-radio.txt | grep -v '^-' >"$WORK/part"
"$GAINSAY" check --input-format claims "$WORK/part"
