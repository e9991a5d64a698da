/* The suites of the rule stage. */
#include "rule/suites.h"

const suite_maker suites[] = { finding_suite, instance_suite, pack_suite, sandbox_suite, worker_suite, NULL };
