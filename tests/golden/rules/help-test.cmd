"$GAINSAY" test --help
