-- What needs care: what the desk tells its editors of without being asked, and what they look documents up by.
--
-- Whether a text is public, lacking, being written or outdated follows from editions and hashes, but asking that of a hundred thousand documents takes
-- seconds. It only changes when an edition changes its state; so triggers keep it in tables beside, in the same transaction.

-- ---------------------------------------------------------------------------------------------------------------------
-- The state of each document in each language

create table site.text_state (
    document_id bigint not null references site.document on delete cascade,
    language    site.language not null,
    published   boolean not null,
    missing     boolean not null,                   -- public in another language and not in this one
    drafted     timestamptz,                        -- when the draft was saved last; null without one
    outdated    text[],                             -- the fields whose original has changed since; null without one
    primary key (document_id, language)
);
create index text_state_published on site.text_state (language, document_id) where published;
create index text_state_missing on site.text_state (document_id, language) where missing;
create index text_state_drafted on site.text_state (drafted, document_id) where drafted is not null;
create index text_state_outdated on site.text_state (document_id, language) where outdated is not null;

create function site.note_state(documents bigint[]) returns void
    language plpgsql as $$
begin
    if cardinality(documents) = 0 then
        return;
    end if;
    insert into site.text_state as s (document_id, language, published, missing, drafted, outdated)
         select d.id, l.language, public.id is not null,
                public.id is null and exists (select from site.edition e where e.document_id = d.id and e.state = 'published'),
                draft.created_at, old.fields
           from site.document d
          cross join unnest(array['nl', 'fr', 'de', 'en']) as l (language)
           left join site.edition public on public.document_id = d.id and public.language = l.language and public.state = 'published'
           left join site.edition draft on draft.document_id = d.id and draft.language = l.language and draft.state = 'draft'
           left join site.edition original on original.document_id = d.id and original.language = d.original and original.state = 'published'
          cross join lateral (
                select array_agg(t.field order by t.field) as fields             -- as site.outdated_text has it
                  from site.edition_text t
                  left join site.edition_text o on o.edition_id = original.id and o.field = t.field
                 where t.edition_id = public.id and l.language <> d.original and t.translated_from is distinct from o.hash) old
          where d.id = any (documents)
    on conflict (document_id, language) do update
            set published = excluded.published, missing = excluded.missing, drafted = excluded.drafted, outdated = excluded.outdated
          where (s.published, s.missing, s.drafted, s.outdated)
                is distinct from (excluded.published, excluded.missing, excluded.drafted, excluded.outdated);
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What a document is called at the desk, and its place in lists

create function site.place_of(kind text) returns smallint
    language sql immutable strict parallel safe
    return array_position(array['home', 'overview', 'topic', 'partner', 'page', 'meeting'], kind)::smallint;

-- A document in the archive is in no list but that of the archive; see 0009_documents.sql.
alter table site.document add column archived_at timestamptz;

create table site.heading (
    document_id  bigint primary key references site.document on delete cascade,
    place        smallint not null,                 -- of its kind
    position     integer not null,                  -- in its kind
    starts       text not null,                     -- of a meeting; '' for the others
    title        text not null,                     -- in the original's language, of its newest edition; the key without one
    words        tsvector not null,
    archived     boolean not null default false,
    inconclusive date                               -- the last day of a public meeting that has, or will have, to have conclusions and has none
);
create index heading_in_order on site.heading (place, position, starts desc, document_id);
create index heading_inconclusive on site.heading (inconclusive desc, document_id desc) where inconclusive is not null;
create index heading_by_words on site.heading using gin (words);

-- Nothing is agreed at an event (a visit, a ceremony), nor at a meeting that was cancelled or postponed.
create function site.note_heading(documents bigint[]) returns void
    language plpgsql as $$
