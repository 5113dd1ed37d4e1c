/* SPDX-License-Identifier: EUPL-1.2 */
/* Renditions: the files in which pages show a picture. */
#include "record/renditions.h"

#include <stdlib.h>
#include <string.h>

struct reading {
    const char *at, *end;
};

/* Skips WORD if it comes next, and says whether it did. */
static bool pass(struct reading *reading, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(reading->end - reading->at) < length || memcmp(reading->at, word, length) != 0)
        return false;
    reading->at += length;
    return true;
}

/* Reads a number from 1 to MAX and BEHIND after it; 0 when they do not come next. */
static long read_number(struct reading *reading, long max, const char *behind)
{
    long number = 0;
    size_t digits = 0;
    for (; reading->at < reading->end && *reading->at >= '0' && *reading->at <= '9' && digits < 9;
         digits++)
        number = number * 10 + (*reading->at++ - '0');
    return number <= max && pass(reading, behind) ? number : 0;
}

static bool begins_as(const struct rendition *rendition)
{
    return strcmp(rendition->format, "jpeg") == 0
               ? rendition->length > 3 && memcmp(rendition->bytes, "\xff\xd8\xff", 3) == 0
               : rendition->length > 12 && memcmp(rendition->bytes, "RIFF", 4) == 0 &&
                     memcmp(rendition->bytes + 8, "WEBP", 4) == 0;
}

static bool read_one(struct reading *reading, struct rendition *rendition)
{
    rendition->format = pass(reading, "jpeg ") ? "jpeg" : pass(reading, "webp ") ? "webp" : NULL;
    if (!rendition->format)
        return false;
    rendition->width = read_number(reading, RENDITION_WIDTH_MAX, " ");
    rendition->height = read_number(reading, RENDITION_HEIGHT_MAX, " ");
    rendition->length = (size_t)read_number(reading, reading->end - reading->at, "\n");
    rendition->bytes = reading->at;
    if (!rendition->width || !rendition->height || !rendition->length ||
        rendition->length > (size_t)(reading->end - reading->at) || !begins_as(rendition))
        return false;
    reading->at += rendition->length;
    return true;
}

/* Whether no other has the same format and width: it would be left to chance which is shown. */
static bool is_another(const struct renditions *renditions, const struct rendition *rendition)
{
    for (size_t i = 0; i < renditions->count; i++)
        if (renditions->items[i].width == rendition->width &&
            strcmp(renditions->items[i].format, rendition->format) == 0)
            return false;
    return true;
}

/* Whether there are as many files of one format as of the other. */
static bool is_whole(const struct renditions *renditions)
{
    size_t jpegs = 0;
    for (size_t i = 0; i < renditions->count; i++)
        jpegs += strcmp(renditions->items[i].format, "jpeg") == 0;
    return jpegs && jpegs * 2 == renditions->count;
}

static enum fault fault_of_word(struct reading *reading)
{
    static const struct {
        const char *word;
        enum fault fault;
    } words[] = { { "type\n", FAULT_NO_PICTURE }, { "pixels\n", FAULT_PIXELS },
                  { "narrow\n", FAULT_NARROW },   { "animated\n", FAULT_ANIMATED },
                  { "cmyk\n", FAULT_CMYK },       { "damaged\n", FAULT_DAMAGED },
                  { "picture\n", FAULT_NONE } };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pass(reading, words[i].word))
            return words[i].fault;
    return FAULT_COSTLY;
}

struct renditions renditions_read(const char *answer, size_t length)
{
    struct renditions renditions = { 0 };
    struct reading reading = { answer, answer + length };
    renditions.fault = fault_of_word(&reading);
    bool sound = !renditions.fault;
    while (sound && reading.at < reading.end) {
        struct rendition *next = &renditions.items[renditions.count];
        sound = renditions.count < RENDITIONS_MAX && read_one(&reading, next) &&
                is_another(&renditions, next);
        renditions.count += sound;
    }
    if (!renditions.fault && (!sound || !is_whole(&renditions)))
        renditions.fault = FAULT_COSTLY;
    if (renditions.fault)
        renditions.count = 0;
    return renditions;
}
