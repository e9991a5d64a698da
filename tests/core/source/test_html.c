/* HTML: what is prose, in which blocks, at which bytes; what the page says of itself; hostile input. */
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "suite.h"
#include "reading.h"

#include "base/buffer.h"
#include "source/encoding.h"
#include "source/html_tame.h"
#include "source/walk.h"

#define CODE "\xEF\xBF\xBC"

struct row {
    const char *name, *input, *want;
};

static const struct row rows[] = {
    { "an empty page has no block", "", "" },
    { "a page without tags is a paragraph", "Just text.", "P0 Just text.|" },
    { "headings and paragraphs", "<h1>Mill</h1><p>It <b>burned</b>\n  down.<h3>Later</h3>Loose words.",
      "H1 Mill|P0 It burned down.|H3 Later|P0 Loose words.|" },
    { "end tags that may be left out", "<ul><li>one<li>two<ol><li>deep</ol></ul><dl><dt>Name<dd>What it is</dl>",
      "L1 one|L1 two|L2 deep|P0 Name|P0 What it is|" },
    { "tables", "<table><caption>Rooms</caption><tr><th>a<th>b<tr><td>1<td><p>20%</p></table>",
      "P0 Rooms|C0 a|C0 b|C0 1|C0 20%|" },
    { "line breaks", "<p>one<br>two<br/> three</p>", "P0 one~two~three|" },
    { "scripts and styles are no prose", "a<script>if (x < 20) '<p>5</p>'</script> b<style>p { width: 30% }</style>",
      "P0 a b|" },
    { "an unclosed script swallows the rest, as in a browser", "a<script>x <p>b", "P0 a|" },
    { "navigation is no prose", "<nav><p>10 pages</p></nav><div role='navigation'>11</div><p>Text.", "P0 Text.|" },
    { "a header with the headline is prose", "<header><h1>Mill</h1></header>x", "H1 Mill|P0 x|" },
    { "a header of the site is not", "<header><p>Menu</p></header><article><header><p>By us</p></header></article>",
      "P0 By us|" },
    { "a footer of the site is not", "<p>x</p><footer>2019</footer><article>y<footer>z</footer></article>",
      "P0 x|P0 y|P0 z|" },
    { "hidden elements",
      "<p hidden>1</p><p style='color:red; DISPLAY : none'>2</p><i aria-hidden=true>3</i><p "
      "style='display:block'>4</p>",
      "P0 4|" },
    { "code leaves a mark", "<p>Set <code>x = 5</code> or <tt>y</tt>.</p><pre>z = 6</pre>",
      "P0 Set " CODE " or " CODE ".|" },
    { "forms and pictures",
      "<form><p>Say <input value=5><select><option>6</select><button>7</button><img alt=8>so</form>", "P0 Say so|" },
    { "struck-out words are taken back", "<p>It has <s>20</s> <del>21</del> 25 rooms", "P0 It has 25 rooms|" },
    { "quoted words get their marks", "<p>She said <q>go</q>.", "P0 She said \xE2\x80\x9Cgo\xE2\x80\x9D.|" },
    { "raised digits are no part of a number",
      "<p>20%<sup>1</sup> of 5 km<sup>2</sup>, the 5<sup>th</sup><sup>[3]</sup><sup><a href='#n4'>4</a></sup>",
      "P0 20%\xC2\xB9 of 5 km\xC2\xB2, the 5th|" },
    { "references of all kinds",
      "<p>A &amp; B&#8217;s caf&eacute; &scaron; &#x20AC;5 &copy2025 &nosuch; & &lt;b&gt; AT&ampT",
      "P0 A & B\xE2\x80\x99s caf\xC3\xA9 \xC5\xA1 \xE2\x82\xAC"
      "5 \xC2\xA9"
      "2025 &nosuch; & <b> AT&T|" },
    { "references of two characters", "<p>a &NotEqualTilde; b", "P0 a \xE2\x89\x82\xCC\xB8 b|" },
    { "text that a table pushes out keeps its order", "<table>Before<tr><td>1</td></tr>after<tr><td>2</table>",
      "P0 Before|C0 1|P0 after|C0 2|" },
    { "tags that cross", "<p>a <b>b <i>c</b> d</i> e", "P0 a b c d e|" },
    { "a sign is no tag", "<p>3 < 4 and 5 > 4 <3", "P0 3 < 4 and 5 > 4 <3|" },
    { "comments and declarations", "<!DOCTYPE html><?xml?><p>a<!-- <p>5 -->b<!>c</>d", "P0 abcd|" },
    { "an attribute may hold a sign", "<p title='a > b' data-x=\"<p>\">x</p>", "P0 x|" },
    { "drawings and formulas", "<p>a <svg><text>5</text></svg>b <math><mi>6</mi></math> c", "P0 a b " CODE " c|" },
    { "XHTML ends elements at once", "<p>a<code/>b <script src='x'/>c", "P0 ab c|" },
    { "other white space",
      "<p>\r\na\t\f b\r\n\r\nc\xC2\xA0"
      "d</p>",
      "P0 a b c\xC2\xA0"
      "d|" },
    { "upper case", "<P>a <STRIKE>b</STRIKE>c<BR>D&AMP;E", "P0 a c~D&E|" },
    { "head", "<html><head><title>x</title><link rel=a><base href=b></head><body>y</body></html>", "H1 x|P0 y|" },
    { "a heading stands for the title", "<title>x</title><h2>Mill</h2><p>y", "H2 Mill|P0 y|" },
    { "a title with marks of its own stays out", "<title>x &amp; z</title><p>y", "P0 y|" },
    { "a title over two lines", "<title> The mill\n burned </title><p>y", "H1 The mill burned|P0 y|" },
};

