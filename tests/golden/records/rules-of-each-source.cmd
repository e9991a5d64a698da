# they run where the text is; what they said can still be switched off or given another severity where records are compared
"$GAINSAY" extract --records fixtures/ferry >"$WORK/all"
"$GAINSAY" check --only weekday-date --format jsonl --input-format claims "$WORK/all" | cut -c1-60
"$GAINSAY" check --only weekday-date --rule weekday-date=note --format jsonl --input-format claims "$WORK/all" | cut -c1-60
"$GAINSAY" check --rule weekday-date=off --format jsonl --input-format claims "$WORK/all" | grep -c weekday-date
"$GAINSAY" extract --records --rule weekday-date=off fixtures/ferry | "$GAINSAY" check --only weekday-date --input-format claims -
