-- One quotation, different words.

local severities = { replaced = "error", omitted = "warning", hesitation = "note" }

-- What happened to the words, by what is lost and what stands in its place.
local function describe(change, is_one)
  local elsewhere = is_one and "one other place" or "{count} other places"
  if change.lost ~= "" and change.found ~= "" then
    return "the quotation has “{found}” here, but “{lost}” in " .. elsewhere
  elseif change.lost ~= "" then
    return "the quotation leaves out “{lost}” here, which stands in " .. elsewhere
  elseif change.found ~= "" then
    return "the quotation adds “{found}” here, which is missing in " .. elsewhere
  end
  return "the quotation has its words in another order here than in " .. elsewhere
end

return {
  api      = 1,
  id       = "quote-altered",
  severity = "error",
  summary  = "A quotation has other words than elsewhere.",
  each     = "quote",
  docs     = [[
Reports words inside quotation marks that are not the words which another place quotes from the same utterance.

Example, in two sources:

    “We will open the harbour to every ship that asks for shelter this winter,” the mayor said.
    “We will open the harbour to any boat that asks for shelter this winter,” the mayor said.

    error[quote-altered]  the quotation has “any boat” here, but “every ship” in one other place

An error where words were replaced, negated or put in another order; a warning where words were left out without an
ellipsis; a note where only a hesitation is gone ("uh", "you know").

Two quotations are versions of one when they share eight words, four of them in a row, most of the longer one can be
aligned, and no other speaker is named. Typography, capitals, regional spelling, an ellipsis, words in brackets,
sentences that were joined, and a quotation that begins later or ends earlier are no change.

The finding stands at the version that fewer places have, or at the draft's.
]],
  check    = function(quote, ctx)
    for odd, rest, change in quote:disagreements() do
      ctx:report {
        at = odd,
        related = rest,
        message = describe(change, rest.count == 1),
        args = { lost = change.lost, found = change.found, count = rest.count },
        severity = severities[change.kind],
        why = { "the same quotation: “" .. quote.key .. "”" },
      }
    end
  end,
}
