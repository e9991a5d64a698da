# a draft is what departs, and references are not held against each other
mkdir "$WORK/references"
printf 'A grey sail.\n' >"$WORK/references/a.txt"
printf 'A gray hull. A grey mast.\n' >"$WORK/references/b.txt"
printf 'Some gray oars.\n' >"$WORK/draft.txt"
"$GAINSAY" check --pack style --format jsonl --against "$WORK/references" "$WORK/draft.txt" >"$WORK/out"
awk -f tests/golden/brief.awk "$WORK/out"
