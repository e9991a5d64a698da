mkdir -p "$WORK/old/deep" "$WORK/new"
for name in old/a.txt old/deep/b.txt new/a.txt new/draft-a.md; do printf "The dam is 20%% full.\n" >"$WORK/$name"; done
"$GAINSAY" extract "$WORK" --exclude old/ --exclude "draft-*" | sed "s/,\"kind.*//"
echo "a later ! takes back:"
"$GAINSAY" extract "$WORK" --exclude "*.txt" --exclude "!b.txt" | sed "s/,\"kind.*//"
