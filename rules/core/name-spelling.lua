-- One name in two spellings, one of them a slip.

-- Enough places of the other spelling to be sure without any help from the words around.
local many_places, many_sources = 5, 2

return {
  api      = 1,
  id       = "name-spelling",
  severity = "error",
  summary  = "A name is spelled in two ways.",
  each     = "name",
  options  = {
    min_count = { default = 2, min = 1, max = 1000, doc = "Places that the commoner spelling must have." },
    ratio     = { default = 2, min = 1, max = 100, doc = "How many times as often as the rarer spelling it must stand." },
  },
  docs     = [[
Reports a name that is a letter or two away from another, commoner one.

Example, in two sources:

    Minister Ilse Brandtner spoke in Graz. Brandtner promised help. Brandtner left at noon.
    Minister Ilse Brandtnar spoke in Graz.

    error[name-spelling]  Brandtnar is spelled Brandtner in 3 other places

Alike is not enough: most names that are alike are two names. So one of these must hold:
 - both spellings stand beside the same given name, title or verb, and no word list knows the rare one (an error);
 - no word list knows the rare spelling, and the other one is much more frequent (an error where it stands in five
   places or more of two sources, else a warning);
 - a word list knows both, but they stand beside the same given name or title (a warning);
 - the rare one is a usual name with two letters swapped, and only a list of people's names has it (a warning).

Silent: plurals, nationalities and other derived forms, spellings that only differ by region, words that also stand
without a capital, and two names that meet in one sentence. Forms under five letters are never compared.

Where rare spellings are right again and again, raise min_count or ratio.
]],
  check    = function(name, ctx)
    local odd, main = name.odd, name.main
    if name.is_derived or name.meets or name.is_lower or (name.is_known and not name.has_context) then
      return
    end
    if main.count < ctx.options.min_count or main.count < ctx.options.ratio * odd.count then
      return
    end
    local is_frequent = main.count >= many_places and name.source_count >= many_sources
    local is_sure = not name.is_known and (name.has_context or is_frequent)
    for at, rest in name:disagreements() do
      ctx:report {
        at = at,
        related = rest,
        message = rest.count == 1 and "{at} is spelled {related} in one other place"
          or "{at} is spelled {related} in {count} other places",
        args = { count = rest.count },
        severity = is_sure and "error" or "warning",
      }
    end
  end,
}
