-- Small corrections of an original leave its translations as right as they were.

alter table site.edition_text add column corrects bytea check (length(corrects) = 32);
comment on column site.edition_text.corrects is
    'of an original: hash of the text of which this one is a small correction, so that what was translated '
    'from that one says what this one says';
