# what a pack says means one thing is compared
mkdir "$WORK/house"
cat >"$WORK/house/pack.lua" <<'END'
return { api = 1, name = "house", extends = { "core" }, lexicon = { same = { { "netted", "hauled" }, { "tubs", "boats" } } } }
END
printf 'On Monday the Marholm fleet netted 40 tonnes of herring in the Tarn strait with 9 boats.\n' >"$WORK/herald.txt"
printf 'On Monday the Marholm fleet hauled 55 tonnes of herring in the Tarn strait with 9 tubs.\n' >"$WORK/post.txt"
cd "$WORK" || exit 9
"$GAINSAY" check herald.txt post.txt
"$GAINSAY" check --pack ./house herald.txt post.txt
"$GAINSAY" extract --records --pack ./house herald.txt post.txt >all.claims
"$GAINSAY" check --pack ./house --quiet --format jsonl --input-format claims all.claims | grep -c '"rule":"measure-conflict"'
"$GAINSAY" facts --pack ./house herald.txt post.txt
