/* SPDX-License-Identifier: EUPL-1.2 */
/* Version: which one this is, as the build was told. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

extern const char version[];

#endif
