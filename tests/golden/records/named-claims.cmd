# claims that a pack names go with the records, with links and badges; whoever compares may name them, or not
mkdir "$WORK/house"
cat >"$WORK/house/pack.lua" <<'LUA'
return {
  api = 1, name = "house",
  claims = { ["number of berths"] = { "{number} berths", "badge/berths-{number}" }, ["flagship"] = { "flagship is the {name}" } },
}
LUA
printf 'The harbour has 40 berths. The flagship is the Solvang.\n\nSee https://example.org/badge/berths-42 for more.\n' >"$WORK/a.md"
printf 'Kelsund counts 45 berths. Its flagship is the Kelsund.\n' >"$WORK/b.md"
"$GAINSAY" extract --records --pack core --pack "$WORK/house" "$WORK/a.md" "$WORK/b.md" | sort -r >"$WORK/claims"
for options in "--pack core --pack $WORK/house" "--pack core --pack $WORK/house --fact flagship=Solvang --fact number\ of\ berths=40" "--pack core"; do
    eval "\"$GAINSAY\" check --format json $options '$WORK/a.md' '$WORK/b.md'" >"$WORK/whole"
    eval "\"$GAINSAY\" check --format json $options --input-format claims '$WORK/claims'" | cmp - "$WORK/whole" && echo the same:
    grep -o '"rule":"[a-z-]*"' "$WORK/whole" | sort -u
done
"$GAINSAY" facts --pack "$WORK/house" --format json "$WORK/a.md" "$WORK/b.md" >"$WORK/whole"
"$GAINSAY" facts --pack "$WORK/house" --format json --input-format claims "$WORK/claims" | cmp - "$WORK/whole" && echo the same