START_TEST(reads_each_row)
{
    gsay_arena    arena = { 0 };
    gsay_document document = read_literal(&arena, rows[_i].input, GSAY_FORMAT_HTML);
    gsay_str      shown = show_blocks(&arena, &document);
    ck_assert_msg(gsay_str_equal(shown, gsay_str_of(rows[_i].want)), "%s: \"%.*s\"", rows[_i].name, GSAY_ARG(shown));
    gsay_arena_clear(&arena);
}
END_TEST

/* Where a stretch of text stands in the input. */
struct place_row {
    const char *input, *text, *place;
};

static const struct place_row places[] = {
    { "<p>A <b>red</b> mill", "red", "red" },
    { "<p>The <b>old</b> mill", "The old mill", "The <b>old</b> mill" },
    { "<p>a &amp; b", "&", "&amp;" },
    { "<p>a &amp b", "a & b", "a &amp b" },
    { "<p>caf&eacute;s", "caf\xC3\xA9s", "caf&eacute;s" },
    { "<p>&copy2025 x", "2025", "2025" },
    { "<p>5&nbsp;km now", "km", "km" },
    { "<p>one\n\t two", "one two", "one\n\t two" },
    { "\xEF\xBB\xBF<p>one two", "two", "two" },
    { "<p>use <code>x</code> now", CODE, "<code>x</code>" },
    { "<p><q>go</q>!", "\xE2\x80\x9Cgo\xE2\x80\x9D", "<q>go</q>" },
    { "<p>5 km<sup>2</sup> big", "\xC2\xB2", "2" },
    { "<table>x<tr><td>7</td></tr>y</table>", "y", "y" },
    { "<p>a</nosuch>b c", "ab", "a</nosuch>b" },
    { "<p>x\r\n&NotEqualTilde;\r\ny", "y", "y" },
};

