-- Names of places and parties at the desk; what becomes of a draft that could not be published at its time; translations that lack a text.

-- ---------------------------------------------------------------------------------------------------------------------
-- Pages that are renewed later
--
-- A name may stand on tens of thousands of pages, and who changes it does not wait for all of them: few are renewed at once, many by the keeper of
-- the desk (cgi-src/web/keeper.c), the newest documents first.

create table site.renewal (
    document_id bigint primary key references site.document on delete cascade,
    since       timestamptz not null default now()
);

create index meeting_by_place on site.meeting (place);
create index delegation_by_party on site.delegation (party);
create index meeting_presidency_by_party on site.meeting_presidency (party);

-- Renews the pages of documents: at once when they are few.
create function site.renew(documents bigint[]) returns void
    language plpgsql as $$
begin
    if cardinality(documents) > 40 then
        insert into site.renewal (document_id) select unnest(documents) on conflict do nothing;
        return;
    end if;
    -- As whoever saves a text of one does: one after the other.
    perform from site.document d where d.id = any (documents) order by d.id for no key update;
    perform site.show(documents);
end
$$;

-- Renews pages that wait for it, for a third of a second or so. What somebody holds just now is left to the next time.
create function site.renew_due() returns void
    language plpgsql as $$
declare
    started constant timestamptz := clock_timestamp();
    these   bigint[];
begin
    while clock_timestamp() < started + interval '300 milliseconds' loop
        these := array(select r.document_id from site.renewal r join site.document d on d.id = r.document_id
                       order by r.since, r.document_id desc limit 20 for no key update of d, r skip locked);
        exit when cardinality(these) = 0;
        begin
            delete from site.renewal r where r.document_id = any (these);
            perform site.show(these);
        exception when others then   -- the rest does not wait for what cannot be shown
            raise warning 'cannot renew %: %', these, sqlerrm;
            update site.renewal r set since = clock_timestamp() where r.document_id = any (these);
            exit;
        end;
    end loop;
end
$$;

-- As before; most updates change no document at all, as that of site.take_out_of_archive for each text that is published.
create or replace function site.show_documents() returns trigger
    language plpgsql as $$
begin
    if exists (select from changed_new) then
        perform site.show(array(select id from changed_new));
    end if;
    return null;
end
$$;

-- Only what a page shows of a party or place renews it.
create or replace function site.show_parties() returns trigger
    language plpgsql as $$
declare
    renamed constant text[] := array(select c.key from changed c join before b using (key) where (c.name, c.kind) is distinct from (b.name, b.kind));
begin
    if cardinality(renamed) > 0 then
        perform site.show_terms();
        perform site.renew(site.naming(renamed, '{}'));
    end if;
    return null;
end
$$;
create or replace function site.show_places() returns trigger
    language plpgsql as $$
declare
    changed_places constant text[] := array(select c.key from changed c join before b using (key)
                                             where (c.name, c.country, c.latitude, c.longitude) is distinct from (b.name, b.country, b.latitude, b.longitude));
begin
    if cardinality(changed_places) > 0 then
        perform site.renew(site.naming('{}', changed_places));
    end if;
    return null;
end
$$;
drop trigger show_updated on site.party;
drop trigger show_updated on site.place;
create trigger show_updated after update on site.party referencing old table as before new table as changed
    for each statement execute function site.show_parties();
create trigger show_updated after update on site.place referencing old table as before new table as changed
    for each statement execute function site.show_places();

-- ---------------------------------------------------------------------------------------------------------------------
-- Names at the desk
--
-- WHAT is 'place' or 'party'. A form is one JSON object with the names of its fields (cgi-src/desk/name.c); all values are strings, what is empty is
-- left out. Who saves says which version they had seen.

alter table site.party add column version integer not null default 1;
alter table site.place add column version integer not null default 1;

-- ISO 3166-1 alpha-2.
create function site.is_country_code(code text) returns boolean
    language sql immutable strict parallel safe
    return code ~ '^[A-Z]{2}$' and strpos(
        'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG '
        'CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL '
        'GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA '
        'LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP '
        'NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV '
        'SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW', code) > 0;

