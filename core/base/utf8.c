/* UTF-8 by the table of well-formed sequences (Unicode 15, table 3-7); properties and foldings come from utf8proc. */
#include "base/utf8.h"

#include <utf8proc.h>

#define HIGH_BITS UINT64_C(0x8080808080808080)
#define LOW_BITS  UINT64_C(0x0101010101010101)
#define FOLD_MAX  32 /* code points that one folds to; Unicode's longest has 18 */

/* A range of code points, ends included. */
struct range {
    uint32_t first;
    uint32_t last;
};

/* What one code point folds to. */
struct folding {
    utf8proc_int32_t points[FOLD_MAX];
    size_t           count;
};

typedef struct folding folder(uint32_t codepoint);

/* Marks that are written over or under a letter and leave it the same letter. Vowel signs and voicing marks of other
 * scripts are marks, too, but there they spell: they stay. */
static const struct range DIACRITICS[] = {
    { 0x0300, 0x036F }, { 0x0483, 0x0487 }, { 0x0591, 0x05C7 }, { 0x0610, 0x061A }, { 0x064B, 0x065F },
    { 0x0670, 0x0670 }, { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF }, { 0x20D0, 0x20F0 }, { 0xFE20, 0xFE2F },
};

/* Letters whose diacritic crosses them, for which Unicode has no decomposition, and typographic apostrophes. */
static const struct {
    uint32_t from;
    char     to;
} LOOKALIKES[] = {
    { 0x00B4, '\'' }, { 0x00D8, 'o' },  { 0x00F8, 'o' },  { 0x0110, 'd' },  { 0x0111, 'd' },  { 0x0126, 'h' },
    { 0x0127, 'h' },  { 0x0131, 'i' },  { 0x0141, 'l' },  { 0x0142, 'l' },  { 0x0166, 't' },  { 0x0167, 't' },
    { 0x02BB, '\'' }, { 0x02BC, '\'' }, { 0x02BD, '\'' }, { 0x2018, '\'' }, { 0x2019, '\'' }, { 0x201B, '\'' },
};

/* Tell whether 32 bytes are ASCII. */
static bool is_ascii_stretch(const char *ptr)
{
    uint64_t words[4];
    memcpy(words, ptr, sizeof words);
    return !((words[0] | words[1] | words[2] | words[3]) & HIGH_BITS);
}

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The bytes of the sequence that lead begins, 0 when none can. */
static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80)
        return lead ? 1 : 0;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Tell whether the second byte keeps the sequence from being overlong, a surrogate, or beyond U+10FFFF. */
static bool is_second(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0:
        return second >= 0xA0 && second <= 0xBF;
    case 0xED:
        return second >= 0x80 && second <= 0x9F;
    case 0xF0:
        return second >= 0x90 && second <= 0xBF;
    case 0xF4:
        return second >= 0x80 && second <= 0x8F;
    default:
        return is_continuation(second);
    }
}

/* The length of the well-formed sequence at the begin of byte[0 .. left), 0 when there is none. */
static size_t well_formed(const unsigned char *byte, size_t left)
{
    size_t length = sequence_length(byte[0]);
    if (length > left || (length > 1 && !is_second(byte[0], byte[1])))
        return 0;
    for (size_t i = 2; i < length; i++)
        if (!is_continuation(byte[i]))
            return 0;
    return length;
}

size_t gsay_utf8_check(gsay_str text)
{
    const char *nul = text.len ? memchr(text.ptr, '\0', text.len) : NULL;
    size_t      end = nul ? (size_t)(nul - text.ptr) : text.len;
    size_t      offset = 0;
    while (offset < end) {
        while (end - offset >= 32 && is_ascii_stretch(text.ptr + offset))
            offset += 32;
        while (offset < end && (unsigned char)text.ptr[offset] < 0x80)
            offset++;
        if (offset == end)
            break;
        size_t length = well_formed((const unsigned char *)text.ptr + offset, end - offset);
        if (length == 0)
            return offset;
        offset += length;
    }
    return offset;
}

