/* Encodings other than UTF-8: recognised where they are declared or certain, converted, and every place still told in
 * bytes of the file. */
#ifndef GSAY_SOURCE_ENCODING_H
#define GSAY_SOURCE_ENCODING_H

#include "source/document.h"

/* Characters in a row that have one width in the file and one in UTF-8; up to where the next run begins. */
typedef struct gsay_decoding_run {
    uint32_t text_begin;  /* in the converted text */
    uint32_t input_begin; /* in the file */
    uint8_t  text_width;  /* bytes of one character, at least 1 */
    uint8_t  input_width;
} gsay_decoding_run;

/* How a source was converted. Owned by the arena given to gsay_source_decode, but for the literals. */
struct gsay_decoding {
    const char        *encoding; /* its name, for messages: "Windows-1252" */
    const char        *reason;   /* why it was taken for that, to follow its name in a sentence */
    gsay_decoding_run *runs;     /* rising */
    size_t             count;
    size_t             input_len; /* of the file */
};

/* Convert a source to UTF-8 if it is in another encoding.
 *
 * A byte order mark of UTF-16 counts in every format. In HTML count too, for bytes that are no UTF-8: an XML
 * declaration, a meta element among the first GSAY_ENCODING_HEAD bytes; and where
 * nothing is declared, the standard's default, Windows-1252, if the bytes look like it. Everything else is left as it
 * is.
 *
 * arena   receives the converted text and the map.
 * source  input and decoding are set; what stands there stays when nothing is to be converted.
 * Returns GSAY_OK; GSAY_EENCODING for bytes that are not of the declared encoding, or one that this system cannot
 * convert; GSAY_ELIMIT for a text that is too long; GSAY_ENOMEM. */
gsay_status gsay_source_decode(gsay_arena *arena, gsay_source *source, gsay_error *err);

#define GSAY_ENCODING_HEAD ((size_t)4096) /* bytes; the HTML standard wants a declaration among the first 1,024 */

/* Where a place in source.input stands in the file. decoding may be NULL: then both are one. Cost: logarithmic in the
 * runs. */
gsay_span gsay_decoding_origin(const gsay_decoding *decoding, gsay_span place);

#endif
