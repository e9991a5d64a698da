/* Names that pages use for what they say of themselves: Open Graph, Dublin Core, schema.org, hAtom, and habits of
 * publishing systems.
 *
 * A date of the last change is left out: it dates the page, not the text. So are words that name a look (light, small)
 * and not a meaning. */
#include "source/html_facts.h"

#include "source/html_tag.h"

enum fact { FACT_TITLE, FACT_AUTHOR, FACT_DAY };

struct meta_row {
    const char *name;
    enum fact   fact;
};

/* Earlier rows are better. */
static const struct meta_row metas[] = {
    { "article:published_time", FACT_DAY },
    { "datepublished", FACT_DAY },
    { "dc.date.issued", FACT_DAY },
    { "dcterms.issued", FACT_DAY },
    { "dcterms.date", FACT_DAY },
    { "dc.date", FACT_DAY },
    { "dcterms.created", FACT_DAY },
    { "dc.date.created", FACT_DAY },
    { "citation_publication_date", FACT_DAY },
    { "pubdate", FACT_DAY },
    { "publishdate", FACT_DAY },
    { "publish-date", FACT_DAY },
    { "publish_date", FACT_DAY },
    { "publication_date", FACT_DAY },
    { "sailthru.date", FACT_DAY },
    { "parsely-pub-date", FACT_DAY },
    { "date", FACT_DAY },
    { "author", FACT_AUTHOR },
    { "dc.creator", FACT_AUTHOR },
    { "dcterms.creator", FACT_AUTHOR },
    { "byl", FACT_AUTHOR },
    { "article:author", FACT_AUTHOR },
    { "parsely-author", FACT_AUTHOR },
    { "og:title", FACT_TITLE },
    { "dc.title", FACT_TITLE },
    { "dcterms.title", FACT_TITLE },
    { "headline", FACT_TITLE },
};
enum { META_COUNT = sizeof(metas) / sizeof(metas[0]) };

struct sense_row {
    const char     *attribute, *word;
    gsay_html_sense sense;
};

static const struct sense_row senses[] = {
    { "aria-hidden", "true", GSAY_HTML_SENSE_HIDDEN },
    { "role", "navigation", GSAY_HTML_SENSE_HIDDEN },
    { "role", "search", GSAY_HTML_SENSE_HIDDEN },
    { "role", "menu", GSAY_HTML_SENSE_HIDDEN },
    { "role", "menubar", GSAY_HTML_SENSE_HIDDEN },
    { "role", "toolbar", GSAY_HTML_SENSE_HIDDEN },
    { "role", "tablist", GSAY_HTML_SENSE_HIDDEN },
    { "role", "dialog", GSAY_HTML_SENSE_HIDDEN },
    { "role", "alertdialog", GSAY_HTML_SENSE_HIDDEN },
    { "class", "sr-only", GSAY_HTML_SENSE_HIDDEN },
    { "class", "visually-hidden", GSAY_HTML_SENSE_HIDDEN },
    { "class", "screen-reader-text", GSAY_HTML_SENSE_HIDDEN },
    { "class", "navheader", GSAY_HTML_SENSE_HIDDEN }, /* of DocBook's style sheets */
    { "class", "navfooter", GSAY_HTML_SENSE_HIDDEN },
    { "class", "navbar", GSAY_HTML_SENSE_HIDDEN },
    { "class", "navigation", GSAY_HTML_SENSE_HIDDEN },
    { "class", "breadcrumb", GSAY_HTML_SENSE_HIDDEN },
    { "class", "breadcrumbs", GSAY_HTML_SENSE_HIDDEN },
    { "class", "headerlink", GSAY_HTML_SENSE_HIDDEN }, /* the paragraph sign beside a heading, of Sphinx */
    { "rel", "author", GSAY_HTML_SENSE_AUTHOR },
    { "itemprop", "author", GSAY_HTML_SENSE_AUTHOR },
    { "class", "byline", GSAY_HTML_SENSE_AUTHOR },
    { "class", "p-author", GSAY_HTML_SENSE_AUTHOR },
    { "itemprop", "datepublished", GSAY_HTML_SENSE_PUBLISHED },
    { "class", "dateline", GSAY_HTML_SENSE_PUBLISHED },
    { "class", "dt-published", GSAY_HTML_SENSE_PUBLISHED },
    { "class", "published", GSAY_HTML_SENSE_PUBLISHED },
    { "class", "pubdate", GSAY_HTML_SENSE_PUBLISHED },
    { "class", "entry-date", GSAY_HTML_SENSE_PUBLISHED },
    { "class", "post-date", GSAY_HTML_SENSE_PUBLISHED },
    { "class", "publish-date", GSAY_HTML_SENSE_PUBLISHED },
};
enum { SENSE_COUNT = sizeof(senses) / sizeof(senses[0]) };

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

