# each fact once, whatever the number of threads
"$GAINSAY" check --pack core --pack style --fail-on never --format jsonl --jobs 1 fixtures/spelling fixtures/council >"$WORK/one"
"$GAINSAY" check --pack style --pack core --fail-on never --format jsonl --jobs 4 fixtures/council fixtures/spelling >"$WORK/four"
cmp "$WORK/one" "$WORK/four" && awk -f tests/golden/brief.awk "$WORK/one"
