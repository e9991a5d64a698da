"$GAINSAY" extract --only weekday-date fixtures/ferry/island-radio.txt
