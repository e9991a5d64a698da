/* The table of readers: a new input format is one file and one line in reader.c. */
#ifndef GSAY_SOURCE_READER_H
#define GSAY_SOURCE_READER_H

#include "source/document.h"

/* Turn the bytes of document->source (checked UTF-8) into text, segments and blocks. */
typedef gsay_status gsay_reader(gsay_arena *arena, gsay_document *document, gsay_error *err);

/* Plain text: blank lines, bullets, headlines, line breaks that a writer meant against those that a wrap made. */
gsay_reader gsay_read_plain;
/* Markdown (CommonMark with tables) by md4c. Code, raw HTML, link and picture addresses are not prose; picture texts and
 * struck-out words are not either. A code span leaves U+FFFC in text, so that its neighbours do not meet. */
gsay_reader gsay_read_markdown;
/* HTML by gumbo. Scripts, navigation, forms, code and hidden elements are not prose; code within a sentence leaves U+FFFC; a q gets its
 * quotation marks, raised digits are those of Unicode. Title, author and date that the page states go to document->source where the
 * caller left them open. */
gsay_reader gsay_read_html;

/* The reader of one document of a format; NULL where the format holds many (JSONL). */
gsay_reader *gsay_reader_of(gsay_format format);

/* The format that a path's suffix stands for, in any case of letters; GSAY_FORMAT_AUTO when it is none of the table. */
gsay_format gsay_format_of(gsay_str path);
/* The format of a name on the command line or in a record ("text", "markdown" ...). Returns false for an unknown one. */
bool gsay_format_named(gsay_str name, gsay_format *format);

#endif
