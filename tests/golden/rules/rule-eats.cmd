mkdir "$WORK/mine"
cat >"$WORK/mine/bad.lua" <<'X'
return { api = 1, id = "bad", severity = "error", summary = "Eats.", each = "source", docs = "Eats.",
  check = function(source, ctx) local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(60000) .. i end end }
X
printf 'The siege began on Friday, 24 February 2022.\n' >"$WORK/a.txt"
"$GAINSAY" check --pack core --pack "$WORK/mine" --format jsonl "$WORK/a.txt" >"$WORK/out"
status=$?
awk -f tests/golden/brief.awk "$WORK/out"
exit $status
