-- What visitors follow: lists that tell all that calendars and open data need, conclusions over all forums, documents as files, search.

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- A zone is named as the files of the tz database are: PostgreSQL also takes "CEST", "UTC+2" and "europe/brussels", calendars do not.
alter domain site.time_zone add constraint time_zone_is_a_region
    check (value ~ '^([A-Z][a-z]+(/[A-Z][a-z]+[A-Za-z_-]*)+|UTC)$');

-- ---------------------------------------------------------------------------------------------------------------------
-- A change that participants have to know of raises the sequence of a meeting (RFC 5545 section 3.8.7.4)

alter table site.meeting
    add column sequence   integer not null default 0,
    add column changed_at timestamptz not null default now();

create function site.raise_sequence() returns trigger
    language plpgsql as $$
begin
    new.sequence := old.sequence;
    if (new.starts, new.ends, new.starts_at, new.ends_at, new.zone, new.place, new.mode, new.status)
       is distinct from (old.starts, old.ends, old.starts_at, old.ends_at, old.zone, old.place, old.mode, old.status) then
        new.sequence := old.sequence + 1;
        new.changed_at := now();
    end if;
    return new;
end
$$;
create trigger raise_sequence before update on site.meeting for each row execute function site.raise_sequence();

create index conclusion_by_follower on site.conclusion (taken_up_by) where taken_up_by is not null;

-- ---------------------------------------------------------------------------------------------------------------------
-- Documents that stand here: known by their content, and kept in pieces so that nobody has to hold one in memory whole

create table site.file (
    sha256     bytea primary key check (length(sha256) = 32),
    size       integer not null check (size between 1 and 26214400),   -- bytes; 25 MiB
    created_at timestamptz not null default now()
);
create table site.file_piece (
    sha256   bytea not null references site.file on delete cascade,
    position integer not null check (position >= 0),                    -- all but the last have 262,144 bytes
    bytes    bytea not null check (length(bytes) between 1 and 262144),
    primary key (sha256, position)
);
alter table site.file_piece alter column bytes set storage external;    -- a PDF is compressed already

alter table site.link alter column url drop not null,
    add column file bytea references site.file,
    add constraint link_leads_to_one_place check (num_nonnulls(url, file) = 1);
create index link_by_file on site.link (file) where file is not null;

-- Keeps a PDF, and returns its hash. Refuses (check_violation) what is none, by content, or is too large.
create function site.keep_file(content bytea) returns bytea
    language plpgsql as $$
declare
    hash constant bytea := sha256(content);
begin
    if substr(content, 1, 5) <> '%PDF-' then
        raise exception 'not a PDF' using errcode = 'check_violation';
    end if;
    insert into site.file (sha256, size) values (hash, length(content)) on conflict do nothing;
    if found then
        insert into site.file_piece (sha256, position, bytes)
             select hash, n, substr(content, n * 262144 + 1, 262144) from generate_series(0, (length(content) - 1) / 262144) n;
    end if;
    return hash;
end
$$;

-- Adds a file to the documents of a meeting, unless it is there. TITLE is in LANGUAGE.
create function site.import_file(document_key text, its_title text, its_language text, content bytea) returns void
    language plpgsql as $$
declare
    its_meeting constant bigint := (select id from site.document where key = document_key);
    hash        constant bytea := site.keep_file(content);
begin
    insert into site.link (document_id, position, file, title, language)
         select its_meeting, coalesce(max(position), 0) + 1, hash, its_title, its_language
           from site.link where document_id = its_meeting
         having count(*) filter (where file = hash) = 0;
end
$$;

