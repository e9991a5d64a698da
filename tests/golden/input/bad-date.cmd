"$GAINSAY" check --date 2025-02-30 fixtures/ferry
