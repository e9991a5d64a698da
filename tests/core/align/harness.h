/* Short texts through all stages up to alignment, for tests that say what they mean in sentences. */
#ifndef GSAY_TESTS_ALIGN_HARNESS_H
#define GSAY_TESTS_ALIGN_HARNESS_H

#include "align/align.h"
#include "base/buffer.h"

#define HARNESS_SOURCES_MAX 10u

/* A group under test. Open with harness_open, add sources, align, close. */
typedef struct harness {
    gsay_arena      arena;
    gsay_vocabulary vocabulary;
    gsay_records    sources[HARNESS_SOURCES_MAX];
    size_t          count;
    gsay_alignment  alignment;
} harness;

/* Open an empty group. */
void harness_open(harness *group);
/* Add a text under a name. date: YYYY-MM-DD, or NULL. */
void harness_add(harness *group, const char *name, const char *text, const char *date, gsay_role role);
/* Open a group of texts that NULL ends, as sources "0", "1", … without a date. */
void harness_open_texts(harness *group, const char *const *texts);
/* Align what was added: topics only. */
void harness_align(harness *group);
/* The number of values that depart, over all topics. */
size_t harness_departing(const harness *group);
/* The first topic that holds a value whose first place reads so; NULL when there is none. */
const gsay_topic *harness_topic(const harness *group, const char *text);
/* The first record of a source that reads so; the test fails when there is none. */
const gsay_record *harness_record(const harness *group, size_t source, const char *text);
/* Give everything back. */
void harness_close(harness *group);

/* Two peers in a group; whether any value departs, and the gate that stopped the only pair otherwise. */
bool harness_contradict(const char *a, const char *b);
/* As harness_contradict with datelines. */
bool harness_contradict_dated(const char *a, const char *date_a, const char *b, const char *date_b);

/* A part of gsay_align. */
typedef gsay_status harness_part(gsay_arena *arena, const gsay_records *sources, size_t count,
                                 gsay_alignment *alignment, gsay_error *err);

/* Texts that NULL ends give these pairs of names, printed one by one, in whatever order the sources come.
 * print: adds a space and the pair, or nothing for one that is not to be seen. want: without the first space. */
void harness_check_pairs(const char *const *texts, harness_part *part,
                         void (*print)(const gsay_name_pair *pair, gsay_buffer *out), const char *want);
/* Where memory ends with any allocation, the alignment is an error and untouched. */
void harness_check_memory(const char *const *texts, harness_part *part);
/* Texts that NULL ends leave so many names out. */
void harness_check_capped(const char *const *texts, harness_part *part, uint64_t want);

#endif
