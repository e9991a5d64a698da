-- One quotation, two speakers.

return {
  api      = 1,
  id       = "quote-speaker",
  severity = "error",
  summary  = "A quotation is given to another speaker elsewhere.",
  each     = "quote",
  docs     = [[
Reports words inside quotation marks that two sources give to two different persons.

Example, in two sources:

    “We will open the harbour to every ship,” said Ines Falk.
    “We will open the harbour to every ship,” said Bruno Keller.

    error[quote-speaker]  Ines Falk says this here, but Bruno Keller in one other place

The quotation has four words or more, its words are the same but for typography, capitals and regional spelling (of
eight words or more one may also be cut shorter), and both persons are named right beside it.

Silent when it cannot tell: the speaker is an office that either may hold ("the minister") or stands in a pronoun;
both persons are named beside one of the places, since they share a statement or the one quotes the other; a source
gives the words to both; three persons or more say so, which makes it a stock phrase; the two names may be two
spellings of one.

The finding stands at the speaker whom fewer places name, or at the draft's.
]],
  check    = function(quote, ctx)
    local at, rest = quote:speakers()
    if not at then
      return
    end
    ctx:report {
      at = at,
      related = rest,
      message = rest.count == 1 and "{here} says this here, but {there} in one other place"
        or "{here} says this here, but {there} in {count} other places",
      args = { here = at.speaker, there = rest.speaker, count = rest.count },
      why = { "the same quotation: “" .. quote.key .. "”" },
    }
  end,
}
