# pieces that overlap are no harm
"$GAINSAY" extract --records fixtures/ferry >"$WORK/all"
head -n 20 "$WORK/all" >"$WORK/again"
"$GAINSAY" check --format jsonl --input-format claims "$WORK/all" "$WORK/again" "$WORK/all" >"$WORK/report"
"$GAINSAY" check --format jsonl fixtures/ferry | cmp - "$WORK/report" && echo the same
