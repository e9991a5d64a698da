mkdir "$WORK/house"
echo 'return { api = 1, name = "house", claims = { ["number of rules"] = "{number} rules" } }' >"$WORK/house/pack.lua"
"$GAINSAY" check --pack "$WORK/house" --fact 'numbr of rules=42' fixtures/ferry
echo "exit status $?"
"$GAINSAY" check --pack "$WORK/house" --fact 'number of rules=42%' fixtures/ferry
"$GAINSAY" check --pack "$WORK/house" --fact 'number of rules' fixtures/ferry
