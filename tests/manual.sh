#!/bin/sh
# The manual and the completions name every command and option that the program's own table has, and none that it has not;
# the manual names every field of views; both pages render without a warning (man or groff; without either that is passed over).
# Usage: manual.sh PROGRAM
set -u
cd "$(dirname "$0")/.."
gainsay=$1
LC_ALL=C
export LC_ALL
man1=core/cli/man/gainsay.1
man7=core/cli/man/gainsay-rules.7
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# two lists that must be the same: < the program's, > the file's
same() {
    sort -u "$2" -o "$2"
    sort -u "$3" -o "$3"
    if [ -s "$2" ] && diff "$2" "$3" >"$work/diff"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL manual: $1 (< the program, > the file)"
        cat "$work/diff"
    fi
}

# rows of help: "  check PATH...   compare sources" and, of each command, "  --jobs N   threads"
"$gainsay" --help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p' >"$work/commands"
while read -r command; do
    "$gainsay" "$command" --help
done <"$work/commands" | sed -n 's/^  \(--[a-z-]*\).*/\1/p' >"$work/options"

# names on the lines after .TP of a part of a page, from one line to another
names() { sed -n "/$2/,/$3/p" "$1" | awk '/^\.TP/ { after = 1; next } after { sub(/^\.[BRI]+ /, ""); gsub(/\\-/, "-"); print; after = 0 }'; }
names "$man1" '^\.SH OPTIONS' '^\.SH EXIT' | sed 's/ .*//' >"$work/found"
same "options of gainsay.1" "$work/options" "$work/found"
names "$man1" '^\.SH COMMANDS' '^\.SH OPTIONS' >"$work/found"
same "commands of gainsay.1" "$work/commands" "$work/found"

grep -o -e '--[a-z][a-z-]*' core/cli/completions/gainsay.bash >"$work/found"
same "options of the completion for bash" "$work/options" "$work/found"
sed -n "s/^ *local commands='\(.*\)'/\1/p" core/cli/completions/gainsay.bash | tr ' ' '\n' >"$work/found"
same "commands of the completion for bash" "$work/commands" "$work/found"

sed -n "s/^ *'\**\(--[a-z-]*\).*/\1/p" core/cli/completions/_gainsay >"$work/found"
same "options of the completion for zsh" "$work/options" "$work/found"
sed -n "s/^ *'\([a-z][a-z]*\):.*/\1/p" core/cli/completions/_gainsay >"$work/found"
same "commands of the completion for zsh" "$work/commands" "$work/found"

sed -n 's/^complete .* -l \([a-z-]*\).*/--\1/p' core/cli/completions/gainsay.fish >"$work/found"
same "options of the completion for fish" "$work/options" "$work/found"
sed -n 's/^complete .*__fish_use_subcommand.* -a \([a-z]*\) .*/\1/p' core/cli/completions/gainsay.fish >"$work/found"
same "commands of the completion for fish" "$work/commands" "$work/found"

# rows of the tables of fields: { "name", read, NULL }
grep -ho '{ "[a-z_]*", [a-zA-Z_]*, [a-zA-Z_]* }' core/rule/view_*.c | sed 's/{ "\([a-z_]*\)".*/\1/' >"$work/fields"
names "$man7" '^\.SH VIEWS' '^\.SH FUNCTIONS' | sed 's/[^a-z_].*//' >"$work/found"
same "fields of gainsay-rules.7" "$work/fields" "$work/found"

# what rules may call: rows of { "library", "name", ...} and of { "name", function }
{
    grep -ho '{ "[a-z_A-Z0-9]*", "[a-z]*", COST' core/rule/library.c | sed 's/.*, "\([a-z]*\)", COST/\1/'
    sed -n '/^const luaL_Reg/,/};/p' core/rule/*.c | grep -o '{ "[a-z_]*"' | sed 's/{ "\(.*\)"/\1/'
} | sort -u >"$work/functions"
missing=$(sed -n '/^\.SH FUNCTIONS/,/^\.SH SANDBOX/p' "$man7" | tr -cs 'a-z_0-9' '\n' | sort -u | comm -23 "$work/functions" -)
if [ -s "$work/functions" ] && [ -z "$missing" ]; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo "FAIL manual: functions that gainsay-rules.7 does not name: $missing"
fi

if command -v groff >/dev/null; then
    for page in "$man1" "$man7"; do
        groff -ww -man -Tutf8 -rLL=78n "$page" >"$work/page" 2>"$work/warnings"
        if [ -s "$work/page" ] && [ ! -s "$work/warnings" ]; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAIL manual: $page"
            cat "$work/warnings"
        fi
    done
else
    echo "manual: no groff here, rendering passed over"
fi
for shell in bash zsh fish; do
    case $shell in
    bash) file=gainsay.bash ;;
    zsh) file=_gainsay ;;
    fish) file=gainsay.fish ;;
    esac
    command -v $shell >/dev/null || continue
    if $shell -n core/cli/completions/$file 2>"$work/warnings"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL manual: $file"
        cat "$work/warnings"
    fi
done
echo "manual: $passed passed, $failed failed"
[ "$failed" = 0 ]