static gsay_str trim(gsay_str text)
{
    while (text.len > 0 && is_space(text.ptr[0]))
        text = (gsay_str){ text.ptr + 1, text.len - 1 };
    while (text.len > 0 && is_space(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

gsay_html_facts gsay_html_facts_none(void)
{
    return (gsay_html_facts){ { .day = GSAY_DAY_NONE }, GSAY_HTML_RANK_NONE, GSAY_HTML_RANK_NONE, GSAY_HTML_RANK_NONE };
}

void gsay_html_facts_take_title(gsay_html_facts *facts, gsay_str title, unsigned rank)
{
    if (rank >= facts->title_rank || trim(title).len == 0)
        return;
    facts->best.title = trim(title);
    facts->title_rank = rank;
}

void gsay_html_facts_take_author(gsay_html_facts *facts, gsay_str author, unsigned rank)
{
    author = trim(author);
    if (author.len > 3 && gsay_html_name_equal((gsay_str){ author.ptr, 3 }, GSAY_STR("by ")))
        author = trim((gsay_str){ author.ptr + 3, author.len - 3 });
    bool is_address = gsay_str_starts(author, GSAY_STR("http://")) || gsay_str_starts(author, GSAY_STR("https://"));
    if (rank >= facts->author_rank || author.len == 0 || is_address) /* article:author is often a profile page */
        return;
    facts->best.author = author;
    facts->author_rank = rank;
}

void gsay_html_facts_take_day(gsay_html_facts *facts, gsay_str value, unsigned rank)
{
    int32_t day = gsay_stated_day(trim(value));
    if (rank >= facts->day_rank || day == GSAY_DAY_NONE)
        return;
    facts->best.day = day;
    facts->day_rank = rank;
}

void gsay_html_facts_take_meta(gsay_html_facts *facts, gsay_str name, gsay_str content)
{
    for (unsigned i = 0; i < META_COUNT; i++) {
        if (!gsay_html_name_equal(name, gsay_str_of(metas[i].name)))
            continue;
        if (metas[i].fact == FACT_TITLE)
            gsay_html_facts_take_title(facts, content, i);
        else if (metas[i].fact == FACT_AUTHOR)
            gsay_html_facts_take_author(facts, content, i);
        else
            gsay_html_facts_take_day(facts, content, i);
        return;
    }
}

/* Cut the text up to a sign off *rest. */
static gsay_str take_part(gsay_str *rest, char sign)
{
    const char *found = memchr(rest->ptr, sign, rest->len);
    gsay_str    part = { rest->ptr, found ? (size_t)(found - rest->ptr) : rest->len };
    size_t      skip = part.len + (found != NULL);
    *rest = (gsay_str){ rest->ptr + skip, rest->len - skip };
    return part;
}

/* Tell whether a style sets "display: none" or "visibility: hidden". */
static bool hides(gsay_str style)
{
    while (style.len > 0) {
        gsay_str value = take_part(&style, ';');
        gsay_str property = trim(take_part(&value, ':'));
        value = trim(take_part(&value, '!'));
        if ((gsay_html_name_equal(property, GSAY_STR("display")) && gsay_html_name_equal(value, GSAY_STR("none"))) ||
            (gsay_html_name_equal(property, GSAY_STR("visibility")) && gsay_html_name_equal(value, GSAY_STR("hidden"))))
            return true;
    }
    return false;
}

static gsay_html_sense sense_of_word(gsay_str attribute, gsay_str word)
{
    for (size_t i = 0; i < SENSE_COUNT; i++)
        if (gsay_html_name_equal(attribute, gsay_str_of(senses[i].attribute)) &&
            gsay_html_name_equal(word, gsay_str_of(senses[i].word)))
            return senses[i].sense;
    return GSAY_HTML_SENSE_NONE;
}

static bool is_asked_for(gsay_str attribute)
{
    for (size_t i = 0; i < SENSE_COUNT; i++)
        if (gsay_html_name_equal(attribute, gsay_str_of(senses[i].attribute)))
            return true;
    return false;
}

gsay_html_sense gsay_html_sense_of(gsay_str attribute, gsay_str value)
{
    if (gsay_html_name_equal(attribute, GSAY_STR("hidden")))
        return GSAY_HTML_SENSE_HIDDEN;
    if (gsay_html_name_equal(attribute, GSAY_STR("style")))
        return hides(value) ? GSAY_HTML_SENSE_HIDDEN : GSAY_HTML_SENSE_NONE;
    if (gsay_html_name_equal(attribute, GSAY_STR("pubdate")))
        return GSAY_HTML_SENSE_PUBLISHED;
    if (gsay_html_name_equal(attribute, GSAY_STR("href")))
        return gsay_str_starts(value, GSAY_STR("#")) ? GSAY_HTML_SENSE_REFERENCE : GSAY_HTML_SENSE_NONE;
    if (!is_asked_for(attribute))
        return GSAY_HTML_SENSE_NONE;
    gsay_html_sense sense = GSAY_HTML_SENSE_NONE;
    while (value.len > 0 && sense == GSAY_HTML_SENSE_NONE) {
        size_t len = 0;
        while (len < value.len && !is_space(value.ptr[len]))
            len++;
        sense = sense_of_word(attribute, (gsay_str){ value.ptr, len });
        len += len < value.len;
        value = (gsay_str){ value.ptr + len, value.len - len };
    }
    return sense;
}
