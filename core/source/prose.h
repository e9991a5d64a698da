/* The hand that writes a document: text, the map back to the input, blocks. For readers of markup. */
#ifndef GSAY_SOURCE_PROSE_H
#define GSAY_SOURCE_PROSE_H

#include "base/buffer.h"
#include "source/document.h"

/* What stands for a stretch that is no prose but a word of its sentence (code): U+FFFC, object replacement character.
 */
#define GSAY_PROSE_OBJECT GSAY_STR("\xEF\xBF\xBC")

/* One writing. Set arena, document, err; zero the rest; end with gsay_prose_finish, release with gsay_prose_clear. */
typedef struct gsay_prose {
    gsay_arena    *arena;    /* receives segments, blocks and, at the end, text */
    gsay_document *document; /* segments and blocks grow in it */
    gsay_error    *err;
    gsay_status    status; /* the first failure; later calls do nothing of use */
    gsay_buffer    text;
    size_t         segment_capacity, block_capacity;
    uint32_t       block_begin; /* of the block that is being written, in text */
} gsay_prose;

/* Append input[place). */
void gsay_prose_add(gsay_prose *prose, gsay_span place);
/* Append text that stands for input[place). */
void gsay_prose_add_stand_in(gsay_prose *prose, gsay_str stand_in, gsay_span place);
/* Append text that stands for nothing: a line break. */
void gsay_prose_add_loose(gsay_prose *prose, gsay_str text);
/* The text of the block so far; borrowed until the next call. */
gsay_str gsay_prose_so_far(const gsay_prose *prose);
/* End the block, if it holds more than white space; block tells what it is (its text is set here). */
void gsay_prose_end_block(gsay_prose *prose, gsay_block block);
/* Give the text to the document. Returns GSAY_OK, GSAY_ELIMIT for a text that is too long, GSAY_ENOMEM. */
gsay_status gsay_prose_finish(gsay_prose *prose);
/* Release what is on the heap; also after a failure. */
void gsay_prose_clear(gsay_prose *prose);

#endif
