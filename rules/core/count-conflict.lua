-- Counts and ordinals: one number of things, different values.

local kinds = { number = true, ordinal = true }

return {
  api      = 1,
  id       = "count-conflict",
  severity = "error",
  summary  = "Sources give different counts of the same things, or different ranks.",
  each     = "topic",
  options  = {
    tolerance = { default = 0, min = 0, max = 0.5, doc = "Relative difference that still agrees: 0.05 lets 200 and 210 people pass." },
  },
  docs     = [[
Reports a count ("24 passengers", "three judges") or an ordinal ("the fifth round") that stands against another one
of the same things, in the same part: the killed are not the injured, a total is not one of its parts.

Example, in two sources:

    The ferry sank off Lindau with 24 passengers on board.
    The ferry that sank off Lindau had 42 passengers on board.

    error[count-conflict]  24 here, but 42

Numbers in words count like digits. Every number is an interval: "more than 40" agrees with 50, "about 1,000" with
1,050, and 3,000 with 2,987, which it rounds.

Silent when it cannot tell: two events of one kind, a count that grew between two reports, a part beside its whole
("12 dead, including 7 soldiers"), a source that states both.

The finding stands at the count that fewer places state, or at the draft's.
]],
  check    = function(topic, ctx)
    if not kinds[topic.kind] then
      return
    end
    for odd, rest in topic:disagreements(ctx.options) do
      ctx:report { at = odd, related = rest, message = "{at} here, but {related}" }
    end
  end,
}
