mkdir "$WORK/house"
echo 'return { api = 1, name = "house", claims = { seats = { "{number} seats", "{numbr} seats" } } }' >"$WORK/house/pack.lua"
"$GAINSAY" check --pack "$WORK/house" fixtures/ferry
