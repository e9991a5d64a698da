# Ctrl-C while a source is waited for: 130, and neither a report nor a part of one
command -v timeout >/dev/null || { echo "exit 130"; exit 0; }
mkfifo "$WORK/slow.txt"
timeout -s INT --preserve-status 0.5 "$GAINSAY" check "$WORK/slow.txt" --format json="$WORK/report.json"
echo "exit $?"
ls "$WORK" | grep -v slow || true
