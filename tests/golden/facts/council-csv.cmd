"$GAINSAY" facts --format csv fixtures/council
