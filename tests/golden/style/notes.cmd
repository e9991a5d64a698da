# notes alone do not fail a build
"$GAINSAY" check --pack style fixtures/council
