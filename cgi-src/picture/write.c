/* SPDX-License-Identifier: EUPL-1.2 */
/* Write: a picture as pages show it. */
#include "picture/write.h"

#include <errno.h>
#include <lcms2.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jpeglib.h>

enum { JPEG_QUALITY = 80, WEBP_QUALITY = 78 };

/* From the widest. A picture is never made wider than it is. */
static const int widths[] = { WIDTH_MAX, 960, 480 };
enum { WIDTHS = sizeof widths / sizeof *widths };

bool picture_send(int file, const void *bytes, size_t length)
{
    for (const char *at = bytes; length;) {
        ssize_t sent = write(file, at, length);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        at += sent;
        length -= (size_t)sent;
    }
    return true;
}

/* ---- Pixels ---- */

static uint32_t *row_of(const WebPPicture *pixels, int y)
{
    return pixels->argb + (size_t)y * (size_t)pixels->argb_stride;
}

static bool scale_to(WebPPicture *pixels, int width, int height)
{
    return (pixels->width == width && pixels->height == height) ||
           WebPPictureRescale(pixels, width > 0 ? width : 1, height > 0 ? height : 1);
}

/* Scales a picture down to the widest that pages show; the width of one on its side is its stored
 * height. */
static bool scale_to_widest(struct picture *picture)
{
    WebPPicture *pixels = &picture->pixels;
    int64_t width = pixels->width, height = pixels->height;
    int64_t shown = picture_lies(picture->orientation) ? height : width;
    return shown <= WIDTH_MAX || scale_to(pixels, (int)((width * WIDTH_MAX + shown / 2) / shown),
                                          (int)((height * WIDTH_MAX + shown / 2) / shown));
}

/* Ignores a profile that is invalid, or not for red, green and blue. */
static void turn_to_srgb(struct picture *picture)
{
    WebPPicture *pixels = &picture->pixels;
    cmsHPROFILE from =
        picture->profile
            ? cmsOpenProfileFromMem(picture->profile, (cmsUInt32Number)picture->profile_length)
            : NULL;
    if (!from)
        return;
    cmsHPROFILE to = cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform = cmsGetColorSpace(from) == cmsSigRgbData
                                  ? cmsCreateTransform(from, TYPE_BGRA_8, to, TYPE_BGRA_8,
                                                       INTENT_PERCEPTUAL, cmsFLAGS_COPY_ALPHA)
                                  : NULL;
    for (int y = 0; transform && y < pixels->height; y++)
        cmsDoTransform(transform, row_of(pixels, y), row_of(pixels, y),
                       (cmsUInt32Number)pixels->width);
    if (transform)
        cmsDeleteTransform(transform);
    cmsCloseProfile(to);
    cmsCloseProfile(from);
}

/* The stored pixel that is shown at X, Y. */
static uint32_t pixel_at(const WebPPicture *stored, int orientation, int x, int y)
{
    int right = stored->width - 1, bottom = stored->height - 1;
    switch (orientation) {
    case 2:
        return row_of(stored, y)[right - x];
    case 3:
        return row_of(stored, bottom - y)[right - x];
    case 4:
        return row_of(stored, bottom - y)[x];
    case 5:
        return row_of(stored, x)[y];
    case 6:
        return row_of(stored, bottom - x)[y];
    case 7:
        return row_of(stored, bottom - x)[right - y];
    case 8:
        return row_of(stored, x)[right - y];
    default:
        return row_of(stored, y)[x];
    }
}

static bool turn_upright(struct picture *picture)
{
    WebPPicture *stored = &picture->pixels, upright;
    if (picture->orientation == 1)
        return true;
    bool lies = picture_lies(picture->orientation);
    if (!WebPPictureInit(&upright))
        return false;
    upright.use_argb = 1;
    upright.width = lies ? stored->height : stored->width;
    upright.height = lies ? stored->width : stored->height;
    if (!WebPPictureAlloc(&upright))
        return false;
    for (int y = 0; y < upright.height; y++)
        for (int x = 0; x < upright.width; x++)
            row_of(&upright, y)[x] = pixel_at(stored, picture->orientation, x, y);
    WebPPictureFree(stored);
    *stored = upright;
    return true;
}

/* ---- Files ---- */

static bool send_rendition(int file, const char *format, const WebPPicture *pixels,
                           const void *bytes, size_t length)
{
    char head[80];
    int written = snprintf(head, sizeof head, "%s %d %d %zu\n", format, pixels->width,
                           pixels->height, length);
    return picture_send(file, head, (size_t)written) && picture_send(file, bytes, length);
}

