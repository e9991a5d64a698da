#!/bin/sh
# The library as an embedding program meets it: installed to a folder of its own, found by pkg-config, linked both ways.
# Also: what is exported is what the header declares, and uninstall leaves nothing of ours and everything of others.
# CC and MAKE are taken from the environment. KEEP=folder keeps what was installed.
set -u
cd "$(dirname "$0")/../.."
CC=${CC:-cc}
MAKE=${MAKE:-make}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
prefix=/opt/gainsay
root=$work/root
here=$root$prefix
passed=0
failed=0

# one check: its name, then the command that must succeed
check() {
    name=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL library: $name"
        head -n 20 "$work/log"
    fi
}

flags() { PKG_CONFIG_PATH=$here/lib/pkgconfig pkg-config "$@" gainsay; }
build_shared() { $CC -std=c11 -Wall -Wextra -Werror tests/library/example.c -o "$work/shared" $(flags --cflags --libs) -pthread "-Wl,-rpath,$here/lib"; }
# the archive itself instead of -lgainsay, which prefers the shared library
build_static() { $CC -std=c11 -Wall -Wextra -Werror tests/library/example.c -o "$work/static" $(flags --cflags) -pthread "$here/lib/libgainsay.a" $(flags --static --libs | sed 's/-lgainsay//'); }
build_header() { echo '#include <gainsay/gainsay.h>' | $CC -x "$1" "-std=$2" -Wall -Wextra -Wpedantic -Werror -fsyntax-only $(flags --cflags) -; }
runs() { "$work/$1" "$here/share/gainsay/rules" >"$work/$1.out" && diff -u tests/library/example.out "$work/$1.out"; }
has_version() { [ "$(flags --modversion)" = "$("$here/bin/gainsay" --version | cut -d' ' -f2)" ]; }
finds_its_packs() { (cd / && "$here/bin/gainsay" explain name-spelling | grep -q '^=== '); }
manual_is_there() { [ -s "$here/share/man/man1/gainsay.1" ] && [ -s "$here/share/man/man7/gainsay-rules.7" ]; }

# names that the shared library exports, and names that the header declares
exports() {
    nm -D --defined-only "$here"/lib/libgainsay.so | awk '{ print $3 }' | sort >"$work/exported"
    sed -n 's/^GSAY_API .*[ *]\(gsay_[a-z_]*\)(.*/\1/p' include/gainsay/gainsay.h | sort >"$work/declared"
    [ -s "$work/declared" ] && diff "$work/declared" "$work/exported"
}
archive_is_ours() { ! nm -g --defined-only "$here/lib/libgainsay.a" 2>/dev/null | awk 'NF == 3 && $3 !~ /^_?gsay_/' | grep .; }

# every folder that is gainsay's own goes, a file that somebody put there stays
uninstalls() {
    echo mine >"$here/share/gainsay/rules/core/mine.lua"
    $MAKE uninstall DESTDIR="$root" PREFIX=$prefix || return 1
    find "$root" ! -type d | sort >"$work/left"
    echo "$here/share/gainsay/rules/core/mine.lua" | diff - "$work/left" && [ ! -d "$here/include/gainsay" ]
}

check "make install" $MAKE install DESTDIR="$root" PREFIX=$prefix
check "the program and pkg-config state one version" has_version
check "the program finds its packs from anywhere" finds_its_packs
check "the manual is installed" manual_is_there
check "the header is C11" build_header c c11
command -v c++ >/dev/null && check "the header is C++" build_header c++ c++17
check "the example builds with the shared library" build_shared
check "the example runs with the shared library" runs shared
check "the example builds with the static library" build_static
check "the example runs with the static library" runs static
if [ "$(uname -s)" != Darwin ]; then
    check "only what the header declares is exported" exports
    check "the archive defines no foreign names" archive_is_ours
fi
[ -n "${KEEP:-}" ] && cp -R "$root" "$KEEP"
check "uninstall takes away what install put" uninstalls
echo "library: $passed passed, $failed failed"
[ "$failed" = 0 ]
