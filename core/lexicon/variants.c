/* Free variants, of which a text should choose one. In order of their first words, which are searched by halves.
 *
 * Only what means the same both ways and is written both ways in edited English: no slips ("accomodate"), no words
 * that grammar tells apart ("every day", "everyday"), no words of one region (regional.c), nothing that a hyphen alone
 * tells apart (claim/term.c). */
#include "lexicon/variants.h"

static const gsay_variant variants[] = {
    { "acknowledgement", "acknowledgment" },
    { "acknowledgements", "acknowledgments" },
    { "acknowledgment", "acknowledgment" },
    { "acknowledgments", "acknowledgments" },
    { "adviser", "adviser" },
    { "advisers", "advisers" },
    { "advisor", "adviser" },
    { "advisors", "advisers" },
    { "air strike", "airstrike" },
    { "air strikes", "airstrikes" },
    { "airstrike", "airstrike" },
    { "airstrikes", "airstrikes" },
    { "amid", "amid" },
    { "amidst", "amid" },
    { "among", "among" },
    { "amongst", "among" },
    { "barbecue", "barbecue" },
    { "barbecues", "barbecues" },
    { "barbeque", "barbecue" },
    { "barbeques", "barbecues" },
    { "benefited", "benefited" },
    { "benefiting", "benefiting" },
    { "benefitted", "benefited" },
    { "benefitting", "benefiting" },
    { "cafe", "cafe" },
    { "cafes", "cafes" },
    { "café", "cafe" },
    { "cafés", "cafes" },
    { "cell phone", "cellphone" },
    { "cell phones", "cellphones" },
    { "cellphone", "cellphone" },
    { "cellphones", "cellphones" },
    { "child care", "childcare" },
    { "childcare", "childcare" },
    { "cliche", "cliche" },
    { "cliches", "cliches" },
    { "cliché", "cliche" },
    { "clichés", "cliches" },
    { "data base", "database" },
    { "data bases", "databases" },
    { "database", "database" },
    { "databases", "databases" },
    { "day care", "daycare" },
    { "daycare", "daycare" },
    { "decor", "decor" },
    { "donut", "doughnut" },
    { "donuts", "doughnuts" },
    { "doughnut", "doughnut" },
    { "doughnuts", "doughnuts" },
    { "décor", "decor" },
    { "facade", "facade" },
    { "facades", "facades" },
    { "façade", "facade" },
    { "façades", "facades" },
    { "fiance", "fiance" },
    { "fiancee", "fiancee" },
    { "fiancé", "fiance" },
    { "fiancée", "fiancee" },
    { "focused", "focused" },
    { "focuses", "focuses" },
    { "focusing", "focusing" },
    { "focussed", "focused" },
    { "focusses", "focuses" },
    { "focussing", "focusing" },
    { "fund raiser", "fundraiser" },
    { "fund raisers", "fundraisers" },
    { "fund raising", "fundraising" },
    { "fundraiser", "fundraiser" },
    { "fundraisers", "fundraisers" },
    { "fundraising", "fundraising" },
    { "health care", "healthcare" },
    { "healthcare", "healthcare" },
    { "home page", "homepage" },
    { "home pages", "homepages" },
    { "homepage", "homepage" },
    { "homepages", "homepages" },
    { "judgement", "judgment" },
    { "judgements", "judgments" },
    { "judgment", "judgment" },
    { "judgments", "judgments" },
    { "land mine", "landmine" },
    { "land mines", "landmines" },
    { "landmine", "landmine" },
    { "landmines", "landmines" },
    { "law maker", "lawmaker" },
    { "law makers", "lawmakers" },
    { "lawmaker", "lawmaker" },
    { "lawmakers", "lawmakers" },
    { "naive", "naive" },
    { "naïve", "naive" },
    { "ok", "ok" },
    { "okay", "ok" },
    { "policy maker", "policymaker" },
    { "policy makers", "policymakers" },
    { "policymaker", "policymaker" },
    { "policymakers", "policymakers" },
    { "protester", "protester" },
    { "protesters", "protesters" },
    { "protestor", "protester" },
    { "protestors", "protesters" },
    { "time frame", "timeframe" },
    { "time frames", "timeframes" },
    { "timeframe", "timeframe" },
    { "timeframes", "timeframes" },
    { "toward", "toward" },
    { "towards", "toward" },
    { "web page", "webpage" },
    { "web pages", "webpages" },
    { "web site", "website" },
    { "web sites", "websites" },
    { "webpage", "webpage" },
    { "webpages", "webpages" },
    { "website", "website" },
    { "websites", "websites" },
    { "yoghurt", "yogurt" },
    { "yoghurts", "yogurts" },
    { "yogurt", "yogurt" },
    { "yogurts", "yogurts" },
};

/* Names that changed with the alphabet, the language or the government behind them, in order of their bytes; not those
 * of which one is history ("Leningrad"), and not those that are also a place elsewhere ("Canton"). */