static enum picture_fault write_webp(WebPPicture *pixels, int file)
{
    WebPConfig config;
    WebPMemoryWriter writer;
    if (!WebPConfigPreset(&config, WEBP_PRESET_PHOTO, WEBP_QUALITY))
        return PICTURE_TOO_COSTLY;
    WebPMemoryWriterInit(&writer);
    pixels->writer = WebPMemoryWrite;
    pixels->custom_ptr = &writer;
    bool done = WebPEncode(&config, pixels) &&
                send_rendition(file, "webp", pixels, writer.mem, writer.size);
    WebPMemoryWriterClear(&writer);
    return done ? PICTURE_SOUND : PICTURE_TOO_COSTLY;
}

struct jpeg {
    struct jpeg_compress_struct info; /* first: a pointer to it is also one to this struct */
    struct jpeg_error_mgr errors;
    jmp_buf out;
    unsigned char *bytes;
    unsigned long length;
};

_Noreturn static void on_error(j_common_ptr info)
{
    longjmp(((struct jpeg *)info)->out, 1);
}

static void compress(struct jpeg *jpeg, const WebPPicture *pixels)
{
    jpeg_create_compress(&jpeg->info);
    jpeg_mem_dest(&jpeg->info, &jpeg->bytes, &jpeg->length);
    jpeg->info.image_width = (JDIMENSION)pixels->width;
    jpeg->info.image_height = (JDIMENSION)pixels->height;
    jpeg->info.input_components = 4;
    jpeg->info.in_color_space = JCS_EXT_BGRX;
    jpeg_set_defaults(&jpeg->info);
    jpeg_set_quality(&jpeg->info, JPEG_QUALITY, TRUE);
    jpeg_simple_progression(&jpeg->info);
    jpeg_start_compress(&jpeg->info, TRUE);
    for (int y = 0; y < pixels->height; y++) {
        JSAMPROW row = (JSAMPROW)row_of(pixels, y);
        jpeg_write_scanlines(&jpeg->info, &row, 1);
    }
    jpeg_finish_compress(&jpeg->info);
}

static enum picture_fault write_jpeg(const WebPPicture *pixels, int file)
{
    struct jpeg *jpeg = calloc(1, sizeof *jpeg);
    if (!jpeg)
        return PICTURE_TOO_COSTLY;
    jpeg->info.err = jpeg_std_error(&jpeg->errors);
    jpeg->errors.error_exit = on_error;
    volatile bool done = false;
    if (setjmp(jpeg->out) == 0) {
        compress(jpeg, pixels);
        done = send_rendition(file, "jpeg", pixels, jpeg->bytes, jpeg->length);
    }
    jpeg_destroy_compress(&jpeg->info);
    free(jpeg->bytes);
    free(jpeg);
    return done ? PICTURE_SOUND : PICTURE_TOO_COSTLY;
}

/* Leaves PIXELS as they are: each rendition is made from the widest one. */
static enum picture_fault write_width(const WebPPicture *pixels, int width, int file)
{
    WebPPicture scaled;
    int64_t height = ((int64_t)pixels->height * width + pixels->width / 2) / pixels->width;
    if (!WebPPictureInit(&scaled) || !WebPPictureCopy(pixels, &scaled))
        return PICTURE_TOO_COSTLY;
    enum picture_fault fault =
        scale_to(&scaled, width, (int)height) ? PICTURE_SOUND : PICTURE_TOO_COSTLY;
    if (!fault)
        fault = write_jpeg(&scaled, file);
    if (!fault)
        fault = write_webp(&scaled, file);
    WebPPictureFree(&scaled);
    return fault;
}

static enum picture_fault write_all(const WebPPicture *pixels, int file)
{
    enum picture_fault fault = write_width(pixels, pixels->width, file);
    for (int i = 0; i < WIDTHS && !fault; i++)
        if (widths[i] < pixels->width)
            fault = write_width(pixels, widths[i], file);
    return fault;
}

enum picture_fault picture_write(struct picture *picture, int file)
{
    enum { WHITE = 0xffffff };
    enum picture_fault fault = scale_to_widest(picture) ? PICTURE_SOUND : PICTURE_TOO_COSTLY;
    if (!fault) {
        turn_to_srgb(picture);
        WebPBlendAlpha(&picture->pixels, WHITE); /* transparent parts become white, like paper */
        fault = turn_upright(picture) ? write_all(&picture->pixels, file) : PICTURE_TOO_COSTLY;
    }
    WebPPictureFree(&picture->pixels);
    free(picture->profile);
    picture->profile = NULL;
    return fault;
}
