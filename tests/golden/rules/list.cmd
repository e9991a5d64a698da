"$GAINSAY" rules