-- A place or party as its form shows it; null for a key that there is not.
create function site.name_form(what text, its_key text) returns jsonb
    language plpgsql stable as $$
begin
    if what = 'place' then
        return (select jsonb_build_object('key', p.key, 'version', p.version::text, 'country', p.country, 'latitude', trim_scale(p.latitude)::text,
                                          'longitude', trim_scale(p.longitude)::text) || p.name
                  from site.place p where p.key = its_key);
    end if;
    return (select jsonb_strip_nulls(jsonb_build_object('key', p.key, 'version', p.version::text, 'kind', p.kind, 'website', p.website) || p.name)
              from site.party p where p.key = its_key);
end
$$;

-- What of a form is kept, in the way in which it is kept.
create function site.name_values(what text, form jsonb) returns jsonb
    language plpgsql immutable as $$
begin
    return case what
        when 'place' then form - array['key', 'version']
             || jsonb_build_object('latitude', trim_scale((form ->> 'latitude')::numeric(8, 5))::text,
                                   'longitude', trim_scale((form ->> 'longitude')::numeric(8, 5))::text)
        else form - array['key', 'version', 'code'] end;
end
$$;

-- What only the database can say is wrong with a form: fields and faults. BEFORE is what there is; null for a new one.
create function site.name_faults(what text, form jsonb, before jsonb) returns table (field text, fault text)
    language plpgsql stable as $$
begin
    if what = 'place' then
        return query
        select 'country', 'unknown' where not exists (select from site.party p where p.key = form ->> 'country' and p.kind = 'country')
        union all
        select 'en', 'taken' where exists (select from site.place p where p.key is distinct from form ->> 'key' and p.country = form ->> 'country'
                                              and lower(p.name ->> 'en') = lower(form ->> 'en'));
    else
        return query
        select 'kind', 'not-offered' where before is not null and (before ->> 'kind' = 'country') <> (form ->> 'kind' = 'country')
        union all
        select 'en', 'taken' where exists (select from site.party p where p.key is distinct from form ->> 'key' and p.kind = form ->> 'kind'
                                              and lower(p.name ->> 'en') = lower(form ->> 'en'))
        union all
        select 'code', case when form ->> 'kind' <> 'country' then 'not-offered'
                            when form ->> 'code' is null then 'missing'
                            when not site.is_country_code(form ->> 'code') then 'unknown'
                            else 'taken' end
         where before is null
           and case when form ->> 'kind' = 'country'
                    then not coalesce(site.is_country_code(form ->> 'code'), false) or exists (select from site.party p where p.key = form ->> 'code')
                    else form ? 'code' end;
    end if;
    if before is null and (what = 'place' or form ->> 'kind' <> 'country') and site.slug_of(form ->> 'en', 'en') = '' then
        return query select 'en', 'no-key';
    end if;
end
$$;

-- A key for a new place or party, from its English name; a country's is its code.
create function site.name_key(what text, form jsonb) returns text
    language plpgsql stable as $$
declare
    wanted constant text := btrim(left(site.slug_of(form ->> 'en', 'en'), 90), '-');
    result text := wanted;
    n      integer := 1;
begin
    if form ->> 'kind' = 'country' then
        return form ->> 'code';
    end if;
    while case what when 'place' then exists (select from site.place p where p.key = result) else exists (select from site.party p where p.key = result) end loop
        n := n + 1;
        result := wanted || '-' || n;
    end loop;
    return result;
end
$$;

-- What differs between two forms, for the log: 'nl "Luik" → "Luyk", …'.
create function site.name_changes(before jsonb, after jsonb) returns text
    language plpgsql immutable as $$
begin
    return (select string_agg(key || ' ' || coalesce('"' || one.value || '"', '–') || ' → ' || coalesce('"' || other.value || '"', '–'), ', ' order by key)
              from jsonb_each_text(before) one full join jsonb_each_text(after) other using (key)
             where one.value is distinct from other.value);
end
$$;

