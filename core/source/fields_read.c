/* Reading: the members of an object as they come, each by the function of its row's type.
 *
 * Members mostly come in the order of the table, as they are written; the row behind the last one is tried first. A
 * message names a member with those it lies in. */
#include "source/fields.h"

#include <cjson/cJSON.h>
#include <stdio.h>

#include "base/utf8.h"
#include "source/fields_number.h"
#include "source/json.h"

#define PATH_BYTES    160u
#define EXACT_MAX     9007199254740992.0 /* 2^53: whole numbers up to here are exact in a double */
#define DECIMAL_MAX   999999999999999999 /* of GSAY_DECIMAL_DIGITS digits */
#define PRECISION_MAX (2 * GSAY_DECIMAL_EXPONENT_MAX)
#define HASH_DIGITS   8u
#define BIT_COUNT_MAX 63

/* One reading. */
struct reading {
    gsay_arena *arena;
    gsay_error *err;
    char        path[PATH_BYTES]; /* of the object that is read, "claim.when." */
    size_t      path_len;
};

/* Read what a member holds into its field. */
typedef gsay_status read_field(struct reading *reading, const gsay_field *field, const cJSON *value, char *item);

static gsay_status read_object(struct reading *reading, const gsay_object *object, const cJSON *root, char *item);

/* Fail: "its claim.head is " and why not. */
static gsay_status refuse(const struct reading *reading, gsay_str name, const char *why)
{
    return gsay_fail(reading->err, GSAY_EINPUT, SIZE_MAX, "its %.*s%.*s %s", (int)reading->path_len, reading->path,
                     GSAY_ARG(name), why);
}

static gsay_status refuse_field(const struct reading *reading, const gsay_field *field, const char *why)
{
    return refuse(reading, field->name, why);
}

/* Copy a string of cJSON. Returns GSAY_ENOMEM where there is no room. */
static gsay_status copy_text(struct reading *reading, const cJSON *value, gsay_str *out)
{
    *out = gsay_arena_copy(reading->arena, gsay_str_of(value->valuestring));
    return out->ptr ? GSAY_OK : gsay_fail_memory(reading->err);
}

static gsay_status read_text(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    gsay_str text = GSAY_STR("");
    if (!cJSON_IsString(value))
        return refuse_field(reading, field, "is no string");
    GSAY_TRY(copy_text(reading, value, &text));
    memcpy(item + field->offset, &text, sizeof text);
    return GSAY_OK;
}

static gsay_status read_flag(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    if (!cJSON_IsBool(value))
        return refuse_field(reading, field, "is neither true nor false");
    *(bool *)(void *)(item + field->offset) = cJSON_IsTrue(value);
    return GSAY_OK;
}

static gsay_status read_number(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    double number = cJSON_IsNumber(value) ? value->valuedouble : EXACT_MAX * 2;
    bool   is_whole = number >= -EXACT_MAX && number <= EXACT_MAX && (double)(int64_t)number == number;
    if (!is_whole || (int64_t)number < field->low || (int64_t)number > field->high) {
        char why[96];
        snprintf(why, sizeof why, "is no whole number from %lld to %lld", (long long)field->low,
                 (long long)field->high);
        return refuse_field(reading, field, why);
    }
    gsay_field_number_set(item + field->offset, field->size, (int64_t)number);
    return GSAY_OK;
}

/* The number of a word; -1 when it is none of the row's. */
static int64_t number_of(const gsay_field *field, const cJSON *value)
{
    for (int64_t i = 0; cJSON_IsString(value) && i < field->high; i++)
        if (strcmp(field->words[i], value->valuestring) == 0)
            return i;
    return -1;
}

/* "is none of north, south, east ..." */
static gsay_status refuse_word(const struct reading *reading, const gsay_field *field)
{
    char   why[120] = "is none of";
    size_t len = strlen(why);
    for (int64_t i = field->type == GSAY_FIELD_WORD; i < field->high; i++) {
        int written = snprintf(why + len, sizeof why - len, "%s %s", len > sizeof "is none of" ? "," : "", field->words[i]);
        if (written < 0 || (size_t)written + sizeof " ..." > sizeof why - len) {
            memcpy(why + len, " ...", sizeof " ...");
            break;
        }
        len += (size_t)written;
    }
    return refuse_field(reading, field, why);
}

