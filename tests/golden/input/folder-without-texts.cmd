mkdir "$WORK/d"
: >"$WORK/d/picture.png"
"$GAINSAY" check "$WORK/d"
