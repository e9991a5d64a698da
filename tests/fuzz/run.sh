#!/bin/sh
# Fuzz each format in turn; what was found new stays in BUILD/corpus for the next run.
# Usage: run.sh BUILD SECONDS FORMAT...   (SECONDS in all; an input that breaks something is kept as BUILD/broken-FORMAT-*)
set -u
cd "$(dirname "$0")/../.." || exit 2
build=$1
seconds=$2
shift 2
share=$((seconds / $#))
[ "$share" -gt 0 ] || share=1

fuzz() {
    format=$1
    mkdir -p "$build/corpus/$format"
    "$build/fuzz_$format" -max_total_time="$share" -max_len=4096 -timeout=20 -rss_limit_mb=2048 -seed="$seconds" \
        -dict=tests/fuzz/words.dict -artifact_prefix="$build/broken-$format-" -print_final_stats=1 \
        "$build/corpus/$format" "tests/fuzz/seeds/$format" >"$build/fuzz-$format.log" 2>&1
    status=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/fuzz-$format.log")
    edges=$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$build/fuzz-$format.log" | tail -n 1)
    if [ "$status" -eq 0 ]; then
        echo "fuzz: $format: ${runs:-0} inputs in $share s, ${edges:-0} branches seen, nothing broken"
    else
        tail -n 60 "$build/fuzz-$format.log"
        echo "fuzz: $format: broken; run $build/fuzz_$format with the input named above to see it again"
    fi
    return "$status"
}

failed=0
for format in "$@"; do
    fuzz "$format" || failed=1
done
exit "$failed"
