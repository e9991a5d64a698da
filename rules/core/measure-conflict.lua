-- Percentages, money, quantities and durations: one measure, different values.

local kinds = { percent = true, money = true, quantity = true, duration = true }

return {
  api      = 1,
  id       = "measure-conflict",
  severity = "error",
  summary  = "Sources give different values for one measure.",
  each     = "topic",
  options  = {
    tolerance = { default = 0, min = 0, max = 0.5, doc = "Relative difference that still agrees: 0.01 lets 100 km and 101 km pass." },
  },
  docs     = [[
Reports a percentage, an amount of money, a quantity with a unit or a length of time that stands against another
value of the same measure: the same thing measured, in the same part (a level is no change, a target no result), at
the same time, in the same event.

Example, in two sources:

    The dam holds 40 million litres of water.
    The dam holds 60 million litres of water.

    error[measure-conflict]  40 million litres here, but 60 million litres

Every number is an interval. 6 and 6.2 agree, since 6 may be rounded; "about 20%" and 21% agree, "at least 3 km" and
"at least 10 km" do as well. Units are converted: 600 m is 2,000 ft.

Silent when it cannot tell: the times differ or one of them is a plan, the one is part of the other, the sentence is
denied or conditional, a source reports both values. `gainsay check --statistics` counts what was passed over, and why.

The finding stands at the value that fewer places state, or at the draft's. Which of the values is right is for the
reader to find out.
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
