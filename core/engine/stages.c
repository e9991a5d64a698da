/* One source through the stages, in the state of one thread; and the extraction command, which stops there. */
#include "engine/records.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "base/thread.h"
#include "report/report.h"
#include "source/encoding.h"
#include "source/walk.h"
#include "text/text.h"

/* Sources extracted before their lines are handed on: enough to keep the threads busy, few enough to keep memory small.
 */
#define BATCH_SOURCES 64u

uint32_t gsay_engine_pairs(const gsay_engine *engine)
{
    uint32_t pairs = 0;
    for (size_t i = 0; i < engine->packs.count; i++) {
        const gsay_rule *rule = &engine->packs.rules[i];
        if (rule->each == GSAY_EACH_NAME && rule->severity != GSAY_SEVERITY_OFF)
            pairs |= rule->kinds;
    }
    return pairs;
}

gsay_status gsay_source_worker_open(gsay_engine *engine, size_t number, bool has_rules, gsay_source_worker *worker,
                                    gsay_error *err)
{
    gsay_engine_kept *kept = engine->kept ? &engine->kept[number] : NULL;
    *worker =
        (gsay_source_worker){ .kept = kept ? &kept->arena : NULL, .counts = { .is_timed = engine->settings.is_timed } };
    worker->named = &engine->packs.named;
    worker->has_terms = has_rules && gsay_engine_pairs(engine) & GSAY_PAIRS_OF_STYLE;
    worker->records = has_rules ? &worker->batch : worker->kept;
    worker->vocabulary = has_rules || !kept ? &worker->own : &kept->words;
    GSAY_TRY(gsay_vocabulary_open(worker->vocabulary, err));
    for (size_t i = 0; i < engine->packs.titles.count; i++)
        GSAY_TRY(gsay_vocabulary_teach(worker->vocabulary, engine->packs.titles.items[i], GSAY_WORD(TITLE), err));
    for (size_t i = 0; i < engine->packs.synonym_count; i++)
        GSAY_TRY(gsay_synonyms_teach(worker->vocabulary, engine->packs.synonyms[i], err));
    return has_rules ? gsay_worker_open(&engine->packs, &worker->rules, err) : GSAY_OK;
}

void gsay_source_worker_close(gsay_engine *engine, gsay_source_worker *worker)
{
    gsay_work_add(&engine->counts, &worker->counts);
    gsay_worker_close(worker->rules);
    gsay_named_memo_clear(&worker->memo);
    gsay_term_memory_clear(&worker->terms);
    gsay_vocabulary_close(&worker->own);
    gsay_arena_clear(&worker->scratch);
    gsay_arena_clear(&worker->batch);
}

gsay_status gsay_source_worker_read(gsay_source_worker *worker, gsay_arena *lasting, int32_t date,
                                    gsay_engine_source *source, gsay_claims *claims, gsay_error *err)
{
    gsay_arena    *scratch = &worker->scratch;
    gsay_document *document = GSAY_NEW(scratch, gsay_document, 1);
    gsay_text     *text = GSAY_NEW(scratch, gsay_text, 1);
    gsay_mentions *mentions = GSAY_NEW(scratch, gsay_mentions, 1);
    if (!document || !text || !mentions)
        return gsay_fail_memory(err);
    gsay_work_begin(&worker->counts);
    if (source->is_file && !source->source.input.ptr)
        GSAY_TRY(gsay_file_read(lasting, source->source.name, &source->source.input, err));
    GSAY_TRY(gsay_source_decode(lasting, &source->source, err));
    if (source->source.decoding) {
        source->encoding = source->source.decoding->encoding;
        source->encoding_reason = source->source.decoding->reason;
    }
    GSAY_TRY(gsay_document_read(scratch, &source->source, document, err));
    gsay_work_note(&worker->counts, GSAY_STAGE_SOURCE);
    GSAY_TRY(gsay_text_read(scratch, document, worker->vocabulary, text, err));
    gsay_work_note(&worker->counts, GSAY_STAGE_TEXT);
    GSAY_TRY(gsay_extract(scratch, text, date, mentions, err));
    gsay_work_note(&worker->counts, GSAY_STAGE_EXTRACT);
    GSAY_TRY(gsay_claims_read(lasting, mentions, claims, err));
    gsay_work_note(&worker->counts, GSAY_STAGE_CLAIM);
    gsay_work_add_source(&worker->counts, source, claims);
    return GSAY_OK;
}

