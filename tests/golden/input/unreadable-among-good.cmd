printf 'The siege began on Friday, 24 February 2022.\n' >"$WORK/good.txt"
printf 'caf\351\n' >"$WORK/latin.txt"
"$GAINSAY" check --format jsonl "$WORK/latin.txt" "$WORK/good.txt" | awk -f tests/golden/brief.awk
"$GAINSAY" check "$WORK/latin.txt" "$WORK/good.txt" >/dev/null
