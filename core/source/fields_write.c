/* Writing: the rows of a table in their order, each by the function of its type. */
#include "source/fields.h"

#include "source/fields_number.h"

static const void *at(const void *item, size_t offset)
{
    return (const char *)item + offset;
}

static const void *pointer_at(const void *item, size_t offset)
{
    const void *pointer;
    memcpy(&pointer, at(item, offset), sizeof pointer);
    return pointer;
}

static size_t count_of(const gsay_field *field, const void *item)
{
    return (size_t)gsay_field_number_get(at(item, field->other), field->other_size, false);
}

static void add_signed(gsay_buffer *buffer, int64_t number)
{
    if (number < 0)
        gsay_buffer_add_byte(buffer, '-');
    gsay_buffer_add_unsigned(buffer, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
}

static void write_text(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    gsay_str text;
    memcpy(&text, at(item, field->offset), sizeof text);
    if (text.len)
        gsay_buffer_add_member(buffer, field->name, text);
}

static void write_flag(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    if (!*(const bool *)at(item, field->offset))
        return;
    gsay_buffer_add_key(buffer, field->name);
    gsay_buffer_add(buffer, GSAY_STR("true"));
}

static void write_number(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    int64_t number = gsay_field_number_get(at(item, field->offset), field->size, field->low < 0);
    int64_t absent = field->absent;
    if (field->type == GSAY_FIELD_NUMBER_LIKE)
        absent = gsay_field_number_get(at(item, field->other), field->other_size, field->low < 0);
    if (number == absent)
        return;
    gsay_buffer_add_key(buffer, field->name);
    add_signed(buffer, number);
}

static void write_word(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    int64_t number = gsay_field_number_get(at(item, field->offset), field->size, false);
    if (number > 0 && number < field->high)
        gsay_buffer_add_member(buffer, field->name, gsay_str_of(field->words[number]));
}

/* Open a list unless it would be empty. */
static bool begin_list(gsay_buffer *buffer, const gsay_field *field, bool is_empty)
{
    if (is_empty)
        return false;
    gsay_buffer_add_key(buffer, field->name);
    gsay_buffer_add_byte(buffer, '[');
    return true;
}

static void write_words(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    int64_t bits = gsay_field_number_get(at(item, field->offset), field->size, false);
    bool    is_first = true;
    if (!begin_list(buffer, field, bits == 0))
        return;
    for (int64_t bit = 0; bit < field->high; bit++) {
        if (!(bits >> bit & 1))
            continue;
        if (!is_first)
            gsay_buffer_add_byte(buffer, ',');
        gsay_buffer_add_json(buffer, gsay_str_of(field->words[bit]));
        is_first = false;
    }
    gsay_buffer_add_byte(buffer, ']');
}

/* The parts that are 0 (of the divisor: 1) are left out, but for the coefficient. */
static void write_decimal(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    gsay_decimal value;
    memcpy(&value, at(item, field->offset), sizeof value);
    if (!value.coefficient && !value.divisor && !value.exponent && !value.precision)
        return;
    gsay_buffer_add_key(buffer, field->name);
    gsay_buffer_add_byte(buffer, '"');
    add_signed(buffer, value.coefficient);
    if (value.divisor != 1) {
        gsay_buffer_add_byte(buffer, '/');
        gsay_buffer_add_unsigned(buffer, value.divisor);
    }
    if (value.exponent) {
        gsay_buffer_add_byte(buffer, 'e');
        add_signed(buffer, value.exponent);
    }
    if (value.precision) {
        gsay_buffer_add_byte(buffer, 'p');
        add_signed(buffer, value.precision);
    }
    gsay_buffer_add_byte(buffer, '"');
}

static void write_hashes(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    const uint32_t *hashes = pointer_at(item, field->offset);
    size_t          count = count_of(field, item);
    if (count == 0)
        return;
    gsay_buffer_add_key(buffer, field->name);
    gsay_buffer_add_byte(buffer, '"');
    for (size_t i = 0; i < count; i++)
        gsay_field_hex_add(buffer, hashes[i], 8);
    gsay_buffer_add_byte(buffer, '"');
}

static void write_texts(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    const gsay_str *texts = pointer_at(item, field->offset);
    size_t          count = count_of(field, item);
    if (!begin_list(buffer, field, count == 0))
        return;
    for (size_t i = 0; i < count; i++) {
        if (i)
            gsay_buffer_add_byte(buffer, ',');
        gsay_buffer_add_json(buffer, texts[i]);
    }
    gsay_buffer_add_byte(buffer, ']');
}

static void write_characters(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    gsay_str text = { at(item, field->offset), field->size - 1 };
    if (text.ptr[0])
        gsay_buffer_add_member(buffer, field->name, text);
}

/* A struct of which nothing is written is left out itself. */
static void write_object(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    size_t before = buffer->len;
    gsay_buffer_add_key(buffer, field->name);
    size_t begin = buffer->len;
    gsay_fields_write(buffer, field->objects[0], at(item, field->offset));
    if (!buffer->has_failed && buffer->len == begin + 2)
        buffer->len = before;
}

static void write_option(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    const void *pointed = pointer_at(item, field->offset);
    if (!pointed)
        return;
    gsay_buffer_add_key(buffer, field->name);
    gsay_fields_write(buffer, field->objects[0], pointed);
}

static void write_objects(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    const char *first = pointer_at(item, field->offset);
    size_t      count = count_of(field, item);
    if (!begin_list(buffer, field, count == 0))
        return;
    for (size_t i = 0; i < count; i++) {
        if (i)
            gsay_buffer_add_byte(buffer, ',');
        gsay_fields_write(buffer, field->objects[0], first + i * field->objects[0]->size);
    }
    gsay_buffer_add_byte(buffer, ']');
}

static void write_choice(gsay_buffer *buffer, const gsay_field *field, const void *item)
{
    size_t number = count_of(field, item);
    if (number >= (size_t)field->high || !field->objects[number])
        return;
    gsay_field chosen = *field;
    chosen.objects = &field->objects[number];
    write_object(buffer, &chosen, item);
}

/* By type. */
static void (*const writers[])(gsay_buffer *buffer, const gsay_field *field, const void *item) = {
    [GSAY_FIELD_TEXT] = write_text,       [GSAY_FIELD_FLAG] = write_flag,
    [GSAY_FIELD_NUMBER] = write_number,   [GSAY_FIELD_NUMBER_LIKE] = write_number,
    [GSAY_FIELD_WORD] = write_word,       [GSAY_FIELD_WORDS] = write_words,
    [GSAY_FIELD_DECIMAL] = write_decimal, [GSAY_FIELD_HASHES] = write_hashes,
    [GSAY_FIELD_TEXTS] = write_texts,     [GSAY_FIELD_CHARACTERS] = write_characters,
    [GSAY_FIELD_OBJECT] = write_object,   [GSAY_FIELD_OPTION] = write_option,
    [GSAY_FIELD_OBJECTS] = write_objects, [GSAY_FIELD_CHOICE] = write_choice,
};

void gsay_fields_write(gsay_buffer *buffer, const gsay_object *object, const void *item)
{
    gsay_buffer_add_byte(buffer, '{');
    for (const gsay_field *field = object->fields; field->name.ptr; field++)
        writers[field->type](buffer, field, item);
    gsay_buffer_add_byte(buffer, '}');
}
