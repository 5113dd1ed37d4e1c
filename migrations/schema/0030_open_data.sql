-- What open data says by key and code: who presides, and where something is.

alter table site.party add column authority site.web_address;   -- its URI in the EU's authority tables

alter table visitor.meeting add column place_key text, add column country_key text;
alter table visitor.conclusion add column key text,             -- of the meeting
    add column by_key text, add column changed timestamptz;
alter table visitor.presidency add column parties text[];       -- keys of HOLDERS, in their order

-- Feeds go by what changed last.
create index meeting_by_change on visitor.meeting (for_language, changed desc, document_id desc);
create index conclusion_by_change on visitor.conclusion
    (for_language, changed desc, document_id desc, number);
