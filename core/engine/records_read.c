/* Records in place of sources: lines in any order and any number of pieces become what reading the texts would have
 * left.
 *
 * Each line goes to the source that it names; when all are read, the sequence numbers say whether a source is whole. A
 * line that comes twice, byte for byte, counts once: pieces may overlap, and whoever shares work out may do a part
 * again. */
#include "engine/records.h"

#include "source/walk.h"

/* One line at work. */
struct line {
    gsay_engine *engine;
    gsay_str     file;
    uint64_t     number; /* of the line */
    gsay_role    role;
    uint64_t     hash;
    gsay_error  *err;
};

/* Say where a line is that cannot be used, and why not. */
static gsay_status refuse(const struct line *line, gsay_status status, const char *why)
{
    if (status == GSAY_ENOMEM)
        return gsay_fail_memory(line->err);
    return gsay_fail(line->err, status, SIZE_MAX, "cannot read the record at %.*s:%llu: %s", GSAY_ARG(line->file),
                     (unsigned long long)line->number, why);
}

/* The source of a name, made when it is first met. NULL with an error when the name is one of a text, or for want of
 * memory. */
static gsay_engine_source *source_of(const struct line *line, gsay_str name)
{
    gsay_engine       *engine = line->engine;
    gsay_engine_source made = { .source = { .name = name, .date = GSAY_DAY_NONE, .group = GSAY_STR("") } };
    uint32_t           index = 0;
    bool               is_new = false;
    gsay_error         bad = { 0 };
    gsay_status        status = gsay_engine_take(engine, &made, &index, &is_new, &bad);
    if (status == GSAY_OK && !is_new && !engine->sources[index].read)
        status = gsay_fail(&bad, GSAY_EINPUT, SIZE_MAX, "another source of this run is called as its source is");
    if (status == GSAY_OK && is_new) {
        gsay_read_source *read = GSAY_NEW(&engine->arena, gsay_read_source, 1);
        if (read)
            *read = (gsay_read_source){ .file = line->file, .file_line = line->number };
        engine->sources[index].read = read;
        status = read ? GSAY_OK : GSAY_ENOMEM;
    }
    if (status == GSAY_OK)
        return &engine->sources[index];
    refuse(line, status, bad.message);
    return NULL;
}

/* Take over the line that a source has for itself. A source that was once named as a reference is one. */
static gsay_status add_source_line(const struct line *line, const gsay_record_key *key, gsay_str json)
{
    gsay_error       bad = { 0 };
    gsay_source_line made;
    gsay_terms      *terms = NULL;
    gsay_arena      *arena = &line->engine->arena;
    gsay_status      status = gsay_source_line_read(arena, key, json, &made, &bad);
    if (status == GSAY_OK && made.has_terms)
        status = gsay_terms_adopt(arena, made.terms, made.term_count, made.name, &terms, &bad);
    if (status != GSAY_OK)
        return refuse(line, status, bad.message);
    gsay_engine_source *source = source_of(line, made.name);
    if (!source)
        return line->err->status;
    gsay_read_source *read = source->read;
    if (read->has_line && read->hash != line->hash)
        return refuse(line, GSAY_EINPUT, "its source has another line of its own, which says something else");
    gsay_role role = made.role == GSAY_ROLE_PEER ? line->role : made.role;
    if (!read->has_line || role == GSAY_ROLE_REFERENCE)
        source->source.role = role;
    if (!read->has_line) {
        read->line = made;
        read->terms = terms;
        read->hash = line->hash;
        read->has_line = true;
    }
    return GSAY_OK;
}

static gsay_status add_record(const struct line *line, gsay_record_key *key, gsay_str json)
{
    gsay_arena       *arena = &line->engine->arena;
    gsay_error        bad = { 0 };
    gsay_record_node *node = GSAY_TAKE(arena, gsay_record_node, 1);
    gsay_status       status = node ? gsay_record_read(arena, key, json, &node->record, &bad) : GSAY_ENOMEM;
    if (status != GSAY_OK)
        return refuse(line, status, bad.message);
    gsay_engine_source *source = source_of(line, node->record.place.source);
    if (!source)
        return line->err->status;
    gsay_record_list *list = key->is_named ? &source->read->named : &source->read->items;
    node->hash = line->hash;
    node->number = key->sequence;
    node->next = list->last;
    list->last = node;
    list->count++;
    return GSAY_OK;
}

