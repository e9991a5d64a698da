/* Quotations: every outermost pair of marks with a word in it becomes a mention that takes its marks in. Stretches of
 * one speech share their speaker: paragraphs that go on without a closing mark, and a quotation that follows another in
 * its paragraph with no cue of its own. */
#include "extract/name.h"
#include "extract/quote.h"

#define FOLLOWS_TOKENS_MAX 24u /* from one quotation to the next that its speaker goes on in: “…,” he said. “…” */

/* Where a quotation stands. A closing mark stands in the same block; without one, close is the token behind the
 * paragraph. */
static gsay_quote_place place_of(const gsay_text *text, const gsay_quotation *quotation)
{
    gsay_quote_place place = { .open = quotation->open, .close = quotation->close };
    if (quotation->continues || quotation->close >= text->token_count)
        return place;
    char mark = text->tokens[quotation->close].mark;
    place.is_closed =
        (mark == '"' || mark == '\'') && text->sentences[gsay_text_sentence_of(text, quotation->open)].block ==
                                             text->sentences[gsay_text_sentence_of(text, quotation->close)].block;
    return place;
}

/* Tell whether a quotation goes on the one before: it follows closely in the same paragraph and begins its sentence. */
static bool follows(const gsay_text *text, const gsay_mention *before, const gsay_mention *quote)
{
    const gsay_sentence *own = &text->sentences[quote->sentence];
    return quote->begin - before->end <= FOLLOWS_TOKENS_MAX && own->begin == quote->begin && quote->sentence > 0 &&
           text->sentences[before->sentence].block == own->block &&
           before->end > text->sentences[quote->sentence - 1].begin;
}

/* Give the speaker of one stretch to the others of its speech: forward where they have none, backward over paragraphs
 * without a closing mark. */
static void share_speaker(const gsay_text *text, gsay_mention *quotes, size_t count, bool continues)
{
    gsay_quote *last = &quotes[count - 1].value.as.quote;
    if (count < 2)
        return;
    gsay_quote *before = &quotes[count - 2].value.as.quote;
    if (!last->speaker.len && !last->cue.len && (continues || follows(text, &quotes[count - 2], &quotes[count - 1])))
        last->speaker = before->speaker;
    if (continues && last->speaker.len && !before->speaker.len)
        before->speaker = last->speaker;
}

/* Read one quotation into a mention. Returns false when it has no words. */
static bool read_quote(gsay_quote_scan *quotes, const gsay_quotation *quotation, gsay_mention *mention)
{
    const gsay_text *text = quotes->scan.text;
    gsay_quote_place place = place_of(text, quotation);
    gsay_quote      *quote = &mention->value.as.quote;
    uint32_t         words = 0;
    *mention = (gsay_mention){ .begin = place.open, .end = place.close + place.is_closed, .context = place.open };
    mention->value.kind = GSAY_KIND_QUOTE;
    if (mention->end <= mention->begin + 1)
        return false;
    quote->normal = gsay_quote_words(&quotes->scan, &place, &words);
    if (words == 0 || quotes->scan.has_failed)
        return false;
    mention->sentence = (uint32_t)gsay_text_sentence_of(text, place.open);
    mention->text = (gsay_span){ text->tokens[mention->begin].begin, text->tokens[mention->end - 1].end };
    gsay_quote_speaker_find(quotes, &place, quote);
    return true;
}

gsay_status gsay_find_quotes(gsay_scan *scan, gsay_mentions *mentions, gsay_error *err)
{
    const gsay_text *text = scan->text;
    if (text->quotation_count == 0)
        return GSAY_OK;
    gsay_mention *found = GSAY_NEW(scan->arena, gsay_mention, text->quotation_count);
    if (!found)
        return gsay_fail_memory(err);
    gsay_quote_scan quotes = { .scan = *scan, .items = mentions->items, .count = mentions->count, .quotes = found };
    bool            continues = false;
    gsay_quote_offices_read(&quotes);
    for (size_t i = 0; i < text->quotation_count; i++) {
        const gsay_quotation *quotation = &text->quotations[i];
        if (quotation->depth > 0)
            continue;
        if (read_quote(&quotes, quotation, &found[quotes.quote_count])) {
            quotes.quote_count++;
            share_speaker(text, found, quotes.quote_count, continues);
        }
        continues = quotation->continues;
    }
    if (quotes.scan.has_failed || gsay_mentions_merge(scan->arena, mentions, found, quotes.quote_count) != GSAY_OK)
        return gsay_fail_memory(err);
    return GSAY_OK;
}
