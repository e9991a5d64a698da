/* Days without a year, settled by the group: where sources date a 12 February in full, and all in one year, a bare
 * "Feb. 12" of the group means that year. The sources' own dates count as such. Two years for one day settle nothing.
 */
#include "align/node.h"

#define DAYS_OF_YEAR (13u * 32u) /* month * 32 + day */
#define YEAR_UNKNOWN 0
#define YEAR_TWO     INT32_MIN /* the group dates this day in two years */

struct gsay_year_table {
    int32_t years[DAYS_OF_YEAR];
};

static void learn(struct gsay_year_table *table, gsay_civil date)
{
    int32_t *year = &table->years[date.month * 32 + date.day];
    if (*year == YEAR_UNKNOWN)
        *year = date.year;
    else if (*year != date.year)
        *year = YEAR_TWO;
}

static bool is_full_day(const gsay_temporal *date)
{
    return date->resolved_by != GSAY_RESOLVED_NOT && date->days.from != GSAY_DAY_NONE &&
           date->days.to == date->days.from + 1;
}

static void learn_source(struct gsay_year_table *table, const gsay_records *source)
{
    if (source->filed != GSAY_DAY_NONE)
        learn(table, gsay_civil_of(source->filed));
    for (size_t i = 0; i < source->count; i++) {
        const gsay_value *value = &source->items[i].value;
        if ((value->kind == GSAY_KIND_DATE || value->kind == GSAY_KIND_TIME) && is_full_day(&value->as.temporal))
            learn(table, gsay_civil_of(value->as.temporal.days.from));
    }
}

const struct gsay_year_table *gsay_years_learn(gsay_arena *arena, const gsay_gate_context *context)
{
    struct gsay_year_table *table = GSAY_NEW(arena, struct gsay_year_table, 1);
    for (size_t i = 0; table && i < context->source_count; i++)
        learn_source(table, context->sources[i]);
    return table;
}

bool gsay_years_resolve(gsay_arena *arena, const struct gsay_year_table *years, const gsay_record *record,
                        gsay_value *value)
{
    *value = record->value;
    gsay_temporal *date = &value->as.temporal;
    if (value->kind != GSAY_KIND_DATE || date->resolved_by != GSAY_RESOLVED_NOT || date->year || !date->month ||
        !date->day || date->granularity == GSAY_GRANULARITY_PERIOD)
        return true;
    gsay_civil civil = { .month = date->month, .day = date->day };
    if (civil.month > 12 || civil.day > 31)
        return true;
    civil.year = years->years[civil.month * 32 + civil.day];
    if (civil.year == YEAR_UNKNOWN || civil.year == YEAR_TWO || !gsay_civil_valid(civil))
        return true;
    char print[16];
    date->days.from = gsay_day_of(civil);
    date->days.to = date->days.from + 1;
    date->year = (int16_t)civil.year;
    date->resolved_by = GSAY_RESOLVED_GROUP;
    date->timex = gsay_arena_copy(arena, gsay_day_print(date->days.from, print));
    return date->timex.ptr != NULL;
}
