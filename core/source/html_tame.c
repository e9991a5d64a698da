/* Taming HTML: a scan over the tags that keeps the stack of open elements as the parser will.
 *
 * The parser is quadratic in the number of open elements, so no more than a browser's 512 may be open. Counting tags
 * would not do, as many end tags may be left out: a list of 10,000 items would look 10,000 deep. So the stack follows
 * the rules of HTML Living Standard, 13.2.6, for what a start tag closes and what an end tag matches. Everything that
 * would make the rules long is wiped before: templates, selects, forms, frames, foreign content, raw text, groups of
 * table rows. Formatting elements get other names (html_tag.c). The tests hold this stack against the depth of the
 * parser's trees. */
#include "source/html_tame.h"

#include <gumbo.h>

#include "source/html_tag.h"

/* One open element. */
struct open {
    const gsay_html_tag *tag;  /* NULL for one without traits */
    GumboTag             kind; /* what the parser takes it for: it goes by this, so all unknown names are one to it */
};

struct taming {
    gsay_str             input;
    char                *bytes; /* the copy */
    gsay_html_tamed     *result;
    bool                 has_title;
    size_t               count;       /* of the stack */
    size_t               beyond;      /* tags wiped for their depth whose end tags are still to come */
    const gsay_html_tag *endless[16]; /* elements whose end tag does not occur any more: nobody looks for it again */
    size_t               endless_count;
    struct open          stack[GSAY_HTML_DEPTH_MAX];
};

static bool has_trait(const struct open *open, uint32_t traits)
{
    return open->tag && (open->tag->traits & traits) != 0;
}

static gsay_html_role role_of(const gsay_html_tag *tag)
{
    return tag ? tag->role : GSAY_HTML_OTHER;
}

/* What the parser will take a tag for. */
static GumboTag kind_of(const gsay_html_markup *markup, const gsay_html_tag *tag)
{
    gsay_str name = tag && tag->alias ? gsay_str_of(tag->alias) : markup->name;
    return gumbo_tagn_enum(name.ptr, (unsigned)name.len);
}

/* Make a comment of the bytes. */
static void wipe(struct taming *taming, size_t begin, size_t end)
{
    char *bytes = taming->bytes;
    memset(bytes + begin, ' ', end - begin);
    bytes[begin] = '<';
    bytes[begin + 1] = '?';
    bytes[end - 1] = '>';
}

/* What a search down the stack looks for. */
struct search {
    const struct open *wanted; /* by name; NULL: by role */
    gsay_html_role     role;
    uint32_t           barred; /* traits of elements beyond which it does not look */
};

/* The number of elements below the innermost one that is wanted; count when there is none in reach. */
static size_t find_open(const struct taming *taming, size_t count, struct search search)
{
    for (size_t i = count; i-- > 0;) {
        const struct open *open = &taming->stack[i];
        if (search.wanted ? open->kind == search.wanted->kind : role_of(open->tag) == search.role)
            return i;
        if (has_trait(open, search.barred))
            break;
    }
    return count;
}

/* The stack's height after a paragraph is ended, if one is in scope. */
static size_t close_paragraph(const struct taming *taming, size_t count)
{
    return find_open(taming, count, (struct search){ .role = GSAY_HTML_P, .barred = GSAY_HTML_SCOPE });
}

/* The height after the start tag of an item ended the one before it. */
static size_t close_item(const struct taming *taming, size_t count, gsay_html_role role)
{
    for (size_t i = count; i-- > 0;) {
        const struct open *open = &taming->stack[i];
        if (role_of(open->tag) == role)
            return i;
        if (has_trait(open, GSAY_HTML_SPECIAL) && !has_trait(open, GSAY_HTML_THIN))
            break;
    }
    return count;
}

/* The height at which a table's part is inserted: above the innermost row for cells, the table's body for rows, the
 * table itself for captions. 0 outside of tables: then the parser passes the tag over. */
static size_t clear_to_context(const struct taming *taming, gsay_html_role part)
{
    for (size_t i = taming->count; i-- > 0;) {
        const struct open *open = &taming->stack[i];
        gsay_html_role     role = role_of(open->tag);
        bool               is_body = open->kind == GUMBO_TAG_TBODY; /* implied by a row, see push_implied */
        if (role == GSAY_HTML_TABLE_ITSELF || (is_body && part != GSAY_HTML_CAPTION) ||
            (role == GSAY_HTML_TR && part == GSAY_HTML_CELL))
            return i + 1;
    }
    return 0;
}

/* The height after a table that begins right in another one, in none of its cells, ended that. */
static size_t close_table(const struct taming *taming)
{
    for (size_t i = taming->count; i-- > 0;) {
        gsay_html_role role = role_of(taming->stack[i].tag);
        if (role == GSAY_HTML_TABLE_ITSELF)
            return i;
        if (role == GSAY_HTML_CELL || role == GSAY_HTML_CAPTION)
            break;
    }
    return taming->count;
}

