-- British and American spelling in one set of documents.

return {
  api      = 1,
  id       = "regional-spelling",
  severity = "note",
  summary  = "A word has the spelling of another region than the rest.",
  each     = "name",
  kinds    = { "regional" },
  options  = {
    same_word = { default = false, doc = "Report only words that stand in both spellings." },
  },
  docs     = [[
Reports words in British spelling among words in American spelling, and the reverse.

Example:

    The harbour has a new colour. Its defence pays. Everybody likes the color.

    note[regional-spelling]  color is American spelling; most here is British: colour

The norm under which most places are right is taken for that of the set: British (-our, -ise), Oxford (-our, -ize),
American, Australian or Canadian. So colour and organize agree, and so do colour, organize and aluminum. Words that
differ by a class are found whether or not the set has both spellings: -our and -or, -ise and -ize, -yse and -yze, -re and
-er, -ence and -ense, doubled l, ae and oe, and some single ones (grey, tyre, cheque). Each word is one finding.

Silent: quotations, code, names and titles, words in capitals; spellings that are right in both (practice, meter, check);
a sentence that has both, since it speaks of how the word is spelled.

Compares all documents of a group: `--group-by file` asks for one spelling in each file.
]],
  check    = function(name, ctx)
    if name.meets or (ctx.options.same_word and not name.is_derived) then
      return
    end
    for at, rest in name:disagreements() do
      ctx:report {
        at = at,
        related = rest,
        message = name.is_derived and "{at} is {one} spelling; most here is {other}: {related}"
          or "{at} is {one} spelling; most here is {other}, like {related}",
        args = { one = at.style, other = rest.style },
      }
    end
  end,
}
