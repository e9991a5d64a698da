"$GAINSAY" extract --fail-on never fixtures/ferry
