"$GAINSAY" check fixtures/no-such.txt fixtures/manual/install.md
