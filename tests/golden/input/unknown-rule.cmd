"$GAINSAY" check --rule mesure-conflict=off fixtures/ferry
