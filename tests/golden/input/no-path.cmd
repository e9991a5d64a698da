"$GAINSAY" check
