# the run that README.md shows is what the program prints
"$GAINSAY" check fixtures/ferry >"$WORK/out"
sed -n '/^\$ build\/gainsay check fixtures\/ferry$/,/^\$ echo/p' README.md | sed '1d;$d' >"$WORK/shown"
diff "$WORK/shown" "$WORK/out" && echo "the README shows what is printed"
