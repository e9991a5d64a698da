#!/bin/sh
# Out of memory: each request refused once, and each with all later ones, over texts of every format and every report.
# Usage: run.sh PROGRAM   (test_faults)
set -u
cd "$(dirname "$0")/../.."
faults=$1
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
texts="tests/faults/texts tests/faults/texts/wire.jsonl"
failed=0

try() { "$faults" "$@" || failed=1; }

# shellcheck disable=SC2086
{
    try check --jobs 1 --format pretty --format "json=$work/report.json" $texts
    try lasting check --jobs 1 $texts
    try lasting check --jobs 2 --format jsonl $texts
    try extract --jobs 1 $texts
    try lasting extract --jobs 2 $texts
    try extract --records --jobs 1 $texts
    try check --jobs 1 --input-format claims tests/faults/wire.claims
    try lasting check --jobs 1 --input-format claims tests/faults/wire.claims
    try facts --jobs 1 $texts
    try lasting facts --jobs 1 --format csv $texts
    try lasting check --jobs 1 --pack tests/faults/house $texts
    try lasting rules
    try lasting explain name-spelling
}
exit "$failed"
