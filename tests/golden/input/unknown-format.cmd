"$GAINSAY" check --format yaml fixtures/ferry
