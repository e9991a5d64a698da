"$GAINSAY" --version
