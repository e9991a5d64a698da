"$GAINSAY" check --format json fixtures/manual