static gsay_status add_line(const struct line *line, gsay_str text)
{
    gsay_error      bad = { 0 };
    gsay_record_key key;
    gsay_str        json;
    gsay_status     status = gsay_record_key_read(text, &key, &json, &bad);
    if (status != GSAY_OK)
        return refuse(line, status, bad.message);
    return key.is_source ? add_source_line(line, &key, json) : add_record(line, &key, json);
}

gsay_status gsay_records_add(gsay_engine *engine, gsay_lines *lines, gsay_role role, gsay_error *err)
{
    gsay_error  bad = { 0 };
    struct line line = { .engine = engine, .role = role, .err = &bad };
    gsay_str    text = { 0 };
    gsay_status status = GSAY_OK;
    line.file = gsay_arena_copy(&engine->arena, lines->name);
    if (!line.file.ptr)
        return gsay_fail_memory(err);
    for (bool is_end = false; status == GSAY_OK;) {
        status = gsay_lines_next(lines, &text, &is_end, &bad);
        if (status != GSAY_OK || is_end)
            break;
        line.number = lines->number;
        line.hash = gsay_hash(text);
        status = add_line(&line, text);
    }
    engine->has_damage |= status != GSAY_OK;
    if (status != GSAY_OK && err)
        *err = bad;
    return status;
}

/* What keeps a source from being used. */
struct flaw {
    const char *why; /* NULL: nothing */
    size_t      missing;
    size_t      wanted;
};

/* Put the records of a list where their numbers say. */
static struct flaw sort_list(const gsay_record_list *list, size_t count, gsay_record *items, uint64_t *hashes)
{
    size_t filled = 0;
    for (const gsay_record_node *node = list->last; node; node = node->next) {
        uint32_t at = node->number;
        if (at >= count)
            return (struct flaw){ .why = "a record has a number that is too high" };
        bool is_filled = items[at].source != NULL;
        if (is_filled && hashes[at] != node->hash)
            return (struct flaw){ .why = "two records have one number" };
        items[at] = node->record;
        hashes[at] = node->hash;
        filled += !is_filled;
    }
    return filled < count ? (struct flaw){ "records are missing", count - filled, count } : (struct flaw){ 0 };
}

/* Bring a list in order. items: out, in the engine's arena. flaw: out. */
static gsay_status settle_list(gsay_engine *engine, const gsay_record_list *list, size_t count, gsay_record **items,
                               struct flaw *flaw)
{
    gsay_arena scratch = { 0 };
    *flaw = (struct flaw){ "records are missing", count - list->count, count };
    if (list->count < count) /* before room is made for what a damaged line may claim */
        return GSAY_OK;
    uint64_t *hashes = GSAY_TAKE(&scratch, uint64_t, count);
    *items = GSAY_NEW(&engine->arena, gsay_record, count);
    bool has_room = *items && hashes;
    if (has_room)
        *flaw = sort_list(list, count, *items, hashes);
    gsay_arena_clear(&scratch);
    return has_room ? GSAY_OK : GSAY_ENOMEM;
}

/* Tell whether records rise by place, as their sequence does. */
static bool is_rising(const gsay_record *items, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (items[i - 1].place.span.begin > items[i].place.span.begin)
            return false;
    return true;
}

/* The group of a source, which is now asked for where its name is a path. */
static gsay_str group_of(const gsay_engine *engine, const gsay_source_line *line)
{
    bool is_standard = gsay_str_equal(line->name, GSAY_STR("-"));
    if (!line->has_path)
        return line->group;
    return gsay_engine_group(engine, line->name, is_standard ? GSAY_STR("") : gsay_folder_of(line->name));
}

/* Hand on the values of claims that are named here, too. Their own records are then compared under these names alone,
 * as gsay_records_add_named has it. */
static void adopt_named(const gsay_engine *engine, gsay_records *records, gsay_record *named, size_t count)
{
    records->named = named;
    for (size_t i = 0; i < count; i++) {
        uint32_t own = named[i].sequence;
        if (!gsay_named_of(&engine->packs.named, named[i].block))
            continue;
        if (own < records->count && records->items[own].claim)
            records->items[own].block = GSAY_STR("");
        named[i].role = records->role;
        records->named[records->named_count++] = named[i];
    }
}

