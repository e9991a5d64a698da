"$GAINSAY" check --progress always fixtures/ferry
