# a pack of the user's own names a claim; a translation, a badge and a table say otherwise
mkdir "$WORK/house" "$WORK/docs"
cat >"$WORK/house/pack.lua" <<'END'
return {
  api = 1, name = "house", extends = { "core" },
  claims = {
    ["number of recipes"] = { "{number} [vegan] recipes", "badge/recipes-{number}", "{number} (vegane|neue) Rezepte" },
    ["oven heat"] = "heat it to {quantity}",
  },
  facts = { ["number of recipes"] = 120 },
}
END
printf '![recipes](https://img.example/badge/recipes-118-green)\n\nThe book holds 120 recipes.\n' >"$WORK/docs/README.md"
printf 'Das Buch enthält 115 vegane Rezepte.\n' >"$WORK/docs/buch.md"
printf 'In 2019 it had 60 recipes. More than 100 vegan recipes are free of nuts.\n\nFirst heat it to 180 °C.\n' >"$WORK/docs/oven.txt"
printf 'Then heat it to 200 °C.\n' >"$WORK/docs/plum.txt"
cd "$WORK" || exit 9
"$GAINSAY" check --pack ./house docs
echo "exit status $?"
"$GAINSAY" facts --pack ./house --fact 'oven heat=200 °C' docs
"$GAINSAY" check --quiet --pack ./house --fact 'oven heat=200 °C' --fact 'number of recipes=115' --only fact-pin docs
