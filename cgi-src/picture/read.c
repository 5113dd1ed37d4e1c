/* SPDX-License-Identifier: EUPL-1.2 */
/* Read: the pixels of a JPEG, PNG or WebP. */
#include "picture/read.h"

#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>
#include <png.h>
#include <webp/decode.h>

#include "picture/exif.h"

/* Pixels are in memory as blue, green, red, alpha: all three libraries can write that, and on a
 * little-endian machine it is the form of WebPPicture. */
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "pixels are numbers of 32 bits");

int picture_lies(int orientation)
{
    return orientation > 4;
}

static enum picture_fault fault_of_size(uint64_t width, uint64_t height)
{
    if (width == 0 || height == 0)
        return PICTURE_DAMAGED;
    if (width * height > PIXELS_MAX)
        return PICTURE_TOO_MANY_PIXELS;
    return width > SIDES_RATIO_MAX * height || height > SIDES_RATIO_MAX * width ? PICTURE_TOO_NARROW
                                                                                : PICTURE_SOUND;
}

static bool make_room(struct picture *picture, uint32_t width, uint32_t height)
{
    picture->pixels.use_argb = 1;
    picture->pixels.width = (int)width;
    picture->pixels.height = (int)height;
    return WebPPictureAlloc(&picture->pixels);
}

static void keep_profile(struct picture *picture, const void *profile, size_t length)
{
    picture->profile = malloc(length);
    picture->profile_length = picture->profile ? length : 0;
    if (picture->profile)
        memcpy(picture->profile, profile, length);
}

/* ---- JPEG ---- */

/* The library reports errors by a jump out of it. */
struct jpeg {
    struct jpeg_decompress_struct info; /* first: a pointer to it is also one to this struct */
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    enum picture_fault fault;
    jmp_buf out;
};

_Noreturn static void leave_jpeg(struct jpeg *jpeg, enum picture_fault fault)
{
    jpeg->fault = fault;
    longjmp(jpeg->out, 1);
}

_Noreturn static void on_jpeg_error(j_common_ptr info)
{
    leave_jpeg((struct jpeg *)info,
               info->err->msg_code == JERR_OUT_OF_MEMORY ? PICTURE_TOO_COSTLY : PICTURE_DAMAGED);
}

/* These warnings mean that the file ends too early; libjpeg would make up the rest. */
static void on_jpeg_message(j_common_ptr info, int level)
{
    if (level < 0 &&
        (info->err->msg_code == JWRN_JPEG_EOF || info->err->msg_code == JWRN_HIT_MARKER))
        leave_jpeg((struct jpeg *)info, PICTURE_DAMAGED);
}

static void on_jpeg_progress(j_common_ptr info)
{
    struct jpeg *jpeg = (struct jpeg *)info;
    if (jpeg->info.input_scan_number > SCANS_MAX)
        leave_jpeg(jpeg, PICTURE_TOO_COSTLY);
}

static int orientation_of_jpeg(const struct jpeg *jpeg)
{
    static const char mark[6] = "Exif\0";
    for (jpeg_saved_marker_ptr marker = jpeg->info.marker_list; marker; marker = marker->next)
        if (marker->marker == JPEG_APP0 + 1 && marker->data_length > sizeof mark &&
            memcmp(marker->data, mark, sizeof mark) == 0)
            return exif_orientation(marker->data + sizeof mark, marker->data_length - sizeof mark);
    return EXIF_UPRIGHT;
}

/* The library can scale a picture down to eighths while it reads it. */
static void choose_scale(struct jpeg *jpeg, int orientation)
{
    unsigned width = picture_lies(orientation) ? jpeg->info.image_height : jpeg->info.image_width;
    jpeg->info.scale_denom = 8;
    jpeg->info.scale_num = 1;
    while (jpeg->info.scale_num < 8 && width * jpeg->info.scale_num / 8 < WIDTH_MAX)
        jpeg->info.scale_num++;
}

static void read_jpeg_head(struct jpeg *jpeg, const unsigned char *bytes, size_t length,
                           struct picture *picture)
{
    enum { SEGMENT_MAX = 0xffff };
    jpeg_create_decompress(&jpeg->info);
    jpeg->progress.progress_monitor = on_jpeg_progress;
    jpeg->info.progress = &jpeg->progress;
    jpeg_mem_src(&jpeg->info, bytes, length);
    jpeg_save_markers(&jpeg->info, JPEG_APP0 + 1, SEGMENT_MAX);
    jpeg_save_markers(&jpeg->info, JPEG_APP0 + 2, SEGMENT_MAX);
    jpeg_read_header(&jpeg->info, TRUE);
    enum picture_fault fault = fault_of_size(jpeg->info.image_width, jpeg->info.image_height);
    if (!fault && jpeg->info.num_components == 4)
        fault = PICTURE_CMYK;
    if (fault)
        leave_jpeg(jpeg, fault);
    picture->orientation = orientation_of_jpeg(jpeg);
}

