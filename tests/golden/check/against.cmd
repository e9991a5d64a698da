"$GAINSAY" check --against fixtures/report-sources fixtures/report