begin
    if cardinality(documents) = 0 then
        return;
    end if;
    insert into site.heading as h (document_id, place, position, starts, title, words, archived, inconclusive)
         select d.id, site.place_of(d.kind), d.position,
                coalesce(m.starts, ''), coalesce(t.value, d.key), to_tsvector('simple', public.unaccent(coalesce(t.value, d.key))),
                d.archived_at is not null,
                case when m.type <> 'event' and m.status in ('planned', 'held', 'moved')
                          and not exists (select from site.conclusion c where c.document_id = d.id)
                          and exists (select from site.edition e where e.document_id = d.id and e.state = 'published')
                     then site.last_day(coalesce(m.ends, m.starts)) end
           from site.document d
           left join site.meeting m on m.document_id = d.id
           left join lateral (
                select e.id from site.edition e where e.document_id = d.id and e.language = d.original
                 order by (e.state = 'draft') desc, (e.state = 'published') desc, e.id desc limit 1) newest on true
           left join site.edition_text t on t.edition_id = newest.id and t.field = 'title'
          where d.id = any (documents)
    on conflict (document_id) do update
            set place = excluded.place, position = excluded.position, starts = excluded.starts, title = excluded.title, words = excluded.words,
                archived = excluded.archived, inconclusive = excluded.inconclusive
          where (h.place, h.position, h.starts, h.title, h.archived, h.inconclusive)
                is distinct from (excluded.place, excluded.position, excluded.starts, excluded.title, excluded.archived, excluded.inconclusive);
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Which texts link to which documents: [words](doc:KEY) in a body, see cgi-src/text/markdown.c

create table site.text_link (
    edition_id bigint not null,
    field      text not null,
    key        text not null,                       -- as it was written; there may be no such document
    primary key (edition_id, field, key),
    foreign key (edition_id, field) references site.edition_text on delete cascade
);
create index text_link_by_key on site.text_link (key);

-- The targets of inline links, of reference definitions and of autolinks, as CommonMark has them. Longer than a key may be they lead nowhere: a
-- beginning is enough to tell.
create function site.links_of(markdown text) returns setof text
    language sql immutable strict parallel safe as $$
    select distinct found[1] from regexp_matches(markdown, '(?:\]\(\s*<?|\]:\s*<?|<)doc:([^\s)<>]{1,200})', 'gi') as m (found)
$$;

insert into site.text_link (edition_id, field, key)
     select t.edition_id, t.field, l.key from site.edition_text t cross join lateral site.links_of(t.value) as l (key) where t.field = 'body' and t.value ~* 'doc:';

-- ---------------------------------------------------------------------------------------------------------------------
-- Kept by triggers

-- A new document has nothing yet: there is nothing to ask for.
create function site.note_new_documents() returns trigger
    language plpgsql as $$
begin
    insert into site.text_state (document_id, language, published, missing)
         select d.id, l.language, false, false from changed_new d cross join unnest(array['nl', 'fr', 'de', 'en']) as l (language);
    insert into site.heading (document_id, place, position, starts, title, words)
         select id, site.place_of(kind), position, '', key, to_tsvector('simple', key) from changed_new;
    return null;
end
$$;
create trigger note_inserted after insert on site.document referencing new table as changed_new
    for each statement execute function site.note_new_documents();

create function site.note_documents() returns trigger
    language plpgsql as $$
declare
    documents constant bigint[] := array(select id from changed_new);
begin
    perform site.note_state(documents);
    perform site.note_heading(documents);
    return null;
end
$$;
create trigger note_updated after update on site.document referencing new table as changed_new
    for each statement execute function site.note_documents();

create function site.note_editions() returns trigger
    language plpgsql as $$
declare
    documents bigint[];
begin
    if tg_op = 'DELETE' then
        documents := array(select distinct document_id from changed_old);
    else
        documents := array(select distinct document_id from changed_new);
    end if;
    perform site.note_state(documents);
    if tg_op <> 'INSERT' then   -- the texts of a new one come behind it: see note_texts
        perform site.note_heading(documents);
    end if;
    return null;
