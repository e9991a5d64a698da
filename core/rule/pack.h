/* Rule packs: folders of Lua files, loaded, checked and configured. This folder is the only code that knows Lua.
 *
 * A pack is a folder; pack.lua describes it (optional for a user's folder), every other *.lua beside it is one rule,
 * tests/ *.test.md are its tests. Shipped packs and a user's own go through the same loader. Loading parses each file
 * and runs it once inside the sandbox to read its table; a worker (worker.h) takes what was parsed into a Lua state of
 * its own. */
#ifndef GSAY_RULE_PACK_H
#define GSAY_RULE_PACK_H

#include "rule/finding.h"

#define GSAY_RULE_FILE_BYTES_MAX                                                                                       \
    (1u << 18) /* a rule file longer than this is refused: Lua compares each label with all others */
#define GSAY_RULE_INSTRUCTIONS_MAX                                                                                     \
    20000000u /* Lua instructions of one call of a rule; loops in C functions charge it, too */
#define GSAY_RULE_MEMORY_MAX ((size_t)64 << 20) /* bytes of one worker's Lua state */

/* What check() of a rule is called with. */
typedef enum gsay_each {
    GSAY_EACH_NONE = 0,
    GSAY_EACH_SOURCE,
    GSAY_EACH_TOPIC,
    GSAY_EACH_NAME,
    GSAY_EACH_QUOTE,
    GSAY_EACH_GROUP
} gsay_each;

/* Kinds of mentions; 0 is none. */
typedef uint32_t gsay_kind_set;
/* The set of one kind. */
#define GSAY_KIND_BIT(kind) ((gsay_kind_set)1 << (kind))
_Static_assert(GSAY_KIND_COUNT <= 32, "a set of kinds is a word");

/* The parts of a date that a rule may ask for. X(NAME, name as rules know it) */
#define GSAY_DATE_PARTS(X)                                                                                             \
    X(YEAR, "year")                                                                                                    \
    X(MONTH, "month")                                                                                                  \
    X(DAY, "day")                                                                                                      \
    X(WEEKDAY, "weekday")

/* Parts of a date as bits of a set; 0 is none. */
enum gsay_date_part {
#define GSAY_DATE_PART_ENUM(name, text) GSAY_DATE_PART_##name,
    GSAY_DATE_PARTS(GSAY_DATE_PART_ENUM)
#undef GSAY_DATE_PART_ENUM
    GSAY_DATE_PART_COUNT
};

typedef enum gsay_option_type { GSAY_OPTION_NUMBER = 0, GSAY_OPTION_BOOLEAN, GSAY_OPTION_STRING } gsay_option_type;

/* One option of a rule, with the value in force. */
typedef struct gsay_rule_option {
    gsay_str         key;
    gsay_str         doc;
    gsay_option_type type;
    gsay_str         value;   /* as text: the decimal, "true" or "false", or the string */
    gsay_str         minimum; /* of a number; "" none */
    gsay_str         maximum;
} gsay_rule_option;

/* One rule as its file describes it. */
typedef struct gsay_rule {
    gsay_str          id;
    gsay_str          pack; /* name of its pack */
    gsay_str          path; /* of its file, for messages */
    gsay_str          code; /* the file as Lua parsed it, for the workers of this process */
    gsay_str          summary;
    gsay_str          docs;
    gsay_severity     severity; /* in force: the file's, then pack.lua's, then the command line's; OFF does not run */
    gsay_severity     declared; /* the file's */
    bool              is_overridden; /* the user set the severity: what the rule itself reports is replaced by it */
    gsay_each         each;
    gsay_kind_set     kinds; /* of a rule for each source: it is called where one of them is mentioned; 0: everywhere.
                              * Of a rule for each name: bits of gsay_pair_kind */
    uint8_t           with;  /* of a rule for each source: it is called where one of them has all these parts of a
                              * date: bits of gsay_date_part; 0: where it has any or none */
    gsay_rule_option *options;
    size_t            option_count;
} gsay_rule;

/* A rule that failed or passed a limit, or a rule file that could not be loaded. */
typedef struct gsay_rule_failure {
    gsay_str rule;    /* its id; the path of the file when it has none yet */
    gsay_str message; /* with file and line */
} gsay_rule_failure;

