#include "suite.h"

Suite *document_suite(void);
Suite *plain_suite(void);
Suite *markdown_suite(void);
Suite *jsonl_suite(void);
Suite *ignore_suite(void);
Suite *walk_suite(void);
Suite *front_matter_suite(void);
Suite *encoding_suite(void);
Suite *html_suite(void);
Suite *fields_suite(void);
Suite *lines_suite(void);

const suite_maker suites[] = {
    document_suite, plain_suite, markdown_suite, jsonl_suite, ignore_suite, walk_suite, front_matter_suite, encoding_suite, html_suite, fields_suite, lines_suite,
    NULL
};
