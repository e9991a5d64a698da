# a pack says that a spelling is right, and that a word is a title
mkdir "$WORK/house"
cat >"$WORK/house/pack.lua" <<'END'
return { api = 1, name = "house", extends = { "core" }, lexicon = { accept = { "Solvagn" }, title = { "Lamplighter" } } }
END
"$GAINSAY" check --quiet --only name-spelling --fail-on never fixtures/ferry
"$GAINSAY" check --quiet --only name-spelling --pack "$WORK/house" fixtures/ferry
echo "exit status $?"
echo 'Lamplighter Ilse Brandtner opened the fair. Lamplighter Brandtner spoke at noon.' >"$WORK/lamp.txt"
"$GAINSAY" extract --records "$WORK/lamp.txt" | grep -o '"title":"[a-z]*"'
"$GAINSAY" extract --records --pack "$WORK/house" "$WORK/lamp.txt" | grep -o '"title":"[a-z]*"'