end
$$;
create trigger note_inserted after insert on site.edition referencing new table as changed_new
    for each statement execute function site.note_editions();
create trigger note_updated after update on site.edition referencing new table as changed_new
    for each statement execute function site.note_editions();
create trigger note_deleted after delete on site.edition referencing old table as changed_old
    for each statement execute function site.note_editions();

-- The texts of a draft follow its edition.
create function site.note_texts() returns trigger
    language plpgsql as $$
begin
    if exists (select from changed_new where field = 'title') then
        perform site.note_heading(array(select distinct e.document_id from changed_new t join site.edition e on e.id = t.edition_id where t.field = 'title'));
    end if;
    if tg_op = 'UPDATE' then
        delete from site.text_link l using changed_new t where l.edition_id = t.edition_id and l.field = t.field;
    end if;
    insert into site.text_link (edition_id, field, key)
         select t.edition_id, t.field, l.key
           from changed_new t cross join lateral site.links_of(t.value) as l (key)
          where t.field = 'body' and t.value ~* 'doc:';
    return null;
end
$$;
create trigger note_inserted after insert on site.edition_text referencing new table as changed_new
    for each statement execute function site.note_texts();
create trigger note_updated after update on site.edition_text referencing new table as changed_new
    for each statement execute function site.note_texts();

create function site.note_meetings() returns trigger
    language plpgsql as $$
begin
    perform site.note_heading(array(select document_id from changed_new));
    return null;
end
$$;
create trigger note_inserted after insert on site.conclusion referencing new table as changed_new
    for each statement execute function site.note_meetings();
create trigger note_deleted after delete on site.conclusion referencing old table as changed_new
    for each statement execute function site.note_meetings();
create trigger note_inserted after insert on site.meeting referencing new table as changed_new
    for each statement execute function site.note_meetings();
create trigger note_updated after update on site.meeting referencing new table as changed_new
    for each statement execute function site.note_meetings();

select from site.note_state(array(select id from site.document));
select from site.note_heading(array(select id from site.document));

-- Each document in each language; now from what is kept.
create or replace view site.matrix as
    select d.id as document_id, d.key, d.kind, d.position, d.original, s.language::text as language,
           h.title, m.starts as meeting_starts,
           s.published, s.drafted is not null as drafted, s.outdated is not null as outdated
      from site.document d
      join site.text_state s on s.document_id = d.id
      join site.heading h on h.document_id = d.id
      left join site.meeting m on m.document_id = d.id;

-- ---------------------------------------------------------------------------------------------------------------------
-- The overview of the desk, as far as it is asked for

-- What to look for: each word of INPUT, or one that starts so. Null when there is no word in it.
create function site.words_query(input text) returns tsquery
    language sql stable as $$
    select string_agg(plainto_tsquery('simple', lexeme)::text || ':*', ' & ')::tsquery from unnest(to_tsvector('simple', public.unaccent(input)))
$$;

-- The first MOST documents of a kind (that of the home page has the overview too) whose text is in a state, in a language or in any of them, and whose
-- title has some words; null for all. STATE is outdated, missing (not public), draft, published (and not outdated), or archived; what is in
-- the archive is found by that only. Four rows a document, or one
-- when a language is asked for; TOTAL is how many documents there are, counted up to 10001. The conditions are put together here so that each question has its own plan.
create function site.matrix_of(of_kind text, in_language text, in_state text, with_words text, most integer)
    returns table (key text, kind text, original text, title text, language text, published boolean, drafted boolean, outdated boolean, total bigint)
    language plpgsql stable as $$