static gsay_status read_word(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    int64_t number = number_of(field, value);
    if (number < 0)
        return refuse_word(reading, field);
    gsay_field_number_set(item + field->offset, field->size, number);
    return GSAY_OK;
}

static gsay_status read_words(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    int64_t bits = 0;
    if (!cJSON_IsArray(value))
        return refuse_field(reading, field, "is no list");
    for (const cJSON *word = value->child; word; word = word->next) {
        int64_t number = number_of(field, word);
        if (number < 0 || number >= BIT_COUNT_MAX)
            return refuse_word(reading, field);
        bits |= (int64_t)1 << number;
    }
    gsay_field_number_set(item + field->offset, field->size, bits);
    return GSAY_OK;
}

/* Read digits with a sign at *text, which is moved behind them. Returns false for none, or more than limit. */
static bool read_signed(const char **text, int64_t limit, int64_t *number)
{
    bool        is_negative = **text == '-';
    const char *digit = *text + is_negative;
    int64_t     value = 0;
    if (*digit < '0' || *digit > '9')
        return false;
    for (; *digit >= '0' && *digit <= '9'; digit++) {
        int64_t next = *digit - '0';
        if (value > (limit - next) / 10)
            return false;
        value = value * 10 + next;
    }
    *number = is_negative ? -value : value;
    *text = digit;
    return true;
}

/* Read a part behind its sign; one that is not there stays what it is. */
static bool read_part(const char **text, char sign, int64_t limit, int64_t *number)
{
    if (**text != sign)
        return true;
    ++*text;
    return read_signed(text, limit, number);
}

/* Tell whether a decimal has the one form of its value, on which comparison relies. */
static bool is_in_form(const gsay_decimal *value)
{
    if (value->coefficient == 0)
        return value->exponent == 0 && value->divisor <= 1;
    uint32_t divisor = value->divisor;
    uint64_t left = divisor, right = (uint64_t)(value->coefficient < 0 ? -value->coefficient : value->coefficient);
    while (left > 0) { /* Euclid: a fraction is reduced */
        uint64_t rest = right % left;
        right = left;
        left = rest;
    }
    bool is_reduced = divisor <= 1 || (right == 1 && divisor % 2 && divisor % 5);
    return is_reduced && value->coefficient % 10 != 0;
}

static gsay_status read_decimal(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    int64_t     coefficient = 0, divisor = 1, exponent = 0, precision = 0;
    const char *text = cJSON_IsString(value) ? value->valuestring : "";
    bool is_fine = read_signed(&text, DECIMAL_MAX, &coefficient) && read_part(&text, '/', UINT32_MAX, &divisor) &&
                   read_part(&text, 'e', GSAY_DECIMAL_EXPONENT_MAX, &exponent) &&
                   read_part(&text, 'p', PRECISION_MAX, &precision) && *text == '\0' && divisor >= 0;
    gsay_decimal number = { .coefficient = coefficient,
                            .divisor = (uint32_t)divisor,
                            .exponent = (int16_t)exponent,
                            .precision = (int16_t)precision };
    if (!is_fine || !is_in_form(&number))
        return refuse_field(reading, field, "is no exact decimal number");
    memcpy(item + field->offset, &number, sizeof number);
    return GSAY_OK;
}

/* Put a list into its field. */
static void set_list(const gsay_field *field, char *item, const void *list, size_t count)
{
    memcpy(item + field->offset, &list, sizeof list);
    gsay_field_number_set(item + field->other, field->other_size, (int64_t)count);
}

static gsay_status read_hashes(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    gsay_str digits = gsay_str_of(cJSON_IsString(value) ? value->valuestring : "?");
    size_t   count = digits.len / HASH_DIGITS;
    if (digits.len % HASH_DIGITS || count > (size_t)field->high)
        return refuse_field(reading, field, "is no list of hashes, or too long a one");
    uint32_t *hashes = GSAY_TAKE(reading->arena, uint32_t, count);
    if (!hashes)
        return gsay_fail_memory(reading->err);
    for (size_t i = 0; i < count; i++) {
        uint64_t hash = 0;
        if (!gsay_field_hex_read((gsay_str){ digits.ptr + i * HASH_DIGITS, HASH_DIGITS }, &hash))
            return refuse_field(reading, field, "is no list of hashes, or too long a one");
        hashes[i] = (uint32_t)hash;
    }
    set_list(field, item, hashes, count);
    return GSAY_OK;
}

