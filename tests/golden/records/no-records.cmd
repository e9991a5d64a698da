: >"$WORK/empty"
"$GAINSAY" check --input-format claims "$WORK/empty"
