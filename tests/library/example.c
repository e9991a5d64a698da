/* A program that embeds gainsay: two engines in two threads, each with its own texts and settings.
 *
 * It is compiled against the installed header and library alone (tests/library/run.sh). Usage: example PACK-FOLDER */
#include <gainsay/gainsay.h>

#include <pthread.h>
#include <stdio.h>
#include <string.h>

/* What one thread works on, and what it found. */
typedef struct desk {
    const char *packs;
    const char *texts[2];
    const char *silenced; /* a rule that is switched off; NULL none */
    bool        has_failed;
    size_t      steps; /* of progress that were told */
    char        report[4096];
    size_t      len;
} desk;

/* Append to the desk's report: threads print nothing, so that the output has one order. */
#define SAY(desk, ...) \
    ((desk)->len += (size_t)snprintf((desk)->report + (desk)->len, sizeof(desk)->report - (desk)->len, __VA_ARGS__))

static void count_step(void *context, const char *phase, size_t done, size_t count)
{
    desk *mine = context;
    mine->steps += phase[0] && done <= count;
}

static void write_place(desk *mine, const char *mark, const gsay_engine_place *place)
{
    SAY(mine, "  %s %s:%u:%u \"%.*s\"\n", mark, place->source, (unsigned)place->line, (unsigned)place->column,
        (int)place->len, place->text);
}

static void write_findings(desk *mine, const gsay_engine *engine)
{
    for (size_t i = 0; i < gsay_engine_finding_count(engine); i++) {
        const gsay_engine_finding *finding = gsay_engine_finding_at(engine, i);
        SAY(mine, "%s: %s\n", finding->rule, finding->message);
        write_place(mine, "at", &finding->at);
        for (size_t k = 0; k < finding->related_count; k++)
            write_place(mine, "against", &finding->related[k]);
        SAY(mine, "  %s\n", finding->why_count ? "with reasons" : "without a reason");
    }
}

static void write_statistics(desk *mine, gsay_engine *engine)
{
    gsay_statistics statistics = { 0 };
    if (gsay_engine_statistics(engine, &statistics, NULL) == GSAY_OK)
        SAY(mine, "%d sources, %d bytes, %d pairs compared\n", (int)statistics.sources, (int)statistics.bytes,
            (int)statistics.compared);
}

/* Add the texts, switch a rule off, compare, report. Returns the first failure. */
static gsay_status work(desk *mine, gsay_engine *engine, gsay_error *error)
{
    static const char *const names[] = { "first.txt", "second.txt" };
    gsay_status              status = GSAY_OK;
    for (size_t i = 0; status == GSAY_OK && i < 2; i++) {
        gsay_input input = { .name = names[i],
                             .text = mine->texts[i],
                             .len = strlen(mine->texts[i]),
                             .date = "2025-03-05" };
        status = gsay_engine_add_input(engine, &input, error);
    }
    if (status == GSAY_OK && mine->silenced)
        status = gsay_engine_set_severity(engine, mine->silenced, GSAY_SEVERITY_OFF, error);
    if (status == GSAY_OK)
        status = gsay_engine_check(engine, error);
    for (size_t i = 0; i < gsay_engine_problem_count(engine); i++)
        SAY(mine, "problem: %s\n", gsay_engine_problem_at(engine, i)->message);
    return status;
}

static void *run(void *argument)
{
    desk         *mine = argument;
    gsay_engine  *engine = NULL;
    gsay_error    error = { 0 };
    gsay_settings settings = { .pack_folder = mine->packs,
                               .jobs = 2,
                               .progress = count_step,
                               .progress_context = mine };
    gsay_status   status = gsay_engine_open(&settings, &engine, &error);
    if (status == GSAY_OK)
        status = work(mine, engine, &error);
    if (status == GSAY_OK) {
        write_findings(mine, engine);
        write_statistics(mine, engine);
    } else {
        SAY(mine, "failed: %s\n", error.message);
        mine->has_failed = true;
    }
    gsay_engine_close(engine);
    return NULL;
}

/* A mistake is told, and nothing is left behind. */
static bool refuses_an_unknown_rule(const char *packs)
{
    gsay_engine  *engine = NULL;
    gsay_error    error = { 0 };
    gsay_settings settings = { .pack_folder = packs };
    bool          is_right = gsay_engine_open(&settings, &engine, &error) == GSAY_OK &&
                    gsay_engine_set_severity(engine, "name-speling", GSAY_SEVERITY_NOTE, &error) == GSAY_EINPUT &&
                    strstr(error.message, "name-spelling") != NULL;
    gsay_engine_close(engine);
    return is_right;
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    desk desks[2] = { { .packs = argv[1],
                        .texts = { "The new quay is 340 metres long.\n", "The new quay is 410 metres long.\n" } },
                      { .packs = argv[1],
                        .texts = { "The mill employs 61 people.\nIt opened on Friday, 6 March 2025.\n",
                                   "The mill employs 74 people.\n" },
                        .silenced = "weekday-date" } };
    pthread_t threads[2];
    int       exit_status = strcmp(gsay_version(), GSAY_VERSION) != 0;
    for (size_t i = 0; i < 2; i++)
        if (pthread_create(&threads[i], NULL, run, &desks[i]) != 0)
            return 2;
    for (size_t i = 0; i < 2; i++) {
        pthread_join(threads[i], NULL);
        printf("desk %d\n%s", (int)i + 1, desks[i].report);
        exit_status |= desks[i].has_failed || desks[i].steps < 2;
    }
    return exit_status || !refuses_an_unknown_rule(argv[1]);
}
