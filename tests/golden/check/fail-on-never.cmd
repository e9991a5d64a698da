"$GAINSAY" check --fail-on never fixtures/ferry >/dev/null