/* The terms of a source, for rules of style. */
static gsay_status read_terms(gsay_source_worker *worker, gsay_arena *arena, const gsay_mentions *mentions,
                              gsay_records *records, gsay_error *err)
{
    gsay_terms *terms = GSAY_NEW(arena, gsay_terms, 1);
    if (!terms)
        return gsay_fail_memory(err);
    GSAY_TRY(gsay_terms_read_more(arena, mentions, &worker->terms, terms, err));
    records->terms = terms;
    return GSAY_OK;
}

gsay_status gsay_source_worker_pack(gsay_source_worker *worker, gsay_arena *arena, const gsay_claims *claims,
                                    gsay_records *records, gsay_error *err)
{
    gsay_named_hits hits = { 0 };
    GSAY_TRY(gsay_records_pack(arena, claims, records, err));
    if (worker->has_terms)
        GSAY_TRY(read_terms(worker, arena, claims->mentions, records, err));
    if (worker->named->count == 0)
        return GSAY_OK;
    GSAY_TRY(gsay_named_find(worker->named, &worker->memo, &worker->scratch, claims->mentions, &hits, err));
    return hits.count ? gsay_records_add_named(arena, worker->named, &hits, claims->mentions, records, err) : GSAY_OK;
}

/* One batch of sources that several threads turn into lines. */
typedef struct extraction_batch {
    gsay_engine        *engine;
    gsay_source_worker *workers;
    size_t              begin; /* of the batch in engine->sources */
    gsay_buffer        *lines; /* one a source */
    gsay_error         *errors;
    bool                has_records; /* lines of records, not of mentions */
    gsay_rule_failures *failures;    /* of records: one a source */
    gsay_intern         failed;      /* rules whose failure was told of */
    atomic_size_t       done;        /* sources, of all batches so far */
} extraction_batch;

/* The lines of one source that was read. */
static gsay_status write_lines(extraction_batch *batch, gsay_source_worker *worker, const gsay_claims *claims,
                               size_t item)
{
    gsay_buffer *lines = &batch->lines[item];
    if (batch->has_records)
        return gsay_records_write(worker, &batch->engine->sources[batch->begin + item], claims, lines,
                                  &batch->failures[item], &batch->errors[item]);
    gsay_write_mentions(lines, claims);
    return lines->has_failed ? gsay_fail_memory(&batch->errors[item]) : GSAY_OK;
}

/* One source to its lines. A file's bytes go with the scratch arena, so memory is that of a batch. */
static void extract_one(void *context, size_t number, size_t item)
{
    extraction_batch   *batch = context;
    gsay_source_worker *worker = &batch->workers[number];
    gsay_engine_source *source = &batch->engine->sources[batch->begin + item];
    gsay_claims         claims = { 0 };
    gsay_status         status =
        gsay_source_worker_read(worker, &worker->scratch, batch->engine->date, source, &claims, &batch->errors[item]);
    if (status == GSAY_OK)
        status = write_lines(batch, worker, &claims, item);
    batch->errors[item].status = status;
    if (source->is_file || source->source.decoding)
        source->source.input = (gsay_str){ 0 };
    source->source.decoding = NULL;
    gsay_arena_reset(&worker->scratch);
    size_t done = atomic_fetch_add(&batch->done, 1) + 1;
    if (number == 0)
        gsay_engine_tell(batch->engine, "reading", done, batch->engine->source_count);
}

