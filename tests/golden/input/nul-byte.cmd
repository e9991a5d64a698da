printf 'one\0two\n' >"$WORK/nul.txt"
"$GAINSAY" check "$WORK/nul.txt"
