# a pattern with a slash inside matches from the working directory on, as paths are given
cd "$WORK" || exit 2
mkdir -p docs/archive archive
for name in docs/archive/a.txt docs/b.txt archive/c.txt; do printf "The dam is 20%% full.\n" >"$name"; done
case $GAINSAY in /*) ;; *) GAINSAY=$OLDPWD/$GAINSAY ;; esac
"$GAINSAY" extract ./docs archive --exclude docs/archive | sed "s/,\"kind.*//"
echo "a file that is named, too:"
"$GAINSAY" extract docs/archive/a.txt docs/b.txt --exclude "docs/archive/**" | sed "s/,\"kind.*//"