/* Hand a batch's lines on in the order of its sources, and keep what went wrong. */
static gsay_status hand_on(extraction_batch *batch, size_t count, gsay_claims_sink *sink, void *context,
                           gsay_error *err)
{
    for (size_t i = 0; i < count; i++) {
        gsay_error *bad = &batch->errors[i];
        if (bad->status == GSAY_ENOMEM)
            return gsay_fail_memory(err);
        GSAY_TRY(gsay_engine_tell_encoding(batch->engine, &batch->engine->sources[batch->begin + i], err));
        if (bad->status != GSAY_OK)
            GSAY_TRY(gsay_engine_add_problem(batch->engine, bad->status,
                                             batch->engine->sources[batch->begin + i].is_walked,
                                             gsay_str_of(bad->message), err));
        else if (batch->lines[i].len)
            GSAY_TRY(sink(context, gsay_buffer_view(&batch->lines[i]), err));
        GSAY_TRY(gsay_engine_tell_failures(batch->engine, &batch->failed, &batch->failures[i], err));
        gsay_buffer_reset(&batch->lines[i]);
        *bad = (gsay_error){ 0 };
        batch->failures[i] = (gsay_rule_failures){ 0 };
    }
    return GSAY_OK;
}

/* Threads wait for each other at the end of a batch: that is what keeps lines in order and memory bounded. */
static gsay_status extract_batches(extraction_batch *batch, size_t workers, gsay_claims_sink *sink, void *context,
                                   gsay_error *err)
{
    size_t count = batch->engine->source_count;
    gsay_engine_tell(batch->engine, "reading", 0, count);
    for (batch->begin = 0; batch->begin < count; batch->begin += BATCH_SOURCES) {
        size_t share = count - batch->begin < BATCH_SOURCES ? count - batch->begin : BATCH_SOURCES;
        gsay_parallel(workers, share, extract_one, batch);
        GSAY_TRY(hand_on(batch, share, sink, context, err));
    }
    return GSAY_OK;
}

/* All sources to lines, of mentions or of records. */
static gsay_status extract(gsay_engine *engine, bool has_records, gsay_claims_sink *sink, void *context,
                           gsay_error *err)
{
    gsay_status        status = GSAY_OK;
    size_t             workers = gsay_engine_workers(engine, engine->source_count);
    gsay_source_worker states[GSAY_THREADS_MAX] = { 0 };
    gsay_buffer        lines[BATCH_SOURCES] = { 0 };
    gsay_rule_failures failures[BATCH_SOURCES] = { 0 };
    gsay_error        *errors = GSAY_NEW(&engine->arena, gsay_error, BATCH_SOURCES);
    extraction_batch   batch = {
          .engine = engine, .workers = states, .lines = lines, .errors = errors, .has_records = has_records
    };
    batch.failures = failures;
    if (!errors)
        return gsay_fail_memory(err);
    GSAY_TRY(gsay_engine_begin(engine, err));
    for (size_t i = 0; i < workers && status == GSAY_OK; i++)
        status = gsay_source_worker_open(engine, i, has_records, &states[i], err);
    if (status == GSAY_OK)
        status = extract_batches(&batch, workers, sink, context, err);
    for (size_t i = 0; i < workers; i++)
        gsay_source_worker_close(engine, &states[i]);
    for (size_t i = 0; i < BATCH_SOURCES; i++)
        gsay_buffer_clear(&lines[i]);
    gsay_intern_clear(&batch.failed);
    return status;
}

/* Records are what extraction gives: there is nothing to extract from them. */
static gsay_status refuse_records(const gsay_engine *engine, gsay_error *err)
{
    for (size_t i = 0; i < engine->source_count; i++)
        if (engine->sources[i].read)
            return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                             "cannot extract %.*s: it was extracted already, and its records are for check and facts",
                             GSAY_ARG(engine->sources[i].source.name));
    return GSAY_OK;
}

gsay_status gsay_engine_extract(gsay_engine *engine, gsay_claims_sink *sink, void *context, gsay_error *err)
{
    GSAY_TRY(refuse_records(engine, err));
    return extract(engine, false, sink, context, err);
}

gsay_status gsay_engine_extract_records(gsay_engine *engine, gsay_claims_sink *sink, void *context, gsay_error *err)
{
    GSAY_TRY(refuse_records(engine, err));
    if (!engine->settings.pack_folder)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                         "cannot extract records without rules: set pack_folder to the folder of the shipped packs");
    return extract(engine, true, sink, context, err);
}
