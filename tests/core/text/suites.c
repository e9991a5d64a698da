#include "suite.h"

Suite *vocabulary_suite(void);
Suite *stem_suite(void);
Suite *token_suite(void);
Suite *address_suite(void);
Suite *sentence_suite(void);
Suite *quotation_suite(void);
Suite *text_suite(void);
Suite *sheet_suite(void);

const suite_maker suites[] = { vocabulary_suite, stem_suite, token_suite, address_suite, sentence_suite,
                               quotation_suite,  text_suite,  sheet_suite,    NULL };