/* The number of items of a list; false when it is no list, or too long. */
static bool count_items(const gsay_field *field, const cJSON *value, size_t *count)
{
    *count = 0;
    if (!cJSON_IsArray(value))
        return false;
    for (const cJSON *child = value->child; child; child = child->next)
        ++*count;
    return *count <= (size_t)field->high;
}

static gsay_status read_texts(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    size_t count = 0, at = 0;
    if (!count_items(field, value, &count))
        return refuse_field(reading, field, "is no list of strings, or too long a one");
    gsay_str *texts = GSAY_TAKE(reading->arena, gsay_str, count);
    if (!texts)
        return gsay_fail_memory(reading->err);
    for (const cJSON *child = value->child; child; child = child->next) {
        if (!cJSON_IsString(child))
            return refuse_field(reading, field, "holds what is no string");
        GSAY_TRY(copy_text(reading, child, &texts[at++]));
    }
    set_list(field, item, texts, count);
    return GSAY_OK;
}

static gsay_status read_characters(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    if (!cJSON_IsString(value) || strlen(value->valuestring) != field->size - 1)
        return refuse_field(reading, field, "is no string of the length that it must have");
    memcpy(item + field->offset, value->valuestring, field->size);
    return GSAY_OK;
}

/* Read an object that lies in this one; the path of messages is longer meanwhile. */
static gsay_status read_inner(struct reading *reading, const gsay_field *field, const cJSON *value, char *inner)
{
    size_t before = reading->path_len;
    int    written = snprintf(reading->path + before, PATH_BYTES - before, "%.*s.", GSAY_ARG(field->name));
    size_t room = PATH_BYTES - 1 - before;
    reading->path_len += written > 0 && (size_t)written <= room ? (size_t)written : 0;
    gsay_status status = read_object(reading, field->objects[0], value, inner);
    reading->path_len = before;
    return status;
}

static gsay_status read_struct(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    return read_inner(reading, field, value, item + field->offset);
}

/* Room for structs. */
static char *take_structs(struct reading *reading, const gsay_object *object, size_t count)
{
    return gsay_arena_alloc(reading->arena, object->size, object->align, count);
}

static gsay_status read_option(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    char *inner = take_structs(reading, field->objects[0], 1);
    if (!inner)
        return gsay_fail_memory(reading->err);
    memcpy(item + field->offset, &inner, sizeof inner);
    return read_inner(reading, field, value, inner);
}

static gsay_status read_objects(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    size_t count = 0;
    if (!count_items(field, value, &count))
        return refuse_field(reading, field, "is no list of objects, or too long a one");
    char *inner = take_structs(reading, field->objects[0], count);
    if (!inner)
        return gsay_fail_memory(reading->err);
    set_list(field, item, inner, count);
    for (const cJSON *child = value->child; child; child = child->next, inner += field->objects[0]->size)
        GSAY_TRY(read_inner(reading, field, child, inner));
    return GSAY_OK;
}

/* The number that chooses stands before what it chooses, in the table and in the object. */
static gsay_status read_choice(struct reading *reading, const gsay_field *field, const cJSON *value, char *item)
{
    int64_t number = gsay_field_number_get(item + field->other, field->other_size, false);
    if (number >= field->high || !field->objects[number])
        return refuse_field(reading, field, "stands beside nothing that says what it is");
    gsay_field chosen = *field;
    chosen.objects = &field->objects[number];
    return read_inner(reading, &chosen, value, item + field->offset);
}

/* By type. */
static read_field *const readers[] = {
    [GSAY_FIELD_TEXT] = read_text,       [GSAY_FIELD_FLAG] = read_flag,
    [GSAY_FIELD_NUMBER] = read_number,   [GSAY_FIELD_NUMBER_LIKE] = read_number,
    [GSAY_FIELD_WORD] = read_word,       [GSAY_FIELD_WORDS] = read_words,
    [GSAY_FIELD_DECIMAL] = read_decimal, [GSAY_FIELD_HASHES] = read_hashes,
    [GSAY_FIELD_TEXTS] = read_texts,     [GSAY_FIELD_CHARACTERS] = read_characters,
    [GSAY_FIELD_OBJECT] = read_struct,   [GSAY_FIELD_OPTION] = read_option,
    [GSAY_FIELD_OBJECTS] = read_objects, [GSAY_FIELD_CHOICE] = read_choice,
};