-- A file of a document is imported apart: see import_file.
create or replace function site.import_meeting(made bigint, facts jsonb) returns void
    language sql as $$
    insert into site.meeting (document_id, forum, number, type, starts, ends, starts_at, ends_at, zone, place, mode, status, presided,
                              earlier)
         select made, d.id, (facts ->> 'number')::integer, facts ->> 'type', facts ->> 'start', facts ->> 'end',
                (facts ->> 'start_time')::time, (facts ->> 'end_time')::time, facts ->> 'zone', facts ->> 'place',
                coalesce(facts ->> 'mode', 'in-person'), facts ->> 'status',
                case when facts ? 'presidency' then 'by-hand' else 'by-term' end, facts ->> 'earlier'
           from site.document d where d.key = facts ->> 'forum';
    insert into site.meeting_presidency (document_id, party)
         select made, party from jsonb_array_elements_text(facts -> 'presidency') party;
    insert into site.delegation (document_id, position, party, person)
         select made, position, item ->> 'party', item ->> 'person'
           from jsonb_array_elements(facts -> 'participants') with ordinality as t (item, position);
    insert into site.agenda_item (document_id, position, key)
         select made, position, item ->> 'key' from jsonb_array_elements(facts -> 'agenda') with ordinality as t (item, position);
    insert into site.conclusion (document_id, number, state)
         select made, (item ->> 'key')::integer, item ->> 'state' from jsonb_array_elements(facts -> 'conclusions') item;
    insert into site.link (document_id, position, url, title, language)
         select made, position, item ->> 'url', item ->> 'title', item ->> 'language'
           from jsonb_array_elements(facts -> 'documents') with ordinality as t (item, position)
          where item ? 'url';
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What visitors see

drop trigger list_meeting on visitor.page;
drop function site.list_meeting();
drop table visitor.meeting;

-- When what a page shows last changed: its edition was published, or its meeting was moved or cancelled.
alter table visitor.page add column changed timestamptz not null default now();
create index page_by_change on visitor.page (for_language, changed desc, document_id desc) where language = for_language;

-- The meetings as lists, calendars and open data show them; a row for each visitor's language, as in visitor.page, which has the rest.
create table visitor.meeting (
    document_id  bigint not null,
    for_language site.language not null,
    key          site.slug not null,
    forum        site.slug not null,       -- key of the document
    type         text not null,
    number       integer,
    status       text not null,
    mode         text not null,
    starts       site.partial_date not null,
    ends         site.partial_date,
    starts_at    text,                     -- HH:MM
    ends_at      text,
    zone         text,
    first_day    date not null,            -- that it may be, and the last
    last_day     date not null,
    place        text,
    country      text,
    latitude     numeric(8, 5),
    longitude    numeric(8, 5),
    language     site.language not null,
    slug         site.slug not null,
    title        text not null,
    short        text not null,
    summary      text not null,
    sequence     integer not null,
    changed      timestamptz not null,
    primary key (document_id, for_language)
);
create index meeting_by_day on visitor.meeting (for_language, first_day desc, document_id desc);
create index meeting_by_last_day on visitor.meeting (for_language, last_day);
create index meeting_by_forum_and_day on visitor.meeting (for_language, forum, first_day desc, document_id desc);
create index meeting_by_type_and_day on visitor.meeting (for_language, type, first_day desc, document_id desc);
create index meeting_by_forum_type_and_day on visitor.meeting (for_language, forum, type, first_day desc, document_id desc);

-- The conclusions of all meetings.
create table visitor.conclusion (
    document_id  bigint not null,          -- of the meeting
    for_language site.language not null,
    number       integer not null,
    forum        site.slug not null,
    state        text,
    text         text not null,
    starts       site.partial_date not null,
    first_day    date not null,
    language     site.language not null,
    slug         site.slug not null,
    title        text not null,
    short        text not null,
    by_slug      text,                     -- of the meeting that took it up
    by_short     text,
    primary key (document_id, for_language, number)
);
create index conclusion_by_day on visitor.conclusion (for_language, first_day desc, document_id desc, (-number) desc);
create index conclusion_by_forum_and_day on visitor.conclusion (for_language, forum, first_day desc, document_id desc, (-number) desc);
create index conclusion_by_state_and_day on visitor.conclusion (for_language, state, first_day desc, document_id desc, (-number) desc);
create index conclusion_by_forum_state_and_day on visitor.conclusion (for_language, forum, state, first_day desc, document_id desc, (-number) desc);

