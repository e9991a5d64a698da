/* One JSON value from text that is already in memory: cJSON behind what it does not promise itself. */
#ifndef GSAY_SOURCE_JSON_H
#define GSAY_SOURCE_JSON_H

#include "base/error.h"
#include "base/str.h"

#define GSAY_JSON_DEPTH_MAX 64 /* objects and lists within each other; cJSON's own limit lies higher */

struct cJSON;

/* Parse text, all of which is one JSON value. In one thread at a time: cJSON has a global state.
 *
 * text    valid UTF-8 without NUL; borrowed for the call.
 * root    out: gives; release with cJSON_Delete. Untouched on error.
 * reason  out: why the text cannot be read, to end a message with; untouched when it can.
 * Returns GSAY_OK; GSAY_EINPUT (no JSON, nested too deep, a NUL written as an escape, something behind the value); GSAY_ENOMEM. */
gsay_status gsay_json_parse(gsay_str text, struct cJSON **root, const char **reason);

#endif
