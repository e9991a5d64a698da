-- A value that moved between two days.

-- "2024-05-03" as "3 May 2024".
local months = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                 "November", "December" }
local function show(day)
  return tonumber(day:sub(9, 10)) .. " " .. months[tonumber(day:sub(6, 7))] .. " " .. day:sub(1, 4)
end

return {
  api      = 1,
  id       = "update",
  severity = "note",
  summary  = "A value has moved on: a later source gives a newer one.",
  each     = "topic",
  docs     = [[
Notes a value that grows or is revised, such as a death toll, a forecast or a target, where a source of another day
gives a newer one. It is no contradiction: the older source may need an update.

Example, the sources filed on 3 and 4 May 2024:

    The landslide killed 12 people in Tulla.
    The landslide killed 17 people in Tulla.

    note[update]  12 on 3 May 2024, then 17 on 4 May 2024

Both sources must state their dates, and the sentences must name no other time.

Silent where the value is of a kind that does not move: then the two contradict each other, whatever their dates. Two
sources of one day that differ do so, too.
]],
  check    = function(topic, ctx)
    for odd, rest in topic:updates() do
      local here, there = odd.filed, rest.filed
      if here and there and here ~= there then
        ctx:report {
          at = odd,
          related = rest,
          message = here < there and "{at} on {here}, then {related} on {there}"
            or "{at} on {here}, {related} before that on {there}",
          args = { here = show(here), there = show(there) },
        }
      end
    end
  end,
}
