"$GAINSAY" check fixtures/ferry
