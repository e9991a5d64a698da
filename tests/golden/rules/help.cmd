"$GAINSAY" --help