START_TEST(maps_text_back_to_the_input)
{
    gsay_arena    arena = { 0 };
    gsay_document document = read_literal(&arena, places[_i].input, GSAY_FORMAT_HTML);
    gsay_str      wanted = gsay_str_of(places[_i].text);
    bool          is_found = false;
    for (uint32_t at = 0; !is_found && at + wanted.len <= document.text.len; at++) {
        gsay_span span = { at, at + (uint32_t)wanted.len };
        is_found = gsay_str_equal(gsay_str_slice(document.text, span), wanted);
        if (is_found)
            assert_str(gsay_str_slice(document.source.input, gsay_document_place(&document, span)), places[_i].place);
    }
    ck_assert(is_found);
    gsay_arena_clear(&arena);
}
END_TEST

/* What a page says of itself. */
struct fact_row {
    const char *input, *title, *author, *date; /* "" for none */
};

static const struct fact_row facts[] = {
    { "<p>x", "", "", "" },
    { "<title> The &quot;mill&quot;\n burned </title>", "The \"mill\" burned", "", "" },
    { "<title>a</title><svg><title>b</title></svg><title>c</title>", "a", "", "" },
    { "<meta property='og:title' content='Mill &amp; wheel'><title>Site: Mill</title>", "Mill & wheel", "", "" },
    { "<meta name=AUTHOR content='By Ada Holm'><p class=byline>Jon Vik</p>", "", "Ada Holm", "" },
    { "<p class='small byline'>By <a href='/x'>Jon  Vik</a></p>", "", "Jon Vik", "" },
    { "<meta property='article:author' content='https://x.example/ada'><a rel=author>Ada</a>", "", "Ada", "" },
    { "<meta name=date content=2021-02-03><meta property='article:published_time' content='2021-03-04T23:00:00-05:00'>",
      "", "", "2021-03-04" },
    { "<meta name='DC.Date' content='2021-03-04'>", "", "", "2021-03-04" },
    { "<meta name=date content='3/4/2021'><meta name=pubdate content=2021-02-30>", "", "", "" },
    { "<time datetime='2021-03-04' pubdate>4 March</time>", "", "", "2021-03-04" },
    { "<p class=dateline><time datetime='2021-03-04 10:00'>4 March</time>", "", "", "2021-03-04" },
    { "<p>It opens on <time datetime='2021-03-04'>4 March</time>", "", "", "" },
    { "<meta property='article:modified_time' content='2021-03-04'>", "", "", "" },
    { "<script type='application/ld+json'>{\"datePublished\":\"2021-03-04\"}</script>", "", "", "" },
};