static size_t close_for_start(const struct taming *taming, const gsay_html_tag *tag)
{
    size_t         count = taming->count;
    gsay_html_role role = tag->role;
    if (role == GSAY_HTML_LI || role == GSAY_HTML_DD_DT)
        count = close_item(taming, count, role);
    if (role == GSAY_HTML_TABLE_ITSELF)
        count = close_table(taming);
    if (tag->traits & GSAY_HTML_CLOSES_P)
        count = close_paragraph(taming, count);
    if ((tag->traits & GSAY_HTML_HEADING) && count > 0 && has_trait(&taming->stack[count - 1], GSAY_HTML_HEADING))
        count--;
    return count;
}

/* Push what the parser puts between a table and its row or cell; the body's own tags are wiped. Returns the
 * height. */
static size_t push_implied(struct taming *taming, size_t count, gsay_html_role part)
{
    if (role_of(taming->stack[count - 1].tag) == GSAY_HTML_TABLE_ITSELF && part != GSAY_HTML_CAPTION)
        taming->stack[count++] = (struct open){ NULL, GUMBO_TAG_TBODY };
    if (part == GSAY_HTML_CELL && role_of(taming->stack[count - 1].tag) != GSAY_HTML_TR)
        taming->stack[count++] = (struct open){ gsay_html_tag_find(GSAY_STR("tr")), GUMBO_TAG_TR };
    return count;
}

static bool is_table_part(const gsay_html_tag *tag)
{
    return tag && (tag->traits & GSAY_HTML_TABLE) && tag->role != GSAY_HTML_TABLE_ITSELF;
}

/* Take a start tag onto the stack. Returns false when it must be wiped. */
static bool open_element(struct taming *taming, const gsay_html_markup *markup, const gsay_html_tag *tag)
{
    bool   is_part = is_table_part(tag);
    size_t count = is_part ? clear_to_context(taming, tag->role) : tag ? close_for_start(taming, tag) : taming->count;
    if (is_part && count == 0)
        return false;
    /* a cell may bring a body and a row with it */
    if (count + (is_part ? 3 : 1) > GSAY_HTML_DEPTH_MAX || taming->beyond > 0) {
        taming->beyond++;
        taming->result->wiped++;
        return false;
    }
    if (is_part)
        count = push_implied(taming, count, tag->role);
    taming->stack[count] = (struct open){ tag, kind_of(markup, tag) };
    taming->count = count + 1;
    return true;
}

/* The height after a heading's end tag, which ends a heading of any level. */
static size_t close_heading(const struct taming *taming)
{
    for (size_t i = taming->count; i-- > 0;) {
        if (has_trait(&taming->stack[i], GSAY_HTML_HEADING))
            return i;
        if (has_trait(&taming->stack[i], GSAY_HTML_SCOPE))
            break;
    }
    return taming->count;
}

/* The height after an end tag; count when it matches nothing. */
static size_t close_for_end(const struct taming *taming, const struct open *closed)
{
    struct search search = { .wanted = closed, .barred = GSAY_HTML_SPECIAL };
    if (has_trait(closed, GSAY_HTML_HEADING))
        return close_heading(taming);
    if (has_trait(closed, GSAY_HTML_SPECIAL))
        search.barred = GSAY_HTML_SCOPE;
    if (role_of(closed->tag) == GSAY_HTML_LI)
        search.barred |= GSAY_HTML_LIST;
    if (is_table_part(closed->tag))
        search = (struct search){ .wanted = closed };
    if (role_of(closed->tag) == GSAY_HTML_TABLE_ITSELF)
        search = (struct search){ .wanted = closed };
    size_t count = find_open(taming, taming->count, search);
    if (is_table_part(closed->tag)) { /* only of the innermost table */
        size_t table = find_open(taming, taming->count, (struct search){ .role = GSAY_HTML_TABLE_ITSELF });
        if (count < table)
            return taming->count;
    }
    return count;
}

/* Take an end tag off the stack. Returns false when it must be wiped. */
static bool close_element(struct taming *taming, const gsay_html_markup *markup, const gsay_html_tag *tag)
{
    struct open closed = { tag, kind_of(markup, tag) };
    if (taming->beyond > 0) {
        taming->beyond--;
        return false;
    }
    size_t count = close_for_end(taming, &closed);
    if (count == taming->count)
        return false;
    taming->count = count;
    return true;
}

