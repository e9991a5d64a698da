# what makes the exit status 2 is said all the same
"$GAINSAY" check --quiet "$WORK/nowhere.txt"
