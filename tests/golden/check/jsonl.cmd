cat >"$WORK/two.jsonl" <<'X'
{"id": "one", "group": "x", "text": "Forces hold 20% of the territory."}
{"id": "two", "group": "x", "text": "Forces hold 25% of the territory."}
{"id": "three", "group": "y", "text": "Forces hold 40% of the territory."}
X
"$GAINSAY" check --format jsonl "$WORK/two.jsonl"