/* Where the end tag of a region begins, from at on; the input's length when there is none. */
static size_t find_end_tag(gsay_str input, size_t at, gsay_str name, size_t *end)
{
    while (at < input.len) {
        const char *sign = memchr(input.ptr + at, '<', input.len - at);
        if (!sign)
            break;
        at = (size_t)(sign - input.ptr);
        gsay_html_markup markup;
        gsay_str         found = { sign + 2, input.len - at > name.len + 2 ? name.len : 0 };
        char             after = found.len ? sign[2 + name.len] : 'x';
        bool             ends = memchr(" \t\n\r\f/>", after, 7) != NULL;
        if (found.len && sign[1] == '/' && ends && gsay_html_name_equal(found, name) &&
            gsay_html_markup_read(input, at, &markup)) {
            *end = markup.end;
            return at;
        }
        at++;
    }
    *end = input.len;
    return input.len;
}

static bool is_endless(const struct taming *taming, const gsay_html_tag *tag)
{
    for (size_t i = 0; i < taming->endless_count; i++)
        if (taming->endless[i] == tag)
            return true;
    return false;
}

/* Wipe an element with all that is in it. Returns where reading goes on. */
static size_t wipe_region(struct taming *taming, const gsay_html_markup *markup, const gsay_html_tag *tag)
{
    size_t end = markup->end;
    size_t close = is_endless(taming, tag) ? taming->input.len : find_end_tag(taming->input, end, markup->name, &end);
    bool   is_closed = close < taming->input.len;
    if (tag->role == GSAY_HTML_TITLE && !taming->has_title) {
        taming->result->title = (gsay_span){ (uint32_t)markup->end, (uint32_t)close };
        taming->has_title = true;
    }
    if (!is_closed && !(tag->traits & GSAY_HTML_RAW)) {
        if (!is_endless(taming, tag) && taming->endless_count < sizeof(taming->endless) / sizeof(taming->endless[0]))
            taming->endless[taming->endless_count++] = tag;
        end = markup->end;
    }
    wipe(taming, markup->begin, end);
    return end;
}

/* Treat one tag. Returns where reading goes on. */
static size_t take_tag(struct taming *taming, const gsay_html_markup *markup)
{
    const gsay_html_tag *tag = gsay_html_tag_find(markup->name);
    uint32_t             traits = tag ? tag->traits : 0;
    bool                 is_kept = (traits & (GSAY_HTML_WIPED | GSAY_HTML_REGION)) == 0;
    if ((traits & GSAY_HTML_REGION) && !markup->is_end_tag && !markup->is_empty)
        return wipe_region(taming, markup, tag);
    /* the parser goes by HTML, where the slash means nothing: what XHTML ends at once would hide all that follows */
    if (markup->is_empty && (traits & (GSAY_HTML_HIDDEN | GSAY_HTML_CODE)))
        is_kept = false;
    if (is_kept && markup->attributes > GSAY_HTML_ATTRIBUTE_MAX) {
        taming->result->wiped++;
        is_kept = false;
    }
    if (is_kept && !(traits & GSAY_HTML_VOID))
        is_kept = markup->is_end_tag ? close_element(taming, markup, tag) : open_element(taming, markup, tag);
    if (!is_kept)
        wipe(taming, markup->begin, markup->end);
    else if (tag && tag->alias)
        memcpy(taming->bytes + (markup->name.ptr - taming->input.ptr), tag->alias, markup->name.len);
    return markup->end;
}

/* Returns where what the parser may read ends. */
static size_t tame_tags(struct taming *taming)
{
    gsay_str input = taming->input;
    for (size_t at = 0; at < input.len;) {
        const char      *sign = memchr(input.ptr + at, '<', input.len - at);
        gsay_html_markup markup;
        if (!sign)
            break;
        at = (size_t)(sign - input.ptr);
        if (!gsay_html_markup_read(input, at, &markup)) {
            at++;
            continue;
        }
        if (!markup.is_closed)
            return at;
        if (markup.name.len > 0) {
            at = take_tag(taming, &markup);
        } else {
            wipe(taming, markup.begin, markup.end);
            at = markup.end;
        }
    }
    return input.len;
}

gsay_status gsay_html_tame(gsay_arena *arena, gsay_str input, gsay_html_tamed *tamed, gsay_error *err)
{
    gsay_html_tamed result = { 0 };
    struct taming  *taming = GSAY_NEW(arena, struct taming, 1);
    char           *bytes = GSAY_NEW(arena, char, input.len);
    if (!taming || !bytes)
        return gsay_fail_memory(err);
    if (input.len > 0)
        memcpy(bytes, input.ptr, input.len);
    *taming = (struct taming){ .input = input, .bytes = bytes, .result = &result };
    result.text = (gsay_str){ bytes, tame_tags(taming) };
    *tamed = result;
    return GSAY_OK;
}
