"$GAINSAY" check --stdin-name a.md fixtures/ferry
