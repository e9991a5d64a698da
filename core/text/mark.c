/* Punctuation beyond ASCII and the ASCII character that stands for it, by code points of Unicode 15. */
#include "text/scan.h"

/* A range of code points and the ASCII mark that stands for them; rising. */
struct mark_row {
    uint32_t first, last;
    char     mark;
};

static const struct mark_row mark_rows[] = {
    { 0xA2, 0xA5, '$' },      { 0xAB, 0xAB, '"' },      { 0xBB, 0xBB, '"' },     { 0x58A, 0x58A, '-' },
    { 0x60B, 0x60B, '$' },    { 0x9F2, 0x9F3, '$' },    { 0xE3F, 0xE3F, '$' },   { 0x2010, 0x2015, '-' },
    { 0x2018, 0x201B, '\'' }, { 0x201C, 0x201F, '"' },  { 0x2026, 0x2026, '.' }, { 0x2032, 0x2032, '\'' },
    { 0x2033, 0x2033, '"' },  { 0x2039, 0x203A, '\'' }, { 0x20A0, 0x20CF, '$' }, { 0x2212, 0x2212, '-' },
    { 0x2E3A, 0x2E3B, '-' },  { 0x300C, 0x300F, '"' },  { 0xFE58, 0xFE58, '-' }, { 0xFE63, 0xFE63, '-' },
    { 0xFE69, 0xFE69, '$' },  { 0xFF04, 0xFF04, '$' },  { 0xFF0D, 0xFF0D, '-' }, { 0xFFE0, 0xFFE1, '$' },
    { 0xFFE5, 0xFFE6, '$' },
};

char gsay_mark_of(uint32_t codepoint)
{
    size_t low = 0, high = sizeof(mark_rows) / sizeof(mark_rows[0]);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (codepoint > mark_rows[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_in = low < sizeof(mark_rows) / sizeof(mark_rows[0]) && codepoint >= mark_rows[low].first;
    return is_in ? mark_rows[low].mark : '\0';
}
