"$GAINSAY" check --input-format html fixtures/ferry/island-radio.txt
