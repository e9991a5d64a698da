/* Character references of HTML: the names that occur in prose, and all numbers.
 *
 * The full list has 2,231 names (HTML Living Standard, 13.5); those beside these are symbols of mathematics and
 * alphabets that no writer spells by name. An unknown name stays as it stands, which is what a reader of the source
 * sees. */
#include "source/entity.h"

#define CODEPOINT_MAX 0x10FFFFu
#define REPLACEMENT   0xFFFDu

struct entity {
    const char *name;
    uint32_t    codepoint;
};

static const struct entity entities[] = {
    { "amp", '&' },      { "lt", '<' },       { "gt", '>' },        { "quot", '"' },      { "apos", '\'' },
    { "nbsp", 0xA0 },    { "cent", 0xA2 },    { "pound", 0xA3 },    { "yen", 0xA5 },      { "sect", 0xA7 },
    { "copy", 0xA9 },    { "laquo", 0xAB },   { "shy", 0xAD },      { "reg", 0xAE },      { "deg", 0xB0 },
    { "plusmn", 0xB1 },  { "sup2", 0xB2 },    { "sup3", 0xB3 },     { "micro", 0xB5 },    { "middot", 0xB7 },
    { "raquo", 0xBB },   { "frac14", 0xBC },  { "frac12", 0xBD },   { "frac34", 0xBE },   { "Agrave", 0xC0 },
    { "Aring", 0xC5 },   { "Auml", 0xC4 },    { "Ccedil", 0xC7 },   { "Eacute", 0xC9 },   { "Ouml", 0xD6 },
    { "times", 0xD7 },   { "Oslash", 0xD8 },  { "Uuml", 0xDC },     { "szlig", 0xDF },    { "agrave", 0xE0 },
    { "aacute", 0xE1 },  { "acirc", 0xE2 },   { "atilde", 0xE3 },   { "auml", 0xE4 },     { "aring", 0xE5 },
    { "aelig", 0xE6 },   { "ccedil", 0xE7 },  { "egrave", 0xE8 },   { "eacute", 0xE9 },   { "ecirc", 0xEA },
    { "euml", 0xEB },    { "igrave", 0xEC },  { "iacute", 0xED },   { "icirc", 0xEE },    { "iuml", 0xEF },
    { "ntilde", 0xF1 },  { "ograve", 0xF2 },  { "oacute", 0xF3 },   { "ocirc", 0xF4 },    { "otilde", 0xF5 },
    { "ouml", 0xF6 },    { "divide", 0xF7 },  { "oslash", 0xF8 },   { "ugrave", 0xF9 },   { "uacute", 0xFA },
    { "ucirc", 0xFB },   { "uuml", 0xFC },    { "ensp", 0x2002 },   { "emsp", 0x2003 },   { "thinsp", 0x2009 },
    { "ndash", 0x2013 }, { "mdash", 0x2014 }, { "lsquo", 0x2018 },  { "rsquo", 0x2019 },  { "sbquo", 0x201A },
    { "ldquo", 0x201C }, { "rdquo", 0x201D }, { "bdquo", 0x201E },  { "bull", 0x2022 },   { "hellip", 0x2026 },
    { "prime", 0x2032 }, { "Prime", 0x2033 }, { "lsaquo", 0x2039 }, { "rsaquo", 0x203A }, { "euro", 0x20AC },
    { "trade", 0x2122 }, { "rarr", 0x2192 },  { "larr", 0x2190 },   { "minus", 0x2212 },  { "asymp", 0x2248 },
    { "ne", 0x2260 },    { "le", 0x2264 },    { "ge", 0x2265 },
};

static gsay_str encode(uint32_t codepoint, char bytes[GSAY_ENTITY_BYTES_MAX])
{
    if (codepoint == 0 || codepoint > CODEPOINT_MAX || (codepoint >= 0xD800 && codepoint <= 0xDFFF))
        codepoint = REPLACEMENT;
    size_t                     len = codepoint < 0x80 ? 1 : codepoint < 0x800 ? 2 : codepoint < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = { 0, 0x00, 0xC0, 0xE0, 0xF0 };
    for (size_t i = len - 1; i > 0; i--, codepoint >>= 6)
        bytes[i] = (char)(0x80 | (codepoint & 0x3F));
    bytes[0] = (char)(lead[len] | codepoint);
    return (gsay_str){ bytes, len };
}

/* The value of a digit in a base up to 16, or base when it is none. */
static uint32_t digit_value(char byte, uint32_t base)
{
    uint32_t value = base;
    if (byte >= '0' && byte <= '9')
        value = (uint32_t)(byte - '0');
    else if (byte >= 'a' && byte <= 'f')
        value = (uint32_t)(byte - 'a') + 10;
    else if (byte >= 'A' && byte <= 'F')
        value = (uint32_t)(byte - 'A') + 10;
    return value < base ? value : base;
}

static gsay_str decode_number(gsay_str digits, uint32_t base, char bytes[GSAY_ENTITY_BYTES_MAX])
{
    uint32_t codepoint = 0;
    for (size_t i = 0; i < digits.len; i++) {
        uint32_t value = digit_value(digits.ptr[i], base);
        if (value == base)
            return (gsay_str){ bytes, 0 };
        codepoint = codepoint > CODEPOINT_MAX ? codepoint : codepoint * base + value;
    }
    return encode(codepoint, bytes);
}

gsay_str gsay_entity_decode(gsay_str reference, char bytes[GSAY_ENTITY_BYTES_MAX])
{
    gsay_str none = { bytes, 0 };
    if (reference.len < 3 || reference.ptr[0] != '&' || reference.ptr[reference.len - 1] != ';')
        return none;
    gsay_str name = { reference.ptr + 1, reference.len - 2 };
    if (name.ptr[0] == '#') {
        bool   is_hexadecimal = name.len > 1 && (name.ptr[1] == 'x' || name.ptr[1] == 'X');
        size_t skip = is_hexadecimal ? 2 : 1;
        if (name.len == skip)
            return none;
        return decode_number((gsay_str){ name.ptr + skip, name.len - skip }, is_hexadecimal ? 16 : 10, bytes);
    }
    for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++)
        if (gsay_str_equal(name, gsay_str_of(entities[i].name)))
            return encode(entities[i].codepoint, bytes);
    return none;
}