static const gsay_variant exonyms[] = {
    { "ashgabat", "ashgabat" },
    { "ashkhabad", "ashgabat" },
    { "bangalore", "bengaluru" },
    { "basra", "basra" },
    { "basrah", "basra" },
    { "beijing", "beijing" },
    { "belarus", "belarus" },
    { "bengaluru", "bengaluru" },
    { "bombay", "mumbai" },
    { "burma", "myanmar" },
    { "byelorussia", "belarus" },
    { "cabo verde", "cabo verde" },
    { "calcutta", "kolkata" },
    { "cape verde", "cabo verde" },
    { "chennai", "chennai" },
    { "chernigov", "chernihiv" },
    { "chernihiv", "chernihiv" },
    { "chernobyl", "chornobyl" },
    { "chongqing", "chongqing" },
    { "chornobyl", "chornobyl" },
    { "chungking", "chongqing" },
    { "czech republic", "czechia" },
    { "czechia", "czechia" },
    { "dacca", "dhaka" },
    { "dhaka", "dhaka" },
    { "east timor", "timor-leste" },
    { "ekaterinburg", "yekaterinburg" },
    { "eswatini", "eswatini" },
    { "falluja", "fallujah" },
    { "fallujah", "fallujah" },
    { "gadaffi", "gaddafi" },
    { "gaddafi", "gaddafi" },
    { "gadhafi", "gaddafi" },
    { "hezbollah", "hezbollah" },
    { "hezbullah", "hezbollah" },
    { "hizbollah", "hezbollah" },
    { "hizbullah", "hezbollah" },
    { "jeddah", "jeddah" },
    { "jidda", "jeddah" },
    { "jiddah", "jeddah" },
    { "kaddafi", "gaddafi" },
    { "kadhafi", "gaddafi" },
    { "kathmandu", "kathmandu" },
    { "katmandu", "kathmandu" },
    { "khadafy", "gaddafi" },
    { "kharkiv", "kharkiv" },
    { "kharkov", "kharkiv" },
    { "kiev", "kyiv" },
    { "kolkata", "kolkata" },
    { "konduz", "kunduz" },
    { "koran", "koran" },
    { "kunduz", "kunduz" },
    { "kyiv", "kyiv" },
    { "lugansk", "luhansk" },
    { "luhansk", "luhansk" },
    { "lviv", "lviv" },
    { "lvov", "lviv" },
    { "madras", "chennai" },
    { "makkah", "mecca" },
    { "mecca", "mecca" },
    { "mumbai", "mumbai" },
    { "myanmar", "myanmar" },
    { "mykolaiv", "mykolaiv" },
    { "nanjing", "nanjing" },
    { "nanking", "nanjing" },
    { "nikolaev", "mykolaiv" },
    { "odesa", "odesa" },
    { "odessa", "odesa" },
    { "peking", "beijing" },
    { "poona", "pune" },
    { "pune", "pune" },
    { "qaddafi", "gaddafi" },
    { "qadhafi", "gaddafi" },
    { "qaeda", "qaeda" },
    { "qaida", "qaeda" },
    { "qur'an", "koran" },
    { "quran", "koran" },
    { "rangoon", "yangon" },
    { "sana'a", "sana'a" },
    { "sanaa", "sana'a" },
    { "sinkiang", "xinjiang" },
    { "swaziland", "eswatini" },
    { "tianjin", "tianjin" },
    { "tibet", "tibet" },
    { "tientsin", "tianjin" },
    { "timor-leste", "timor-leste" },
    { "turkey", "türkiye" },
    { "türkiye", "türkiye" },
    { "ulaanbaatar", "ulaanbaatar" },
    { "ulan bator", "ulaanbaatar" },
    { "xinjiang", "xinjiang" },
    { "xizang", "tibet" },
    { "yangon", "yangon" },
    { "yekaterinburg", "yekaterinburg" },
    { "zaporizhia", "zaporizhzhia" },
    { "zaporizhzhia", "zaporizhzhia" },
    { "zaporozhye", "zaporizhzhia" },
};

/* The first word of a form. */
static gsay_str first_word(const gsay_variant *variant)
{
    return (gsay_str){ variant->form, strcspn(variant->form, " ") };
}

const gsay_variant *gsay_variants_find(gsay_str word, size_t *count)
{
    size_t low = 0;
    size_t high = sizeof variants / sizeof *variants;
    size_t end = high;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (gsay_str_compare(first_word(&variants[middle]), word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < end && gsay_str_equal(first_word(&variants[low + *count]), word))
        ++*count;
    return *count ? &variants[low] : NULL;
}

gsay_str gsay_exonym_find(gsay_str name)
{
    size_t low = 0;
    size_t high = sizeof exonyms / sizeof *exonyms;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int    order = gsay_str_compare(gsay_str_of(exonyms[middle].form), name);
        if (order == 0)
            return gsay_str_of(exonyms[middle].key);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return GSAY_STR("");
}
