"$GAINSAY" facts fixtures/council