/* Give what was read of a source the form that reading its text would have given it. */
static void adopt(const gsay_engine *engine, gsay_engine_source *source, gsay_record *items)
{
    gsay_read_source *read = source->read;
    gsay_source_line *line = &read->line;
    source->source.group = group_of(engine, line);
    source->source.name = line->name;
    for (size_t i = 0; i < line->records; i++)
        items[i].role = source->source.role;
    for (size_t i = 0; i < line->finding_count; i++)
        line->findings[i].group = source->source.group;
    read->records = (gsay_records){ .source = line->name,
                                    .group = source->source.group,
                                    .role = source->source.role,
                                    .filed = line->filed,
                                    .words = line->words,
                                    .word_count = line->word_count,
                                    .items = items,
                                    .count = (size_t)line->records,
                                    .terms = read->terms };
    read->findings = (gsay_findings){ .items = line->findings, .count = line->finding_count };
    read->failures = (gsay_rule_failures){ .items = line->failures, .count = line->failure_count };
}

/* Bring one source in order. flaw: out. */
static gsay_status settle_source(gsay_engine *engine, gsay_engine_source *source, struct flaw *flaw)
{
    gsay_read_source *read = source->read;
    size_t            count = (size_t)read->line.records, named_count = (size_t)read->line.named;
    gsay_record      *items = NULL, *named = NULL;
    *flaw = (struct flaw){ .why = "the line of the source itself is missing" };
    if (!read->has_line)
        return GSAY_OK;
    GSAY_TRY(settle_list(engine, &read->items, count, &items, flaw));
    if (flaw->why)
        return GSAY_OK;
    GSAY_TRY(settle_list(engine, &read->named, named_count, &named, flaw));
    if (flaw->why)
        return GSAY_OK;
    if (!is_rising(items, count)) {
        flaw->why = "its records are not in the order of their places";
        return GSAY_OK;
    }
    adopt(engine, source, items);
    adopt_named(engine, &read->records, named, named_count);
    return GSAY_OK;
}

/* Tell of the first source that is not whole, and how many others are not. */
static gsay_status tell_flaw(gsay_engine *engine, const gsay_engine_source *source, const struct flaw *flaw,
                             size_t others, gsay_error *err)
{
    const gsay_read_source *read = source->read;
    gsay_buffer             message = { 0 };
    gsay_buffer_add_format(&message,
                           "cannot use the records of %.*s (one is at %.*s:%llu): ", GSAY_ARG(source->source.name),
                           GSAY_ARG(read->file), (unsigned long long)read->file_line);
    if (flaw->missing)
        gsay_buffer_add_format(&message, "%zu of %zu ", flaw->missing, flaw->wanted);
    gsay_buffer_add(&message, gsay_str_of(flaw->why));
    if (others)
        gsay_buffer_add_format(&message, "; %zu more source%s not whole", others, others > 1 ? "s are" : " is");
    gsay_status status = message.has_failed
                             ? gsay_fail_memory(err)
                             : gsay_engine_add_problem(engine, GSAY_EINPUT, false, gsay_buffer_view(&message), err);
    gsay_buffer_clear(&message);
    return status;
}

gsay_status gsay_records_settle(gsay_engine *engine, gsay_error *err)
{
    size_t             kept = 0, bad = 0;
    gsay_engine_source first = { 0 };
    struct flaw        first_flaw = { 0 };
    for (size_t i = 0; i < engine->source_count; i++) {
        gsay_engine_source *source = &engine->sources[i];
        struct flaw         flaw = { 0 };
        if (source->read && settle_source(engine, source, &flaw) != GSAY_OK)
            return gsay_fail_memory(err);
        if (!flaw.why) {
            engine->sources[kept++] = *source;
            continue;
        }
        if (bad++ == 0 || gsay_str_compare(source->source.name, first.source.name) < 0) {
            first = *source;
            first_flaw = flaw;
        }
    }
    engine->source_count = kept;
    if (bad == 0 || engine->has_damage)
        return GSAY_OK;
    return tell_flaw(engine, &first, &first_flaw, bad - 1, err);
}
