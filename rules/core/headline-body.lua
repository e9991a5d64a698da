-- A headline against the text under it.
-- It sees topics, not sources: headline and text have passed the gates that all values pass, and a topic knows what
-- other sources say of the matter.

return {
  api      = 1,
  id       = "headline-body",
  severity = "error",
  summary  = "A headline gives another value than the text under it.",
  each     = "topic",
  options  = {
    tolerance = { default = 0, min = 0, max = 0.5, doc = "Relative difference that still agrees: 0.05 lets a headline say 200 for 210." },
  },
  docs     = [[
Reports a number, an amount, a measure or a date in a headline that stands against the one in the text under it.

Example:

    # Fire destroys 12 barns near Odense

    The fire destroyed 21 barns near Odense on Tuesday.

    error[headline-body]  12 in the headline, but 21 in the text

The title in a front matter or of a page is the headline of a text that has none of its own. A headline may say less than the text: "more than 20" agrees with 24, "3,000" with 2,987.

Silent when it cannot tell: the text gives several values of that kind (an earlier toll, then a later one), tells of
another month or year than the day's, or states the headline's value, too.

The finding stands at the value that fewer places state, or at the draft's. A headline that stands against another
source's text is a matter of measure-conflict, count-conflict or date-conflict.
]],
  check    = function(topic, ctx)
    for odd, rest in topic:headlines(ctx.options) do
      ctx:report {
        at = odd,
        related = rest,
        message = odd.is_heading and "{at} in the headline, but {related} in the text"
          or "{at} in the text, but {related} in the headline",
      }
    end
  end,
}
