# A finding of --format jsonl as one short line: severity, rule, file:line, "text". Members come in a fixed order, so the first of
# each name is the finding's own, not that of a related place.

# The value of the first member of that name: a string without its quotation marks (escapes stay), or a number.
function member(name,    at, rest, value, i, c) {
    at = index($0, "\"" name "\":")
    rest = substr($0, at + length(name) + 3)
    if (substr(rest, 1, 1) != "\"") {
        match(rest, /^[0-9]+/)
        return substr(rest, 1, RLENGTH)
    }
    for (i = 2; (c = substr(rest, i, 1)) != "\"" && c != ""; i++) {
        if (c == "\\")
            value = value substr(rest, i++, 1)
        value = value substr(rest, i, 1)
    }
    return value
}

{
    source = member("source")
    sub(/.*\//, "", source)
    print member("severity") " " member("rule") " " source ":" member("line") " \"" member("text") "\""
}
