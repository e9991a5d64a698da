mkfifo "$WORK/pipe"
exec 3<>"$WORK/pipe" 4>"$WORK/pipe"
exec 3>&-
"$GAINSAY" extract fixtures/ferry fixtures/council fixtures/manual >&4
