-- One word or sign, written in two ways.

return {
  api      = 1,
  id       = "term-variant",
  severity = "note",
  summary  = "A term is written in two ways.",
  each     = "name",
  kinds    = { "term" },
  options  = {
    min_count = { default = 1, min = 1, max = 1000, doc = "Places that the commoner way must have." },
  },
  docs     = [[
Reports a word or sign that the documents write in two ways.

Example:

    Send an e-mail to the office. The office reads each e-mail. No email is lost.

    note[term-variant]  "email" here, but "e-mail" in 2 other places

Looked at are compounds with and without a hyphen (co-operate, cooperate); words of which both ways are in use (adviser
and advisor, web site and website, café and cafe); dots in acronyms, titles and times (U.S. and US, Mr. and Mr, a.m.
and am); %, percent and per cent; and numbers behind what they number (Article 5, Article Five, Article V).

Silent: quotations, code and names; % in brackets, tables and headings; a hyphen that tells words apart (re-cover); the
initials of persons; headlines in capitals; a sentence that has both ways, since it speaks of how the word is written.

Compares all documents of a group: `--group-by file` asks for one way in each file.
]],
  check    = function(name, ctx)
    if name.meets or name.main.count < ctx.options.min_count then
      return
    end
    for at, rest in name:disagreements() do
      ctx:report {
        at = at,
        related = rest,
        message = rest.count == 1 and '"{at}" here, but "{related}" in one other place'
          or '"{at}" here, but "{related}" in {count} other places',
        args = { count = rest.count },
      }
    end
  end,
}
