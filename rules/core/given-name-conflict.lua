-- One office, one family name, two given names.

return {
  api      = 1,
  id       = "given-name-conflict",
  severity = "warning",
  summary  = "Who holds an office has two given names.",
  each     = "name",
  kinds    = { "given" },
  options  = {
    days = { default = 3, min = 0, max = 36500, doc = "Days between the filing of two sources that speak of one time." },
  },
  docs     = [[
Reports that sources give the holder of one office two given names that cannot be one person's.

Example, in two sources:

    Finance Minister Peter Brandtner met the Ruhr Mining Union in Graz.
    Finance Minister Paul Brandtner met the Ruhr Mining Union in Graz.

    warning[given-name-conflict]  Paul Brandtner here, but Peter Brandtner in one other place

The family name and the office before it must be the same, and an office that one person holds at a time: a president,
a minister of some department, a mayor, a police chief. The sources must share other names.

Silent: short forms and translations (Pete, Pedro), initials, middle names, names a letter apart (see name-spelling);
offices of two lands; sources filed more than `days` days apart, or of which only one has a date; and families: where
any source names both people, or calls one of them somebody's brother or widow.
]],
  check    = function(name, ctx)
    if name.meets or name.days_apart > ctx.options.days then
      return
    end
    for at, rest in name:disagreements() do
      ctx:report {
        at = at,
        related = rest,
        message = rest.count == 1 and "{at} here, but {related} in one other place"
          or "{at} here, but {related} in {count} other places",
        args = { count = rest.count },
        why = { "both are called " .. at.title, "no source names both" },
      }
    end
  end,
}
