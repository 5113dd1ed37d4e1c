/* House: what has to be done at its time, without anybody asking; see site.keep_house in migrations/0008_texts.sql. */
#ifndef MODEL_HOUSE_H
#define MODEL_HOUSE_H

#include "db/database.h"

/* Publishes the drafts whose time has come, and clears away what is over; *PUBLISHED is how many there were. */
void house_keep_ask(struct batch *batch, long *published);

#endif
