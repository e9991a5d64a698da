"$GAINSAY" check --group-by file fixtures/council
