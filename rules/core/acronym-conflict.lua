-- One acronym that stands for two things, or letters that are not the initials.

-- Letters that do not fit. The other side is the fitting acronym, or the long form where nothing else has it.
local function report_misfit(name, at, rest, ctx)
  local odd = name.odd
  local message = "{odd} stands for {long}, which is {main} in {count} other places"
  if name.main.text:find("[a-z]") then
    message = "the letters of {odd} are not those of {long}"
    at, rest = odd, name.main -- side by side in one source, whatever their order
  elseif name.main.count == 1 then
    message = "{odd} stands for {long}, which is {main} in one other place"
  end
  ctx:report {
    at = at,
    related = rest,
    message = message,
    args = { odd = odd.text, main = name.main.text, long = odd.stands_for, count = name.main.count },
  }
end

return {
  api      = 1,
  id       = "acronym-conflict",
  severity = "warning",
  summary  = "An acronym stands for two things, or has the wrong letters.",
  each     = "name",
  kinds    = { "acronym" },
  docs     = [[
Reports an acronym that is explained in two ways, and one whose letters are not the initials of its explanation.

Example:

    The Harbour Safety Board (HSB) met on Monday. The Harbour Security Board (HSB) meets again in May.

    warning[acronym-conflict]  HSB stands for Harbour Security Board here, but for Harbour Safety Board in one other place

An explanation is a name before the acronym in brackets, or in brackets behind it, whose initials are the letters. Two
of them exclude each other when they differ by one word, in one source or in sources that share other names.

Letters that do not fit are reported where all but one do, or two neighbours have changed places, and the fitting
acronym stands in a related source; where it does not, from four letters on.

Silent: acronyms of two letters, in lower case or with digits; explanations that differ in more than a word, or in a
nationality or a place; other forms of a word (program, programming), regional spellings and slips of a letter;
letters from inside words and from other languages.
]],
  check    = function(name, ctx)
    for at, rest in name:disagreements() do
      if name.is_misfit then
        report_misfit(name, at, rest, ctx)
      else
        ctx:report {
          at = at,
          related = rest,
          message = rest.count == 1 and "{at} stands for {long} here, but for {other} in one other place"
            or "{at} stands for {long} here, but for {other} in {count} other places",
          args = { long = at.stands_for, other = rest.stands_for, count = rest.count },
        }
      end
    end
  end,
}
