/* The records of one source as lines, with what the rules for each source say of it. */
#include "engine/records.h"

/* What a source's line counts and states. */
static gsay_source_line line_of(const gsay_engine_source *source, const gsay_claims *claims,
                                const gsay_records *records)
{
    const gsay_mentions *mentions = claims->mentions;
    const gsay_source   *stated = &mentions->text->document->source;
    gsay_source_line     line = { .schema = GSAY_SCHEMA_CLAIMS_1,
                                  .name = stated->name,
                                  .group = source->has_path ? GSAY_STR("") : stated->group,
                                  .title = stated->title,
                                  .role = stated->role,
                                  .has_path = source->has_path,
                                  .date = stated->date,
                                  .filed = records->filed,
                                  .bytes = stated->input.len,
                                  .claims = claims->count,
                                  .records = records->count,
                                  .named = records->named_count,
                                  .words = records->words,
                                  .word_count = records->word_count };
    for (size_t i = 0; i < mentions->count; i++)
        line.kinds[mentions->items[i].value.kind]++;
    return line;
}

gsay_status gsay_records_write(gsay_source_worker *worker, const gsay_engine_source *source, const gsay_claims *claims,
                               gsay_buffer *buffer, gsay_rule_failures *failures, gsay_error *err)
{
    gsay_records       records;
    gsay_findings      findings = { 0 };
    gsay_rule_failures failed = { 0 };
    gsay_rule_output   output = { &worker->scratch, &findings, &failed };
    GSAY_TRY(gsay_source_worker_pack(worker, &worker->scratch, claims, &records, err));
    gsay_work_note(&worker->counts, GSAY_STAGE_CLAIM);
    GSAY_TRY(gsay_worker_run_source(worker->rules, claims, &output, err));
    gsay_work_note(&worker->counts, GSAY_STAGE_RULE);
    gsay_source_line line = line_of(source, claims, &records);
    line.findings = findings.items;
    line.finding_count = findings.count;
    line.failures = failed.items;
    line.has_terms = records.terms != NULL;
    if (records.terms) {
        line.term_count = records.terms->count;
        GSAY_TRY(gsay_terms_show(&worker->scratch, records.terms, line.name, &line.terms, err));
    }
    line.failure_count = failed.count;
    gsay_source_line_write(buffer, &line);
    for (size_t i = 0; i < records.count; i++)
        gsay_record_write(buffer, &records.items[i]);
    for (size_t i = 0; i < records.named_count; i++)
        gsay_named_record_write(buffer, &records, i);
    for (size_t i = 0; i < failed.count; i++)
        GSAY_TRY(gsay_rule_failures_add(&worker->batch, failures, failed.items[i], err));
    return buffer->has_failed ? gsay_fail_memory(err) : GSAY_OK;
}
