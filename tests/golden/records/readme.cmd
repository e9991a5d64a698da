# the commands of the README's "Past one machine", as they stand there, against one run over the texts
sed -n '/^## Past one machine/,/^## What/p' README.md | sed -n '/^```sh/,/^```/p' | grep -v '^```' |
    sed -e 's|build/gainsay|"$GAINSAY"|g' -e "s|build/|$WORK/|g" >"$WORK/commands"
wc -l <"$WORK/commands"
sh "$WORK/commands" >"$WORK/joined"
"$GAINSAY" check --group-by dir fixtures/ferry fixtures/council >"$WORK/whole"
cmp "$WORK/joined" "$WORK/whole" && tail -n 2 "$WORK/joined"