/* The row of a name, from a first one on and round; the row count when there is none. */
static size_t find_row(const gsay_field *fields, size_t count, size_t first, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        size_t row = (first + i) % count;
        if (strcmp(fields[row].name.ptr, name) == 0)
            return row;
    }
    return count;
}

static size_t count_rows(const gsay_object *object)
{
    size_t count = 0;
    while (object->fields[count].name.ptr)
        count++;
    return count;
}

static void set_absent(const gsay_object *object, uint64_t seen, char *item);

/* Put what an absent member stands for where it is not what cleared memory holds. */
static void set_absent_field(const gsay_field *field, char *item)
{
    static const gsay_str empty = { "", 0 };
    if (field->type == GSAY_FIELD_NUMBER && field->absent)
        gsay_field_number_set(item + field->offset, field->size, field->absent);
    else if (field->type == GSAY_FIELD_NUMBER_LIKE)
        memcpy(item + field->offset, item + field->other, field->size);
    else if (field->type == GSAY_FIELD_TEXT)
        memcpy(item + field->offset, &empty, sizeof empty);
    else if (field->type == GSAY_FIELD_OBJECT)
        set_absent(field->objects[0], 0, item + field->offset);
    else if (field->type == GSAY_FIELD_CHOICE) {
        int64_t number = gsay_field_number_get(item + field->other, field->other_size, false);
        if (number < field->high && field->objects[number])
            set_absent(field->objects[number], 0, item + field->offset);
    }
}

/* The rows whose members were not seen; tables nest a few levels deep, and none in itself. */
static void set_absent(const gsay_object *object, uint64_t seen, char *item)
{
    size_t count = count_rows(object);
    for (size_t row = 0; row < count; row++)
        if (!(seen >> row & 1))
            set_absent_field(&object->fields[row], item);
}

/* Refuse a member by its name, which may be anything. */
static gsay_status refuse_name(const struct reading *reading, const char *name, const char *why)
{
    size_t plain = 0;
    while (name[plain] > ' ' && name[plain] < 0x7f)
        plain++;
    return refuse(reading, name[plain] ? GSAY_STR("member") : (gsay_str){ name, plain }, why);
}

/* The path ends with a point, but for that of the whole. */
static gsay_status refuse_object(const struct reading *reading)
{
    if (reading->path_len == 0)
        return gsay_fail(reading->err, GSAY_EINPUT, SIZE_MAX, "it is no object");
    return refuse(&(struct reading){ .err = reading->err }, (gsay_str){ reading->path, reading->path_len - 1 },
                  "is no object");
}

static gsay_status read_object(struct reading *reading, const gsay_object *object, const cJSON *root, char *item)
{
    size_t   count = count_rows(object), next = 0;
    uint64_t seen = 0;
    if (!cJSON_IsObject(root))
        return refuse_object(reading);
    memset(item, 0, object->size);
    for (const cJSON *member = root->child; member; member = member->next) {
        size_t row = find_row(object->fields, count, next, member->string);
        if (row == count)
            return refuse_name(reading, member->string, "is no member that this version knows");
        if (seen >> row & 1)
            return refuse_name(reading, member->string, "stands there twice");
        seen |= (uint64_t)1 << row;
        next = row + 1;
        GSAY_TRY(readers[object->fields[row].type](reading, &object->fields[row], member, item));
    }
    set_absent(object, seen, item);
    return GSAY_OK;
}

gsay_status gsay_fields_read(gsay_arena *arena, gsay_str text, const gsay_object *object, void *item, gsay_error *err)
{
    struct reading reading = { .arena = arena, .err = err };
    cJSON         *root = NULL;
    const char    *reason = NULL;
    if (gsay_utf8_check(text) < text.len)
        return gsay_fail(err, GSAY_EENCODING, gsay_utf8_check(text), "it holds invalid UTF-8 or NUL");
    gsay_status status = gsay_json_parse(text, &root, &reason);
    if (status != GSAY_OK)
        return status == GSAY_ENOMEM ? gsay_fail_memory(err) : gsay_fail(err, status, SIZE_MAX, "%s", reason);
    status = read_object(&reading, object, root, item);
    cJSON_Delete(root);
    return status;
}
