"$GAINSAY" check --date 2025-01-01 --input-format claims fixtures/ferry/island-radio.txt
