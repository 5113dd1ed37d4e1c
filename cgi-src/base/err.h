/* SPDX-License-Identifier: EUPL-1.2 */
/* What can go wrong below the web layer. The web layer maps these to HTTP statuses; see
 * web/dispatch.c. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

enum err {
    OK = 0,
    ERR_NOT_FOUND,   /* no such thing, or none that this reader may see */
    ERR_INVALID,     /* the input breaks a rule */
    ERR_CONFLICT,    /* somebody else was first */
    ERR_DENIED,      /* the role may not do this */
    ERR_UNAVAILABLE, /* the database is away, hung or refuses: trying later may work */
    ERR_INTERNAL,    /* a mistake of ours */
    ERR_KNOWN,       /* no fault: what was read is known, and so is the answer (batch_ask_known) */
};

#endif