static void read_jpeg_pixels(struct jpeg *jpeg, struct picture *picture)
{
    choose_scale(jpeg, picture->orientation);
    jpeg->info.out_color_space = JCS_EXT_BGRA;
    jpeg_start_decompress(&jpeg->info);
    if (!make_room(picture, jpeg->info.output_width, jpeg->info.output_height))
        leave_jpeg(jpeg, PICTURE_TOO_COSTLY);
    while (jpeg->info.output_scanline < jpeg->info.output_height) {
        JSAMPROW row = (JSAMPROW)(picture->pixels.argb + (size_t)jpeg->info.output_scanline *
                                                             (size_t)picture->pixels.argb_stride);
        jpeg_read_scanlines(&jpeg->info, &row, 1);
    }
    unsigned char *profile;
    unsigned length;
    if (jpeg_read_icc_profile(&jpeg->info, &profile, &length)) {
        picture->profile = profile;
        picture->profile_length = length;
    }
    jpeg_finish_decompress(&jpeg->info);
}

static enum picture_fault read_jpeg(const unsigned char *bytes, size_t length,
                                    struct picture *picture)
{
    struct jpeg *jpeg = calloc(1, sizeof *jpeg);
    if (!jpeg)
        return PICTURE_TOO_COSTLY;
    jpeg->info.err = jpeg_std_error(&jpeg->errors);
    jpeg->errors.error_exit = on_jpeg_error;
    jpeg->errors.emit_message = on_jpeg_message;
    if (setjmp(jpeg->out) == 0) {
        read_jpeg_head(jpeg, bytes, length, picture);
        read_jpeg_pixels(jpeg, picture);
    }
    enum picture_fault fault = jpeg->fault;
    jpeg_destroy_decompress(&jpeg->info);
    free(jpeg);
    return fault;
}

/* ---- PNG ---- */

struct png {
    png_structp reader;
    png_infop info;
    const unsigned char *bytes;
    size_t length;
    enum picture_fault fault;
    png_bytepp rows;
};

_Noreturn static void leave_png(struct png *png, enum picture_fault fault)
{
    png->fault = fault;
    png_longjmp(png->reader, 1);
}

_Noreturn static void on_png_error(png_structp reader, png_const_charp message)
{
    leave_png(png_get_error_ptr(reader),
              strstr(message, "memory") ? PICTURE_TOO_COSTLY : PICTURE_DAMAGED);
}

static void on_png_warning(png_structp reader, png_const_charp message)
{
    (void)reader;
    (void)message;
}

static void take_png_bytes(png_structp reader, png_bytep into, size_t length)
{
    struct png *png = png_get_io_ptr(reader);
    if (length > png->length)
        leave_png(png, PICTURE_DAMAGED);
    memcpy(into, png->bytes, length);
    png->bytes += length;
    png->length -= length;
}

/* An animation says so in a chunk before the first picture (W3C PNG, 11.3.6). */
static bool is_animated_png(struct png *png)
{
    png_unknown_chunkp chunks;
    int count = png_get_unknown_chunks(png->reader, png->info, &chunks);
    for (int i = 0; i < count; i++)
        if (memcmp(chunks[i].name, "acTL", 4) == 0)
            return true;
    return false;
}

static void read_png_head(struct png *png, struct picture *picture)
{
    png_set_read_fn(png->reader, png, take_png_bytes);
    png_set_keep_unknown_chunks(png->reader, PNG_HANDLE_CHUNK_ALWAYS, (png_const_bytep) "acTL", 1);
    png_set_user_limits(png->reader, PIXELS_MAX, PIXELS_MAX);
    png_read_info(png->reader, png->info);
    enum picture_fault fault = fault_of_size(png_get_image_width(png->reader, png->info),
                                             png_get_image_height(png->reader, png->info));
    if (!fault && is_animated_png(png))
        fault = PICTURE_ANIMATED;
    if (fault)
        leave_png(png, fault);
    png_charp name;
    png_bytep profile;
    png_uint_32 length;
    int compression;
    if (png_get_iCCP(png->reader, png->info, &name, &compression, &profile, &length) ==
        PNG_INFO_iCCP)
        keep_profile(picture, profile, length);
}

/* Makes eight bits each of blue, green, red and alpha of any PNG. */
static void set_png_form(struct png *png)
{
    png_set_expand(png->reader);
    png_set_scale_16(png->reader);
    png_set_gray_to_rgb(png->reader);
    png_set_bgr(png->reader);
    png_set_add_alpha(png->reader, 0xff, PNG_FILLER_AFTER);
    png_set_interlace_handling(png->reader);
    png_read_update_info(png->reader, png->info);
}

