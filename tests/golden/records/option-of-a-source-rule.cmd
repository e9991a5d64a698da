# a rule for each source ran where the records come from, with the options that were given there
mkdir "$WORK/house"
cat >"$WORK/house/large.lua" <<'LUA'
return {
  api = 1, id = "large", severity = "note", summary = "Large percentages.", each = "source", docs = "Reports them.",
  options = { most = { default = 100, min = 0, max = 1000, doc = "The largest that passes." } },
  check = function(source, ctx)
    for mention in source:mentions("percent") do
      if tonumber(mention.lo) > ctx.options.most then ctx:report { at = mention, message = "{at} is large" } end
    end
  end,
}
LUA
printf 'The tide rose by 20%%.\n' >"$WORK/a.txt"
"$GAINSAY" extract --records --pack "$WORK/house" --option large.most=10 "$WORK/a.txt" >"$WORK/claims"
"$GAINSAY" check --pack "$WORK/house" --input-format claims "$WORK/claims"
"$GAINSAY" check --pack "$WORK/house" --option large.most=30 --input-format claims "$WORK/claims"