-- Adds the place or party that the form describes, or changes it. Keys never change.
--   ('saved', key), ('unchanged', key); ('conflict', key) when somebody else has saved since, ('gone', key) when somebody has deleted it;
--   ('fault', key, field, fault) for each thing that is wrong. The same new form sent twice is saved once.
create function site.save_name(by_account text, from_address inet, what text, form jsonb)
    returns table (result text, key text, field text, fault text) language plpgsql as $$
#variable_conflict use_column
declare
    its_key text := form ->> 'key';
    kept    jsonb := site.name_values(what, form);
    its_name jsonb := jsonb_build_object('nl', form -> 'nl', 'fr', form -> 'fr', 'de', form -> 'de', 'en', form -> 'en');
    before  jsonb;
begin
    perform pg_advisory_xact_lock(hashtext('names'));   -- one after the other: they are few, and names are unique
    if its_key is not null then
        before := site.name_form(what, its_key);
        if before is null then
            return query select 'gone', its_key, null, null;
            return;
        end if;
        if site.name_values(what, before) = kept then
            return query select 'unchanged', its_key, null, null;
            return;
        end if;
        if before -> 'version' is distinct from form -> 'version' then
            return query select 'conflict', its_key, null, null;
            return;
        end if;
    else
        if what = 'place' then
            select p.key into its_key from site.place p where p.name ->> 'en' = form ->> 'en' and site.name_values(what, site.name_form(what, p.key)) = kept;
        else
            select p.key into its_key from site.party p where p.name ->> 'en' = form ->> 'en' and site.name_values(what, site.name_form(what, p.key)) = kept
               and (p.kind <> 'country' or p.key = form ->> 'code');
        end if;
        if found then
            return query select 'saved', its_key, null, null;
            return;
        end if;
    end if;
    return query select 'fault', its_key, f.field, f.fault from site.name_faults(what, form, before) f;
    if found then
        return;
    end if;

    if before is null then
        its_key := site.name_key(what, form);
        if what = 'place' then
            insert into site.place (key, name, country, latitude, longitude)
                 values (its_key, its_name, kept ->> 'country', (kept ->> 'latitude')::numeric, (kept ->> 'longitude')::numeric);
        else
            insert into site.party (key, kind, name, website) values (its_key, kept ->> 'kind', its_name, kept ->> 'website');
        end if;
    elsif what = 'place' then
        update site.place p
           set name = its_name, country = kept ->> 'country', latitude = (kept ->> 'latitude')::numeric, longitude = (kept ->> 'longitude')::numeric,
               version = p.version + 1
         where p.key = its_key;
    else
        update site.party p set name = its_name, kind = kept ->> 'kind', website = kept ->> 'website', version = p.version + 1 where p.key = its_key;
    end if;
    insert into site.audit (account, action, detail, address)
         values (by_account, case when before is null then 'add-' else 'change-' end || what,
                 its_key || ': ' || coalesce(site.name_changes(site.name_values(what, before), kept), ''), from_address);
    return query select 'saved', its_key, null, null;
end
$$;

-- Takes a place or party away that nothing names. 'deleted'; 'used' when something does, 'conflict' when somebody has changed it since the version
-- ITS_VERSION, 'gone' when it is not there.
create function site.delete_name(by_account text, from_address inet, what text, its_key text, its_version integer) returns text
    language plpgsql as $$
declare
    before jsonb;
begin
    perform pg_advisory_xact_lock(hashtext('names'));
    before := site.name_form(what, its_key);
    if before is null then
        return 'gone';
    end if;
    if (before ->> 'version')::integer is distinct from its_version then
        return 'conflict';
    end if;
    begin
        if what = 'place' then
            delete from site.place p where p.key = its_key;
        else
            delete from site.party p where p.key = its_key;
        end if;
    exception when foreign_key_violation then
        return 'used';
    end;
    insert into site.audit (account, action, detail, address)
         values (by_account, 'delete-' || what, its_key || ': ' || site.name_changes(site.name_values(what, before), '{}'), from_address);
    return 'deleted';
end
$$;

