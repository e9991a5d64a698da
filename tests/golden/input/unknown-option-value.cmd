"$GAINSAY" check --fail-on sometimes fixtures/ferry
