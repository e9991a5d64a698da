"$GAINSAY" check --color always fixtures/council
