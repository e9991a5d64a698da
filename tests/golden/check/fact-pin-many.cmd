# each place is told, however many values there are
awk 'BEGIN { for (i = 100; i < 300; i++) printf "The hall has %d seats.\n\n", i }' >"$WORK/halls.txt"
echo 'return { api = 1, name = "house", extends = { "core" }, claims = { seats = "{number} seats" } }' >"$WORK/pack.lua"
"$GAINSAY" check --quiet --pack "$WORK" --fact seats=150 --format jsonl "$WORK/halls.txt" >"$WORK/found"
grep -c '"message":"[0-9]* here, but seats is 150"' "$WORK/found"
sed -n 's/.*"message":"\([0-9]*\) here.*"line":\([0-9]*\).*/\1 \2/p' "$WORK/found" | awk '$2 != ($1 - 100) * 2 + 1' 
