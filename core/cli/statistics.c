/* --statistics: what was looked at, and what it cost, on standard error. */
#include "cli/session.h"

#include <sys/resource.h>

/* " 12 number, 3 date" */
static void add_tallies(gsay_buffer *buffer, const gsay_tally *tallies, size_t count)
{
    for (size_t i = 0; i < count; i++)
        gsay_buffer_add_format(buffer, "%s %llu %s", i ? "," : "", (unsigned long long)tallies[i].count,
                               tallies[i].name);
}

/* Microseconds are as exact as one run is like another. */
static void add_times(gsay_buffer *buffer, const gsay_statistics *statistics)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < statistics->stage_count; i++)
        sum += statistics->stages[i].count;
    gsay_buffer_add_format(buffer,
                           "time      %llu.%03llu ms, summed over threads:", (unsigned long long)(sum / 1000000),
                           (unsigned long long)(sum / 1000 % 1000));
    for (size_t i = 0; i < statistics->stage_count; i++)
        gsay_buffer_add_format(buffer, "%s %s %llu.%03llu", i ? "," : "", statistics->stages[i].name,
                               (unsigned long long)(statistics->stages[i].count / 1000000),
                               (unsigned long long)(statistics->stages[i].count / 1000 % 1000));
    gsay_buffer_add_byte(buffer, '\n');
}

/* The most memory that the process held: Linux tells KiB, macOS bytes. */
static void add_memory(gsay_buffer *buffer)
{
    struct rusage usage = { 0 };
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return;
#ifdef __APPLE__
    unsigned long long kibibytes = (unsigned long long)usage.ru_maxrss / 1024;
#else
    unsigned long long kibibytes = (unsigned long long)usage.ru_maxrss;
#endif
    gsay_buffer_add_format(buffer, "memory    %llu KiB at most\n", kibibytes);
}

static void add_alignment(gsay_buffer *buffer, const gsay_statistics *statistics)
{
    gsay_buffer_add_format(buffer, "topics    %llu\npairs     %llu compared", (unsigned long long)statistics->topics,
                           (unsigned long long)statistics->compared);
    if (statistics->skipped_count)
        gsay_buffer_add(buffer, GSAY_STR("; kept apart:"));
    add_tallies(buffer, statistics->skipped, statistics->skipped_count);
    if (statistics->capped)
        gsay_buffer_add_format(buffer, "; %llu values left out of crowded topics",
                               (unsigned long long)statistics->capped);
    gsay_buffer_add_byte(buffer, '\n');
}

gsay_status gsay_print_statistics(gsay_engine *engine, bool has_alignment, gsay_error *err)
{
    gsay_statistics statistics = { 0 };
    gsay_buffer     buffer = { 0 };
    GSAY_TRY(gsay_engine_statistics(engine, &statistics, err));
    gsay_buffer_add_format(&buffer, "sources   %llu, %llu bytes\nmentions  %llu%s",
                           (unsigned long long)statistics.sources, (unsigned long long)statistics.bytes,
                           (unsigned long long)statistics.mentions, statistics.kind_count ? ":" : "");
    add_tallies(&buffer, statistics.kinds, statistics.kind_count);
    gsay_buffer_add_format(&buffer, "\nclaims    %llu\n", (unsigned long long)statistics.claims);
    if (has_alignment)
        add_alignment(&buffer, &statistics);
    add_times(&buffer, &statistics);
    add_memory(&buffer);
    gsay_status status = buffer.has_failed
                             ? gsay_fail_memory(err)
                             : gsay_write_stream(stderr, gsay_buffer_view(&buffer), "standard error", err);
    gsay_buffer_clear(&buffer);
    return status;
}
