/* SPDX-License-Identifier: EUPL-1.2 */
/* Codes: the page on which an account sets up one-time codes. */
#include "desk/account/codes_view.h"

#include <string.h>

#include "text/qr.h"

/* In groups of four letters, so that nobody loses the place while typing them. */
static void fill_letters(const struct view *view, const char *letters, struct dictionary *offered)
{
    for (size_t at = 0; letters[at]; at += 4)
        dictionary_set(dictionary_section(offered, "GROUP"), "LETTERS",
                       arena_copy_bytes(view->arena, letters + at, 4));
}

/* The URI that authenticator programs read (Google's "Key URI Format"), without its scheme. An
 * account's name needs no escaping in it. */
static const char *otpauth(const struct view *view, const char *name, const char *letters)
{
    return arena_print(view->arena, "totp/Benelux%%2B:%s?secret=%s&issuer=Benelux%%2B", name,
                       letters);
}

/* The fault of the field NAME, as SECTION of PARENT. */
static void fill_fault(const struct input *input, const char *name, const char *section,
                       struct dictionary *parent)
{
    static const char *const faults[FAULTS] = {
        [FAULT_MISSING] = "F_MISSING",
        [FAULT_TOO_LONG] = "F_TOO_LONG",
        [FAULT_NOT_OFFERED] = "F_MALFORMED",
        [FAULT_CHARACTERS] = "F_MALFORMED",
    };
    for (size_t i = 0; i < input->form->count; i++)
        if (strcmp(input->form->fields[i].name, name) == 0 && faults[input->faults[i]])
            dictionary_section(dictionary_section(parent, section), faults[input->faults[i]]);
}

static void fill_faults(const struct input *input, bool has_code, struct dictionary *parent)
{
    if (has_code)
        fill_fault(input, "code", "CODE_FAULT", parent);
    fill_fault(input, "password", "PASSWORD_FAULT", parent);
}

static void fill_offered(const struct view *view, const struct codes_page *shown,
                         struct dictionary *page)
{
    struct dictionary *offered = dictionary_section(page, "OFFERED");
    const char *letters = code_secret_letters(shown->codes->offered, view->arena);
    const char *uri = otpauth(view, shown->account->name, letters);
    struct qr qr;
    dictionary_set(offered, "OTPAUTH", uri);
    fill_faults(shown->input, true, offered);
    fill_letters(view, letters, offered);
    if (qr_make(arena_print(view->arena, "otpauth://%s", uri), view->arena, &qr)) {
        struct dictionary *picture = dictionary_section(offered, "QR");
        dictionary_set(picture, "SIZE", arena_print(view->arena, "%zu", qr.size));
        dictionary_set(picture, "PATH", qr.path);
    }
}

void view_codes(const struct view *view, const struct codes_page *shown, struct dictionary *page)
{
    dictionary_set(page, "ACTION", route_path(view->arena, ROUTE_DESK_CODES, view->language, NULL));
    if (!shown->recovery) /* otherwise the page has no form */
        dictionary_set(page, "FORM_TOKEN", shown->form_token);
    if (!shown->input->sound)
        fill_faults(shown->input, true, dictionary_section(page, "PROBLEM"));
    if (shown->done)
        dictionary_section(page, "DONE");
    if (shown->recovery) {
        struct dictionary *made = dictionary_section(page, "MADE");
        for (size_t i = 0; i < RECOVERY_CODES; i++)
            dictionary_set(dictionary_section(made, "RECOVERY"), "RECOVERY_CODE",
                           shown->recovery[i]);
    } else if (shown->codes->on) {
        struct dictionary *on = dictionary_section(page, "ON");
        dictionary_set(on, "LEFT", arena_print(view->arena, "%ld", shown->codes->recovery));
        fill_faults(shown->input, false, on);
    } else if (shown->codes->offered) {
        fill_offered(view, shown, page);
    } else {
        dictionary_section(page, "OFF");
    }
}
