# rules of style look at terms, which go with the records where these rules are asked for
printf 'The colour of the harbour was grey. Kyiv saw e-mail.\n' >"$WORK/a.txt"
printf 'The color of the valley. Kiev had no email in the harbour, nor colour.\n' >"$WORK/b.txt"
"$GAINSAY" extract --records --pack core --pack style "$WORK/a.txt" "$WORK/b.txt" | sort >"$WORK/claims"
for style in json pretty; do
    "$GAINSAY" check --format $style --pack core --pack style "$WORK/a.txt" "$WORK/b.txt" >"$WORK/whole"
    "$GAINSAY" check --format $style --pack core --pack style --input-format claims "$WORK/claims" | cmp - "$WORK/whole" && echo the same
done
grep -c '^[a-z]*\[' "$WORK/whole"
"$GAINSAY" extract --records "$WORK/a.txt" "$WORK/b.txt" | "$GAINSAY" check --format jsonl --pack style --input-format claims -
