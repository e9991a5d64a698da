printf '東京 and Ōsaka: the vote began on Friday, 24 February 2022, at the 市役所.\n' >"$WORK/wide.txt"
"$GAINSAY" check "$WORK/wide.txt"
