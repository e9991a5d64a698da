#!/bin/sh
# Same input, same bytes: the findings of a folder do not depend on the order of the paths or on the number of threads.
# Usage: same-bytes.sh PROGRAM FOLDER...   (a folder that is not there is passed over, and said so)
set -u
gainsay=$1
shift
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

# the checksum of one run over the paths of a list
sum() { # list jobs
    tr '\n' '\0' <"$1" | xargs -0 "$gainsay" check --group-by dir --format jsonl --fail-on never --jobs "$2" | cksum
}

for folder in "$@"; do
    if [ ! -d "$folder" ]; then
        echo "same bytes: $folder is not here, passed over"
        continue
    fi
    find "$folder" \( -name '*.txt' -o -name '*.md' \) -type f | sort >"$work/forward"
    sort -r "$work/forward" >"$work/backward"
    awk '{ print (NR * 7919) % 1009, $0 }' "$work/forward" | sort -n | cut -d' ' -f2- >"$work/shuffled"
    want=$(sum "$work/forward" 1)
    for order in forward backward shuffled; do
        for jobs in 1 2 3; do
            got=$(sum "$work/$order" "$jobs")
            if [ "$got" != "$want" ]; then
                echo "same bytes: $folder: $order with $jobs threads gives other bytes"
                failed=1
            fi
        done
    done
    echo "same bytes: $folder: 9 runs over $(wc -l <"$work/forward") texts, checksum $want"
done
exit "$failed"
