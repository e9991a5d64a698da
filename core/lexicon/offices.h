/* What a title says of an office, and which offices one person cannot hold at a time. */
#ifndef GSAY_LEXICON_OFFICES_H
#define GSAY_LEXICON_OFFICES_H

#include "lexicon/lexicon.h"

/* The heads of titles, as bits of a set: a rank may have two ("lieutenant colonel"). */
enum gsay_office_head {
    GSAY_OFFICE_NUMBER_PRESIDENT = 0,
    GSAY_OFFICE_NUMBER_PRIME_MINISTER,
    GSAY_OFFICE_NUMBER_MINISTER, /* of a government: also "secretary" */
    GSAY_OFFICE_NUMBER_GOVERNOR,
    GSAY_OFFICE_NUMBER_MAYOR,
    GSAY_OFFICE_NUMBER_SENATOR,
    GSAY_OFFICE_NUMBER_REPRESENTATIVE,
    GSAY_OFFICE_NUMBER_CORPORAL,
    GSAY_OFFICE_NUMBER_SERGEANT,
    GSAY_OFFICE_NUMBER_LIEUTENANT,
    GSAY_OFFICE_NUMBER_CAPTAIN,
    GSAY_OFFICE_NUMBER_MAJOR,
    GSAY_OFFICE_NUMBER_COLONEL,
    GSAY_OFFICE_NUMBER_GENERAL,
    GSAY_OFFICE_NUMBER_CONSTABLE,
    GSAY_OFFICE_NUMBER_INSPECTOR,
    GSAY_OFFICE_NUMBER_SUPERINTENDENT
};

/* The set that holds one head. */
#define GSAY_OFFICE(name) ((uint32_t)1 << GSAY_OFFICE_NUMBER_##name)

/* What a title says. Zeroed: nothing. */
typedef struct gsay_office {
    uint32_t heads;       /* GSAY_OFFICE bits */
    uint32_t departments; /* of a minister; bits that mean something to gsay_offices_contradict alone */
    uint8_t  sole;        /* number of a title that stands outside the heads ("chief executive"); 0 none */
    gsay_str land;        /* the last word of a land in it; a slice of the title; "" none */
} gsay_office;

/* Read a folded title. Returns false, with *office untouched, where some word of it is not known: "former", "deputy",
 * "acting" and the like are not, since who was or may be something is no holder. */
bool gsay_office_read(gsay_str title, gsay_office *office);

/* Tell whether a folded word is that of a department: "finance". */
bool gsay_office_is_department(gsay_str word);

/* Tell whether two titles name one office, whatever the land. */
bool gsay_office_same(const gsay_office *a, const gsay_office *b);

/* Tell whether one person at a time holds the office, in one place. */
bool gsay_office_is_sole(const gsay_office *office);

/* Tell whether one person cannot hold both at a time: two departments, two seats, two ranks. Offices that are held
 * together somewhere (prime minister and foreign minister) do not contradict each other. */
bool gsay_offices_contradict(const gsay_office *a, const gsay_office *b);

/* Words, folded, ended by NULL, of sentences in which an office changes hands. */
extern const char *const gsay_office_changes[];
/* Words of a title or before it that tell that the office is not held, or not any more. */
extern const char *const gsay_office_not_now[];
/* Words that tell that two people of one name belong to one family, or that one came after the other. */
extern const char *const gsay_office_relatives[];

#endif
