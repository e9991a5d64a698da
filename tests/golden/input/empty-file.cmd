: >"$WORK/empty.txt"
"$GAINSAY" check "$WORK/empty.txt"
