/* The packed words: one block made by words/generate.c, read where it lies.
 *
 * The words of a bucket stand one after another; starts[] says where each bucket begins. A record is
 *     1 byte   its space (two bits), the length of its key (six bits above)
 *     2 bytes  low first: number of its set of classes in sets[] (12 bits), number of links (4 bits)
 *     2 bytes  for each link, low first
 *     the key  without a terminator
 * The block is an array of 64-bit words because a compiler reads these eight times as fast as bytes; byte_at makes it
 * the same on machines of either byte order. Nothing is touched before the first question. */
#include "lexicon/closed.h"

#include "lexicon_words.inc"

/* The byte at an offset of the block. */
static unsigned byte_at(size_t offset)
{
    return (unsigned)(block[offset / 8] >> offset % 8 * 8) & 0xffu;
}

/* The 16-bit number at an offset of the block. */
static unsigned pair_at(size_t offset)
{
    return byte_at(offset) | byte_at(offset + 1) << 8;
}

/* Tell whether the block holds these bytes at an offset. */
static bool holds_at(size_t offset, gsay_str key)
{
    for (size_t i = 0; i < key.len; i++) {
        if (byte_at(offset + i) != (unsigned char)key.ptr[i])
            return false;
    }
    return true;
}

bool gsay_words_find(gsay_word_space space, gsay_str key, gsay_word_entry *entry)
{
    if (key.len == 0 || key.len > GSAY_WORD_BYTES_MAX)
        return false;
    uint32_t bucket = gsay_word_bucket(space, key);
    unsigned head = (unsigned)key.len << 2 | (unsigned)space;
    size_t   next = 0;
    for (size_t at = starts[bucket]; at < starts[bucket + 1]; at = next) {
        unsigned first = byte_at(at);
        unsigned set = pair_at(at + 1);
        size_t   link_count = set >> GSAY_SET_BITS;
        size_t   text = at + 3 + 2 * link_count;
        next = text + (first >> 2);
        if (first != head || !holds_at(text, key))
            continue;
        entry->classes = sets[set & ((1u << GSAY_SET_BITS) - 1)];
        entry->link_count = link_count;
        for (size_t i = 0; i < link_count && i < GSAY_LINKS_MAX; i++)
            entry->links[i] = (uint16_t)pair_at(at + 3 + 2 * i);
        return true;
    }
    return false;
}