uint32_t gsay_utf8_decode(gsay_str text, size_t offset, size_t *length)
{
    const unsigned char *byte = (const unsigned char *)text.ptr + offset;
    if (byte[0] < 0x80) {
        *length = 1;
        return byte[0];
    }
    if (byte[0] < 0xE0) {
        *length = 2;
        return (uint32_t)(byte[0] & 0x1F) << 6 | (byte[1] & 0x3F);
    }
    if (byte[0] < 0xF0) {
        *length = 3;
        return (uint32_t)(byte[0] & 0x0F) << 12 | (uint32_t)(byte[1] & 0x3F) << 6 | (byte[2] & 0x3F);
    }
    *length = 4;
    return (uint32_t)(byte[0] & 0x07) << 18 | (uint32_t)(byte[1] & 0x3F) << 12 | (uint32_t)(byte[2] & 0x3F) << 6 |
           (byte[3] & 0x3F);
}

size_t gsay_utf8_count(gsay_str text)
{
    size_t count = text.len;
    size_t i = 0;
    for (; text.len - i >= 8; i += 8) {
        uint64_t word = 0;
        memcpy(&word, text.ptr + i, sizeof word);
        uint64_t inner = (word & HIGH_BITS & ~(word << 1)) >> 7; /* 1 in each byte that is 10xxxxxx */
        count -= inner * LOW_BITS >> 56;
    }
    for (; i < text.len; i++)
        count -= is_continuation((unsigned char)text.ptr[i]);
    return count;
}

size_t gsay_utf8_columns(gsay_str text)
{
    size_t columns = 0;
    size_t length = 0;
    for (size_t i = 0; i < text.len; i += length) {
        length = 1;
        if ((unsigned char)text.ptr[i] < 0x80) {
            columns++;
            continue;
        }
        uint32_t point = gsay_utf8_decode(text, i, &length);
        if (point < 0xA0)
            columns++;
        else
            columns += (size_t)utf8proc_charwidth((utf8proc_int32_t)point);
    }
    return columns;
}

/* The folding of a code point under utf8proc's options; itself where utf8proc has nothing to say. */
static struct folding decompose(uint32_t codepoint, int options)
{
    struct folding   folding = { .count = 1 };
    int              boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)codepoint, folding.points, FOLD_MAX,
                                                     (utf8proc_option_t)options, &boundary);
    if (count >= 0 && count <= FOLD_MAX)
        folding.count = (size_t)count;
    else
        folding.points[0] = (utf8proc_int32_t)codepoint;
    return folding;
}

/* ASCII has one folding under every option. */
static struct folding fold_ascii(uint32_t codepoint)
{
    bool is_upper = codepoint >= 'A' && codepoint <= 'Z';
    return (struct folding){ .points = { (utf8proc_int32_t)(is_upper ? codepoint + 32 : codepoint) }, .count = 1 };
}

static struct folding fold_case(uint32_t codepoint)
{
    return codepoint < 0x80 ? fold_ascii(codepoint) : decompose(codepoint, UTF8PROC_CASEFOLD);
}

static bool is_diacritic(uint32_t codepoint)
{
    for (size_t i = 0; i < sizeof DIACRITICS / sizeof DIACRITICS[0]; i++)
        if (codepoint >= DIACRITICS[i].first && codepoint <= DIACRITICS[i].last)
            return true;
    return false;
}

/* Replace a lookalike by its plain form. */
static utf8proc_int32_t plain_form(utf8proc_int32_t point)
{
    for (size_t i = 0; i < sizeof LOOKALIKES / sizeof LOOKALIKES[0]; i++)
        if (LOOKALIKES[i].from == (uint32_t)point)
            return LOOKALIKES[i].to;
    return point;
}

static struct folding fold_mark(uint32_t codepoint)
{
    if (codepoint < 0x80)
        return fold_ascii(codepoint);
    utf8proc_int32_t plain = plain_form((utf8proc_int32_t)codepoint);
    if (plain < 0x80)
        return (struct folding){ .points = { plain }, .count = 1 };
    struct folding folding = decompose(codepoint, UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE);
    size_t         kept = 0;
    for (size_t i = 0; i < folding.count; i++)
        if (!is_diacritic((uint32_t)folding.points[i]))
            folding.points[kept++] = plain_form(folding.points[i]);
    folding.count = kept;
    return folding;
}

