mkdir "$WORK/d"
printf 'caf\351\n' >"$WORK/d/latin.txt"
printf 'Nothing here.\n' >"$WORK/d/good.txt"
"$GAINSAY" check "$WORK/d"
