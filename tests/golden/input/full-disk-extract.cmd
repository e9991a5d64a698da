[ -c /dev/full ] || { echo "gainsay: cannot write to standard output: No space left on device" >&2; exit 2; }
"$GAINSAY" extract fixtures/ferry fixtures/council fixtures/manual >/dev/full
