"$GAINSAY" extract fixtures/ferry/island-radio.txt | "$GAINSAY" check --input-format claims -