declare
    conditions text := case when of_kind = 'home' then ' and h.place <= 2'
                            when of_kind is not null then ' and h.place = site.place_of($1)'
                            else '' end
                    || case in_state when 'archived' then ' and h.archived' else ' and not h.archived' end
                    || case when in_state is null or in_state = 'archived' then ''
                            else ' and h.document_id in (select s.document_id from site.text_state s where '
                                 || case in_state when 'outdated' then 's.outdated is not null'
                                                  when 'missing' then 'not s.published'
                                                  when 'draft' then 's.drafted is not null'
                                                  else 's.published and s.outdated is null' end
                                 || case when in_language is null then ')' else ' and s.language = $2)' end end
                    || case when with_words is null then '' else ' and h.words @@ site.words_query($3)' end;
begin
    return query execute format($query$
        with found as (select h.* from site.heading h where true %1$s order by h.place, h.position, h.starts desc, h.document_id limit $4),
             counted as (select count(*) as total from (select from site.heading h where true %1$s limit 10001) h)
        select d.key::text, d.kind, d.original::text, h.title, s.language::text, s.published, s.drafted is not null, s.outdated is not null, counted.total
          from found h
          join site.document d on d.id = h.document_id
          join site.text_state s on s.document_id = h.document_id and ($2 is null or s.language = $2)
         cross join counted
         order by h.place, h.position, h.starts desc, h.document_id, array_position(array['nl', 'fr', 'de', 'en'], s.language::text)
        $query$, conditions) using of_kind, in_language, with_words, most;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What needs care

-- Those that may be over and are not said to have been held are few.
create index meeting_not_held on site.meeting (document_id) where status in ('planned', 'moved');

-- The first MOST findings of each kind, and how many there are (TOTAL; what may be many is counted up to 10001, so that it never takes long). Only what visitors see is looked at, but for drafts. LANGUAGE is that of the
-- text to be seen to, or null; ORIGINAL that of the title. By kind, DETAIL is
--   conclusions   the day on which the meeting ended: it was, or was to be, and nothing is said of what it agreed
--   planned       the day on which the meeting ended, of which is still said that it is to come
--   missing       'draft' when there is a draft in that language, else null
--   outdated      the fields whose original has changed since
--   gap           the days between two terms of a forum, FIRST/LAST
--   vacant        the days of today on which no term of the forum is, FIRST/.. or ../LAST
--   link          the key that a public text links to, and that no page has; meetings are no targets (see cgi-src/model/directory.c)
--   draft         the day on which a draft was saved that nobody has touched for thirty days
create function site.care(most integer)
    returns table (kind text, key text, title text, original text, language text, detail text, total bigint)
    language plpgsql stable as $$
declare
    today constant date := (now() at time zone 'Europe/Brussels')::date;
