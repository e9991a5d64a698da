# groups, roles and dates that records of JSONL state go with them
cat >"$WORK/in.jsonl" <<'JSONL'
{"id": "x/1", "group": "x", "role": "draft", "text": "Forces hold 20% of the territory.", "date": "2025-02-12", "title": "On the line"}
{"id": "x/2", "group": "x", "role": "reference", "text": "Forces hold 25% of the territory.", "date": "2025-02-12"}
{"id": "y/1", "group": "y", "text": "Forces hold 30% of the territory.", "format": "markdown"}
JSONL
"$GAINSAY" extract --records --input-format jsonl "$WORK/in.jsonl" | sort >"$WORK/claims"
"$GAINSAY" check --format jsonl --input-format claims "$WORK/claims" | cut -c1-90
"$GAINSAY" check --format json --input-format claims "$WORK/claims" >"$WORK/joined"
"$GAINSAY" check --format json --input-format jsonl "$WORK/in.jsonl" | cmp - "$WORK/joined" && echo the same
