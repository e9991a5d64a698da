printf '\377\376I\0t\0 \0h\0a\0s\0 \0002\0000\0 \0r\0o\0o\0m\0s\0.\0' >"$WORK/a.txt"
"$GAINSAY" extract "$WORK/a.txt"
