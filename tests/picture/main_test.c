/* SPDX-License-Identifier: EUPL-1.2 */
/* The program that reads pictures: its answers to good and bad files, all of which are made here.
 * TEST_PROGRAM is the path of the site's program, beside which it lies. */
#include "support/arena.h"
#include "support/check.h"

#include <stdio.h>

#include <jpeglib.h>
#include <png.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <webp/decode.h>
#include <webp/encode.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "record/renditions.h"

/* ---- Running it ---- */

struct run {
    pid_t pid;
    int in, out;
};

static struct run start(void)
{
    const char *program = arena_print(arena, "%s-picture", getenv("TEST_PROGRAM"));
    int in[2], out[2];
    assert_int_equal(pipe(in) | pipe(out), 0);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        close(in[1]);
        close(out[0]);
        execl(program, program, NULL);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    return (struct run){ pid, in[1], out[0] };
}

/* The answer to BYTES. The program reads all of them, or refuses to read more, before it answers.
 */
static struct buffer answer_to(struct buffer bytes)
{
    struct run run = start();
    size_t sent = 0;
    for (ssize_t one = 1; sent < bytes.length && one > 0; sent += one > 0 ? (size_t)one : 0)
        one = write(run.in, bytes.bytes + sent, bytes.length - sent);
    close(run.in);
    struct buffer answer = buffer_in(arena);
    buffer_add(&answer, "");
    for (ssize_t got; (got = read(run.out, buffer_reserve(&answer, 65536), 65536)) > 0;)
        answer.length += (size_t)got;
    close(run.out);
    buffer_add(&answer, "");
    int status;
    assert_int_equal(waitpid(run.pid, &status, 0), run.pid);
    assert_true(WIFEXITED(status));
    return answer;
}

static struct renditions renditions_of(struct buffer bytes)
{
    struct buffer answer = answer_to(bytes);
    return renditions_read(answer.bytes, answer.length);
}

static void refused(struct buffer bytes, enum fault fault)
{
    struct renditions renditions = renditions_of(bytes);
    assert_int_equal(renditions.fault, fault);
}

/* ---- Making pictures ---- */

enum { SKY = 0x3f8fd0, GROUND = 0x2e7d32, SUN = 0xffd54f };

/* The sun is at the upper left, so that a test sees which way up the picture is. */
static unsigned colour_at(int x, int y, int width, int height)
{
    return x < width / 4 && y < height / 4 ? SUN : y < height / 2 ? SKY : GROUND;
}

static uint8_t sample_at(int x, int y, int width, int height, int channel)
{
    return (uint8_t)(colour_at(x, y, width, height) >> (16 - 8 * channel));
}

static const unsigned char *row_of(int y, int width, int height, int channels)
{
    unsigned char *row = arena_alloc(arena, (size_t)width * (size_t)channels);
    for (int x = 0; x < width; x++)
        for (int channel = 0; channel < channels; channel++)
            row[x * channels + channel] =
                channel == 3 ? UINT8_MAX : sample_at(x, y, width, height, channel);
    return row;
}

struct jpeg_made {
    J_COLOR_SPACE space;
    int channels, width, height;
    bool in_scans; /* far more than any real picture has */
};

/* Progressive, with a scan for each coefficient of each component. */
static void set_many_scans(struct jpeg_compress_struct *info)
{
    jpeg_scan_info *scans = arena_array(arena, 1 + 3 * 63, sizeof *scans);
    scans[0] = (jpeg_scan_info){ .comps_in_scan = 3, .component_index = { 0, 1, 2 } };
    int count = 1;
    for (int component = 0; component < 3; component++)
        for (int coefficient = 1; coefficient < 64; coefficient++)
            scans[count++] = (jpeg_scan_info){ .comps_in_scan = 1,
                                               .component_index = { component },
                                               .Ss = coefficient,
                                               .Se = coefficient };
    info->scan_info = scans;
    info->num_scans = count;
}

