/* cJSON, asked once its bytes are known to be harmless: its recursion is bounded here, and so is what its strings hold,
 * since they end at NUL. */
#include "source/json.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* What the bytes of a text tell before they are parsed. */
struct survey {
    size_t depth;
    bool   has_nul; /* escaped as \u0000 */
};

/* Count nesting outside of strings and look for escaped NULs inside them. */
static struct survey survey_text(gsay_str text)
{
    struct survey result = { 0, false };
    size_t        depth = 0;
    bool          in_string = false;
    for (size_t i = 0; i < text.len; i++) {
        char byte = text.ptr[i];
        if (in_string && byte == '\\') {
            result.has_nul |= text.len - i >= 6 && memcmp(text.ptr + i, "\\u0000", 6) == 0;
            i++;
        } else if (byte == '"') {
            in_string = !in_string;
        } else if (!in_string && (byte == '{' || byte == '[')) {
            depth++;
            result.depth = depth > result.depth ? depth : result.depth;
        } else if (!in_string && (byte == '}' || byte == ']')) {
            depth -= depth > 0;
        }
    }
    return result;
}

/* cJSON says nothing of why it gives up. Where a second try ends well, or not even the bytes of the text can be had, it
 * was for want of memory; where neither, the text is wrong. *has_memory: out, when NULL is returned. */
static cJSON *parse_text(gsay_str text, const char **end, bool *has_memory)
{
    cJSON *root = cJSON_ParseWithLengthOpts(text.ptr, text.len, end, false);
    if (root)
        return root;
    cJSON *second = cJSON_ParseWithLengthOpts(text.ptr, text.len, end, false);
    void  *probe = malloc(sizeof(cJSON) + text.len);
    *has_memory = !second && probe;
    free(probe);
    cJSON_Delete(second);
    return NULL;
}

static gsay_status refuse(const char **reason, const char *why)
{
    *reason = why;
    return GSAY_EINPUT;
}

gsay_status gsay_json_parse(gsay_str text, struct cJSON **root, const char **reason)
{
    struct survey survey = survey_text(text);
    if (survey.has_nul)
        return refuse(reason, "it holds a NUL character (\\u0000)");
    if (survey.depth > GSAY_JSON_DEPTH_MAX)
        return refuse(reason, "its objects and lists are nested too deep (64 at most)");
    const char *end = NULL;
    bool        has_memory = true;
    cJSON      *parsed = parse_text(text, &end, &has_memory);
    if (!parsed)
        return has_memory ? refuse(reason, "it is no valid JSON") : GSAY_ENOMEM;
    while (end < text.ptr + text.len && is_space(*end)) /* cJSON stops behind the value */
        end++;
    if (end < text.ptr + text.len) {
        cJSON_Delete(parsed);
        return refuse(reason, "something follows the JSON object");
    }
    *root = parsed;
    return GSAY_OK;
}
