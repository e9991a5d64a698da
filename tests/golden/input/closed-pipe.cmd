# A pipe whose reader is gone before the first byte.
mkfifo "$WORK/pipe"
exec 3<>"$WORK/pipe" 4>"$WORK/pipe"
exec 3>&-
"$GAINSAY" check fixtures/ferry >&4
