-- The list of documents at the desk is found by more, and put in more orders.

alter table site.heading
    add column changed_at timestamptz,              -- of the save that was last, in any language
    add column changed_by text;                     -- the account that saved it; null for what was imported
create index heading_by_title on site.heading ((left(title, 200) collate "und-x-icu"), document_id);
create index heading_by_day on site.heading (starts, document_id);
create index heading_by_change on site.heading (changed_at, document_id);
create index heading_by_account on site.heading (changed_by, changed_at, document_id);
