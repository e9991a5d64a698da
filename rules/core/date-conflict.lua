-- Dates: one event, different days.

local kinds = { date = true, time = true, set = true }

return {
  api      = 1,
  id       = "date-conflict",
  severity = "error",
  summary  = "Sources date one event differently.",
  each     = "topic",
  docs     = [[
Reports a date, a time of day or a repetition ("every Monday") that stands against another one of the same event.

Example, in two sources:

    The library in Aarhus opened on 3 May 2019.
    The library in Aarhus opened on 13 May 2019.

    error[date-conflict]  3 May 2019 here, but 13 May 2019

A date is an interval of days: "May 2019" agrees with "3 May 2019", "early 2014" with "February 2014". A date without
its year takes it from the source's date, or from a source of the group that dates the same event in full; "today" and
"on Wednesday" are days, too, where the source's date is known.

Silent when it cannot tell: two events (a town may be seized in February and annexed in March), a date that cannot be
resolved, plans, and dates that a source attributes to somebody.

The finding stands at the date that fewer places state, or at the draft's.
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