-- Whether anything names a place or party.
create function site.is_named(what text, its_key text) returns boolean
    language plpgsql stable as $$
begin
    if what = 'place' then
        return exists (select from site.meeting m where m.place = its_key) or exists (select from site.cooperation c where c.seat = its_key);
    end if;
    return exists (select from site.delegation g where g.party = its_key) or exists (select from site.participant p where p.party = its_key)
        or exists (select from site.meeting_presidency p where p.party = its_key) or exists (select from site.presidency_holder h where h.party = its_key)
        or exists (select from site.cooperation c where c.secretariat = its_key) or exists (select from site.place p where p.country = its_key);
end
$$;

-- MOST documents that name a place or party themselves, or places that are in a country (of those PLACE is true): the latest meetings first. TOTAL is
-- how many there are, counted up to 10001.
create function site.named_on(what text, its_key text, most integer)
    returns table (place boolean, key text, names jsonb, title text, original text, total bigint) language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    with used as (
        select u.document_id from (
            select m.document_id from site.meeting m where what = 'place' and m.place = its_key
            union select c.document_id from site.cooperation c where what = 'place' and c.seat = its_key
            union select g.document_id from site.delegation g where what = 'party' and g.party = its_key
            union select p.document_id from site.participant p where what = 'party' and p.party = its_key
            union select p.document_id from site.meeting_presidency p where what = 'party' and p.party = its_key
            union select t.forum from site.presidency_holder h join site.presidency t on t.id = h.presidency where what = 'party' and h.party = its_key
            union select c.document_id from site.cooperation c where what = 'party' and c.secretariat = its_key) u
         limit 10001),
         inside as (select p.key, p.name from site.place p where what = 'party' and p.country = its_key),
         counted as (select (select count(*) from used) + (select count(*) from inside) as n)
    select f.place, f.key, f.names, f.title, f.original, counted.n
      from (select true as place, i.key::text as key, i.name::jsonb as names, null::text as title, null::text as original, 0 as kind, '' as starts from inside i
            union all
            select false, d.key::text, null, h.title, d.original::text, h.place, h.starts
              from used u join site.document d on d.id = u.document_id join site.heading h on h.document_id = u.document_id) f
     cross join counted
     order by f.kind, f.starts desc, f.key limit most;
end
$$;

-- MOST places or parties, by their names in a language, of a kind (of parties; null for all) and with some words in a name or the key. NOTE is the
-- country of a place, or the kind of a party; TOTAL how many there are.
create function site.names_of(what text, in_language text, of_kind text, with_words text, most integer)
    returns table (key text, name text, names jsonb, note text, used boolean, total bigint) language plpgsql stable as $$
declare
    wanted constant text := public.unaccent(lower(coalesce(with_words, '')));
begin
    return query
    select f.key, f.names ->> in_language, f.names, f.note, site.is_named(what, f.key), f.total
      from (select n.*, count(*) over () as total
              from (select p.key::text as key, p.name::jsonb as names, c.name ->> in_language as note
                      from site.place p join site.party c on c.key = p.country where what = 'place'
                    union all
                    select p.key, p.name, p.kind from site.party p where what = 'party' and (of_kind is null or p.kind = of_kind)) n
             where strpos(public.unaccent(lower(concat_ws(' ', n.key, n.names ->> 'nl', n.names ->> 'fr', n.names ->> 'de', n.names ->> 'en', n.note))), wanted) > 0
             order by n.names ->> in_language collate "und-x-icu", n.key limit most) f
     order by f.names ->> in_language collate "und-x-icu", f.key;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- A draft that could not be published at its time
--
-- It is told of until it is saved, published or given another time.

alter table site.edition
    add column failed_at      timestamptz,                      -- when it was to be public
    add column failed_because text,                             -- 'address' (another document is public there), 'texts' (some are missing), or what the database said
    add constraint edition_failed_check check ((failed_at is null) = (failed_because is null) and (failed_at is null or (state = 'draft' and publish_at is null)));
create index edition_failed on site.edition (failed_at) where failed_at is not null;

