/* The main program of every unit test: runs the stage's suites, all or those whose name begins with an argument. */
#include <stdio.h>
#include <stdlib.h>

#include "suite.h"

/* An argument names the one suite to run; Check filters by the variable CK_RUN_SUITE. */
int main(int argc, char **argv)
{
    int failed = 0;
    SRunner *runner = srunner_create(NULL);
    for (const suite_maker *make = suites; *make; make++)
        srunner_add_suite(runner, (*make)());
    if (argc > 1)
        setenv("CK_RUN_SUITE", argv[1], 1);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
