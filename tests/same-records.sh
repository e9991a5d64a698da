#!/bin/sh
# One machine or many: records that were extracted in parts, shuffled and put together again give the same bytes as one run over the texts.
# For each folder three partitionings (one part, parts of ten texts, of three), each in three orders of lines (as extracted,
# sorted, shuffled), handed over in one piece or several: check in each format and grouping, with drafts and references, with 1 to 4 threads; facts.
# Usage: same-records.sh PROGRAM FOLDER...   (a folder that is not there is passed over, and said so)
set -u
gainsay=$1
shift
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
LC_ALL=C
export LC_ALL
failed=0
compared=0

same() { # what wanted got
    compared=$((compared + 1))
    cmp -s "$2" "$3" && return
    echo "same records: $1 gives other bytes"
    failed=1
}

# the texts of a list, NUL-terminated, as arguments
over() { # list command...
    list=$1
    shift
    tr '\n' '\0' <"$list" | xargs -0 "$@"
}

# the records of a list of texts in parts of so many texts, each extracted by a process of its own
extract() { # list folder texts
    rm -rf "$2"
    mkdir "$2"
    tr '\n' '\0' <"$1" | xargs -0 -n "$3" sh -c '"$0" extract --records --jobs 2 "$@" >"'"$2"'/$$.claims" 2>/dev/null' "$gainsay"
}

# lines in an order of their own for each seed
shuffle() { awk -v seed="$1" '{ print (NR * 7919 + seed * 104729) % 1000003, $0 }' | sort -n | cut -d' ' -f2-; }

for folder in "$@"; do
    if [ ! -d "$folder" ]; then
        echo "same records: $folder is not here, passed over"
        continue
    fi
    find "$folder" \( -name '*.txt' -o -name '*.md' -o -name '*.html' \) -type f | sort >"$work/all"
    awk 'NR % 5 == 1' "$work/all" >"$work/drafts"
    awk 'NR % 5 != 1' "$work/all" >"$work/references"
    sed 's/^/--against=/' "$work/references" >"$work/against"
    for style in json jsonl pretty; do
        over "$work/all" "$gainsay" check --fail-on never --format $style >"$work/check-$style" 2>/dev/null
    done
    for grouping in dir file; do
        over "$work/all" "$gainsay" check --fail-on never --format json --group-by $grouping >"$work/check-$grouping" 2>/dev/null
    done
    over "$work/all" "$gainsay" facts --format json --group-by dir >"$work/facts" 2>/dev/null
    cat "$work/against" "$work/drafts" | tr '\n' '\0' |
        xargs -0 "$gainsay" check --fail-on never --format json >"$work/check-against" 2>/dev/null

    jobs=0
    for texts in 100000 10 3; do
        extract "$work/all" "$work/parts" $texts
        cat "$work"/parts/*.claims >"$work/as-extracted"
        sort "$work/as-extracted" >"$work/sorted"
        shuffle $texts <"$work/as-extracted" >"$work/shuffled"
        for order in as-extracted sorted shuffled; do
            what="$folder: parts of $texts texts, $order"
            jobs=$((jobs % 4 + 1))
            split -n l/5 "$work/$order" "$work/piece."
            for style in json jsonl pretty; do
                "$gainsay" check --fail-on never --jobs $jobs --format $style --input-format claims "$work"/piece.* >"$work/got" 2>&1
                same "$what, $style" "$work/check-$style" "$work/got"
            done
            for grouping in dir file; do
                "$gainsay" check --fail-on never --jobs $jobs --format json --group-by $grouping --input-format claims - <"$work/$order" >"$work/got" 2>&1
                same "$what, --group-by $grouping" "$work/check-$grouping" "$work/got"
            done
            "$gainsay" facts --format json --group-by dir --jobs $jobs --input-format claims "$work/$order" >"$work/got" 2>&1
            same "$what, facts" "$work/facts" "$work/got"
            rm "$work"/piece.*
        done
    done
    extract "$work/drafts" "$work/draft-parts" 2
    extract "$work/references" "$work/reference-parts" 7
    cat "$work"/draft-parts/*.claims | shuffle 1 >"$work/drafts.claims"
    cat "$work"/reference-parts/*.claims | shuffle 2 >"$work/references.claims"
    "$gainsay" check --fail-on never --format json --input-format claims --against "$work/references.claims" "$work/drafts.claims" >"$work/got" 2>&1
    same "$folder: --against" "$work/check-against" "$work/got"
    echo "same records: $folder: $compared reports over $(wc -l <"$work/all") texts and $(wc -l <"$work/sorted") records compared so far"
done
exit "$failed"
