"$GAINSAY" check --fail-onn never fixtures/ferry
