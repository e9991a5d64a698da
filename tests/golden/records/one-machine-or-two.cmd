# two machines extract, a third one compares what came in any order: the same report
G=$(cd "$(dirname "$GAINSAY")" && pwd)/$(basename "$GAINSAY")
cd "$WORK"
mkdir story
printf 'Forces hold 20%% of the territory.\n' >story/a.txt
printf 'Forces hold 25%% of the territory on Friday, 16 January 2025.\n' >story/b.txt
"$G" check --format json story >whole
"$G" extract --records story/b.txt >b.claims
"$G" extract --records story/a.txt | sort -r >a.claims
"$G" check --format json --input-format claims b.claims a.claims >joined
cmp whole joined && "$G" check --input-format claims a.claims b.claims
