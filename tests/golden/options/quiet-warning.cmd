# no text among the walked ones is a warning, which --quiet leaves out
printf "caf\351 noir\n" >"$WORK/latin.txt"
printf "Forces hold 20%% of the territory.\n" >"$WORK/good.txt"
"$GAINSAY" check --quiet "$WORK"