create or replace function site.keep_published_edition() returns trigger
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
    if old.state = 'draft' and new.state in ('draft', 'published', 'replaced') then
        if new.state <> 'draft' then
            new.publish_at := null;   -- what is public or put aside waits for nothing
            new.scheduled_by := null;
        end if;
        if new.state <> 'draft' or new.publish_at is not null then
            new.failed_at := null;
            new.failed_because := null;
        end if;
        return new;
    end if;
    if old.state = 'published' and new.state = 'superseded'
       and (new.slug, new.created_at, new.published_at) is not distinct from (old.slug, old.created_at, old.published_at) then
        return new;
    end if;
    raise exception 'edition % is % and never changes again', old.id, old.state using errcode = 'restrict_violation';
end
$$;

-- Publishes the drafts whose time has come, and returns how many. Several may call it at once: a draft that another one holds, or that is being
-- saved just now, is left to the next time. One that cannot be public (another document has its address by now) stays a draft without a time,
-- and what needs care tells of it.
create or replace function site.publish_due() returns integer
    language plpgsql as $$
declare
    due  record;
    done integer := 0;
begin
    for due in select e.id, e.language, e.scheduled_by, e.publish_at, d.key
                 from site.edition e join site.document d on d.id = e.document_id
                where e.publish_at <= now() order by e.publish_at, e.id limit 20 for update of d, e skip locked loop
        begin
            perform site.publish(due.id);
            insert into site.audit (account, action, document, language, detail)
                 values (due.scheduled_by, 'publish', due.key, due.language, 'scheduled edition ' || due.id);
            done := done + 1;
        exception
            when deadlock_detected or lock_not_available or serialization_failure or insufficient_resources or disk_full or out_of_memory then
                null;   -- tried again the next time
            when others then
                update site.edition e
                   set publish_at = null, scheduled_by = null, failed_at = due.publish_at,
                       failed_because = case sqlstate when '23505' then 'address' when '23514' then 'texts' else sqlerrm end
                 where e.id = due.id;
                insert into site.audit (account, action, document, language, detail)
                     values (due.scheduled_by, 'publish-failed', due.key, due.language, format('edition %s: %s', due.id, sqlerrm));
        end;
    end loop;
    return done;
end
$$;

update site.edition e
   set failed_at = f.at, failed_because = case when f.detail like '%another document is public%' then 'address' when f.detail like '%lacks a title%' then 'texts' else f.detail end
  from (select distinct on (a.detail) a.at, a.detail, substring(a.detail from '^edition ([0-9]{1,18}): ')::bigint as edition
          from site.audit a where a.action = 'publish-failed' order by a.detail, a.id desc) f
 where e.id = f.edition and e.state = 'draft' and e.publish_at is null;

-- The first MOST findings of each kind, and how many there are (TOTAL; what may be many is counted up to 10001, so that it never takes long). Only what visitors see is looked at, but for drafts. LANGUAGE is that of the
-- text to be seen to, or null; ORIGINAL that of the title. By kind, DETAIL is
--   failed        the minute at which a draft was to be public and could not be, and why, as site.edition.failed_because has it
--   conclusions   the day on which the meeting ended: it was, or was to be, and nothing is said of what it agreed
--   planned       the day on which the meeting ended, of which is still said that it is to come
--   missing       'draft' when there is a draft in that language, else null
--   outdated      the fields whose original has changed since, or that the original has and the translation lacks
--   gap           the days between two terms of a forum, FIRST/LAST
--   vacant        the days of today on which no term of the forum is, FIRST/.. or ../LAST
--   link          the key that a public text links to, and that no page has; meetings are no targets (see cgi-src/model/directory.c)
--   draft         the day on which a draft was saved that nobody has touched for thirty days
create or replace function site.care(most integer)
    returns table (kind text, key text, title text, original text, language text, detail text, total bigint)
    language plpgsql stable as $$
declare
    today constant date := (now() at time zone 'Europe/Brussels')::date;