-- The files that a public meeting links to.
create view visitor.file with (security_barrier) as
    select distinct on (f.sha256) encode(f.sha256, 'hex') as sha256, f.sha256 as hash, f.size, l.title
      from site.file f join site.link l on l.file = f.sha256
     where exists (select from visitor.page p where p.document_id = l.document_id)
     order by f.sha256, l.document_id, l.position;
create view visitor.file_piece with (security_barrier) as
    select sha256 as hash, position, bytes from site.file_piece c
     where exists (select from site.link l join visitor.page p using (document_id) where l.file = c.sha256);

-- As before, and with files among the documents. In PL/pgSQL, which keeps its plan: a function in SQL that another one calls is planned anew for
-- each row.
create or replace function site.meeting_content(edition bigint, in_language text) returns json
    language plpgsql stable as $$
begin
    return (select json_build_object(
        'forum', (select d.key from site.document d where d.id = m.forum),
        'number', m.number, 'type', m.type, 'mode', m.mode, 'status', m.status,
        'starts', m.starts, 'ends', m.ends, 'starts_at', to_char(m.starts_at, 'HH24:MI'), 'ends_at', to_char(m.ends_at, 'HH24:MI'),
        'zone', m.zone, 'earlier', m.earlier,
        'starts_utc', to_char((site.first_day(m.starts) + m.starts_at) at time zone m.zone at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'ends_utc', to_char((site.first_day(coalesce(m.ends, m.starts)) + m.ends_at) at time zone m.zone at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'place', place.name ->> in_language, 'country', country.name ->> in_language,
        'latitude', place.latitude::text, 'longitude', place.longitude::text,
        'presidency', (select json_agg(p.name ->> in_language order by p.kind, p.name ->> in_language collate "und-x-icu")
                         from site.presiding(m.document_id) as t (key) join site.party p on p.key = t.key),
        'delegations', (select json_agg(json_build_object('party', p.name ->> in_language, 'person', g.person) order by g.position)
                          from site.delegation g join site.party p on p.key = g.party where g.document_id = m.document_id),
        'agenda', (select json_agg(t.value order by a.position)
                     from site.agenda_item a join site.edition_text t on t.edition_id = e.id and t.field = 'agenda.' || a.key
                    where a.document_id = m.document_id),
        'conclusions', (select json_agg(json_build_object(
                                   'number', c.number, 'text', t.value, 'state', c.state,
                                   'by', (select json_build_object('slug', o.slug, 'short', s.value)
                                            from site.edition o join site.edition_text s on s.edition_id = o.id and s.field = 'short'
                                            join site.document od on od.id = o.document_id
                                           where o.document_id = c.taken_up_by and o.state = 'published'
                                           order by (o.language = in_language) desc, (o.language = od.original) desc, o.language limit 1))
                                 order by c.number)
                          from site.conclusion c
                          join site.edition_text t on t.edition_id = e.id and t.field = 'conclusion.' || c.number
                         where c.document_id = m.document_id),
        'links', (select json_agg(json_build_object('number', l.position, 'url', l.url, 'file', encode(l.file, 'hex'), 'size', f.size, 'title', l.title,
                                                    'language', l.language) order by l.position)
                    from site.link l left join site.file f on f.sha256 = l.file where l.document_id = m.document_id))
      from site.edition e
      join site.meeting m on m.document_id = e.document_id
      left join site.place place on place.key = m.place
      left join site.party country on country.key = place.country
     where e.id = edition);
end
$$;

-- The published edition of a document that a visitor of a language sees: in that language, or else the original, or else any.
create view site.edition_shown as
    select distinct on (e.document_id, l.language) e.document_id, l.language as for_language, e.id, e.language, e.slug, e.published_at
      from unnest(array['nl', 'fr', 'de', 'en']) as l (language)
      join site.edition e on e.state = 'published'
      join site.document d on d.id = e.document_id
     order by e.document_id, l.language, (e.language = l.language) desc, (e.language = d.original) desc, e.language;

-- ---------------------------------------------------------------------------------------------------------------------
-- Search
--
-- A row for each thing that can be found, in each language that it is written in: a document, a conclusion, the title of a document of a meeting.
-- Words are without accents and stemmed; "Düsseldorf" stands there as "Duesseldorf" too.

do $$
declare
    name record;
begin
    for name in select * from (values ('nl', 'dutch'), ('fr', 'french'), ('de', 'german'), ('en', 'english')) t (tag, configuration) loop
        execute format('create text search configuration visitor.%I (copy = pg_catalog.%I)', name.tag, name.configuration);
        execute format('alter text search configuration visitor.%I alter mapping for hword, hword_part, word with public.unaccent, %I_stem',
                       name.tag, name.configuration);
    end loop;
end
$$;

-- German's other way to write umlauts.
create function visitor.without_umlauts(value text) returns text
    language sql immutable strict parallel safe
    return replace(replace(replace(lower(value), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue');
create function visitor.with_umlauts(value text) returns text
    language sql immutable strict parallel safe
    return replace(replace(replace(lower(value), 'ae', 'ä'), 'oe', 'ö'), 'ue', 'ü');

-- What a text is found by.
create function visitor.words_of(in_language text, value text) returns tsvector
    language sql stable strict parallel safe
    return to_tsvector(('visitor.' || in_language)::regconfig, value)
        || case when value ~ '[äöüÄÖÜ]' then to_tsvector(('visitor.' || in_language)::regconfig, (
               select string_agg(visitor.without_umlauts(word[1]), ' ') from regexp_matches(value, '[[:alpha:]]*[äöüÄÖÜ][[:alpha:]]*', 'g') word))
           else '' end;

create table visitor.searchable (
    language    site.language not null,
    document_id bigint not null,
    part        text not null,             -- anchor on the page of the document: '' for all of it, 'c2' a conclusion, 'd1' the title of a document
    kind        text not null,             -- of the document
    first_day   date not null,             -- of a meeting; '-infinity' for what has none
    title       text not null,
    text        text not null,
    words       tsvector not null
) partition by list (language);

-- A search for some rows of a frequent word looks into as many partitions as it needs, so each is kept of a bounded size: what has no day, then
-- decades, then five years.
do $$
declare
    tag    text;
    bounds constant text[] := array['minvalue', '0001', '1960', '1970', '1980', '1990', '1995', '2000', '2005', '2010', '2015', '2020', '2025', '2030', '2035', '2040',
                                    '2045', 'maxvalue'];
begin
    foreach tag in array array['nl', 'fr', 'de', 'en'] loop
        execute format('create table visitor.searchable_%s partition of visitor.searchable for values in (%L) partition by range (first_day)', tag, tag);
        for i in 1 .. cardinality(bounds) - 1 loop
            execute format('create table visitor.searchable_%1$s_%2$s partition of visitor.searchable_%1$s for values from (%3$s) to (%4$s)', tag, i,
                           case when bounds[i] ~ '[0-9]' then quote_literal(bounds[i] || '-01-01') else bounds[i] end,
                           case when bounds[i + 1] ~ '[0-9]' then quote_literal(bounds[i + 1] || '-01-01') else bounds[i + 1] end);
        end loop;
    end loop;
end
$$;
create index searchable_by_words on visitor.searchable using gin (words) with (fastupdate = off);
create index searchable_by_day on visitor.searchable (first_day, document_id, part);
create index searchable_by_document on visitor.searchable (document_id);

-- The words of published texts, to suggest one for what is mistyped. What was published once stays a word.
create table visitor.word (
    language site.language not null,
    word     text not null,
    primary key (language, word)
);
create index word_by_likeness on visitor.word using gist (word public.gist_trgm_ops);

-- Markdown without its marks, for excerpts.
create function site.plain_text(markdown text) returns text
    language sql immutable strict parallel safe
    return site.normalised(regexp_replace(regexp_replace(markdown, '!?\[([^]]*)\]\([^)]*\)', '\1', 'g'), '(^|\n)\s*([#>]+|[-*+]|[0-9]+\.)\s+|[*_`]{1,3}', '\1', 'g'));

create function site.make_searchable(shown bigint[]) returns void
    language sql as $$
    delete from visitor.searchable where document_id = any (shown);
    insert into visitor.searchable (language, document_id, part, kind, first_day, title, text, words)
    select e.language, d.id, '', d.kind, coalesce(site.first_day(m.starts), '-infinity'), t.title, left(t.rest, 20000),
           setweight(visitor.words_of(e.language, t.title || ' ' || t.short), 'A') || setweight(visitor.words_of(e.language, left(t.rest, 20000)), 'C')
      from site.edition e
      join site.document d on d.id = e.document_id
      left join site.meeting m on m.document_id = d.id
     cross join lateral (
           select max(value) filter (where field = 'title') as title, max(value) filter (where field = 'short') as short,
                  string_agg(site.plain_text(value), ' ' order by field <> 'summary', field <> 'body', field)
                      filter (where field not in ('title', 'short') and field not like 'conclusion.%') as rest
             from site.edition_text where edition_id = e.id) t
     where e.document_id = any (shown) and e.state = 'published'
    union all
    select e.language, d.id, 'c' || c.number, d.kind, site.first_day(m.starts), title.value, t.value,
           setweight(visitor.words_of(e.language, t.value), 'B')
      from site.edition e
      join site.document d on d.id = e.document_id
      join site.meeting m on m.document_id = d.id
      join site.conclusion c on c.document_id = d.id
      join site.edition_text t on t.edition_id = e.id and t.field = 'conclusion.' || c.number
      join site.edition_text title on title.edition_id = e.id and title.field = 'title'
     where e.document_id = any (shown) and e.state = 'published'
    union all
    select l.language, d.id, 'd' || l.position, d.kind, coalesce(site.first_day(m.starts), '-infinity'), p.title, l.title,
           setweight(visitor.words_of(l.language, l.title), 'B')
      from site.link l
      join site.document d on d.id = l.document_id
      left join site.meeting m on m.document_id = d.id
      join visitor.page p on p.document_id = d.id and p.for_language = l.language
     where l.document_id = any (shown) and l.language in ('nl', 'fr', 'de', 'en');

    insert into visitor.word (language, word)
    select distinct s.language, word
      from visitor.searchable s, regexp_split_to_table(lower(s.title || ' ' || s.text), '[^[:alpha:]]+') word
     where s.document_id = any (shown) and length(word) between 4 and 40
    on conflict do nothing;
$$;

-- One word of a search: also as the beginning of a longer one when it is long itself, as compounds are written in Dutch and German; a phrase when
-- it is in quotation marks.
create function visitor.term(in_language text, word text) returns tsquery
    language plpgsql stable strict as $$
declare
    configuration constant regconfig := ('visitor.' || in_language)::regconfig;
    plain         tsquery;
begin
    if word like '"%' then
        return phraseto_tsquery(configuration, word);
    end if;
    plain := plainto_tsquery(configuration, word);
    if length(word) >= 5 and numnode(plain) = 1 then
        return (plain::text || ':*')::tsquery;
    end if;
    return plain;
end
$$;

-- A search as a query; null for one that has nothing to look for. For marking what was found, umlauts count as written in either way.
create function visitor.query_of(in_language text, input text, marking boolean) returns tsquery
    language plpgsql stable strict as $$
declare
    word   text;
    one    tsquery;
    result tsquery;
begin
    for word in select m[1] from regexp_matches(input, '"[^"]+"|[^[:space:]"]+', 'g') m limit 16 loop
        one := visitor.term(in_language, word);
        if word ~ '[äöüÄÖÜ]' then
            one := one || visitor.term(in_language, visitor.without_umlauts(word));
        end if;
        -- The Dutch stemmer leaves the plural "conclusies" and "regio's" as it is.
        if in_language = 'nl' and word ~* '[aeiou][''’]?s$' then
            one := one || visitor.term(in_language, regexp_replace(word, '[''’]?s$', '', 'i'));
        end if;
        if marking and word ~* 'ae|oe|ue' then
            one := one || visitor.term(in_language, visitor.with_umlauts(word));
        end if;
        if numnode(one) > 0 then
            result := case when result is null then one when marking then result || one else result && one end;
        end if;
    end loop;
    return result;
end
$$;

-- The words of INPUT with those that no published text has replaced by the most similar one that some text has; null where that finds nothing either.
create function visitor.suggestion(in_language text, input text) returns text
    language plpgsql stable strict set search_path = visitor, public, pg_catalog, pg_temp as $$
declare
    token   text;
    near text;
    result  text := '';
    wanted  tsquery;
begin
    for token in select m[1] from regexp_matches(lower(input), '[[:alpha:]]+', 'g') m limit 16 loop
        near := token;
        if length(token) >= 4 and not exists (select from word w where w.language = in_language and w.word = token) then
            select w.word into near from word w
             where w.language = in_language and w.word % token order by w.word <-> token, w.word limit 1;
        end if;
        result := result || ' ' || coalesce(near, token);
    end loop;
    result := btrim(result);
    wanted := query_of(in_language, result, false);
    return case when result <> lower(btrim(input)) and exists (select from searchable s where s.language = in_language and s.words @@ wanted) then result end;
end
$$;

create type visitor.finding as (document_id bigint, part text, first_day date, worth real);

-- What is found, MOST of it at most, in no order. In PL/pgSQL, which keeps the plan over all partitions.
create function visitor.findings(in_language text, wanted tsquery, most integer) returns setof visitor.finding
    language plpgsql stable strict set search_path = visitor, pg_catalog, pg_temp as $$
begin
    return query
    select document_id, part, first_day, ts_rank(words, wanted) * case when part <> '' then 1::real when kind = 'meeting' then 2 else 4 end
      from searchable where language = in_language and words @@ wanted limit most;
end
$$;

-- What is found of meetings, the latest first. Made for words that are frequent: it goes through the meetings from the last one until it has enough.
create function visitor.latest_findings(in_language text, wanted tsquery, skip integer, most integer) returns setof visitor.finding
    language plpgsql stable strict set search_path = visitor, pg_catalog, pg_temp set enable_bitmapscan = off set enable_sort = off as $$
begin
    return query
    select document_id, part, first_day, 0::real
      from searchable where language = in_language and first_day > '0001-01-01' and words @@ wanted
     order by first_day desc, document_id desc, part desc limit most offset skip;
end
$$;

-- What is found for INPUT by a visitor of a language: MOST of it after SKIP, in the language (place 'here', each row with how many there are, 201 for more
-- than two hundred), what other languages have beyond that when little was found ('elsewhere'), and when nothing was found a better search ('instead', as
-- title). Of up to two hundred, the best come first. Of more, which are then of frequent words, the best of what has no day, then the latest meetings; so
-- the work is bounded whatever is asked. Excerpts have U+E000 before and U+E001 behind what was found.
create function visitor.search(in_language text, input text, skip integer, most integer)
    returns table (place text, total integer, kind text, language text, slug text, part text, title text, short text, excerpt text)
    language plpgsql stable strict set search_path = visitor, public, pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
    set client_min_messages = warning as $$
#variable_conflict use_column
declare
    counted_most  constant integer := 200;
    few           constant integer := 20;
    elsewhere     constant integer := 5;
    configuration constant regconfig := ('visitor.' || in_language)::regconfig;
    marks         constant text := 'StartSel=' || chr(57344) || ', StopSel=' || chr(57345) || ', MaxWords=32, MinWords=16';
    wanted        tsquery := query_of(in_language, input, false);
    marking       tsquery := query_of(in_language, input, true);
    found         finding[];
    shown         finding[];
    counted       integer;
    undated       integer;
    other         text;
begin
    if wanted is null then
        return;
    end if;
    found := array(select f from findings(in_language, wanted, counted_most + 1) f);
    counted := cardinality(found);
    if counted <= counted_most then
        shown := array(select f from unnest(found) f order by f.worth desc, f.first_day desc, f.document_id desc, f.part limit most offset skip);
    else
        shown := array(select f from unnest(found) f where f.first_day = '-infinity' order by f.worth desc, f.document_id);
        undated := cardinality(shown);
        shown := shown[skip + 1 : skip + most];
        shown := shown || array(select f from latest_findings(in_language, wanted, greatest(skip - undated, 0), most - cardinality(shown)) f);
    end if;
    return query
    select 'here', counted, s.kind, p.language::text, p.slug::text, s.part, s.title, p.short, ts_headline(configuration, s.text, marking, marks)
      from unnest(shown) with ordinality f (document_id, part, first_day, worth, n)
      join searchable s on s.language = in_language and s.first_day = f.first_day and s.document_id = f.document_id and s.part = f.part
      join page p on p.document_id = f.document_id and p.for_language = in_language
     order by f.n;
    if counted > few then
        return;
    end if;

    for other in select o from unnest(array['nl', 'fr', 'de', 'en']) o where o <> in_language loop
        wanted := query_of(other, input, false);
        marking := query_of(other, input, true);
        shown := array(select f from findings(other, wanted, counted_most) f
                        where not exists (select from unnest(found) h where h.document_id = f.document_id and h.part = f.part)
                        order by f.worth desc, f.first_day desc, f.document_id desc, f.part limit elsewhere);
        return query
        select 'elsewhere', counted, s.kind, other, p.slug::text, s.part, s.title, p.short,
               ts_headline(('visitor.' || other)::regconfig, s.text, marking, marks)
          from unnest(shown) with ordinality f (document_id, part, first_day, worth, n)
          join searchable s on s.language = other and s.first_day = f.first_day and s.document_id = f.document_id and s.part = f.part
          join page p on p.document_id = f.document_id and p.for_language = other
         order by f.n;
    end loop;

    if counted = 0 then
        return query select 'instead', 0, null, in_language, null, null, s, null, null from suggestion(in_language, input) s where s is not null;
    end if;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Showing, for many documents at once

drop function site.show(bigint) cascade;   -- and what calls it, which is made anew below

-- Makes the rows of documents anew, and of those that name them. Runs as the owner, since nobody else may write them.
create function site.show(shown bigint[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    affected constant bigint[] := array(select unnest(shown) union select c.document_id from site.conclusion c where c.taken_up_by = any (shown));
begin
    delete from visitor.page where document_id = any (affected);
    insert into visitor.page (document_id, for_language, kind, key, position, language, slug, published, changed,
                              title, short, summary, nature, body, content)
    select d.id, e.for_language, d.kind, d.key, d.position, e.language, e.slug,
           (e.published_at at time zone 'Europe/Brussels')::date, greatest(e.published_at, m.changed_at),
           title.value, short.value, summary.value, nature.value, body.value, site.page_content(e.id, e.for_language)
      from site.edition_shown e
      join site.document d on d.id = e.document_id
      left join site.meeting m on m.document_id = d.id
      join site.edition_text title on title.edition_id = e.id and title.field = 'title'
      join site.edition_text short on short.edition_id = e.id and short.field = 'short'
      join site.edition_text summary on summary.edition_id = e.id and summary.field = 'summary'
      left join site.edition_text nature on nature.edition_id = e.id and nature.field = 'nature'
      left join site.edition_text body on body.edition_id = e.id and body.field = 'body'
     where e.document_id = any (affected);

    delete from visitor.meeting where document_id = any (affected);
    insert into visitor.meeting (document_id, for_language, key, forum, type, number, status, mode, starts, ends, starts_at, ends_at, zone,
                                 first_day, last_day, place, country, latitude, longitude, language, slug, title, short, summary, sequence, changed)
    select m.document_id, p.for_language, p.key, forum.key, m.type, m.number, m.status, m.mode, m.starts, m.ends,
           to_char(m.starts_at, 'HH24:MI'), to_char(m.ends_at, 'HH24:MI'), m.zone,
           site.first_day(m.starts), site.last_day(coalesce(m.ends, m.starts)), place.name ->> p.for_language, country.name ->> p.for_language,
           place.latitude, place.longitude, p.language, p.slug, p.title, p.short, p.summary, m.sequence, p.changed
      from visitor.page p
      join site.meeting m on m.document_id = p.document_id
      join site.document forum on forum.id = m.forum
      left join site.place place on place.key = m.place
      left join site.party country on country.key = place.country
     where p.document_id = any (affected);

    delete from visitor.conclusion where document_id = any (affected);
    insert into visitor.conclusion (document_id, for_language, number, forum, state, text, starts, first_day, language, slug, title, short, by_slug, by_short)
    select m.document_id, m.for_language, c.number, m.forum, c.state, c.text, m.starts, m.first_day, m.language, m.slug, m.title, m.short,
           c.by ->> 'slug', c.by ->> 'short'
      from visitor.meeting m
      join visitor.page p using (document_id, for_language)
     cross join json_to_recordset(p.content #> '{meeting,conclusions}') as c (number integer, state text, text text, by json)
     where m.document_id = any (affected);

    perform site.make_searchable(affected);
end
$$;

-- The terms of all forums; they are few, and change once a year.
create function site.show_terms() returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    delete from visitor.presidency;
    insert into visitor.presidency (forum, for_language, starts, ends, term, number, holders)
         select d.key, l.language, t.starts, t.ends, t.term, t.number,
                string_agg(p.name ->> l.language, ', ' order by p.kind, p.name ->> l.language collate "und-x-icu")
           from site.presidency t
           join site.document d on d.id = t.forum
           join site.presidency_holder h on h.presidency = t.id
           join site.party p on p.key = h.party
          cross join unnest(array['nl', 'fr', 'de', 'en']) as l (language)
          group by d.key, l.language, t.id;
$$;

create or replace function site.show_changed() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform site.show(array(select distinct document_id from changed_new));
    elsif tg_op = 'DELETE' then
        perform site.show(array(select distinct document_id from changed_old));
    else
        perform site.show(array(select document_id from changed_new union select document_id from changed_old));
    end if;
    return null;
end
$$;

create or replace function site.show_documents() returns trigger
    language plpgsql as $$
begin
    perform site.show(array(select id from changed_new));
    return null;
end
$$;

-- The documents that name one of some parties or places.
create function site.naming(parties text[], places text[]) returns bigint[]
    language sql stable as $$
    select array(
        select document_id from site.participant where party = any (parties)
        union select document_id from site.delegation where party = any (parties)
        union select document_id from site.meeting_presidency where party = any (parties)
        union select m.document_id from site.presidency_holder h join site.presidency t on t.id = h.presidency join site.meeting m on m.forum = t.forum
               where h.party = any (parties) and m.presided = 'by-term'
        union select document_id from site.cooperation c left join site.place p on p.key = c.seat
               where c.secretariat = any (parties) or c.seat = any (places) or p.country = any (parties)
        union select document_id from site.meeting m join site.place p on p.key = m.place where m.place = any (places) or p.country = any (parties));
$$;

drop trigger show_all on site.party;
drop trigger show_all on site.place;
drop function site.show_all();

create function site.show_parties() returns trigger
    language plpgsql as $$
begin
    perform site.show_terms();
    perform site.show(site.naming(array(select key from changed), '{}'));
    return null;
end
$$;
create function site.show_places() returns trigger
    language plpgsql as $$
begin
    perform site.show(site.naming('{}', array(select key from changed)));
    return null;
end
$$;
create trigger show_updated after update on site.party referencing new table as changed for each statement execute function site.show_parties();
create trigger show_updated after update on site.place referencing new table as changed for each statement execute function site.show_places();

-- A term shows in the list of terms and on the meetings that follow it.
create or replace function site.show_presidencies() returns trigger
    language plpgsql as $$
begin
    perform site.show_terms();
    perform site.show(array(select document_id from site.meeting where presided = 'by-term'));
    return null;
end
$$;

select site.show(array(select id from site.document));
select site.show_terms();

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

revoke all on all functions in schema site, visitor from public;
grant execute on all functions in schema site to benelux_desk;
grant execute on function visitor.without_umlauts, visitor.with_umlauts, visitor.term, visitor.query_of, visitor.findings, visitor.latest_findings,
      visitor.suggestion, visitor.search
      to benelux_visitor, benelux_desk;
grant execute on function visitor.words_of to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
grant select on all tables in schema visitor to benelux_visitor, benelux_desk;
