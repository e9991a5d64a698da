printf "x\n" >"$WORK/a.txt"
printf "y\n" | "$GAINSAY" check --stdin-name "$WORK/a.txt" "$WORK/a.txt" -
