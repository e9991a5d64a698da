/* The fuzz target of JSONL: many sources an input, each with a format of its own. */
#include "source/jsonl.h"

#include "properties.h"
#include "stages.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gsay_str    input = { size ? (const char *)data : "", size };
    gsay_arena  arena = { 0 };
    gsay_jsonl  reader = { .text = input, .name = GSAY_STR("fuzz") };
    gsay_source source = { 0 };
    bool        is_end = false;
    size_t      passed = 0;
    while (!is_end) {
        gsay_error  err = { 0 };
        gsay_status status = gsay_jsonl_next(&reader, &arena, &source, &is_end, &err);
        demand_error(status, &err);
        DEMAND(reader.offset <= size && (is_end || reader.offset > passed));
        passed = reader.offset;
        if (status == GSAY_OK && !is_end)
            fuzz_stages(&source);
    }
    gsay_arena_clear(&arena);
    if (size % 8 == 0)
        fuzz_check(input, (gsay_str){ 0 }, GSAY_FORMAT_JSONL);
    return 0;
}
