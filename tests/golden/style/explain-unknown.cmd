"$GAINSAY" explain transliteratoin
