"$GAINSAY" check --jobs 0 fixtures/ferry
