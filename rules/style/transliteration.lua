-- One name of another alphabet in two romanisations, or one place under two names.

return {
  api      = 1,
  id       = "transliteration",
  severity = "note",
  summary  = "A name is brought into our letters in two ways.",
  each     = "name",
  kinds    = { "romanised" },
  docs     = [[
Reports a foreign name that the documents write in two ways.

Example:

    The talks in Kyiv went on. Envoys left Kyiv at noon. Nobody stayed in Kiev.

    note[transliteration]  Kiev here, but Kyiv in 2 other places

Places that have two names in English are known by a table (Kyiv and Kiev, Mumbai and Bombay, Myanmar and Burma), and so
are a few names that the news writes in many ways. Of other names, words that the usual systems of romanisation make of
one (Zelensky and Zelenskiy, Sergei and Sergey, Zakharov and Zaharov) are compared where the same given name, family name or
title stands beside both; so are names with and without diacritics.

Silent: longer names of which the place is a part (Bank of Calcutta), quotations, a sentence that has both, people of
different given names, and slips that name-spelling reports.
]],
  check    = function(name, ctx)
    if name.meets then
      return
    end
    for at, rest in name:disagreements() do
      ctx:report {
        at = at,
        related = rest,
        message = rest.count == 1 and "{at} here, but {related} in one other place"
          or "{at} here, but {related} in {count} other places",
        args = { count = rest.count },
      }
    end
  end,
}
