# what was lost on the way is told of once, and whole sources are compared all the same
"$GAINSAY" extract --records fixtures/ferry >"$WORK/all"
sed -e 5d -e '30,40d' "$WORK/all" >"$WORK/part"
"$GAINSAY" check --input-format claims "$WORK/part"