begin
    return query
    select f.kind, d.key::text, h.title, d.original::text, f.language, f.detail, f.total
      from (
        select 1 as place, f.* from (
            select 'conclusions' as kind, m.document_id, null as language, m.inconclusive::text as detail,
                   (select count(*) from (select from site.heading where inconclusive < today limit 10001) c) as total
              from site.heading m
             where m.inconclusive < today
             order by m.inconclusive desc, m.document_id desc limit most) f
        union all
        select 2, f.* from (
            select 'planned', v.document_id, null, v.last_day::text, count(*) over ()
              from site.meeting m join visitor.meeting v on v.document_id = m.document_id and v.for_language = 'nl'
             where m.status in ('planned', 'moved') and v.last_day < today
             order by v.last_day desc, v.document_id desc limit most) f
        union all
        select 3, f.* from (
            select 'missing', s.document_id, s.language::text, case when s.drafted is not null then 'draft' end,
                   (select count(*) from (select from site.text_state where missing limit 10001) c)
              from site.text_state s where s.missing
             order by s.document_id, s.language limit most) f
        union all
        select 4, f.* from (
            select 'outdated', s.document_id, s.language::text, array_to_string(s.outdated, ' '),
                   (select count(*) from (select from site.text_state o where o.outdated is not null limit 10001) c)
              from site.text_state s where s.outdated is not null
             order by s.document_id, s.language limit most) f
        union all
        select 5, f.* from (
            select 'gap', t.forum, null, upper(t.term) || '/' || t.next - 1, count(*) over ()
              from (select p.forum, p.term, lead(lower(p.term)) over (partition by p.forum order by p.term) as next from site.presidency p) t
             where upper(t.term) < t.next and exists (select from site.text_state s where s.document_id = t.forum and s.published)
             order by upper(t.term) desc, t.forum limit most) f
        union all
        select 6, f.* from (
            select 'vacant', t.forum, null, case when t.first > today then '../' || t.first - 1 else t.last || '/..' end, count(*) over ()
              from (select p.forum, min(lower(p.term)) as first, max(coalesce(upper(p.term), 'infinity')) as last from site.presidency p group by p.forum) t
             where (t.first > today or t.last <= today) and exists (select from site.text_state s where s.document_id = t.forum and s.published)
             order by t.forum limit most) f
        union all
        select 7, f.* from (
            select 'link', e.document_id, e.language::text, l.key, count(*) over ()
              from site.text_link l join site.edition e on e.id = l.edition_id and e.state = 'published'
             where not exists (select from visitor.page p where p.key = l.key and p.for_language = 'nl' and p.kind <> 'meeting')
             order by e.document_id, e.language, l.key limit most) f
        union all
        select 8, f.* from (
            select 'draft', s.document_id, s.language::text, (s.drafted at time zone 'Europe/Brussels')::date::text, count(*) over ()
              from site.text_state s where s.drafted < now() - interval '30 days'
             order by s.drafted, s.document_id, s.language limit most) f) f
      join site.document d on d.id = f.document_id
      join site.heading h on h.document_id = f.document_id
     order by f.place, case when f.place in (3, 4, 7) then h.place end, case when f.place in (3, 4, 7) then h.position end,
              case when f.place not in (5, 6, 7, 8) then h.starts end desc,
              case when f.place = 8 then f.detail end, case when f.place = 5 then f.detail end desc,
              f.document_id, array_position(array['nl', 'fr', 'de', 'en'], f.language), f.detail;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- The log, as far as it is asked for

create index audit_by_account on site.audit (account, id desc);
create index audit_by_action on site.audit (action, id desc);
create index audit_by_day on site.audit (at);

-- MOST entries of the log: of an account, an action, a document, of the days from FIRST to LAST in Brussels (null for all of each); the latest before the
-- entry BEFORE, or else the earliest after the entry AFTER, or else the latest.
create function site.audit_of(by_account text, of_action text, of_document text, first date, last date, before bigint, after bigint, most integer)
    returns setof site.audit language plpgsql stable as $$
begin
    return query execute 'select * from site.audit where true'
        || case when by_account is null then '' else ' and account = $1' end
        || case when of_action is null then '' else ' and action = $2' end
        || case when of_document is null then '' else ' and document = $3' end
        || case when first is null then '' else ' and at >= $4::timestamp at time zone ''Europe/Brussels''' end
        || case when last is null then '' else ' and at < ($5 + 1)::timestamp at time zone ''Europe/Brussels''' end
        || case when before is not null then ' and id < $6 order by id desc limit $8'
                when after is not null then ' and id > $7 order by id limit $8'
                else ' order by id desc limit $8' end
        using by_account, of_action, of_document, first, last, before, after, most;
end
$$;

-- The accounts and the actions that are in the log, each found by one step in its index.
create view site.audit_account as
    with recursive found (account) as (
        (select account from site.audit order by account limit 1)
        union all
        select (select a.account from site.audit a where a.account > f.account order by a.account limit 1) from found f where f.account is not null)
    select account from found where account is not null;
create view site.audit_action as
    with recursive found (action) as (
        (select action from site.audit order by action limit 1)
        union all
        select (select a.action from site.audit a where a.action > f.action order by a.action limit 1) from found f where f.action is not null)
    select action from found where action is not null;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

revoke all on all functions in schema site from public;
grant execute on all functions in schema site to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
revoke update, delete on site.audit from benelux_desk;
