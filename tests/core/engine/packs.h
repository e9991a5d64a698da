/* Rules for the tests of the engine, as files of a pack. */
#ifndef GSAY_TESTS_ENGINE_PACKS_H
#define GSAY_TESTS_ENGINE_PACKS_H

/* Reports every percentage: what it finds tells which sources were read, and in which order. */
#define PERCENT_RULE                                                                                                   \
    "return { api = 1, id = 'each-percent', severity = 'note', summary = 'Each percentage.', each = 'source',\n"       \
    "  docs = 'For tests.',\n"                                                                                         \
    "  check = function(source, ctx)\n"                                                                                \
    "    for mention in source:mentions() do\n"                                                                        \
    "      if mention.kind == 'percent' then ctx:report { at = mention, message = 'saw {at}' } end\n"                  \
    "    end\n"                                                                                                        \
    "  end }\n"

/* Reports every percentage, too, but raises at 13%. */
#define RAISING_RULE                                                                                                   \
    "return { api = 1, id = 'afraid', severity = 'error', summary = 'Raises at 13%.', each = 'source',\n"              \
    "  docs = 'For tests.',\n"                                                                                         \
    "  check = function(source, ctx)\n"                                                                                \
    "    for mention in source:mentions() do\n"                                                                        \
    "      if mention.text == '13%' then error('thirteen') end\n"                                                      \
    "      if mention.kind == 'percent' then ctx:report { at = mention, message = 'before {at}' } end\n"               \
    "    end\n"                                                                                                        \
    "  end }\n"

/* Reports percentages that differ, with a tolerance. */
#define DIFFERING_RULE                                                                                                 \
    "return { api = 1, id = 'differing', severity = 'error', summary = 'Percentages differ.', each = 'topic',\n"       \
    "  options = { tolerance = { default = 0, min = 0, max = 0.5, doc = 'What agrees.' } }, docs = 'For tests.',\n"    \
    "  check = function(topic, ctx)\n"                                                                                 \
    "    for odd, rest in topic:disagreements(ctx.options) do\n"                                                       \
    "      ctx:report { at = odd, related = rest, message = '{at} here, but {related}' }\n"                            \
    "    end\n"                                                                                                        \
    "  end }\n"

#endif
