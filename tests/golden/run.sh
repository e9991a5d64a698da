#!/bin/sh
# Golden tests: the command line as a user meets it.
#
# CASE.cmd is a shell script that runs from the project's root with $GAINSAY; what it prints stands in CASE.out, its messages in
# CASE.err (none: it must be silent), its exit status in CASE.exit (none: 0). UPDATE=1 rewrites them; review the diff as code.
# CASES=folder runs (and rewrites) the cases of one folder alone.
# Fixtures: SET.findings is written by hand and never rewritten, as is SET.messages, what comes on standard error (none: nothing).
# Usage: run.sh PROGRAM
set -u
cd "$(dirname "$0")/../.."
case $1 in # a case may leave the root
/*) GAINSAY=$1 ;;
*) GAINSAY=$PWD/$1 ;;
esac
export GAINSAY
LC_ALL=C
export LC_ALL
unset NO_COLOR
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
WORK=$work/files
export WORK
passed=0
failed=0

# one file of a case against what came
same() {
    if [ -f "$1" ]; then cmp -s "$1" "$2"; else [ ! -s "$2" ]; fi
}

# what came becomes what is expected; nothing to say, no file
keep() {
    if [ -s "$2" ]; then cp "$2" "$1"; else rm -f "$1"; fi
}

for cmd in $(find "tests/golden/${CASES:-.}" -name '*.cmd' | sort); do
    case=${cmd%.cmd}
    rm -rf "$WORK"
    mkdir "$WORK"
    sh "$cmd" >"$work/out" 2>"$work/raw" </dev/null
    status=$?
    sed "s|$WORK|WORK|g" "$work/raw" >"$work/err"
    sed "s|$WORK|WORK|g" "$work/out" >"$work/out.named"
    mv "$work/out.named" "$work/out"
    if [ "$status" = 0 ]; then : >"$work/exit"; else echo "$status" >"$work/exit"; fi
    if [ "${UPDATE:-}" ]; then
        for part in out err exit; do keep "$case.$part" "$work/$part"; done
    fi
    right=1
    for part in out err exit; do
        if ! same "$case.$part" "$work/$part"; then
            right=0
            echo "FAIL $case.$part"
            if [ -f "$case.$part" ]; then diff -u "$case.$part" "$work/$part" | head -n 40; else head -n 20 "$work/$part"; fi
        fi
    done
    if [ "$right" = 1 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done

for list in fixtures/*.findings; do
    [ -n "${CASES:-}" ] && break
    set=$(basename "$list" .findings)
    against=
    [ -d "fixtures/$set-sources" ] && against="--against fixtures/$set-sources"
    # shellcheck disable=SC2086
    "$GAINSAY" check --format jsonl --fail-on never $against "fixtures/$set" >"$work/jsonl" 2>"$work/err"
    awk -f tests/golden/brief.awk "$work/jsonl" | sort >"$work/found"
    sort "$list" >"$work/wanted"
    if cmp -s "$work/wanted" "$work/found" && same "fixtures/$set.messages" "$work/err"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $list (< expected, > found)"
        cat "$work/err"
        diff "$work/wanted" "$work/found"
    fi
done

echo "golden: $passed passed, $failed failed"
[ "$failed" = 0 ]
