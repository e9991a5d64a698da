printf "The dam is 20%% full. It holds 2 million litres.\n" >"$WORK/a.txt"
printf "The dam is 35%% full.\n" >"$WORK/b.txt"
"$GAINSAY" check --statistics --quiet --only weekday-date "$WORK" 2>"$WORK/err"
sed -e "s/^pairs .*/pairs/" -e "s/[0-9][0-9]*\.[0-9][0-9][0-9]/TIME/g" -e "s/[0-9]* KiB/SIZE KiB/" "$WORK/err" >&2