/* Failures of a run, or of one part of it. Zeroed memory is an empty list. */
typedef struct gsay_rule_failures {
    gsay_rule_failure *items; /* owned by the arena given with the call */
    size_t             count;
    size_t             capacity;
} gsay_rule_failures;

/* Append a failure; its strings are copied. Returns GSAY_OK, GSAY_ENOMEM. */
gsay_status gsay_rule_failures_add(gsay_arena *arena, gsay_rule_failures *failures, gsay_rule_failure failure,
                                   gsay_error *err);

/* The rules of a run. Open with gsay_packs_load; owned by its arena. Read-only while workers run. */
typedef struct gsay_packs {
    gsay_arena arena;
    gsay_rule *rules; /* by pack, id; ids are unique: a later pack's rule of the same id replaces the earlier one */
    size_t     count;
    gsay_str  *folders; /* of the packs loaded, in order */
    size_t     folder_count;
    gsay_rule_failures broken; /* rule files that cannot be loaded, in order of path: the caller reports them (exit
                                  status 3); the others run */
    gsay_named named;          /* claims that packs name, and what they are pinned to */
    gsay_str_set accepted;     /* spellings that are right, folded, by bytes */
    gsay_str_set titles;       /* titles before names that no list has, folded, by bytes */
    gsay_str_set *synonyms;    /* classes of words that mean one thing, folded, in order of packs and files */
    size_t synonym_count;
    size_t synonym_capacity;
    size_t capacity;           /* of rules */
    size_t folder_capacity;
} gsay_packs;

/* The shipped pack that is a matter of taste: loaded only where it is named. */
#define GSAY_PACK_OF_STYLE "style"

/* Load packs.
 *
 * shipped  folder that holds the shipped packs.
 * names    each a shipped pack's name, or a folder (it holds a "/" or exists as a folder); `extends` in a pack.lua is
 * followed (cycles end). count 0: every shipped pack but "style". packs    out, zeroed before; release with
 * gsay_packs_close also after an error. Returns GSAY_OK, also when a rule file is wrong: it is in packs->broken;
 * GSAY_EINPUT for an unknown pack (the nearest known one is named), or a key or value of a pack.lua; GSAY_ERULE for a
 * Lua error in a pack.lua, with file and line; GSAY_EIO; GSAY_ENOMEM. */
gsay_status gsay_packs_load(gsay_str shipped, const gsay_str *names, size_t count, gsay_packs *packs, gsay_error *err);

/* Set a rule's severity ("ID=off|note|warning|error"). GSAY_EINPUT names the nearest known rule. */
gsay_status gsay_packs_set_severity(gsay_packs *packs, gsay_str id, gsay_severity severity, gsay_error *err);
/* Switch every rule off but those named so far: call for each --only; the first call switches the others off. */
gsay_status gsay_packs_only(gsay_packs *packs, const gsay_str *ids, size_t count, gsay_error *err);
/* Set an option ("ID.KEY=VALUE"). GSAY_EINPUT names the nearest known key, or the range that value is out of. */
gsay_status gsay_packs_set_option(gsay_packs *packs, gsay_str id, gsay_str key, gsay_str value, gsay_error *err);
/* Name a claim, or add a pattern to one: what pack.lua does under `claims`. Returns as gsay_named_add. */
gsay_status gsay_packs_name(gsay_packs *packs, gsay_str name, gsay_str pattern, gsay_error *err);
/* Pin a claim to a value ("NAME=VALUE"). origin: who does so. Returns as gsay_named_pin. */
gsay_status gsay_packs_pin(gsay_packs *packs, gsay_str name, gsay_str value, gsay_str origin, gsay_error *err);
/* Find a rule by id; NULL when there is none. */
gsay_rule *gsay_packs_find(gsay_packs *packs, gsay_str id);
/* The known id nearest to a mistyped one; "" when none is near. */
gsay_str gsay_packs_nearest(const gsay_packs *packs, gsay_str id);
/* Give everything back. */
void gsay_packs_close(gsay_packs *packs);

/* The printed name of an `each`. */
const char *gsay_each_name(gsay_each each);

#endif
