"$GAINSAY" check --pack coer fixtures/ferry
