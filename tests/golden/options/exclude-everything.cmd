"$GAINSAY" check fixtures/ferry --exclude "*"
