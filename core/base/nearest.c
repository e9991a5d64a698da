/* Optimal string alignment by three rows of the dynamic programme (Damerau 1964, Levenshtein 1966; without the second edit of a
 * swapped pair, which no typist makes). Bounded by length, so the rows stand on the stack. */
#include "base/nearest.h"

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned gsay_edit_distance(gsay_str a, gsay_str b, unsigned limit)
{
    unsigned rows[3][GSAY_NEAREST_BYTES_MAX + 1];
    size_t   gap = a.len > b.len ? a.len - b.len : b.len - a.len;
    if (a.len > GSAY_NEAREST_BYTES_MAX || b.len > GSAY_NEAREST_BYTES_MAX || gap > limit)
        return limit + 1;
    for (unsigned k = 0; k <= b.len; k++)
        rows[0][k] = k;
    for (size_t i = 1; i <= a.len; i++) {
        unsigned       *row = rows[i % 3];
        const unsigned *above = rows[(i - 1) % 3];
        unsigned        best = row[0] = (unsigned)i;
        for (size_t k = 1; k <= b.len; k++) {
            unsigned cost = a.ptr[i - 1] != b.ptr[k - 1];
            row[k] = least(least(above[k] + 1, row[k - 1] + 1), above[k - 1] + cost);
            if (i > 1 && k > 1 && a.ptr[i - 1] == b.ptr[k - 2] && a.ptr[i - 2] == b.ptr[k - 1])
                row[k] = least(row[k], rows[(i - 2) % 3][k - 2] + 1);
            best = least(best, row[k]);
        }
        if (best > limit)
            return limit + 1;
    }
    return least(rows[a.len % 3][b.len], limit + 1);
}

gsay_str gsay_nearest(gsay_str name, const gsay_str *known, size_t count)
{
    gsay_str nearest = { 0 };
    unsigned bound = (unsigned)(name.len < 60 ? name.len : 60) / 3;
    for (size_t i = 0; i < count; i++) {
        unsigned distance = gsay_edit_distance(name, known[i], bound);
        if (distance <= bound && (!nearest.ptr || distance < bound)) {
            nearest = known[i];
            bound = distance;
        }
    }
    return nearest;
}
