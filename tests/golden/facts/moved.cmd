mkdir -p "$WORK"
printf '%s\n' '{"id":"monday","text":"The slide killed 12 people in Tulla.","date":"2024-05-06"}' \
    '{"id":"tuesday","text":"The slide killed 17 people in Tulla.","date":"2024-05-07"}' >"$WORK/slide.jsonl"
"$GAINSAY" facts --input-format jsonl "$WORK/slide.jsonl"
