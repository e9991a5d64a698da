/* Synonyms of a user: words that mean one thing in the matter of a pack. What is known of each is taught to a
 * vocabulary before any text is read, so that reading claims knows nothing of them. */
#include "claim/claim.h"
#include "claim/trait.h"

/* Add a word and learn it. Returns its note; NULL when memory is exhausted. */
static gsay_word_note *learn(gsay_vocabulary *vocabulary, gsay_str word, uint32_t *id)
{
    if (gsay_vocabulary_add(vocabulary, word, id, NULL) != GSAY_OK)
        return NULL;
    gsay_word_note **notes = gsay_vocabulary_notes(vocabulary, sizeof(gsay_word_note *));
    if (!notes)
        return NULL;
    if (notes[*id])
        return notes[*id];
    gsay_arena     *arena = &vocabulary->notes->arena;
    gsay_word_note *note = GSAY_TAKE(arena, gsay_word_note, 1);
    bool            is_read = note && gsay_word_note_read(arena, &vocabulary->words[*id], *id, note);
    return is_read ? notes[*id] = note : NULL;
}

/* Add to a row what a word of its class says: the first name that the table has, and all senses. A word that may be a
 * verb says what happens, another one what is counted. */
static void gather(gsay_sense_row *row, const gsay_word_note *note, gsay_word_classes classes)
{
    bool is_known = note->row && note->row->senses & (GSAY_SENSE(PREDICATE) | GSAY_SENSE(HEAD));
    if (is_known && row->name.len == 0)
        row->name = gsay_word_note_name(note);
    row->senses |= note->row ? note->row->senses : 0;
    row->senses |= classes & GSAY_WORD(VERB) ? GSAY_SENSE(PREDICATE) : 0;
}

gsay_status gsay_synonyms_teach(gsay_vocabulary *vocabulary, gsay_str_set words, gsay_error *err)
{
    gsay_word_note **notes = GSAY_TAKE(&vocabulary->notes->arena, gsay_word_note *, words.count);
    gsay_sense_row  *row = GSAY_NEW(&vocabulary->notes->arena, gsay_sense_row, 1);
    if (!notes || !row)
        return gsay_fail_memory(err);
    row->name = GSAY_STR("");
    for (uint32_t i = 0; i < words.count; i++) {
        uint32_t id = 0;
        notes[i] = learn(vocabulary, words.items[i], &id);
        if (!notes[i])
            return gsay_fail_memory(err);
        gather(row, notes[i], vocabulary->words[id].lexeme.classes);
    }
    if (row->name.len == 0 && words.count > 0)
        row->name = notes[0]->stem;
    if (!(row->senses & GSAY_SENSE(PREDICATE)))
        row->senses |= GSAY_SENSE(HEAD);
    for (uint32_t i = 0; i < words.count; i++) {
        notes[i]->row = row;
        notes[i]->traits |= row->senses;
        notes[i]->hash = (uint32_t)gsay_hash(row->name);
    }
    return GSAY_OK;
}
