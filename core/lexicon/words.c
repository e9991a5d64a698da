/* The packed words: one block made by words/generate.c, read where it lies.
 *
 * The words of a bucket stand one after another; starts[] says where each bucket begins. A record is
 *     1 byte   its space (two bits), the length of its key (six bits above)
 *     2 bytes  low first: number of its set of classes in sets[] (12 bits), number of links (4 bits)
 *     2 bytes  for each link, low first
 *     the key  without a terminator
 * The block is an array of 64-bit words because a compiler reads these eight times as fast as bytes; EIGHT lays each
 * out with its first byte first, on machines of either byte order. Nothing is touched before the first question. */
#include "lexicon/closed.h"

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define EIGHT(word) __builtin_bswap64(word)
#else
#define EIGHT(word) word
#endif

#include "lexicon_words.inc"

/* The 16-bit number at a byte. */
static unsigned pair_at(const unsigned char *byte)
{
    return byte[0] | (unsigned)byte[1] << 8;
}

bool gsay_words_find(gsay_word_space space, gsay_str key, gsay_word_entry *entry)
{
    if (key.len == 0 || key.len > GSAY_WORD_BYTES_MAX)
        return false;
    const unsigned char *bytes = (const unsigned char *)block;
    uint32_t             bucket = gsay_word_bucket(gsay_word_hash(space, key));
    const unsigned char *record = bytes + starts[bucket], *end = bytes + starts[bucket + 1];
    unsigned             head = (unsigned)key.len << 2 | (unsigned)space;
    while (record < end) {
        size_t               link_count = record[2] >> (GSAY_SET_BITS - 8);
        const unsigned char *text = record + 3 + 2 * link_count;
        if (*record == head && gsay_word_same(text, (const unsigned char *)key.ptr, key.len)) {
            entry->classes = sets[pair_at(record + 1) & ((1u << GSAY_SET_BITS) - 1)];
            entry->link_count = link_count;
            entry->links = record + 3;
            return true;
        }
        record = text + (*record >> 2);
    }
    return false;
}
