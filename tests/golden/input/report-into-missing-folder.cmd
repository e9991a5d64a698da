"$GAINSAY" check --format "json=$WORK/missing/report.json" fixtures/ferry
