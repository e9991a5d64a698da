"$GAINSAY" check --only weekday-date --format jsonl fixtures/ferry | awk -f tests/golden/brief.awk
