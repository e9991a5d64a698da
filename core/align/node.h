/* Nodes: what is left of a block's records when equal ones are collapsed, and the pairs of nodes that agree or contradict.
 * Private to core/align. */
#ifndef GSAY_ALIGN_NODE_H
#define GSAY_ALIGN_NODE_H

#include "align/align.h"

#define GSAY_NODE_NONE SIZE_MAX

/* Records that say the same of the same in the same words: one value, one context. */
typedef struct gsay_node {
    const gsay_record **places;  /* in order of source, offset; part of the work's records */
    size_t              count;
    gsay_value          value;   /* of the first place, resolved further for dates */
    const gsay_record  *first;   /* places[0] */
    uint64_t            key;     /* tells most nodes of a block apart */
    size_t              topic;   /* union-find: a node of the same topic, GSAY_NODE_NONE at the root */
} gsay_node;

/* Two nodes whose values contradict, a pair of whose places passed every gate, or is an update. */
typedef struct gsay_edge {
    size_t             a;
    size_t             b;
    const gsay_record *place_a;
    const gsay_record *place_b;
    bool               is_update; /* gsay_gates_update */
} gsay_edge;

#define GSAY_SHOWN_STEMS 128u /* a power of two */

/* A stem and how it is shown: keys of a group use the same few again and again, and each takes several look-ups in the lexicon. */
typedef struct gsay_shown_stem {
    gsay_str stem; /* "" empty */
    gsay_str shown;
} gsay_shown_stem;

/* The work of aligning one group. Records and edges lie in the arena of the alignment, nodes go with the work. */
typedef struct gsay_topic_work {
    gsay_arena        *arena;
    gsay_arena         scratch; /* for one block or topic at a time, reset behind it: a fresh arena for each would cost more than the work */
    gsay_buffer        key;     /* of the topic that is assembled */
    gsay_shown_stem    shown[GSAY_SHOWN_STEMS]; /* by hash: stems shown lately */
    gsay_gate_context  context;
    gsay_coverage     *coverage;
    const gsay_record **records; /* with a block: block by block, in order of source, offset; each node's stand together */
    size_t             record_count;
    const struct gsay_year_table *years;
    gsay_node         *nodes; /* room for one a record */
    size_t             count;
    gsay_edge         *edges;
    size_t             edge_count;
    size_t             edge_capacity;
    bool               has_failed;
} gsay_topic_work;

/* node.c: collapse the records [begin, end) of one block into nodes, at most GSAY_BLOCK_VALUES_MAX. Returns how many were added. */
size_t gsay_nodes_collapse(gsay_topic_work *work, size_t begin, size_t end);
/* node.c: the root of a node's topic. */
size_t gsay_node_root(gsay_topic_work *work, size_t node);
/* node.c: make the topics of two nodes one. */
void gsay_nodes_join(gsay_topic_work *work, size_t a, size_t b);

/* pair.c: compare the nodes [begin, begin + count) of one block: join those that agree, remember those that contradict. */
void gsay_nodes_compare(gsay_topic_work *work, size_t begin, size_t count);
/* pair.c: join nodes of equal dates that speak of one event under different verbs. */
void gsay_nodes_join_dates(gsay_topic_work *work);

/* pair.c: remember two nodes that contradict. Sets has_failed when memory is exhausted. */
void gsay_edges_add(gsay_topic_work *work, gsay_edge edge);

/* draft.c: find the reference statements from which values of drafts depart, in whatever words they retell them. */
void gsay_drafts_compare(gsay_topic_work *work);

/* year.c: learn from a group which year its days without a year belong to. NULL when memory is exhausted. */
const struct gsay_year_table *gsay_years_learn(gsay_arena *arena, const gsay_gate_context *context);
/* year.c: the value of a record, with its year where the group settles it (GSAY_RESOLVED_GROUP). Returns false when memory is exhausted. */
bool gsay_years_resolve(gsay_arena *arena, const struct gsay_year_table *years, const gsay_record *record, gsay_value *value);

/* assemble.c: order topics by key, then by their first place. For qsort over gsay_topic. */
int gsay_topic_compare(const void *a, const void *b);

/* assemble.c: turn the joined nodes into topics of the alignment. */
void gsay_topics_assemble(gsay_topic_work *work, gsay_alignment *alignment);

#endif
