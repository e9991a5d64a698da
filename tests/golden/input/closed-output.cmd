"$GAINSAY" check fixtures/ferry >&-
