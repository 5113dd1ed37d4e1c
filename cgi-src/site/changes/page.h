/* SPDX-License-Identifier: EUPL-1.2 */
/* Changes: the columns of the list, for the documents that describe the data. */
#ifndef SITE_CHANGES_PAGE_H
#define SITE_CHANGES_PAGE_H

#include "text/table.h"

extern const struct columns change_columns;

#endif
