-- Documents and their editions: what every page of the site is made of.
--
-- A document is a stable thing (a topic, a partner, a page): it has a key, facts that all languages share, and editions
-- in up to four languages. An edition is a set of named texts in one language. It is a draft, then published, then
-- superseded by the next one; once published it never changes again. So every version that was ever public is still here.
--
-- Whether a translation is outdated is decided by hashes, never by dates: each text of a translation carries the hash of
-- the original's text that it was translated from.

create schema site;
create schema visitor;

-- ---------------------------------------------------------------------------------------------------------------------
-- Domains

create domain site.language as text
    constraint language_is_known check (value in ('nl', 'fr', 'de', 'en'));

-- Part of a URL and stable key: lower-case ASCII words joined by single hyphens.
create domain site.slug as text
    constraint slug_is_plain check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 100);

-- A country code (ISO 3166-1 alpha-2) or a slug.
create domain site.party_key as text
    constraint party_key_is_plain check (value ~ '^([A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*)$' and length(value) <= 100);

-- A name in each of the four languages: {"nl": …, "fr": …, "de": …, "en": …}.
create domain site.names as jsonb
    constraint names_has_four_languages check (
        coalesce(value ->> 'nl', '') <> '' and coalesce(value ->> 'fr', '') <> ''
        and coalesce(value ->> 'de', '') <> '' and coalesce(value ->> 'en', '') <> '');

-- A date as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601-1:2019, 5.2.2). It sorts as text.
create function site.is_calendar_date(value text) returns boolean
    language plpgsql immutable strict parallel safe as $$
begin
    if value !~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' then
        return false;
    end if;
    perform make_date(substr(value, 1, 4)::int, coalesce(nullif(substr(value, 6, 2), '')::int, 1),
                      coalesce(nullif(substr(value, 9, 2), '')::int, 1));
    return true;
exception when datetime_field_overflow then
    return false;
end
$$;

create domain site.partial_date as text
    constraint partial_date_exists check (site.is_calendar_date(value));

create domain site.web_address as text
    constraint web_address_is_http check (value ~ '^https?://[^[:space:]<>"]+$' and length(value) <= 1000);

-- ---------------------------------------------------------------------------------------------------------------------
-- What documents refer to

-- Who takes part: countries, regions and organisations.
create table site.party (
    key     site.party_key primary key,
    kind    text not null check (kind in ('country', 'region', 'organisation')),
    name    site.names not null,
    website site.web_address
);

