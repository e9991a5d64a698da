#!/bin/sh
# Same input, same bytes: findings and claims of a folder do not depend on the order of the paths, on the number of threads or on
# chance. RUNS (20) runs of check, with --jobs 1 to 4 and three orders of the paths in turn; extract for each number of threads.
# Usage: same-bytes.sh PROGRAM FOLDER...   (a folder that is not there is passed over, and said so)
set -u
gainsay=$1
shift
runs=${RUNS:-20}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

# the checksum of one run over the paths of a list
sum() { # list jobs
    tr '\n' '\0' <"$1" | xargs -0 "$gainsay" check --group-by dir --format jsonl --fail-on never --jobs "$2" | cksum
}
sum_claims() { # list jobs
    tr '\n' '\0' <"$1" | xargs -0 "$gainsay" extract --jobs "$2" | cksum
}

compare() { # what wanted got
    [ "$2" = "$3" ] && return
    echo "same bytes: $1 gives other bytes"
    failed=1
}

for folder in "$@"; do
    if [ ! -d "$folder" ]; then
        echo "same bytes: $folder is not here, passed over"
        continue
    fi
    find "$folder" \( -name '*.txt' -o -name '*.md' -o -name '*.html' \) -type f | sort >"$work/0"
    sort -r "$work/0" >"$work/1"
    awk '{ print (NR * 7919) % 1009, $0 }' "$work/0" | sort -n | cut -d' ' -f2- >"$work/2"
    want=$(sum "$work/0" 1)
    want_claims=$(sum_claims "$work/0" 1)
    run=0
    while [ "$run" -lt "$runs" ]; do
        jobs=$((run % 4 + 1))
        compare "$folder: run $run with $jobs threads" "$want" "$(sum "$work/$((run % 3))" "$jobs")"
        run=$((run + 1))
    done
    for jobs in 2 3 4; do
        compare "$folder: extract with $jobs threads" "$want_claims" "$(sum_claims "$work/$((jobs % 3))" "$jobs")"
    done
    echo "same bytes: $folder: $runs runs over $(wc -l <"$work/0") texts, checksum $want"
done
exit "$failed"