/* The offset of the first code point that fold changes, or text.len. *len: the bytes of the folded text. */
static size_t measure_fold(gsay_str text, folder *fold, size_t *len)
{
    utf8proc_uint8_t scratch[4];
    size_t           first = text.len;
    size_t           length = 0;
    *len = 0;
    for (size_t i = 0; i < text.len; i += length) {
        uint32_t       point = gsay_utf8_decode(text, i, &length);
        struct folding folding = fold(point);
        if (first == text.len && (folding.count != 1 || (uint32_t)folding.points[0] != point))
            first = i;
        for (size_t k = 0; k < folding.count; k++)
            *len += (size_t)utf8proc_encode_char(folding.points[k], scratch);
    }
    return first;
}

/* Two passes: one to measure, so that text that is folded already costs no memory, one to write. */
static gsay_str fold_text(gsay_arena *arena, gsay_str text, folder *fold)
{
    size_t len = 0;
    size_t first = measure_fold(text, fold, &len);
    if (first == text.len)
        return text;
    if (len == 0)
        return GSAY_STR("");
    char *out = gsay_arena_alloc(arena, 1, 1, len);
    if (!out)
        return (gsay_str){ NULL, 0 };
    size_t written = first;
    size_t length = 0;
    memcpy(out, text.ptr, first);
    for (size_t i = first; i < text.len; i += length) {
        struct folding folding = fold(gsay_utf8_decode(text, i, &length));
        for (size_t k = 0; k < folding.count; k++)
            written += (size_t)utf8proc_encode_char(folding.points[k], (utf8proc_uint8_t *)out + written);
    }
    return (gsay_str){ out, written };
}

gsay_str gsay_utf8_fold(gsay_arena *arena, gsay_str text)
{
    return fold_text(arena, text, fold_case);
}

gsay_str gsay_utf8_fold_marks(gsay_arena *arena, gsay_str text)
{
    return fold_text(arena, text, fold_mark);
}

/* Characters whose general category does not tell what they do in running text. */
static gsay_char_class class_of_special(uint32_t codepoint)
{
    switch (codepoint) {
    case '\t':
    case 0x200B: /* zero width space: parts words */
        return GSAY_CHAR_SPACE;
    case '\n':
    case '\v':
    case '\f':
    case '\r':
    case 0x0085: /* next line */
        return GSAY_CHAR_LINE;
    case 0x00AD: /* soft hyphen: inside a word */
    case 0x200C: /* zero width non-joiner */
    case 0x200D: /* zero width joiner */
    case 0x2060: /* word joiner */
    case 0xFEFF: /* zero width no-break space */
        return GSAY_CHAR_MARK;
    default:
        return GSAY_CHAR_OTHER;
    }
}

gsay_char_class gsay_utf8_class(uint32_t codepoint)
{
    static const gsay_char_class classes[] = {
        [UTF8PROC_CATEGORY_LU] = GSAY_CHAR_UPPER,  [UTF8PROC_CATEGORY_LT] = GSAY_CHAR_UPPER,
        [UTF8PROC_CATEGORY_LL] = GSAY_CHAR_LOWER,  [UTF8PROC_CATEGORY_LM] = GSAY_CHAR_LETTER,
        [UTF8PROC_CATEGORY_LO] = GSAY_CHAR_LETTER, [UTF8PROC_CATEGORY_MN] = GSAY_CHAR_MARK,
        [UTF8PROC_CATEGORY_MC] = GSAY_CHAR_MARK,   [UTF8PROC_CATEGORY_ME] = GSAY_CHAR_MARK,
        [UTF8PROC_CATEGORY_ZS] = GSAY_CHAR_SPACE,  [UTF8PROC_CATEGORY_ZL] = GSAY_CHAR_LINE,
        [UTF8PROC_CATEGORY_ZP] = GSAY_CHAR_LINE,   [UTF8PROC_CATEGORY_CO] = GSAY_CHAR_OTHER,
    };
    if (codepoint >= '0' && codepoint <= '9')
        return GSAY_CHAR_DIGIT;
    if (codepoint > 0x10FFFF)
        return GSAY_CHAR_OTHER;
    gsay_char_class special = class_of_special(codepoint);
    return special ? special : classes[utf8proc_category((utf8proc_int32_t)codepoint)];
}
