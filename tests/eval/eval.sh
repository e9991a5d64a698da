#!/bin/sh
# What the scorers say of labelled data, held against the best figures reached (best.tsv): a figure that falls is a failure.
# Usage: eval.sh PROGRAM EVAL-FOLDER
set -eu
gainsay=$1
data=${2:-}
here=$(cd "$(dirname "$0")" && pwd)
[ -d "$data" ] || { echo "eval: no labelled data: give its folder as EVAL=FOLDER"; exit 2; }
exec python3 "$here/eval.py" "$gainsay" "$data" "$here/best.tsv" "${UPDATE:-}"
