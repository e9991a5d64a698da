# the findings stay, the summary goes
"$GAINSAY" check --quiet --only weekday-date fixtures/manual fixtures/council