begin
    return query
    select f.kind, d.key::text, h.title, d.original::text, f.language, f.detail, f.total
      from (
        select 0 as place, f.* from (
            select 'failed' as kind, e.document_id, e.language::text as language,
                   to_char(e.failed_at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI ') || e.failed_because as detail, count(*) over () as total
              from site.edition e where e.failed_at is not null
             order by e.failed_at desc, e.id desc limit most) f
        union all
        select 1, f.* from (
            select 'conclusions', m.document_id, null, m.inconclusive::text,
                   (select count(*) from (select from site.heading where inconclusive < today limit 10001) c)
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
              case when f.place = 0 then f.detail end desc, case when f.place not in (0, 5, 6, 7, 8) then h.starts end desc,
              case when f.place = 8 then f.detail end, case when f.place = 5 then f.detail end desc,
              f.document_id, array_position(array['nl', 'fr', 'de', 'en'], f.language), f.detail;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Texts that a translation lacks
--
-- What the original says and a translation does not makes it outdated like what the original says otherwise, unless somebody has said that the
-- translation is correct without it: of that text, known by its hash.

create table site.omitted_text (
    edition_id bigint not null references site.edition on delete cascade,
    field      text not null,
    hash       bytea not null check (length(hash) = 32),        -- of the original's text that is left out
    primary key (edition_id, field)
);

-- Whether a document still has a text: those of an item that was taken off an agenda stand in editions only. Asked behind all else ("offset 0"), since
-- it is seldom asked.
create function site.is_text_of(its_document bigint, its_field text) returns boolean
    language plpgsql stable as $$
declare
    part constant text := split_part(its_field, '.', 2);
begin
    return case split_part(its_field, '.', 1)
        when 'milestone' then exists (select from site.milestone m where m.document_id = its_document and m.key = part)
        when 'agenda' then exists (select from site.agenda_item a where a.document_id = its_document and a.key = part)
        when 'conclusion' then exists (select from site.conclusion c where c.document_id = its_document and c.number::text = part)
        else true end;
end
$$;

-- The texts of the edition ORIGINAL_ID that the edition ITS_ID, a translation of it, neither has nor leaves out on purpose.
create function site.lacking_texts(its_id bigint, original_id bigint) returns table (field text, hash bytea)
    language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    select lacking.field, lacking.hash
      from (select e.document_id, o.field, o.hash
              from site.edition e
              join site.edition_text o on o.edition_id = e.id
             where e.id = original_id
               and not exists (select from site.edition_text t where t.edition_id = its_id and t.field = o.field)
               and not exists (select from site.omitted_text t where t.edition_id = its_id and t.field = o.field and t.hash = o.hash)
            offset 0) lacking
     where site.is_text_of(lacking.document_id, lacking.field);
end
$$;

-- An edition leaves out on purpose what the one before it did.
create function site.copy_omitted(before bigint, made bigint) returns void
    language sql as $$
    insert into site.omitted_text (edition_id, field, hash)
         select made, o.field, o.hash from site.omitted_text o
          where o.edition_id = before and not exists (select from site.edition_text t where t.edition_id = made and t.field = o.field)
$$;

-- Every text in which a published translation does not say what its original says: one whose original has changed since or is gone, and one that it
-- lacks.
create or replace view site.outdated_text as
    select t_edition.document_id, t_edition.language, t.field
      from site.edition t_edition
      join site.document d on d.id = t_edition.document_id and d.original <> t_edition.language
      join site.edition_text t on t.edition_id = t_edition.id
      left join site.edition o_edition
             on o_edition.document_id = d.id and o_edition.language = d.original and o_edition.state = 'published'
      left join site.edition_text o on o.edition_id = o_edition.id and o.field = t.field
     where t_edition.state = 'published' and t.translated_from is distinct from o.hash
    union all
    select t_edition.document_id, t_edition.language, l.field
      from site.edition t_edition
      join site.document d on d.id = t_edition.document_id and d.original <> t_edition.language
      join site.edition o_edition on o_edition.document_id = d.id and o_edition.language = d.original and o_edition.state = 'published'
     cross join lateral site.lacking_texts(t_edition.id, o_edition.id) l
     where t_edition.state = 'published';

create or replace function site.note_state(documents bigint[]) returns void
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
                select array_agg(f.field order by f.field) as fields             -- as site.outdated_text has it
                  from (select t.field
                          from site.edition_text t
                          left join site.edition_text o on o.edition_id = original.id and o.field = t.field
                         where t.edition_id = public.id and l.language <> d.original and t.translated_from is distinct from o.hash
                        union all
                        select lacking.field
                          from (select o.field
                                  from site.edition_text o
                                 where o.edition_id = original.id and public.id is not null and l.language <> d.original
                                   and not exists (select from site.edition_text t where t.edition_id = public.id and t.field = o.field)
                                   and not exists (select from site.omitted_text t where t.edition_id = public.id and t.field = o.field and t.hash = o.hash)
                                offset 0) lacking
                         where site.is_text_of(d.id, lacking.field)) f) old
          where d.id = any (documents)
    on conflict (document_id, language) do update
            set published = excluded.published, missing = excluded.missing, drafted = excluded.drafted, outdated = excluded.outdated
          where (s.published, s.missing, s.drafted, s.outdated)
                is distinct from (excluded.published, excluded.missing, excluded.drafted, excluded.outdated);
end
$$;

-- Saves a text. BASE is the newest edition that the author had seen (null: there was none), FIELDS the texts by field. An empty NEW_SLUG is
-- suggested from the title. ALIGNED says that the translation says what the edition ORIGINAL of the original says; otherwise each text keeps what
-- it was translated from. AT is when the draft becomes public by itself; null: not by itself.
--   ('saved', id), ('unchanged', id) when nothing differs from BASE (its time may), ('conflict', id of the newest) when somebody else was first,
--   ('taken', BASE) when another document is public at NEW_SLUG.
create or replace function site.save_text(by_account text, from_address inet, for_document bigint, for_language text, base bigint, from_original bigint,
                               new_slug text, fields jsonb, new_note text, aligned boolean, at timestamptz default null)
    returns table (result text, edition bigint) language plpgsql as $$
declare
    newest   record;
    made     bigint;
    its_kind text;
    its_key  text;
    slug     text := new_slug;
begin
    -- Two who save at once come one after the other.
    select d.kind, d.key into its_kind, its_key from site.document d where d.id = for_document for update;
    select n.id, n.state into newest from site.newest_edition n where n.document_id = for_document and n.language = for_language;
    if coalesce(slug, '') = '' then
        slug := site.suggested_slug(for_document, for_language, fields ->> 'title');
    end if;
    if newest.id is distinct from base then
        -- The same form sent twice is no conflict: what it says is there.
        return query select case when site.says(newest.id, slug, fields) then 'unchanged' else 'conflict' end, newest.id;
        return;
    end if;
    if site.is_taken(for_document, its_kind, for_language, slug) then
        return query select 'taken', base;
        return;
    end if;
    -- What was withdrawn and is saved again as it was is a new draft.
    if newest.state in ('draft', 'published') and site.says(base, slug, fields)
       and not (aligned and (exists (select from site.edition_text t left join site.edition_text o on o.edition_id = from_original and o.field = t.field
                                     where t.edition_id = base and t.translated_from is distinct from o.hash)
                             or exists (select from site.lacking_texts(base, from_original)))) then
        if newest.state = 'draft' then
            update site.edition e
               set publish_at = at, scheduled_by = case when at is null then null else by_account end, failed_at = null, failed_because = null
             where e.id = base and (e.publish_at is distinct from at or e.failed_at is not null);
            if found then
                insert into site.audit (account, action, document, language, detail, address)
                     values (by_account, 'schedule', its_key, for_language,
                             format('edition %s %s', base, coalesce(to_char(at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI:SS'), 'not')), from_address);
            end if;
        end if;
        return query select 'unchanged', base;
        return;
    end if;

    if newest.state = 'draft' then
        update site.edition e set state = 'replaced' where e.id = newest.id;
    end if;
    insert into site.edition (document_id, language, slug, parent, original, author, note, publish_at, scheduled_by)
         values (for_document, for_language, slug, base, case when aligned then from_original end, by_account, coalesce(new_note, ''), at,
                 case when at is not null then by_account end) returning id into made;
    insert into site.edition_text (edition_id, field, value, translated_from)
         select made, mine.key, mine.value,
                case when aligned then o.hash else before.translated_from end
           from jsonb_each_text(fields) mine
           left join site.edition_text o on o.edition_id = from_original and o.field = mine.key
           left join site.edition_text before on before.edition_id = base and before.field = mine.key
          where mine.value <> '';
    if aligned then
        insert into site.omitted_text (edition_id, field, hash) select made, l.field, l.hash from site.lacking_texts(made, from_original) l;
    else
        perform site.copy_omitted(base, made);
    end if;
    insert into site.audit (account, action, document, language, detail, address)
         values (by_account, 'save-text', its_key, for_language,
                 'edition ' || made || coalesce(', to be public at ' || to_char(at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI:SS'), ''), from_address);
    return query select 'saved', made;
end
$$;

-- Brings an earlier save back as a new draft, on top of whatever is the newest now; that stays in the history. Raises no_data_found for a save of
-- another text. ('saved', id), or ('unchanged', id) when the newest says the same.
create or replace function site.restore_text(by_account text, from_address inet, document_key text, for_language text, earlier bigint)
    returns table (result text, edition bigint) language plpgsql as $$
declare
    its    record;
    newest record;
    old    record;
    made   bigint;
begin
    select d.id, d.kind into strict its from site.document d where d.key = document_key for update;
    select e.id, e.slug, e.original into strict old from site.edition e where e.id = earlier and e.document_id = its.id and e.language = for_language;
    select n.id, n.state, e.slug into newest from site.newest_edition n join site.edition e on e.id = n.id
     where n.document_id = its.id and n.language = for_language;
    if site.is_taken(its.id, its.kind, for_language, old.slug) then
        old.slug := newest.slug;   -- another document has moved in there
    end if;
    if newest.state in ('draft', 'published')
       and site.says(newest.id, old.slug, (select coalesce(jsonb_object_agg(t.field, t.value), '{}') from site.edition_text t where t.edition_id = earlier))
       and not exists (select from site.edition_text a join site.edition_text b on b.edition_id = newest.id and b.field = a.field
                        where a.edition_id = earlier and a.translated_from is distinct from b.translated_from)
       and not exists (select a.field, a.hash from site.omitted_text a where a.edition_id = earlier
                       except select b.field, b.hash from site.omitted_text b where b.edition_id = newest.id) then
        return query select 'unchanged', newest.id;
        return;
    end if;
    if newest.state = 'draft' then
        update site.edition e set state = 'replaced' where e.id = newest.id;
    end if;
    insert into site.edition (document_id, language, slug, parent, original, author, restored_from)
         values (its.id, for_language, old.slug, newest.id, old.original, by_account, earlier) returning id into made;
    insert into site.edition_text (edition_id, field, value, translated_from)
         select made, t.field, t.value, t.translated_from
           from site.edition_text t where t.edition_id = earlier and t.field in (select f.field from site.editable_fields(its.id) f);
    perform site.copy_omitted(earlier, made);
    insert into site.audit (account, action, document, language, detail, address)
         values (by_account, 'restore', document_key, for_language, format('edition %s from %s', made, earlier), from_address);
    return query select 'saved', made;
end
$$;

-- What is public now.
select from site.note_state(array(select id from site.document));

-- ---------------------------------------------------------------------------------------------------------------------
-- The keeper

-- Called every second by the keeper of the desk (cgi-src/web/keeper.c); returns how many drafts became public.
create or replace function site.keep_house() returns integer
    language plpgsql as $$
begin
    delete from site.session where used_at < now() - interval '30 minutes' or opened_at < now() - interval '12 hours';
    delete from site.failed_login where at < now() - interval '1 day';
    perform site.renew_due();
    return site.publish_due();
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

revoke all on all functions in schema site from public;
grant execute on all functions in schema site to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
revoke update, delete on site.audit from benelux_desk;