static struct buffer make_jpeg(struct jpeg_made made)
{
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long length = 0;
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &bytes, &length);
    info.image_width = (JDIMENSION)made.width;
    info.image_height = (JDIMENSION)made.height;
    info.input_components = made.channels;
    info.in_color_space = made.space;
    jpeg_set_defaults(&info);
    if (made.in_scans)
        set_many_scans(&info);
    jpeg_start_compress(&info, TRUE);
    for (int y = 0; y < made.height; y++) {
        JSAMPROW row = (JSAMPROW)row_of(y, made.width, made.height, made.channels);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    struct buffer made_bytes = buffer_in(arena);
    buffer_append(&made_bytes, (const char *)bytes, length);
    free(bytes);
    return made_bytes;
}

static struct buffer usual_jpeg(int width, int height)
{
    return make_jpeg((struct jpeg_made){ JCS_RGB, 3, width, height, false });
}

static struct buffer with_exif(struct buffer jpeg, unsigned char orientation)
{
    static const char head[] = "\xff\xe1\0\x22"
                               "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    struct buffer made = buffer_in(arena);
    buffer_append(&made, jpeg.bytes, 2);
    buffer_append(&made, head, sizeof head - 1);
    buffer_append(&made, (const char[]){ (char)orientation, 0, 0, 0, 0, 0, 0 }, 7);
    buffer_append(&made, jpeg.bytes + 2, jpeg.length - 2);
    return made;
}

static void append_png(png_structp writer, png_bytep bytes, size_t length)
{
    buffer_append(png_get_io_ptr(writer), (const char *)bytes, length);
}

struct png_made {
    int width, height, depth, type;
    bool interlaced;
};

