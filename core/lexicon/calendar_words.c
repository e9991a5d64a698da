/* Words of the calendar: months, weekdays, days seen from today, seasons, holidays. Units of time stand in units.c.
 *
 * Holidays whose day follows from the year by our calendar carry the rule (Easter by the Western computus); those of
 * other calendars, and those that only a government's list settles, are recognised without one. */
#include "lexicon/closed.h"
#include "lexicon/time_words.h"

/* clang-format off */
#define MONTH_OF(number, words) { words, GSAY_WORD(MONTH), 0, NULL, number }
#define MONTH_SHORT(number, words) { words, GSAY_WORD(MONTH) | GSAY_WORD(ABBREVIATION), 0, NULL, number }
#define WEEKDAY_OF(number, words) { words, GSAY_WORD(WEEKDAY), 0, NULL, number }
#define WEEKDAY_SHORT(number, words) { words, GSAY_WORD(WEEKDAY) | GSAY_WORD(ABBREVIATION), 0, NULL, number }
#define DAY_FROM(days, words, phrases) { words, GSAY_WORD(DAY_WORD), 0, phrases, 8 + (days) }
#define SEASON_OF(number, words) { words, GSAY_WORD(SEASON), 0, NULL, number }
#define HOLIDAY_OF(number, words, phrases) { words, GSAY_WORD(HOLIDAY), 0, phrases, number }
#define TIME_WORD_OF(name, words) { words, GSAY_WORD(TIME_WORD), 0, NULL, GSAY_TIME_##name },
/* clang-format on */

enum holiday_number {
    NO_HOLIDAY = 0,
    NEW_YEARS_DAY,
    NEW_YEARS_EVE,
    EPIPHANY,
    KING_DAY,
    GROUNDHOG_DAY,
    VALENTINES_DAY,
    PRESIDENTS_DAY,
    ST_PATRICKS_DAY,
    SHROVE_TUESDAY,
    ASH_WEDNESDAY,
    PALM_SUNDAY,
    MAUNDY_THURSDAY,
    GOOD_FRIDAY,
    EASTER,
    EASTER_MONDAY,
    ASCENSION,
    PENTECOST,
    WHIT_MONDAY,
    TRINITY,
    CORPUS_CHRISTI,
    APRIL_FOOLS,
    ST_GEORGES_DAY,
    ANZAC_DAY,
    EARTH_DAY,
    MAY_DAY,
    MEMORIAL_DAY,
    JUNETEENTH,
    CANADA_DAY,
    JULY_FOURTH,
    BASTILLE_DAY,
    ASSUMPTION,
    LABOR_DAY,
    COLUMBUS_DAY,
    HALLOWEEN,
    ALL_SAINTS,
    ALL_SOULS,
    GUY_FAWKES,
    VETERANS_DAY,
    THANKSGIVING,
    ST_ANDREWS_DAY,
    CHRISTMAS_EVE,
    CHRISTMAS,
    BOXING_DAY,
    AUSTRALIA_DAY,
    ST_DAVIDS_DAY,
    WOMENS_DAY,
    PATRIOTS_DAY,
    GANDHI_JAYANTI,
    JEAN_BAPTISTE,
    MELBOURNE_CUP,
    WAITANGI_DAY,
    OTHER_HOLIDAY
};

/* By holiday_number: name, month, day, weekday, nth, days from Easter, whether it goes by Easter. Labour Day and
 * Remembrance Day differ by country, Black Friday follows a Thursday: no rule of this form. */