START_TEST(takes_what_a_page_says_of_itself)
{
    gsay_arena    arena = { 0 };
    gsay_document document = read_literal(&arena, facts[_i].input, GSAY_FORMAT_HTML);
    char          day[16] = "";
    gsay_str date = document.source.date == GSAY_DAY_NONE ? GSAY_STR("") : gsay_day_print(document.source.date, day);
    assert_str(document.source.title, facts[_i].title);
    assert_str(document.source.author, facts[_i].author);
    assert_str(date, facts[_i].date);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(what_the_caller_said_stands)
{
    gsay_arena    arena = { 0 };
    gsay_document document = { 0 };
    gsay_source   source = { .name = GSAY_STR("p"),
                             .title = GSAY_STR("Own"),
                             .date = 7,
                             .format = GSAY_FORMAT_HTML,
                             .input = GSAY_STR("<title>Other</title><meta name=date content=2021-03-04>") };
    ck_assert_int_eq(gsay_document_read(&arena, &source, &document, NULL), GSAY_OK);
    assert_str(document.source.title, "Own");
    ck_assert_int_eq(document.source.date, 7);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(cells_know_table_row_and_column)
{
    gsay_arena    arena = { 0 };
    gsay_document document =
        read_literal(&arena,
                     "<table><thead><tr><th colspan=2>a<th>b<tbody><tr><td>c<td>d</table><table><tr><td>e</table>",
                     GSAY_FORMAT_HTML);
    static const uint32_t wants[][3] = { { 1, 0, 0 }, { 1, 0, 2 }, { 1, 1, 0 }, { 1, 1, 1 }, { 2, 0, 0 } };
    ck_assert_uint_eq(document.block_count, 5);
    for (size_t i = 0; i < 5; i++) {
        ck_assert_uint_eq(document.blocks[i].table, wants[i][0]);
        ck_assert_uint_eq(document.blocks[i].row, wants[i][1]);
        ck_assert_uint_eq(document.blocks[i].column, wants[i][2]);
    }
    gsay_arena_clear(&arena);
}
END_TEST

static bool is_sound_map(const gsay_document *document)
{
    uint32_t text_end = 0, input_end = 0;
    for (size_t i = 0; i < document->segment_count; i++) {
        gsay_segment segment = document->segments[i];
        if (segment.text_begin < text_end || segment.input_begin < input_end)
            return false;
        text_end = segment.text_begin + segment.len;
        input_end = segment.input_begin + segment.len;
        if (text_end > document->text.len || input_end > document->source.input.len ||
            memcmp(document->text.ptr + segment.text_begin, document->source.input.ptr + segment.input_begin,
                   segment.len) != 0)
            return false;
    }
    return true;
}

static bool are_sound_blocks(const gsay_document *document)
{
    uint32_t end = 0;
    for (size_t i = 0; i < document->block_count; i++) {
        gsay_span block = document->blocks[i].text;
        if (block.begin < end || block.begin >= block.end || block.end > document->text.len)
            return false;
        end = block.end;
    }
    return true;
}

/* Assert what every document must keep: segments rise and hold the input's bytes, blocks rise inside text. */
static void assert_sound(const gsay_document *document)
{
    ck_assert_msg(is_sound_map(document), "%.*s: segments", GSAY_ARG(document->source.name));
    ck_assert_msg(are_sound_blocks(document), "%.*s: blocks", GSAY_ARG(document->source.name));
}

static gsay_str repeat(gsay_buffer *buffer, const char *piece, size_t times)
{
    gsay_str view = gsay_str_of(piece);
    for (size_t i = 0; i < times; i++)
        gsay_buffer_add(buffer, view);
    return gsay_buffer_view(buffer);
}

/* Input that takes quadratic work where it is not guarded against: each would run for minutes. */
struct hostile_row {
    const char *head, *piece;
    size_t      times;
    const char *tail;
};

static const struct hostile_row hostile[] = {
    { "", "<div>", 100000, "deep" },
    { "", "<p><b class=x>", 100000, "x" },
    { "<p>", "a&amp;&eacute;", 500000, "" },
    { "<p title=\"", "<b>0123456789012345678901234567890123456789", 1200000, "" },
    { "<p ", "a", 1, " " },
    { "", "<table><tr><td>", 100000, "x" },
    { "", "<table>x", 100000, "" },
    { "", "</b></p></div>", 200000, "x" },
    { "<script>", "<script", 200000, "" },
    { "", "<button>x", 200000, "" },
    { "", "<!-", 300000, "" },
    { "<!--", "-", 3000000, "" },
    { "", "&", 1000000, "" },
    { "", "<a href=x><a href=y>", 100000, "" },
    { "<ul>", "<li>x", 100000, "" },
    { "", "<html a=1><body b=2>", 100000, "x" },
    { "<p>", "<", 1000000, "" },
    { "", "<svg><title><p>", 100000, "" },
    { "", "<header>", 100000, "x" },
};

START_TEST(bears_hostile_input)
{
    gsay_arena  arena = { 0 };
    gsay_buffer input = { 0 };
    gsay_error  err = { 0 };
    repeat(&input, hostile[_i].head, 1);
    repeat(&input, hostile[_i].piece, sweep(hostile[_i].times));
    gsay_source   source = { .name = GSAY_STR("hostile"),
                             .format = GSAY_FORMAT_HTML,
                             .date = GSAY_DAY_NONE,
                             .input = repeat(&input, hostile[_i].tail, 1) };
    gsay_document document = { 0 };
    ck_assert_msg(gsay_document_read(&arena, &source, &document, &err) == GSAY_OK, "%s", err.message);
    assert_sound(&document);
    gsay_buffer_clear(&input);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(a_tag_of_countless_attributes_is_wiped)
{
    gsay_arena      arena = { 0 };
    gsay_buffer     input = { 0 };
    gsay_html_tamed tamed = { 0 };
    repeat(&input, "<div", 1);
    for (unsigned i = 0; i < 200000; i++)
        gsay_buffer_add_format(&input, " a%u", i);
    ck_assert_int_eq(gsay_html_tame(&arena, repeat(&input, ">x</div>", 1), &tamed, NULL), GSAY_OK);
    ck_assert_uint_eq(tamed.wiped, 1);
    ck_assert(tamed.text.ptr[1] == '?');
    gsay_buffer_clear(&input);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(depth_is_capped_and_what_follows_is_read)
{
    gsay_arena      arena = { 0 };
    gsay_buffer     input = { 0 };
    gsay_html_tamed tamed = { 0 };
    repeat(&input, "<div>", GSAY_HTML_DEPTH_MAX + 10);
    repeat(&input, "<p>in</p>", 1);
    repeat(&input, "</div>", GSAY_HTML_DEPTH_MAX + 10);
    gsay_str page = repeat(&input, "<h2>out</h2>", 1);
    ck_assert_int_eq(gsay_html_tame(&arena, page, &tamed, NULL), GSAY_OK);
    ck_assert_uint_ge(tamed.wiped, 10);
    ck_assert_uint_eq(tamed.text.len, page.len);
    gsay_buffer_add_byte(&input, '\0');
    gsay_document document = read_literal(&arena, input.ptr, GSAY_FORMAT_HTML);
    gsay_str      shown = show_blocks(&arena, &document);
    assert_str(shown, "P0 in|H2 out|");
    gsay_buffer_clear(&input);
    gsay_arena_clear(&arena);
}
END_TEST

/* A generator of tag soup: the same for every run. */
static unsigned next_number(uint64_t *state, unsigned limit)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)((*state >> 33) % limit);
}

static gsay_str make_soup(gsay_buffer *buffer, uint64_t seed)
{
    static const char *const names[] = { "a",     "b",       "p",      "div",    "table",  "tr",    "td",
                                         "li",    "ul",      "h1",     "h2",     "code",   "q",     "dd",
                                         "nav",   "caption", "svg",    "select", "script", "title", "body",
                                         "tbody", "form",    "nosuch", "sup",    "br" };
    static const char *const words[] = { "x", " a  b", "&amp;",    "&lt",      "&copy2",
                                         "<", "\r\n",  "\xC3\xA9", "<!--c-->", "&#65;" };
    gsay_buffer_reset(buffer);
    for (unsigned i = 0; i < 120; i++) {
        const char *name = names[next_number(&seed, sizeof(names) / sizeof(names[0]))];
        unsigned    choice = next_number(&seed, 10);
        if (choice < 5)
            gsay_buffer_add_format(buffer, "<%s>", name);
        else if (choice < 8)
            gsay_buffer_add_format(buffer, "</%s>", name);
        else
            repeat(buffer, words[next_number(&seed, sizeof(words) / sizeof(words[0]))], 1);
    }
    return gsay_buffer_view(buffer);
}

START_TEST(tag_soup_makes_sound_documents)
{
    gsay_buffer soup = { 0 };
    size_t      seeds = sweep(1500);
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        gsay_arena    arena = { 0 };
        gsay_document document = { 0 };
        gsay_source   source = {
              .name = GSAY_STR("soup"), .format = GSAY_FORMAT_HTML, .date = GSAY_DAY_NONE, .input = make_soup(&soup, seed)
        };
        ck_assert_int_eq(gsay_document_read(&arena, &source, &document, NULL), GSAY_OK);
        assert_sound(&document);
        gsay_arena_clear(&arena);
    }
    gsay_buffer_clear(&soup);
}
END_TEST

START_TEST(fails_cleanly_without_memory)
{
    const char *input = "<title>t</title><meta name=author content=a><h1>A</h1><p>b &amp; <q>c</q> "
                        "m<sup>2</sup><table><tr><td>d</table>";
    bool        is_done = false;
    size_t      nth = 1;
    for (; !is_done && nth < 5000; nth++) {
        gsay_arena  arena = { .fail_after = nth };
        gsay_source source = {
            .name = GSAY_STR("m"), .format = GSAY_FORMAT_HTML, .date = GSAY_DAY_NONE, .input = gsay_str_of(input)
        };
        gsay_document document = { 0 };
        gsay_error    err = { 0 };
        gsay_status   status = gsay_document_read(&arena, &source, &document, &err);
        ck_assert(status == GSAY_OK || (status == GSAY_ENOMEM && document.blocks == NULL));
        is_done = status == GSAY_OK;
        gsay_arena_clear(&arena);
    }
    ck_assert(is_done && nth > 20);
}
END_TEST

/* Read every page of a folder, or one in as many as the step says; returns how many there are. */
static size_t read_folder(const char *folder)
{
    gsay_arena paths = { 0 };
    gsay_file *files = NULL;
    size_t     count = 0, met = 0;
    uint32_t   step = sweep_step();
    ck_assert_int_eq(gsay_walk(&paths, gsay_str_of(folder), NULL, &files, &count, NULL), GSAY_OK);
    for (size_t i = 0; i < count; i++) {
        gsay_arena    arena = { 0 };
        gsay_document document = { 0 };
        gsay_error    err = { 0 };
        gsay_source   source = { .name = files[i].path, .format = GSAY_FORMAT_HTML, .date = GSAY_DAY_NONE };
        bool is_page = gsay_str_ends(files[i].path, GSAY_STR("html")) || gsay_str_ends(files[i].path, GSAY_STR(".htm"));
        if (is_page && met++ % step == 0) {
            ck_assert_int_eq(gsay_file_read(&arena, files[i].path, &source.input, &err), GSAY_OK);
            ck_assert_msg(gsay_source_decode(&arena, &source, &err) == GSAY_OK, "%s", err.message);
            ck_assert_msg(gsay_document_read(&arena, &source, &document, &err) == GSAY_OK, "%s", err.message);
            assert_sound(&document);
        }
        gsay_arena_clear(&arena);
    }
    gsay_arena_clear(&paths);
    return met;
}

START_TEST(reads_the_pages_of_this_system)
{
    const char *named = getenv("GSAY_HTML");
    const char *folder = named ? named : "/usr/share/doc";
    struct stat info;
    size_t      met = stat(folder, &info) == 0 ? read_folder(folder) : 0;
    printf("core/source/html: %zu pages under %s%s\n", met, folder, met == 0 ? ": skipped" : "");
    ck_assert(!named || met >= 200);
}
END_TEST

Suite *html_suite(void);

Suite *html_suite(void)
{
    Suite *suite = suite_create("core/source/html");
    TCase *tcase = tcase_create("html");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, reads_each_row, 0, (int)(sizeof(rows) / sizeof(rows[0])));
    tcase_add_loop_test(tcase, maps_text_back_to_the_input, 0, (int)(sizeof(places) / sizeof(places[0])));
    tcase_add_loop_test(tcase, takes_what_a_page_says_of_itself, 0, (int)(sizeof(facts) / sizeof(facts[0])));
    tcase_add_test(tcase, what_the_caller_said_stands);
    tcase_add_test(tcase, cells_know_table_row_and_column);
    tcase_add_loop_test(tcase, bears_hostile_input, 0, (int)(sizeof(hostile) / sizeof(hostile[0])));
    tcase_add_test(tcase, a_tag_of_countless_attributes_is_wiped);
    tcase_add_test(tcase, depth_is_capped_and_what_follows_is_read);
    tcase_add_test(tcase, tag_soup_makes_sound_documents);
    tcase_add_test(tcase, fails_cleanly_without_memory);
    tcase_add_test(tcase, reads_the_pages_of_this_system);
    suite_add_tcase(suite, tcase);
    return suite;
}