/* All rows have the same bytes: only whether the file is read matters. */
static struct buffer make_png(struct png_made made)
{
    struct buffer bytes = buffer_in(arena);
    png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(writer);
    png_set_write_fn(writer, &bytes, append_png, NULL);
    png_set_IHDR(writer, info, (png_uint_32)made.width, (png_uint_32)made.height, made.depth,
                 made.type, made.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    const png_color colours[16] = { { 1, 2, 3 } };
    if (made.type == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(writer, info, colours, 16);
    png_write_info(writer, info);
    int passes = png_set_interlace_handling(writer);
    png_bytep row = arena_alloc(arena, png_get_rowbytes(writer, info));
    for (int pass = 0; pass < passes; pass++)
        for (int y = 0; y < made.height; y++)
            png_write_row(writer, row);
    png_write_end(writer, info);
    png_destroy_write_struct(&writer, &info);
    return bytes;
}

static struct buffer make_webp(int width, int height, bool lossless)
{
    unsigned char *pixels = arena_alloc(arena, (size_t)width * (size_t)height * 3), *out = NULL;
    for (int y = 0; y < height; y++)
        memcpy(pixels + y * width * 3, row_of(y, width, height, 3), (size_t)width * 3);
    size_t length = lossless ? WebPEncodeLosslessRGB(pixels, width, height, width * 3, &out)
                             : WebPEncodeRGB(pixels, width, height, width * 3, 80, &out);
    struct buffer bytes = buffer_in(arena);
    buffer_append(&bytes, (const char *)out, length);
    WebPFree(out);
    return bytes;
}

static struct buffer text(const char *bytes)
{
    struct buffer buffer = buffer_in(arena);
    buffer_add(&buffer, bytes);
    return buffer;
}

/* ---- Answers ---- */

static void assert_widths(struct buffer bytes, size_t count, const long *widths)
{
    struct renditions renditions = renditions_of(bytes);
    assert_int_equal(renditions.fault, FAULT_NONE);
    assert_int_equal(renditions.count, 2 * count);
    for (size_t i = 0; i < renditions.count; i++)
        assert_int_equal(renditions.items[i].width, widths[i / 2]);
}

static void a_picture_comes_in_three_widths_but_none_wider_than_itself(void **state)
{
    (void)state;
    assert_widths(usual_jpeg(2500, 1500), 3, (const long[]){ 1920, 960, 480 });
    assert_widths(usual_jpeg(1000, 700), 3, (const long[]){ 1000, 960, 480 });
    assert_widths(make_webp(700, 500, false), 2, (const long[]){ 700, 480 });
    assert_widths(make_webp(2000, 500, true), 3, (const long[]){ 1920, 960, 480 });
    assert_widths(usual_jpeg(1, 1), 1, (const long[]){ 1 });
}

static void all_forms_of_png_and_gray_jpeg_are_read(void **state)
{
    (void)state;
    static const struct png_made forms[] = {
        { 30, 20, 1, PNG_COLOR_TYPE_GRAY, false },
        { 30, 20, 16, PNG_COLOR_TYPE_GRAY, false },
        { 30, 20, 8, PNG_COLOR_TYPE_RGB, true },
        { 30, 20, 16, PNG_COLOR_TYPE_RGB, true },
        { 30, 20, 4, PNG_COLOR_TYPE_PALETTE, false },
        { 30, 20, 8, PNG_COLOR_TYPE_RGB_ALPHA, false },
        { 30, 20, 16, PNG_COLOR_TYPE_RGB_ALPHA, true },
        { 30, 20, 8, PNG_COLOR_TYPE_GRAY_ALPHA, true },
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        assert_widths(make_png(forms[i]), 1, (const long[]){ 30 });
    assert_widths(make_jpeg((struct jpeg_made){ JCS_GRAYSCALE, 1, 30, 20, false }), 1,
                  (const long[]){ 30 });
}

/* The letter of the colour nearest to a pixel. */
static char kind_of(const uint8_t *rgb)
{
    return rgb[0] > 0xa0 ? 'O' : rgb[2] > 0x90 ? '~' : '_';
}

/* The corners of a picture: upper left and right, lower left and right. */
static const char *corners_of(const struct rendition *webp)
{
    int width, height;
    uint8_t *pixels = WebPDecodeRGB((const uint8_t *)webp->bytes, webp->length, &width, &height);
    const uint8_t *last = pixels + 3 * (width * height - 1);
    const char *corners =
        arena_print(arena, "%c%c%c%c", kind_of(pixels), kind_of(pixels + 3 * (width - 1)),
                    kind_of(last - 3 * (width - 1)), kind_of(last));
    WebPFree(pixels);
    return corners;
}

static void a_picture_is_upright_whatever_way_it_was_taken(void **state)
{
    (void)state;
    static const char *const corners[] = { "O~__", "~O__", "__~O", "__O~",
                                           "O_~_", "_O_~", "_~_O", "~_O_" };
    for (int orientation = 1; orientation <= 8; orientation++) {
        struct renditions renditions =
            renditions_of(with_exif(usual_jpeg(90, 60), (unsigned char)orientation));
        assert_int_equal(renditions.count, 2);
        assert_int_equal(renditions.items[1].width, orientation > 4 ? 60 : 90);
        assert_string_equal(corners_of(&renditions.items[1]), corners[orientation - 1]);
    }
    assert_widths(with_exif(usual_jpeg(1500, 2500), 6), 3, (const long[]){ 1920, 960, 480 });
}

static bool has(const struct rendition *rendition, const char *words)
{
    return memmem(rendition->bytes, rendition->length, words, strlen(words)) != NULL;
}

static void only_the_pixels_are_kept(void **state)
{
    (void)state;
    struct buffer jpeg = with_exif(usual_jpeg(90, 60), 1);
    buffer_add(&jpeg, "PK\x03\x04<script>alert(1)</script>");
    struct renditions renditions = renditions_of(jpeg);
    assert_int_equal(renditions.count, 2);
    for (size_t i = 0; i < renditions.count; i++)
        assert_false(has(&renditions.items[i], "Exif") || has(&renditions.items[i], "<script>") ||
                     has(&renditions.items[i], "PK\x03\x04"));
}

static void other_formats_are_refused(void **state)
{
    (void)state;
    refused(text(""), FAULT_NO_PICTURE);
    refused(text("GIF89a"), FAULT_NO_PICTURE);
    refused(text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), FAULT_NO_PICTURE);
    refused(text("%PDF-1.4"), FAULT_NO_PICTURE);
    refused(text("RIFF....WAVEfmt "), FAULT_NO_PICTURE);
}

/* A header that says 65500 by 65500 in a file of some bytes. */
static void a_large_picture_is_refused_before_it_is_read(void **state)
{
    (void)state;
    struct buffer jpeg = usual_jpeg(30, 20), png = make_png((struct png_made){ 30, 20, 8, 2, 0 });
    unsigned char *frame = memmem(jpeg.bytes, jpeg.length, "\xff\xc0\0\x11\x08", 5);
    memcpy(frame + 5, "\xff\xdc\xff\xdc", 4);
    refused(jpeg, FAULT_PIXELS);
    memcpy(png.bytes + 16, "\0\0\x40\0\0\0\x40\0", 8);
    struct buffer wrong_sum = png; /* of the header, which is checked first */
    refused(wrong_sum, FAULT_DAMAGED);
    refused(make_png((struct png_made){ 900, 100, 8, PNG_COLOR_TYPE_RGB, false }), FAULT_NARROW);
    refused(usual_jpeg(10, 90), FAULT_NARROW);
}

static void a_picture_for_print_is_refused(void **state)
{
    (void)state;
    refused(make_jpeg((struct jpeg_made){ JCS_CMYK, 4, 30, 20, false }), FAULT_CMYK);
}

static void a_picture_that_takes_too_much_is_given_up(void **state)
{
    (void)state;
    refused(make_jpeg((struct jpeg_made){ JCS_RGB, 3, 30, 20, true }), FAULT_COSTLY);
    struct buffer large = usual_jpeg(30, 20);
    memset(buffer_reserve(&large, 21 * 1024 * 1024), 0, 21 * 1024 * 1024);
    large.length += 21 * 1024 * 1024;
    refused(large, FAULT_COSTLY);
}

/* There is an answer wherever the file ends, and whichever of its bytes is changed. */
static void a_damaged_picture_is_refused(void **state)
{
    (void)state;
    struct buffer files[] = { usual_jpeg(90, 60), make_webp(90, 60, false), make_webp(90, 60, true),
                              make_png((struct png_made){ 90, 60, 8, PNG_COLOR_TYPE_RGB, false }) };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        for (size_t eighth = 1; eighth < 8; eighth++) {
            struct buffer part = files[i];
            part.length = part.length * eighth / 8;
            assert_true(renditions_of(part).fault);
        }
        for (size_t k = 20; k < files[i].length; k += files[i].length / 9) {
            files[i].bytes[k] ^= 0x55;
            renditions_of(files[i]);
            files[i].bytes[k] ^= 0x55;
        }
    }
}

/* ---- Rights ---- */

static void wait_until_confined(pid_t pid, char *status, size_t size)
{
    const char *path = arena_print(arena, "/proc/%d/status", pid);
    for (int round = 0; round < 1000; round++) {
        FILE *file = fopen(path, "re");
        size_t length = fread(status, 1, size - 1, file);
        status[length] = '\0';
        fclose(file);
        if (strstr(status, "Seccomp:\t2"))
            return;
        usleep(10000);
    }
}

static void the_program_has_no_rights(void **state)
{
    (void)state;
    char status[8192];
    struct run run = start();
    wait_until_confined(run.pid, status, sizeof status);
    assert_contains(status, "Seccomp:\t2");
    assert_contains(status, "NoNewPrivs:\t1");
    FILE *file = fopen(arena_print(arena, "/proc/%d/limits", run.pid), "re");
    size_t length = fread(status, 1, sizeof status - 1, file);
    status[length] = '\0';
    fclose(file);
    assert_contains(status, "Max cpu time              10                   10");
    assert_contains(status, "Max core file size        0                    0");
#ifndef __SANITIZE_ADDRESS__
    assert_contains(status, "Max address space         402653184            402653184");
#endif
    close(run.in);
    close(run.out);
    waitpid(run.pid, NULL, 0);
}

int main(void)
{
    signal(SIGPIPE, SIG_IGN);
#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_picture_comes_in_three_widths_but_none_wider_than_itself),
        TEST(all_forms_of_png_and_gray_jpeg_are_read),
        TEST(a_picture_is_upright_whatever_way_it_was_taken),
        TEST(only_the_pixels_are_kept),
        TEST(other_formats_are_refused),
        TEST(a_large_picture_is_refused_before_it_is_read),
        TEST(a_picture_for_print_is_refused),
        TEST(a_picture_that_takes_too_much_is_given_up),
        TEST(a_damaged_picture_is_refused),
        TEST(the_program_has_no_rights),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
