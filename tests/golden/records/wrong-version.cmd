"$GAINSAY" extract --records fixtures/ferry/island-radio.txt | sed 's|gainsay-claims/1|gainsay-claims/2|' >"$WORK/later"
"$GAINSAY" check --input-format claims "$WORK/later"
