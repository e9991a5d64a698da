"$GAINSAY" rules --pack style
