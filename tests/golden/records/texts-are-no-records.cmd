"$GAINSAY" check --input-format claims fixtures/ferry/island-radio.txt