static void read_png_pixels(struct png *png, struct picture *picture)
{
    png_uint_32 width = png_get_image_width(png->reader, png->info),
                height = png_get_image_height(png->reader, png->info);
    set_png_form(png);
    png->rows = calloc(height, sizeof *png->rows);
    if (!png->rows || png_get_rowbytes(png->reader, png->info) != (size_t)width * 4 ||
        !make_room(picture, width, height))
        leave_png(png, PICTURE_TOO_COSTLY);
    for (size_t y = 0; y < height; y++)
        png->rows[y] = (png_bytep)(picture->pixels.argb + y * (size_t)picture->pixels.argb_stride);
    png_read_image(png->reader, png->rows);
    png_read_end(png->reader, png->info);
    png_bytep exif;
    png_uint_32 length;
    if (png_get_eXIf_1(png->reader, png->info, &length, &exif))
        picture->orientation = exif_orientation(exif, length);
}

static enum picture_fault read_png(const unsigned char *bytes, size_t length,
                                   struct picture *picture)
{
    struct png *png = calloc(1, sizeof *png);
    if (!png)
        return PICTURE_TOO_COSTLY;
    png->bytes = bytes;
    png->length = length;
    png->reader = png_create_read_struct(PNG_LIBPNG_VER_STRING, png, on_png_error, on_png_warning);
    png->info = png->reader ? png_create_info_struct(png->reader) : NULL;
    if (!png->info) {
        png->fault = PICTURE_TOO_COSTLY;
    } else if (setjmp(png_jmpbuf(png->reader)) == 0) {
        read_png_head(png, picture);
        read_png_pixels(png, picture);
    }
    enum picture_fault fault = png->fault;
    png_destroy_read_struct(&png->reader, &png->info, NULL);
    free(png->rows);
    free(png);
    return fault;
}

/* ---- WebP ---- */

/* The library can scale a picture to any size while it reads it. */
static void choose_webp_size(const WebPBitstreamFeatures *features, struct picture *picture,
                             WebPDecoderConfig *config, uint32_t *width, uint32_t *height)
{
    *width = (uint32_t)features->width;
    *height = (uint32_t)features->height;
    uint32_t shown = picture_lies(picture->orientation) ? *height : *width;
    if (shown <= WIDTH_MAX)
        return;
    *width = (uint32_t)((uint64_t)*width * WIDTH_MAX / shown);
    *height = (uint32_t)((uint64_t)*height * WIDTH_MAX / shown);
    config->options.use_scaling = 1;
    config->options.scaled_width = (int)*width;
    config->options.scaled_height = (int)*height;
}

static enum picture_fault fault_of_webp(VP8StatusCode status)
{
    return status == VP8_STATUS_OK              ? PICTURE_SOUND
           : status == VP8_STATUS_OUT_OF_MEMORY ? PICTURE_TOO_COSTLY
                                                : PICTURE_DAMAGED;
}

static enum picture_fault read_webp(const unsigned char *bytes, size_t length,
                                    struct picture *picture)
{
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config))
        return PICTURE_DAMAGED;
    enum picture_fault fault = fault_of_webp(WebPGetFeatures(bytes, length, &config.input));
    if (!fault && config.input.has_animation)
        fault = PICTURE_ANIMATED;
    if (!fault)
        fault = fault_of_size((uint64_t)config.input.width, (uint64_t)config.input.height);
    if (fault)
        return fault;
    picture->orientation = exif_orientation_of_webp(bytes, length);
    uint32_t width, height;
    choose_webp_size(&config.input, picture, &config, &width, &height);
    if (!make_room(picture, width, height))
        return PICTURE_TOO_COSTLY;
    size_t stride = (size_t)picture->pixels.argb_stride * 4;
    config.output.colorspace = MODE_BGRA;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = (uint8_t *)picture->pixels.argb;
    config.output.u.RGBA.stride = (int)stride;
    config.output.u.RGBA.size = stride * height;
    fault = fault_of_webp(WebPDecode(bytes, length, &config));
    WebPFreeDecBuffer(&config.output);
    return fault;
}

/* ---- All ---- */

enum picture_fault picture_read(const unsigned char *bytes, size_t length, struct picture *picture)
{
    static const unsigned char jpeg[] = { 0xff, 0xd8, 0xff };
    static const unsigned char png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
    *picture = (struct picture){ .orientation = EXIF_UPRIGHT };
    if (!WebPPictureInit(&picture->pixels))
        return PICTURE_DAMAGED;
    if (length > sizeof jpeg && memcmp(bytes, jpeg, sizeof jpeg) == 0)
        return read_jpeg(bytes, length, picture);
    if (length > sizeof png && memcmp(bytes, png, sizeof png) == 0)
        return read_png(bytes, length, picture);
    if (length > 12 && memcmp(bytes, "RIFF", 4) == 0 && memcmp(bytes + 8, "WEBP", 4) == 0)
        return read_webp(bytes, length, picture);
    return PICTURE_OF_NO_TYPE;
}