static const gsay_holiday holidays[] = {
    [NEW_YEARS_DAY] = { "New Year's Day", 1, 1, 0, 0, 0, false },
    [NEW_YEARS_EVE] = { "New Year's Eve", 12, 31, 0, 0, 0, false },
    [EPIPHANY] = { "Epiphany", 1, 6, 0, 0, 0, false },
    [KING_DAY] = { "Martin Luther King Jr. Day", 1, 0, 1, 3, 0, false },
    [GROUNDHOG_DAY] = { "Groundhog Day", 2, 2, 0, 0, 0, false },
    [VALENTINES_DAY] = { "Valentine's Day", 2, 14, 0, 0, 0, false },
    [PRESIDENTS_DAY] = { "Presidents' Day", 2, 0, 1, 3, 0, false },
    [ST_DAVIDS_DAY] = { "St David's Day", 3, 1, 0, 0, 0, false },
    [WOMENS_DAY] = { "International Women's Day", 3, 8, 0, 0, 0, false },
    [ST_PATRICKS_DAY] = { "St Patrick's Day", 3, 17, 0, 0, 0, false },
    [SHROVE_TUESDAY] = { "Shrove Tuesday", 0, 0, 0, 0, -47, true },
    [ASH_WEDNESDAY] = { "Ash Wednesday", 0, 0, 0, 0, -46, true },
    [PALM_SUNDAY] = { "Palm Sunday", 0, 0, 0, 0, -7, true },
    [MAUNDY_THURSDAY] = { "Maundy Thursday", 0, 0, 0, 0, -3, true },
    [GOOD_FRIDAY] = { "Good Friday", 0, 0, 0, 0, -2, true },
    [EASTER] = { "Easter Sunday", 0, 0, 0, 0, 0, true },
    [EASTER_MONDAY] = { "Easter Monday", 0, 0, 0, 0, 1, true },
    [ASCENSION] = { "Ascension Day", 0, 0, 0, 0, 39, true },
    [PENTECOST] = { "Pentecost", 0, 0, 0, 0, 49, true },
    [WHIT_MONDAY] = { "Whit Monday", 0, 0, 0, 0, 50, true },
    [TRINITY] = { "Trinity Sunday", 0, 0, 0, 0, 56, true },
    [CORPUS_CHRISTI] = { "Corpus Christi", 0, 0, 0, 0, 60, true },
    [APRIL_FOOLS] = { "April Fools' Day", 4, 1, 0, 0, 0, false },
    [EARTH_DAY] = { "Earth Day", 4, 22, 0, 0, 0, false },
    [ST_GEORGES_DAY] = { "St George's Day", 4, 23, 0, 0, 0, false },
    [ANZAC_DAY] = { "Anzac Day", 4, 25, 0, 0, 0, false },
    [MAY_DAY] = { "May Day", 5, 1, 0, 0, 0, false },
    [MEMORIAL_DAY] = { "Memorial Day", 5, 0, 1, -1, 0, false },
    [JUNETEENTH] = { "Juneteenth", 6, 19, 0, 0, 0, false },
    [CANADA_DAY] = { "Canada Day", 7, 1, 0, 0, 0, false },
    [JULY_FOURTH] = { "Independence Day (United States)", 7, 4, 0, 0, 0, false },
    [BASTILLE_DAY] = { "Bastille Day", 7, 14, 0, 0, 0, false },
    [ASSUMPTION] = { "Assumption of Mary", 8, 15, 0, 0, 0, false },
    [LABOR_DAY] = { "Labor Day (United States)", 9, 0, 1, 1, 0, false },
    [COLUMBUS_DAY] = { "Columbus Day", 10, 0, 1, 2, 0, false },
    [HALLOWEEN] = { "Halloween", 10, 31, 0, 0, 0, false },
    [ALL_SAINTS] = { "All Saints' Day", 11, 1, 0, 0, 0, false },
    [ALL_SOULS] = { "All Souls' Day", 11, 2, 0, 0, 0, false },
    [GUY_FAWKES] = { "Guy Fawkes Night", 11, 5, 0, 0, 0, false },
    [VETERANS_DAY] = { "Veterans Day", 11, 11, 0, 0, 0, false },
    [THANKSGIVING] = { "Thanksgiving (United States)", 11, 0, 4, 4, 0, false },
    [ST_ANDREWS_DAY] = { "St Andrew's Day", 11, 30, 0, 0, 0, false },
    [CHRISTMAS_EVE] = { "Christmas Eve", 12, 24, 0, 0, 0, false },
    [CHRISTMAS] = { "Christmas Day", 12, 25, 0, 0, 0, false },
    [BOXING_DAY] = { "Boxing Day", 12, 26, 0, 0, 0, false },
    [AUSTRALIA_DAY] = { "Australia Day", 1, 26, 0, 0, 0, false },
    [PATRIOTS_DAY] = { "Patriots' Day", 4, 0, 1, 3, 0, false },
    [GANDHI_JAYANTI] = { "Gandhi Jayanti", 10, 2, 0, 0, 0, false },
    [JEAN_BAPTISTE] = { "Saint-Jean-Baptiste Day", 6, 24, 0, 0, 0, false },
    [MELBOURNE_CUP] = { "Melbourne Cup Day", 11, 0, 2, 1, 0, false },
    [WAITANGI_DAY] = { "Waitangi Day", 2, 6, 0, 0, 0, false },
    [OTHER_HOLIDAY] = { NULL, 0, 0, 0, 0, 0, false },
};

