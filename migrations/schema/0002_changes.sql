-- What has become of each public document, for those who keep a copy of the records (/changes.json), and when
-- any of them changed last.

create table visitor.change (
    id       bigint generated always as identity primary key,
    at       timestamptz not null default now(),
    kind     text not null,
    key      site.slug not null,
    language site.language_code not null,
    slug     site.slug not null,                    -- its address then
    published date not null,
    -- of what its page is made of; null: it is public no more
    sum      text check (length(sum) = 32),
    is_last  boolean not null default true          -- of this document in this language
);
create unique index change_is_last on visitor.change (key, language) where is_last;
create index change_by_id on visitor.change (id) where is_last;
comment on table visitor.change is
    'history: each change of a public document in a language; written in the order in which transactions '
    'commit';