create table site.place (
    key       site.slug primary key,
    name      site.names not null,
    country   site.party_key not null references site.party,
    latitude  numeric(8, 5) not null check (latitude between -90 and 90),   -- degrees, WGS 84
    longitude numeric(8, 5) not null check (longitude between -180 and 180)
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Documents and the facts that all languages share

create table site.document (
    id         bigint generated always as identity primary key,
    key        site.slug not null unique,
    kind       text not null check (kind in ('home', 'overview', 'topic', 'partner', 'page')),
    position   integer not null,               -- order among its kind
    original   site.language not null,         -- the language the others are translated from
    created_at timestamptz not null default now(),
    unique (id, kind)
);

create unique index document_is_the_only_one on site.document (kind) where kind in ('home', 'overview');

-- What a topic or a partner is, beside its texts.
create table site.cooperation (
    document_id bigint primary key,
    kind        text not null check (kind in ('topic', 'partner')),
    since       site.partial_date,
    secretariat site.party_key references site.party,
    seat        site.slug references site.place,
    website     site.web_address,
    foreign key (document_id, kind) references site.document (id, kind) on delete cascade
);

create table site.participant (
    document_id bigint not null references site.cooperation on delete cascade,
    party       site.party_key not null references site.party,
    role        text not null check (role in ('member', 'observer', 'attends', 'co-chair', 'signatory')),
    primary key (document_id, party)
);

-- Its text is the field 'milestone.KEY' of each edition.
create table site.milestone (
    document_id bigint not null references site.cooperation on delete cascade,
    key         site.slug not null,
    date        site.partial_date not null,
    primary key (document_id, key)
);

create table site.source (
    document_id bigint not null references site.document on delete cascade,
    position    integer not null,
    url         site.web_address not null,
    title       text not null check (title <> ''),
    publisher   text not null check (publisher <> ''),
    language    text not null check (language ~ '^[a-z]{2}$'),   -- of the page behind the address, ISO 639-1
    primary key (document_id, position)
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Editions

create table site.edition (
    id           bigint generated always as identity primary key,
    document_id  bigint not null references site.document,
    language     site.language not null,
    state        text not null default 'draft' check (state in ('draft', 'published', 'superseded')),
    slug         site.slug not null,
    created_at   timestamptz not null default now(),
    published_at timestamptz,
    check ((state = 'draft') = (published_at is null))
);

create unique index edition_one_draft on site.edition (document_id, language) where state = 'draft';
create unique index edition_one_published on site.edition (document_id, language) where state = 'published';
create index edition_by_document on site.edition (document_id, language);

-- What a hash is taken of: the text in Unicode normal form C, with line ends and runs of white space folded, so that
-- reflowing or re-saving a text does not make its translations outdated.
create function site.normalised(value text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(normalize(value, NFC), '[[:space:]]+', ' ', 'g'));

create function site.text_hash(value text) returns bytea
    language sql immutable strict parallel safe
    return sha256(convert_to(site.normalised(value), 'UTF8'));

create table site.edition_text (
    edition_id      bigint not null references site.edition on delete cascade,
    field           text not null check (field ~ '^[a-z]+(\.[a-z0-9-]+)?$'),
    value           text not null check (value <> '' and length(value) <= 100000),
    hash            bytea not null generated always as (site.text_hash(value)) stored,
    translated_from bytea check (length(translated_from) = 32),   -- hash of the original's text; null in the original
    primary key (edition_id, field)
);

-- Every address a document was ever published at. The current one is the slug of its published edition; the others
-- redirect to it.
create table site.address (
    kind        text not null,
    language    site.language not null,
    slug        site.slug not null,
    document_id bigint not null,
    primary key (kind, language, slug),
    foreign key (document_id, kind) references site.document (id, kind)
);

create index address_by_slug on site.address (kind, slug);

-- ---------------------------------------------------------------------------------------------------------------------
-- A published edition never changes again

create function site.keep_published_edition() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.state <> 'draft' then
            raise exception 'edition % was published and stays', old.id using errcode = 'restrict_violation';
        end if;
        return old;
    end if;
    if (new.document_id, new.language) is distinct from (old.document_id, old.language) then
        raise exception 'edition % belongs to its document and language', old.id using errcode = 'restrict_violation';
    end if;
    if old.state = 'draft' and new.state in ('draft', 'published') then
        return new;
    end if;
    if old.state = 'published' and new.state = 'superseded'
       and (new.slug, new.created_at, new.published_at) is not distinct from (old.slug, old.created_at, old.published_at) then
        return new;
    end if;
    raise exception 'edition % is % and never changes again', old.id, old.state using errcode = 'restrict_violation';
end
$$;

create trigger keep_published before update or delete on site.edition
    for each row execute function site.keep_published_edition();

create function site.keep_published_text() returns trigger
    language plpgsql as $$
declare
    its_edition bigint := case when tg_op = 'INSERT' then new.edition_id else old.edition_id end;
begin
    if exists (select from site.edition where id = its_edition and state <> 'draft')
       or (tg_op = 'UPDATE' and new.edition_id <> old.edition_id) then
        raise exception 'edition % is not a draft: its texts never change again', its_edition using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger keep_published before insert or update or delete on site.edition_text
    for each row execute function site.keep_published_text();

-- Makes a draft the public edition of its language: the one before is superseded, the slug becomes the address.
-- Refuses (unique_violation) a slug at which another document is public in the same language, and (check_violation) an edition
-- without title, short title or summary.
create function site.publish(draft_id bigint) returns void
    language plpgsql as $$
declare
    this   record;
    holder bigint;
begin
    select e.id, e.document_id, e.language, e.slug, d.kind into strict this
      from site.edition e join site.document d on d.id = e.document_id
     where e.id = draft_id and e.state = 'draft' for update of e;

    if (select count(*) from site.edition_text
         where edition_id = this.id and field in ('title', 'short', 'summary')) < 3 then
        raise exception 'edition % lacks a title, a short title or a summary', this.id using errcode = 'check_violation';
    end if;

    -- An address that another document has left behind may be taken; one where it is public may not.
    insert into site.address as a (kind, language, slug, document_id)
         values (this.kind, this.language, this.slug, this.document_id)
    on conflict (kind, language, slug) do update set document_id = excluded.document_id
          where not exists (select from site.edition e
                             where e.document_id = a.document_id and e.document_id <> excluded.document_id
                               and e.language = a.language and e.state = 'published' and e.slug = a.slug)
    returning document_id into holder;
    if holder is null then
        raise exception 'another document is public at %', this.slug using errcode = 'unique_violation';
    end if;

    update site.edition set state = 'superseded'
     where document_id = this.document_id and language = this.language and state = 'published';
    update site.edition set state = 'published', published_at = now() where id = this.id;
end
$$;

-- Every text of a published translation whose original has changed since, or is gone.
create view site.outdated_text as
    select t_edition.document_id, t_edition.language, t.field
      from site.edition t_edition
      join site.document d on d.id = t_edition.document_id and d.original <> t_edition.language
      join site.edition_text t on t.edition_id = t_edition.id
      left join site.edition o_edition
             on o_edition.document_id = d.id and o_edition.language = d.original and o_edition.state = 'published'
      left join site.edition_text o on o.edition_id = o_edition.id and o.field = t.field
     where t_edition.state = 'published' and t.translated_from is distinct from o.hash;

-- ---------------------------------------------------------------------------------------------------------------------
-- What visitors see
--
-- One row holds all that a page shows of a document to a visitor of a language, so that a page is one look-up. The rows are derived: triggers make
-- them anew in the transaction that changes what they are made of, and nobody else may write them. So the public pages can read nothing that is not
-- published, whatever they ask, because the tables with the drafts are closed to their role.

create table visitor.page (
    document_id  bigint not null,
    for_language site.language not null,   -- the visitor's
    kind         text not null,
    key          site.slug not null,
    position     integer not null,
    language     site.language not null,   -- of the edition shown: the visitor's, or else the original's, or else any
    slug         site.slug not null,
    published    date not null,            -- in Brussels
    title        text not null,
    short        text not null,
    summary      text not null,
    nature       text,
    body         text,                     -- Markdown
    content      json not null,            -- the rest, as page_content makes it
    primary key (document_id, for_language),
    unique (key, for_language)
);
alter table visitor.page alter column body set compression lz4, alter column content set compression lz4;
create index page_for_lists on visitor.page (for_language, kind, position);

-- Every address that was ever public.
create view visitor.address with (security_barrier) as
    select kind, language, slug, document_id from site.address;

-- What a page shows of an edition beside the texts that have columns of their own, with the names of parties and places in a language:
-- {"texts": {field: value}, "slugs": {language: slug}, "sources": […], "since": …, "participants": […], "milestones": […]}. Of a draft too, for
-- a preview.
create function site.page_content(edition bigint, in_language text) returns json
    language sql stable as $$
    select json_strip_nulls(json_build_object(
        'original', d.original,
        'texts', (select json_object_agg(t.field, t.value) from site.edition_text t
                   where t.edition_id = e.id and t.field not in ('title', 'short', 'summary', 'nature', 'body')
                     and t.field not like 'milestone.%'),
        'slugs', (select json_object_agg(o.language, o.slug) from site.edition o
                   where o.document_id = d.id and o.state = 'published'),
        'sources', (select json_agg(json_build_object('url', s.url, 'title', s.title, 'publisher', s.publisher,
                                                      'language', s.language) order by s.position)
                      from site.source s where s.document_id = d.id),
        'since', c.since,
        'secretariat', secretariat.name ->> in_language,
        'seat', seat.name ->> in_language,
        'website', c.website,
        'participants', (select json_agg(json_build_object('name', p.name ->> in_language, 'role', m.role)
                                         order by m.role <> 'member', p.kind, p.name ->> in_language collate "und-x-icu")
                           from site.participant m join site.party p on p.key = m.party where m.document_id = d.id),
        'milestones', (select json_agg(json_build_object('date', m.date, 'text', t.value) order by m.date, m.key)
                         from site.milestone m
                         join site.edition_text t on t.edition_id = e.id and t.field = 'milestone.' || m.key
                        where m.document_id = d.id)))
      from site.edition e
      join site.document d on d.id = e.document_id
      left join site.cooperation c on c.document_id = d.id
      left join site.party secretariat on secretariat.key = c.secretariat
      left join site.place seat on seat.key = c.seat
     where e.id = edition
$$;

-- Makes the rows of a document anew. Runs as the owner, since nobody else may write them.
create function site.show(shown bigint) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    delete from visitor.page where document_id = shown;
    insert into visitor.page (document_id, for_language, kind, key, position, language, slug, published,
                              title, short, summary, nature, body, content)
    select d.id, l.language, d.kind, d.key, d.position, e.language, e.slug,
           (e.published_at at time zone 'Europe/Brussels')::date, title.value, short.value, summary.value, nature.value,
           body.value, site.page_content(e.id, l.language)
      from unnest(array['nl', 'fr', 'de', 'en']) as l (language)
      join site.document d on d.id = shown
     cross join lateral (select * from site.edition e
                          where e.document_id = d.id and e.state = 'published'
                          order by (e.language = l.language) desc, (e.language = d.original) desc, e.language limit 1) e
      join site.edition_text title on title.edition_id = e.id and title.field = 'title'
      join site.edition_text short on short.edition_id = e.id and short.field = 'short'
      join site.edition_text summary on summary.edition_id = e.id and summary.field = 'summary'
      left join site.edition_text nature on nature.edition_id = e.id and nature.field = 'nature'
      left join site.edition_text body on body.edition_id = e.id and body.field = 'body';
$$;

-- What a page is made of tells of its change at the end of the statement, each document once.
create function site.show_changed() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform site.show(id) from (select distinct document_id as id from changed_new) t;
    elsif tg_op = 'DELETE' then
        perform site.show(id) from (select distinct document_id as id from changed_old) t;
    else
        perform site.show(id) from (select document_id as id from changed_new union select document_id from changed_old) t;
    end if;
    return null;
end
$$;

do $$
declare
    source text;
begin
    foreach source in array array['edition', 'cooperation', 'participant', 'milestone', 'source'] loop
        execute format('create trigger show_inserted after insert on site.%I referencing new table as changed_new'
                       ' for each statement execute function site.show_changed()', source);
        execute format('create trigger show_deleted after delete on site.%I referencing old table as changed_old'
                       ' for each statement execute function site.show_changed()', source);
        execute format('create trigger show_updated after update on site.%I referencing old table as changed_old new table as changed_new'
                       ' for each statement execute function site.show_changed()', source);
    end loop;
end
$$;

create function site.show_documents() returns trigger
    language plpgsql as $$
begin
    perform site.show(id) from changed_new;
    return null;
end
$$;

create trigger show_updated after update on site.document referencing new table as changed_new
    for each statement execute function site.show_documents();

-- Names change seldom, and may stand on any page.
create function site.show_all() returns trigger
    language plpgsql as $$
begin
    perform site.show(id) from site.document;
    return null;
end
$$;

create trigger show_all after update on site.party for each statement execute function site.show_all();
create trigger show_all after update on site.place for each statement execute function site.show_all();

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to benelux_desk, benelux_visitor', current_database());
end
$$;

alter default privileges revoke execute on functions from public;
revoke all on schema site, visitor from public;
revoke all on all functions in schema site from public;

grant usage on schema visitor to benelux_visitor;
grant select on all tables in schema visitor to benelux_visitor;

grant usage on schema site to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
grant execute on all functions in schema site to benelux_desk;
grant usage on schema visitor to benelux_desk;
grant select on all tables in schema visitor to benelux_desk;