static const gsay_lexicon_row rows[] = {
    MONTH_OF(1, "january"),
    MONTH_OF(2, "february"),
    MONTH_OF(3, "march"),
    MONTH_OF(4, "april"),
    MONTH_OF(5, "may"),
    MONTH_OF(6, "june"),
    MONTH_OF(7, "july"),
    MONTH_OF(8, "august"),
    MONTH_OF(9, "september"),
    MONTH_OF(10, "october"),
    MONTH_OF(11, "november"),
    MONTH_OF(12, "december"),
    MONTH_SHORT(1, "jan"),
    MONTH_SHORT(2, "feb"),
    MONTH_SHORT(3, "mar"),
    MONTH_SHORT(4, "apr"),
    MONTH_SHORT(6, "jun"),
    MONTH_SHORT(7, "jul"),
    MONTH_SHORT(8, "aug"),
    MONTH_SHORT(9, "sep sept"),
    MONTH_SHORT(10, "oct"),
    MONTH_SHORT(11, "nov"),
    MONTH_SHORT(12, "dec"),

    WEEKDAY_OF(1, "monday mondays"),
    WEEKDAY_OF(2, "tuesday tuesdays"),
    WEEKDAY_OF(3, "wednesday wednesdays"),
    WEEKDAY_OF(4, "thursday thursdays"),
    WEEKDAY_OF(5, "friday fridays"),
    WEEKDAY_OF(6, "saturday saturdays"),
    WEEKDAY_OF(7, "sunday sundays"),
    WEEKDAY_SHORT(1, "mon"),
    WEEKDAY_SHORT(2, "tue tues"),
    WEEKDAY_SHORT(3, "wed weds"),
    WEEKDAY_SHORT(4, "thu thur thurs"),
    WEEKDAY_SHORT(5, "fri"),
    WEEKDAY_SHORT(6, "sat"),
    WEEKDAY_SHORT(7, "sun"),

    DAY_FROM(0, "today tonight now", NULL),
    DAY_FROM(-1, "yesterday", "last night"),
    DAY_FROM(1, "tomorrow", NULL),
    DAY_FROM(-2, NULL, "the day before yesterday,day before yesterday"),
    DAY_FROM(2, NULL, "the day after tomorrow,day after tomorrow"),

    GSAY_TIME_WORDS(TIME_WORD_OF)

        SEASON_OF(1, "spring springtime"),
    SEASON_OF(2, "summer summertime"),
    SEASON_OF(3, "autumn fall"),
    SEASON_OF(4, "winter wintertime"),

    HOLIDAY_OF(NEW_YEARS_DAY, NULL, "new year's day,new years day,new year's"),
    HOLIDAY_OF(NEW_YEARS_EVE, "hogmanay", "new year's eve,new years eve"),
    HOLIDAY_OF(EPIPHANY, "epiphany", NULL),
    HOLIDAY_OF(KING_DAY, NULL, "martin luther king day,martin luther king jr. day,mlk day"),
    HOLIDAY_OF(AUSTRALIA_DAY, NULL, "australia day"),
    HOLIDAY_OF(GROUNDHOG_DAY, NULL, "groundhog day"),
    HOLIDAY_OF(
        VALENTINES_DAY, NULL,
        "valentine's day,valentines day,valentine day,saint valentine's day,st. valentine's day,st valentine's day"),
    HOLIDAY_OF(PRESIDENTS_DAY, NULL, "presidents' day,presidents day,president's day,president day"),
    HOLIDAY_OF(ST_DAVIDS_DAY, NULL, "st david's day,st. david's day"),
    HOLIDAY_OF(WOMENS_DAY, NULL, "international women's day"),
    HOLIDAY_OF(ST_PATRICKS_DAY, NULL,
               "st patrick's day,st. patrick's day,saint patrick's day,st patricks day,saint patricks day"),
    HOLIDAY_OF(SHROVE_TUESDAY, NULL, "shrove tuesday,mardi gras,pancake day,fat tuesday"),
    HOLIDAY_OF(ASH_WEDNESDAY, NULL, "ash wednesday"),
    HOLIDAY_OF(PALM_SUNDAY, NULL, "palm sunday"),
    HOLIDAY_OF(MAUNDY_THURSDAY, NULL, "maundy thursday,holy thursday"),
    HOLIDAY_OF(GOOD_FRIDAY, NULL, "good friday"),
    HOLIDAY_OF(EASTER, "easter", "easter sunday,easter day"),
    HOLIDAY_OF(EASTER_MONDAY, NULL, "easter monday"),
    HOLIDAY_OF(ASCENSION, NULL, "ascension day"),
    HOLIDAY_OF(PENTECOST, "pentecost whitsun", "whit sunday"),
    HOLIDAY_OF(WHIT_MONDAY, NULL, "whit monday"),
    HOLIDAY_OF(TRINITY, NULL, "trinity sunday"),
    HOLIDAY_OF(CORPUS_CHRISTI, NULL, "feast of corpus christi"),
    HOLIDAY_OF(APRIL_FOOLS, NULL, "april fools' day,april fools day,april fool's day,all fools' day"),
    HOLIDAY_OF(EARTH_DAY, NULL, "earth day"),
    HOLIDAY_OF(ST_GEORGES_DAY, NULL, "st george's day,st. george's day"),
    HOLIDAY_OF(ANZAC_DAY, NULL, "anzac day"),
    HOLIDAY_OF(MAY_DAY, NULL, "may day,international workers' day"),
    HOLIDAY_OF(MEMORIAL_DAY, NULL, "memorial day"),
    HOLIDAY_OF(JUNETEENTH, "juneteenth", NULL),
    HOLIDAY_OF(CANADA_DAY, NULL, "canada day"),
    HOLIDAY_OF(JULY_FOURTH, NULL, "fourth of july,the fourth of july"),
    HOLIDAY_OF(BASTILLE_DAY, NULL, "bastille day"),
    HOLIDAY_OF(ASSUMPTION, NULL, "assumption day"),
    HOLIDAY_OF(LABOR_DAY, NULL, "labor day"),
    HOLIDAY_OF(COLUMBUS_DAY, NULL, "columbus day,indigenous peoples' day"),
    HOLIDAY_OF(HALLOWEEN, "halloween hallowe'en", "all hallows' eve,all hallows eve"),
    HOLIDAY_OF(ALL_SAINTS, NULL, "all saints' day,all saints day"),
    HOLIDAY_OF(ALL_SOULS, NULL, "all souls' day,all souls day"),
    HOLIDAY_OF(GUY_FAWKES, NULL, "guy fawkes night,guy fawkes day,bonfire night"),
    HOLIDAY_OF(VETERANS_DAY, NULL, "veterans day,veterans' day,armistice day"),
    HOLIDAY_OF(THANKSGIVING, "thanksgiving", "thanksgiving day"),
    HOLIDAY_OF(ST_ANDREWS_DAY, NULL, "st andrew's day,st. andrew's day"),
    HOLIDAY_OF(CHRISTMAS_EVE, NULL, "christmas eve"),
    HOLIDAY_OF(CHRISTMAS, "christmas xmas", "christmas day,xmas day"),
    HOLIDAY_OF(BOXING_DAY, NULL, "boxing day,st stephen's day,st. stephen's day"),
    HOLIDAY_OF(PATRIOTS_DAY, NULL, "patriots' day,patriot's day"),
    HOLIDAY_OF(GANDHI_JAYANTI, NULL, "gandhi jayanti"),
    HOLIDAY_OF(JEAN_BAPTISTE, NULL, "saint-jean-baptiste day,st-jean-baptiste day,st. jean baptiste day"),
    HOLIDAY_OF(MELBOURNE_CUP, NULL, "melbourne cup day"),
    HOLIDAY_OF(WAITANGI_DAY, NULL, "waitangi day"),
    HOLIDAY_OF(
        OTHER_HOLIDAY,
        "ramadan ramadhan eid ashura muharram passover pesach hanukkah chanukah hanukah purim sukkot shavuot diwali "
        "deepavali holi vesak nowruz norouz songkran lent advent kwanzaa tet mawlid onam dussehra navaratri "
        "janmashtami vaisakhi baisakhi dhanteras ugadi lohri shivaratri",
        "eid al-fitr,eid al-adha,eid ul-fitr,eid ul-adha,eid al fitr,eid al adha,eid ul fitr,eid ul adha,"
        "laylat al-qadr,islamic new year,mawlid al-nabi,feast of the sacrifice,"
        "rosh hashanah,rosh hashana,yom kippur,simchat torah,shemini atzeret,yom hashoah,tu bishvat,lag baomer,"
        "tisha b'av,chinese new year,lunar new year,mid-autumn festival,spring festival,golden week,"
        "orthodox christmas,orthodox easter,orthodox good friday,orthodox easter monday,orthodox pentecost,"
        "clean monday,holy week,easter week,holy saturday,black friday,cyber monday,giving tuesday,super tuesday,"
        "mother's day,mothers' day,mothers day,father's day,fathers' day,fathers day,grandparents day,"
        "grandparents' day,republic day,national day,independence day,victory day,flag day,bank holiday,tax day,"
        "election day,inauguration day,constitution day,remembrance day,remembrance sunday,labour day,victoria day,"
        "king's birthday,queen's birthday,reconciliation day,earth hour,"
        "maha shivaratri,ganesh chaturthi,durga puja,makar sankranti,thai pongal,krishna janmashtami,ram navami,"
        "raksha bandhan,karva chauth,vasant panchami,holika dahan,bhai dooj,chhath puja,gudi padwa,mahavir jayanti,"
        "guru nanak jayanti,buddha purnima"),
};

const gsay_lexicon_table gsay_calendar_table = { rows, sizeof rows / sizeof *rows };

const gsay_holiday *gsay_holiday_of(uint8_t index)
{
    bool is_known = index < sizeof holidays / sizeof *holidays && holidays[index].name;
    return is_known ? &holidays[index] : NULL;
}
