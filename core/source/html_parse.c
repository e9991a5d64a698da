/* Gumbo, made to bear the end of memory.
 *
 * It asks for memory without looking at what it gets and would write through NULL. So its allocator takes from the
 * arena and leaves by longjmp when that is exhausted; nothing is lost, since the arena owns it all, and the only frames
 * left behind are gumbo's. */
#include "source/html_parse.h"

#include <gumbo.h>
#include <setjmp.h>

/* A parse in progress. */
struct parse {
    gsay_arena *arena;
    jmp_buf     exhausted;
};

static void *allocate(void *userdata, size_t size)
{
    struct parse *parse = userdata;
    void         *memory = gsay_arena_alloc(parse->arena, 1, alignof(max_align_t), size);
    if (!memory)
        longjmp(parse->exhausted, 1);
    return memory;
}

static void deallocate(void *userdata, void *memory)
{
    (void)userdata;
    (void)memory;
}

gsay_status gsay_html_parse(gsay_arena *arena, gsay_str text, const GumboNode **root, gsay_error *err)
{
    GumboOptions options = kGumboDefaultOptions;
    struct parse parse = { .arena = arena };
    options.allocator = allocate;
    options.deallocator = deallocate;
    options.userdata = &parse;
    options.max_errors = 0;
    if (setjmp(parse.exhausted) != 0)
        return gsay_fail_memory(err);
    *root = gumbo_parse_with_options(&options, text.ptr, text.len)->document;
    return GSAY_OK;
}
