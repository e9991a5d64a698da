"$GAINSAY" extract fixtures/manual/adapters.md
