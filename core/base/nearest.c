/* Edit distance over three rows of a table, for names as short as options and rules have. */
#include "base/nearest.h"

#define ROW (GSAY_NEAREST_BYTES_MAX + 1)

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Fill the row of a's byte i from the two rows before it. */
static void fill_row(gsay_str a, gsay_str b, size_t i, uint32_t rows[3][ROW])
{
    uint32_t       *row = rows[i % 3];
    const uint32_t *above = rows[(i + 2) % 3];
    const uint32_t *second = rows[(i + 1) % 3];
    row[0] = (uint32_t)i;
    for (size_t k = 1; k <= b.len; k++) {
        uint32_t is_other = a.ptr[i - 1] != b.ptr[k - 1];
        row[k] = least(least(above[k] + 1, row[k - 1] + 1), above[k - 1] + is_other);
        if (i > 1 && k > 1 && a.ptr[i - 1] == b.ptr[k - 2] && a.ptr[i - 2] == b.ptr[k - 1])
            row[k] = least(row[k], second[k - 2] + 1);
    }
}

uint32_t gsay_edit_distance(gsay_str a, gsay_str b)
{
    uint32_t rows[3][ROW] = { { 0 } };
    if (a.len > GSAY_NEAREST_BYTES_MAX || b.len > GSAY_NEAREST_BYTES_MAX)
        return UINT32_MAX;
    for (size_t k = 0; k <= b.len; k++)
        rows[0][k] = (uint32_t)k;
    for (size_t i = 1; i <= a.len; i++)
        fill_row(a, b, i, rows);
    return rows[a.len % 3][b.len];
}

void gsay_nearest_offer(gsay_nearest *search, gsay_str known)
{
    uint32_t distance = gsay_edit_distance(search->name, known);
    uint32_t limit = known.len < 6 ? 1 : (uint32_t)(known.len / 3);
    if (distance > limit || (search->best.len && distance >= search->distance))
        return;
    search->best = known;
    search->distance = distance;
}
