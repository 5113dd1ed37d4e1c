/* SPDX-License-Identifier: EUPL-1.2 */
/* Point: where on the earth something is. */
#ifndef BASE_POINT_H
#define BASE_POINT_H

struct point {
    const char *latitude, *longitude; /* degrees (WGS 84) as decimal text */
};

#endif
