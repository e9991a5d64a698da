-- One person, two offices that nobody holds at a time.

return {
  api      = 1,
  id       = "role-conflict",
  severity = "warning",
  summary  = "One person has two offices that exclude each other.",
  each     = "name",
  kinds    = { "role" },
  options  = {
    days = { default = 3, min = 0, max = 36500, doc = "Days between the filing of two sources that speak of one time." },
  },
  docs     = [[
Reports a full name with two titles that one person does not hold at one time.

Example:

    Defence Secretary Ilse Brandtner opened the harbour. Finance Minister Ilse Brandtner then spoke.

    warning[role-conflict]  Ilse Brandtner is finance minister here, but defence secretary in one other place

Titles exclude each other when they are of two departments, of two seats (governor, senator, representative, mayor), of
two ranks, or president and prime minister or minister. Departments that governments join (trade and economy, energy and
environment) do not, nor do titles of which one contains the other, nor any title with a word that is not known.

Silent: former, acting, deputy, shadow, incoming and the like, here or anywhere else that the person is named; sentences
in which somebody is appointed, elected, promoted or succeeds; people whom several sources give both titles; sources
filed more than `days` days apart, or of which only one has a date; sources that share no other names.
]],
  check    = function(name, ctx)
    if name.meets or name.days_apart > ctx.options.days then
      return
    end
    for at, rest in name:disagreements() do
      ctx:report {
        at = at,
        related = rest,
        message = rest.count == 1 and "{at} is {title} here, but {other} in one other place"
          or "{at} is {title} here, but {other} in {count} other places",
        args = { title = at.title, other = rest.title, count = rest.count },
      }
    end
  end,
}
