-- A weekday beside a full date must be that date's weekday.

local names  = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" }
local months = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                 "November", "December" }

-- The Gregorian calendar begins on 15 October 1582; the last country to take it over in everyday life was Greece, in 1923.
-- Between the two a date may be of either calendar.
local gregorian_from, gregorian_everywhere = 1583, 1924

-- The year that a date belongs to. Without a year in the text it is only as good as the source's own date.
local function year_of(mention, source)
  if mention.year then
    return mention.year, true
  end
  if mention.resolved_by == "date" and source.stated_date and mention.from then
    return tonumber(mention.from:sub(1, 4)), false
  end
end

-- Whether the weekday fits the day in that year, or in a neighbouring one where the text leaves the year open.
local function fits(mention, year, is_written)
  for candidate = is_written and year or year - 1, is_written and year or year + 1 do
    if calendar.weekday(candidate, mention.month, mention.day) == mention.weekday then
      return true
    end
  end
  return year < gregorian_everywhere
    and calendar.julian_weekday(year, mention.month, mention.day) == mention.weekday
end

return {
  api      = 1,
  id       = "weekday-date",
  severity = "error",
  summary  = "The weekday does not match the date beside it.",
  each     = "source",
  kinds    = { "date", "time" },
  with     = { "weekday", "day", "month" },
  docs     = [[
Reports a date whose weekday is not the calendar's.

Example:

    The bridge was closed on Friday, 24 February 2022.

    error[weekday-date]  24 February 2022 was a Thursday, not a Friday

Weekday and date must be one phrase: "On Friday, eight days after 24 February 2022, it opened again" says nothing of
the weekday of 24 February.

Silent when it cannot tell:
 - the year is missing and the source states no date of its own, or the weekday fits the year before or after;
 - the year is before 1583;
 - the year is before 1924 and the weekday is right in the old calendar, which some countries kept until then;
 - there is no such day.
]],
  check    = function(source, ctx)
    for mention in source:mentions("date", "time", { with = "weekday" }) do
      if mention.day and mention.month then
        local year, is_written = year_of(mention, source)
        local right = year and year >= gregorian_from and calendar.weekday(year, mention.month, mention.day)
        if right and not fits(mention, year, is_written) then
          ctx:report {
            at = mention,
            message = "{date} was a {right}, not a {wrong}",
            args = {
              date = mention.day .. " " .. months[mention.month] .. " " .. year,
              right = names[right],
              wrong = names[mention.weekday],
            },
          }
        end
      end
    end
  end,
}
