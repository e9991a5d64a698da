"$GAINSAY" rules --rule date-conflict=off
