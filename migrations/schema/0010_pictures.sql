-- Pictures of documents. What an editor sent is not kept, since it may tell where and by whom it was taken:
-- kept are the renditions that were made of it, as files like any other.

create table site.image (
    sha256     bytea primary key check (length(sha256) = 32),   -- of what was sent
    created_at timestamptz not null default now()               -- or sent again
);
comment on table site.image is 'source: pictures that were sent, known by their content, each kept once';

create table site.rendition (
    image  bytea not null references site.image on delete cascade,
    format text not null check (format in ('jpeg', 'webp')),
    width  integer not null check (width between 1 and 1920),
    height integer not null check (height between 1 and 16383),
    file   bytea not null references site.file,
    primary key (image, format, width)
);
create index rendition_by_file on site.rendition (file);
comment on table site.rendition is 'source: the files in which an image is shown';

create table site.picture (
    document_id bigint not null references site.document on delete cascade,
    number      integer not null check (number between 1 and 999999),   -- "picture:NUMBER" in its texts
    position    integer not null,
    image       bytea not null references site.image,
    lead        boolean not null default false,
    decorative  boolean not null default false,
    credit      text not null check (credit <> '' and site.is_text(credit)),
    licence     text not null check (licence in ('cc0', 'cc-by', 'cc-by-sa', 'public-domain', 'permission')),
    primary key (document_id, number)
);
create unique index picture_leads on site.picture (document_id) where lead;
create index picture_by_image on site.picture (image);
comment on table site.picture is
    'source: the pictures of a document; what one shows, for who does not see it, is the field '
    '"picture.NUMBER" of its texts';
