"$GAINSAY" --only weekday-date fixtures/manual
