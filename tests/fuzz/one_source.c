/* The fuzz target of the formats that hold one source a file; FUZZ_FORMAT names the format. */
#include "stages.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    gsay_source source = {
        .name = GSAY_STR("fuzz"), .format = FUZZ_FORMAT, .date = GSAY_DAY_NONE, .input = { size ? bytes : "", size }
    };
    fuzz_stages(&source);
    /* Its rules cost an engine more than all else: one input in eight, by its length, is checked against its own second
     * half. */
    if (size % 8 == 0)
        fuzz_check((gsay_str){ source.input.ptr, size / 2 }, (gsay_str){ source.input.ptr + size / 2, size - size / 2 },
                   FUZZ_FORMAT);
    return 0;
}
