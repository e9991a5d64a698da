cat >"$WORK/bad.jsonl" <<'X'
{"id": "one", "text": "The siege began on Friday, 24 February 2022."}
{"id": "two", "text": 
{"id": "three"}
{"id": "one", "text": "again"}
{"id": "five", "text": "x", "role": "judge"}
X
"$GAINSAY" check --format jsonl "$WORK/bad.jsonl" | awk -f tests/golden/brief.awk
"$GAINSAY" check "$WORK/bad.jsonl" >/dev/null
