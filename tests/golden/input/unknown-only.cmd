"$GAINSAY" check --only name-speling fixtures/ferry
