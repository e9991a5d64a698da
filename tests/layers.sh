#!/bin/sh
# No folder of core/ includes one below it: the folders are the pipeline, in the order of the Makefile's STAGES.
# Also: each library is spoken to in its own room alone. Prints every offence; ends in 1 when there is one.
set -eu
cd "$(dirname "$0")/.."
stages=$(sed -n 's/^STAGES *= *//p' Makefile)
failed=0

allowed=
for stage in $stages; do
    [ -d "core/$stage" ] || { echo "core/$stage is missing"; failed=1; }
    allowed="$allowed $stage"
    for file in $(find "core/$stage" -name '*.[ch]' | sort); do
        for target in $(sed -n 's/^#include "\([a-z_]*\)\/.*/\1/p' "$file" | sort -u); do
            case " $allowed gainsay " in
            *" $target "*) ;;
            *) echo "$file includes $target/, which lies below $stage/"; failed=1 ;;
            esac
        done
    done
done
for folder in core/*/; do
    name=$(basename "$folder")
    case " $stages " in
    *" $name "*) ;;
    *) echo "core/$name is not among the STAGES of the Makefile"; failed=1 ;;
    esac
done

# header, rooms that may include it
while read -r header rooms; do
    for file in $(grep -rl "#include <$header" core include 2>/dev/null | sort); do
        room=$(echo "$file" | cut -d/ -f2)
        case " $rooms " in
        *" $room "*) ;;
        *) echo "$file includes <$header>, which belongs to: $rooms"; failed=1 ;;
        esac
    done
done <<LIST
lua rule
lauxlib rule
md4c source
gumbo source
cjson source
utf8proc base
pcre2 rule extract base
LIST
[ "$failed" = 0 ] && echo "layers: in order"
exit "$failed"
