"$GAINSAY" facts --format json fixtures/council >"$WORK/facts.json"
head -c 600 "$WORK/facts.json"
