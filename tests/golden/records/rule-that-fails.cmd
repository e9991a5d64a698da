# a rule that failed where the text was has failed for the whole run
mkdir -p "$WORK/house"
cat >"$WORK/house/brittle.lua" <<'LUA'
return {
  api = 1, id = "brittle", severity = "error", summary = "Reports numbers until one is large.", each = "source", docs = "Fails on purpose.",
  check = function(source, ctx)
    for mention in source:mentions("number") do
      if tonumber(mention.lo) > 100 then error("too large") end
      ctx:report { at = mention, message = "a number" }
    end
  end,
}
LUA
printf 'It counted 7 boats.\n' >"$WORK/a.txt"
printf 'It counted 700 boats.\n' >"$WORK/b.txt"
"$GAINSAY" extract --records --pack "$WORK/house" "$WORK/a.txt" >"$WORK/a.claims"
"$GAINSAY" extract --records --pack "$WORK/house" "$WORK/b.txt" >"$WORK/b.claims"
"$GAINSAY" check --pack core --format jsonl --input-format claims "$WORK/a.claims" | grep -o '"rule":"[a-z-]*"'
"$GAINSAY" check --pack core --format jsonl --input-format claims "$WORK/b.claims" "$WORK/a.claims" >"$WORK/report"
status=$?
grep -o '"rule":"[a-z-]*"' "$WORK/report"
exit $status
