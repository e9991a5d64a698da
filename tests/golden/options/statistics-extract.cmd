printf "The dam is 20%% full.\n" | "$GAINSAY" extract --statistics - 2>"$WORK/err" >"$WORK/out"
wc -l <"$WORK/out" | tr -d " "
sed -e "s/[0-9][0-9]*\.[0-9][0-9][0-9]/TIME/g" -e "s/[0-9]* KiB/SIZE KiB/" "$WORK/err" >&2
