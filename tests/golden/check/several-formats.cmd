"$GAINSAY" check --format jsonl="$WORK/a.jsonl" --format json="$WORK/b.json" fixtures/manual
awk -f tests/golden/brief.awk "$WORK/a.jsonl"
ls "$WORK"
