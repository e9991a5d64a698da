-- A figure that the user has pinned, held against every place that states it.

return {
  api      = 1,
  id       = "fact-pin",
  severity = "error",
  summary  = "A place departs from a fact that is pinned.",
  each     = "topic",
  docs     = [[
Reports each place whose value is not the one that a pack or the command line pins.

Example, with `claims = { ["seats of the hall"] = { "{number} seats" } }` in a pack.lua, and `--fact "seats of the hall=420"`:

    The hall has 380 seats and a bar.

    error[fact-pin]  380 here, but seats of the hall is 420

A claim is named in the `claims` of a pack, with the wordings in which it stands in texts; what they find is one fact,
however the sentence goes on. It is pinned by `facts` of a pack or by `--fact NAME=VALUE`: a number, a percentage, an
amount of money, a quantity, a date, a name or a quotation.

Every number in a text is an interval, as everywhere: "more than 400" and "about 410" agree with 420, and so does 400,
which it may be rounded to; 418 does not. A surname agrees with the full name. What is not pinned is compared between the places that state it, by the rules for its kind.

Silent when the sentence speaks of another time ("in 2019 the hall had 300 seats"), of a plan or a denial, of the old
value of a move or of a part, where other places do not, or states the pinned value, too.
]],
  check    = function(topic, ctx)
    for place in topic:departing() do
      ctx:report {
        at = place,
        message = "{at} here, but {name} is {fact}",
        args = { name = topic.key, fact = topic.fact },
        why = { "pinned by " .. topic.fact_origin },
      }
    end
  end,
}
