"$GAINSAY" check --group-by dir --format jsonl fixtures/ferry fixtures/council | awk -f tests/golden/brief.awk
