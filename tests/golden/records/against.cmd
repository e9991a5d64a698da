# drafts and references are told apart where records are compared
"$GAINSAY" extract --records fixtures/council >"$WORK/all"
ls fixtures/council >"$WORK/names"
first=$(sed -n 1p "$WORK/names")
"$GAINSAY" extract --records "fixtures/council/$first" >"$WORK/draft"
rest=$(sed "1d; s|^|fixtures/council/|" "$WORK/names")
"$GAINSAY" extract --records $rest >"$WORK/references"
"$GAINSAY" check --fail-on never --format json --against "$WORK/references" --input-format claims "$WORK/draft" >"$WORK/joined"
set --
for path in $rest; do set -- "$@" --against "$path"; done
"$GAINSAY" check --fail-on never --format json "$@" "fixtures/council/$first" | cmp - "$WORK/joined" && echo the same
