-- SPDX-License-Identifier: EUPL-1.2
-- Names of places and parties.

-- ISO 3166-1 alpha-2.
create or replace function site.is_country_code(code text) returns boolean
    language sql immutable strict parallel safe
    return code ~ '^[A-Z]{2}$' and strpos(
        'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ '
        'BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM '
        'DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS '
        'GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN '
        'KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ '
        'MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM '
        'PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV '
        'SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI '
        'VN VU WF WS YE YT ZA ZM ZW', code) > 0;

-- The form of codes of ISO 3166-2; the list of those that exist changes every year.
create or replace function site.is_region_code(code text) returns boolean
    language sql immutable strict parallel safe
    return code ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$' and site.is_country_code(left(code, 2));

-- A place or party in the form of its fields; null for a key that does not exist.
create or replace function site.name_form(what text, its_key text) returns jsonb language plpgsql stable as $$
begin
    if what = 'place' then
        return (select jsonb_build_object('key', p.key, 'version', p.version::text, 'country', p.country,
                                          'latitude', trim_scale(p.latitude)::text,
                                          'longitude', trim_scale(p.longitude)::text) || p.name
                  from site.place p where p.key = its_key);
    end if;
    return (select jsonb_strip_nulls(jsonb_build_object('key', p.key, 'version', p.version::text, 'kind',
                                                        p.kind, 'code', p.code, 'website', p.website,
                                                        'authority', p.authority)
                                     || p.name)
              from site.party p where p.key = its_key);
end $$;

create or replace view visitor.place with (security_barrier) as
    select p.key::text, l.code::text as for_language, p.name ->> l.code as name, p.country::text,
           trim_scale(p.latitude) as latitude, trim_scale(p.longitude) as longitude
      from site.place p cross join site.language l;

-- The values of a form that are stored, as they are stored.
create or replace function site.name_values(what text, form jsonb) returns jsonb
    language plpgsql immutable as $$
begin
    return case what
        when 'place' then form - array['key', 'version']
             || jsonb_build_object('latitude', trim_scale((form ->> 'latitude')::numeric(8, 5))::text,
                                   'longitude', trim_scale((form ->> 'longitude')::numeric(8, 5))::text)
        else form - array['key', 'version', case form ->> 'kind' when 'country' then 'code' else '' end] end;
end $$;

-- The faults of a form that only the database can find: fields and faults. BEFORE is the form as it is saved;
-- null for a new one.
create or replace function site.name_faults(what text, form jsonb, before jsonb) returns table (field text,
        fault text)
    language plpgsql stable as $$
begin
    if what = 'place' then
        return query
        select 'country', 'unknown'
            where not exists (select from site.party p
                              where p.key = form ->> 'country' and p.kind = 'country')
        union all
        select 'en', 'taken' where exists (select from site.place p where p.key is distinct
                                           from form ->> 'key' and p.country = form ->> 'country'
                                              and lower(p.name ->> 'en') = lower(form ->> 'en'));
    else
        return query
        select 'kind', 'unfit'
            where before is not null and (before ->> 'kind' = 'country') <> (form ->> 'kind' = 'country')
        union all
        select 'en', 'taken' where exists (select from site.party p where p.key is distinct
                                           from form ->> 'key' and p.kind = form ->> 'kind'
                                              and lower(p.name ->> 'en') = lower(form ->> 'en'))
        union all
        select 'code', c.fault
          from (select case
                    when form ->> 'kind' = 'country' and before is not null then null
                    when form ->> 'kind' = 'country' and form ->> 'code' is null then 'unfit'
                    when form ->> 'kind' = 'country' and not site.is_country_code(form ->> 'code')
                    then 'unfit'
                    when form ->> 'kind' = 'country' and exists (select from site.party p
                                                                 where p.key = form ->> 'code') then 'taken'
                    when form ->> 'kind' = 'region' and not site.is_region_code(form ->> 'code')
                    then 'unfit'
                    when form ->> 'kind' = 'organisation' and form ? 'code' then 'surplus' end as fault) c
         where c.fault is not null;
    end if;
    if before is null and (what = 'place' or form ->> 'kind' <> 'country') and site.slug_of(form ->> 'en',
            'en') = '' then
        return query select 'en', 'unfit';
    end if;
end $$;

-- A key for a new place or party, made from its English name; that of a country is its code.
create or replace function site.name_key(what text, form jsonb) returns text language plpgsql as $$
begin
    if form ->> 'kind' = 'country' then
        return form ->> 'code';
    end if;
    return site.free_name(what, btrim(left(site.slug_of(form ->> 'en', 'en'), 90), '-'),
                          format('select exists (select from site.%I where key = $1)', what));
end $$;

-- The differences between two forms, for the log: 'nl "Luik" → "Luyk", …'.
create or replace function site.name_changes(before jsonb, after jsonb) returns text
    language plpgsql immutable as $$
begin
    return (select string_agg(key || ' ' || coalesce('"' || one.value || '"', '–') || ' → '
                              || coalesce('"' || other.value || '"', '–'), ', ' order by key)
              from jsonb_each_text(before) one full join jsonb_each_text(after) other using (key)
             where one.value is distinct from other.value);
end $$;

-- Adds or changes the place or party of a form. Keys never change. Returns
--   ('saved', key)
--   ('unchanged', key)
--   ('conflict', key)             when somebody else has saved since
--   ('gone', key)                 when somebody has deleted it
--   ('fault', key, field, fault)  for each fault
-- The same new form sent twice is saved once.
create or replace function site.save_name(by_account text, from_address inet, what text, form jsonb)
    returns table (result text, key text, field text, fault text) language plpgsql as $$
#variable_conflict use_column
declare
    its_key text := form ->> 'key';
    kept    jsonb := site.name_values(what, form);
    before  jsonb;
begin
    -- one save at a time: they are few, and names are unique
    perform pg_advisory_xact_lock(hashtext('names'));
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
        its_key := site.same_name(what, form);
        if its_key is not null then
            return query select 'saved', its_key, null, null;
            return;
        end if;
    end if;
    return query select 'fault', its_key, f.field, f.fault from site.name_faults(what, form, before) f;
    if found then
        return;
    end if;

    its_key := coalesce(its_key, site.name_key(what, form));
    perform site.write_name(what, its_key, form, kept);
    insert into site.audit (account, action, detail, address)
         values (by_account, case when before is null then 'add-' else 'change-' end || what,
                 its_key || ': ' || coalesce(site.name_changes(site.name_values(what, before), kept), ''),
                     from_address);
    return query select 'saved', its_key, null, null;
end $$;

-- Deletes a place or party that nothing names. Returns 'deleted'; 'used' when something names it, 'conflict'
-- when somebody has changed it since ITS_VERSION, 'gone' when it does not exist.
create or replace function site.delete_name(by_account text, from_address inet, what text, its_key text,
                                            its_version integer) returns text
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
    if exists (select from site.drafts_naming(its_key)) then
        return 'used';
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
         values (by_account, 'delete-' || what,
                 its_key || ': ' || site.name_changes(site.name_values(what, before), '{}'), from_address);
    return 'deleted';
end $$;

-- The documents with a draft that names a place or party.
create or replace function site.drafts_naming(its_key text) returns setof bigint language sql stable as $$
    select e.document_id from site.edition e
     where e.state = 'draft'
       and jsonb_path_exists(e.facts, '$.** ? (@ == $key)', jsonb_build_object('key', its_key))
$$;

-- The documents that name a party or a place, and the table in which they do: each table of documents that
-- refers to parties or places, and the tables that belong to a document through another one.
do $$
declare
    its record;
begin
    for its in select * from (values
        ('party', ' union all select h.party, t.forum, ''presidency_holder'' from site.presidency_holder h'
                  ' join site.presidency t on t.id = h.presidency'
                  ' union all select p.party, r.document_id, ''border'' from site.border b'
                  ' join site.register_border r on r.border = b.key'
                  ' cross join lateral (values (b.one), (b.other)) p (party)'),
        ('place', '')) t (name, others)
    loop
        execute format('create or replace view site.%s_named (%1$s, document_id, by) as ', its.name)
             || (select string_agg(format('select %1$I::text, document_id, %2$L from site.%2$I', a.attname,
                                          t.relname), ' union all ' order by t.relname, a.attname)
                   from pg_constraint c
                   join pg_class t on t.oid = c.conrelid
                   join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                   join pg_attribute d on d.attrelid = c.conrelid and d.attname = 'document_id'
                  where c.confrelid = format('site.%I', its.name)::regclass)
             || its.others;
    end loop;
end $$;

-- Whether anything names a place or party.
create or replace function site.is_named(what text, its_key text) returns boolean
    language plpgsql stable as $$
begin
    if exists (select from site.drafts_naming(its_key)) then
        return true;
    end if;
    if what = 'place' then
        return exists (select from site.place_named n where n.place = its_key);
    end if;
    return exists (select from site.party_named n where n.party = its_key)
        or exists (select from site.place p where p.country = its_key)
        or exists (select from site.border b where its_key in (b.one, b.other));
end $$;

-- MOST documents that name a place or party, and places in a country (for these PLACE is true): the latest
-- meetings first. TOTAL is how many there are, counted up to 10001.
create or replace function site.named_on(what text, its_key text, most integer)
    returns table (place boolean, key text, names jsonb, title text, original text,
                   total bigint) language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    with used as (
        select u.document_id from (
            select n.document_id from site.place_named n where what = 'place' and n.place = its_key
            union select n.document_id from site.party_named n where what = 'party' and n.party = its_key
            union select * from site.drafts_naming(its_key)) u
         limit 10001),
         inside as (select p.key, p.name from site.place p where what = 'party' and p.country = its_key),
         counted as (select (select count(*) from used) + (select count(*) from inside) as n)
    select f.place, f.key, f.names, f.title, f.original, counted.n
      from (select true as place, i.key::text as key, i.name::jsonb as names, null::text as title,
            null::text as original, 0 as kind, '' as starts from inside i
            union all
            select false, d.key::text, null, h.title, d.original::text, h.place, h.starts
              from used u join site.document d on d.id = u.document_id
                  join site.heading h on h.document_id = u.document_id) f
     cross join counted
     order by f.kind, f.starts desc, f.key limit most;
end $$;

-- MOST places or parties, by their names in a language; parties of a kind (null for all), and with some words
-- in a name or the key. NOTE is the country of a place, or the kind of a party; TOTAL is how many there are.
create or replace function site.names_of(what text, in_language text, of_kind text, with_words text,
                                         most integer)
    returns table (key text, name text, names jsonb, note text, used boolean,
                   total bigint) language plpgsql stable as $$
declare
    wanted constant text := public.unaccent(lower(coalesce(with_words, '')));
begin
    return query
    select f.key, f.names ->> in_language, f.names, f.note, site.is_named(what, f.key), f.total
      from (select n.*, count(*) over () as total
              from (select p.key::text as key, p.name::jsonb as names, c.name ->> in_language as note
                      from site.place p join site.party c on c.key = p.country where what = 'place'
                    union all
                    select p.key, p.name, p.kind from site.party p
                        where what = 'party' and (of_kind is null or p.kind = of_kind)) n
             where strpos(public.unaccent(lower(concat_ws(' ', n.key, site.written_names(n.names), n.note))),
                          wanted) > 0
             order by n.names ->> in_language collate "und-x-icu", n.key limit most) f
     order by f.names ->> in_language collate "und-x-icu", f.key;
end $$;

-- The documents whose pages contain the names of parties or places. Those of the register are left out: their
-- pages look names up when they are asked for.
create or replace function site.naming(parties text[], places text[]) returns bigint[]
    language sql stable as $$
    select array(
        select n.document_id from site.party_named n
         where n.party = any (parties) and n.by not in ('border', 'register_item', 'register_party')
        union
        select m.document_id
          from site.presidency_holder h
          join site.presidency t on t.id = h.presidency
          join site.meeting m on m.forum = t.forum and m.presided = 'by-term'
         where h.party = any (parties)
        union
        select n.document_id from site.place_named n join site.place p on p.key = n.place
         where n.place = any (places) or p.country = any (parties));
$$;

create or replace function site.import_borders() returns void language sql as $$
    insert into site.border (key, one, other)
         select lower(one || '-' || other), one, other
           from unnest(array['BE', 'BE', 'BE', 'BE', 'DE', 'DE', 'DE', 'FR'],
                       array['DE', 'FR', 'LU', 'NL', 'FR', 'LU', 'NL', 'LU']) b (one, other)
          where exists (select from site.party where key = one) and exists (select from site.party
                  where key = other)
    on conflict (key) do nothing;
$$;

create or replace function site.import_parties(parties jsonb) returns void language sql as $$
    insert into site.party (key, kind, code, name, website, authority)
         select key, kind, code, name, website, authority
             from jsonb_to_recordset(parties) as p (key text, kind text, code text, name jsonb, website text,
                                                    authority text)
    on conflict (key) do nothing;
    select site.import_borders();
$$;

create or replace function site.import_places(places jsonb) returns void language sql as $$
    insert into site.place (key, name, country, latitude, longitude)
         select key, name, country, latitude, longitude
           from jsonb_to_recordset(places) as p (key text, name jsonb, country text, latitude numeric,
                                                 longitude numeric)
    on conflict (key) do nothing;
$$;

create or replace function site.export_parties() returns json language sql stable as $$
    select coalesce(json_agg(json_strip_nulls(json_build_object(
                        'key', p.key, 'kind', p.kind, 'code', p.code,
                        'name', site.in_all_languages(p.name),
                        'website', p.website, 'authority', p.authority)) order by p.key collate "C"), '[]')
      from site.party p;
$$;

create or replace function site.export_places() returns json language sql stable as $$
    select coalesce(json_agg(json_build_object(
                        'key', p.key,
                        'name', site.in_all_languages(p.name),
                        'country', p.country, 'latitude', p.latitude, 'longitude', p.longitude)
                            order by p.key collate "C"), '[]')
      from site.place p;
$$;

-- Each party and place has a name in each language.
create or replace function site.require_names() returns trigger language plpgsql as $$
begin
    if exists (select from site.language l where not new.name ? l.code) then
        raise exception '% lacks a name in some language', new.key
            using errcode = 'check_violation', constraint = 'names_has_all_languages';
    end if;
    return new;
end $$;
create or replace trigger require_names before insert or update of name on site.party
    for each row execute function site.require_names();
create or replace trigger require_names before insert or update of name on site.place
    for each row execute function site.require_names();

-- A name in all languages, in their order.
create or replace function site.in_all_languages(name jsonb) returns json language sql stable as $$
    select json_object_agg(l.code, name -> l.code order by l.position) from site.language l
$$;

create or replace function site.written_names(names jsonb) returns text language sql stable as $$
    select string_agg(names ->> l.code, ' ' order by l.position) from site.language l
$$;

-- The key of a place or party that is the same as a form for a new one describes; null when there is none.
create or replace function site.same_name(what text, form jsonb) returns text language plpgsql stable as $$
begin
    return (select n.key
              from (select p.key::text, p.name, null as code from site.place p where what = 'place'
                    union all
                    select p.key, p.name, case p.kind when 'country' then p.key::text end
                      from site.party p where what = 'party') n
             where n.name ->> 'en' = form ->> 'en' and coalesce(n.code = form ->> 'code', true)
               and site.name_values(what, site.name_form(what, n.key)) = site.name_values(what,
                       form) limit 1);
end $$;

-- Writes a place or party; KEPT has the values of the form that are stored.
create or replace function site.write_name(what text, its_key text, form jsonb, kept jsonb) returns void
    language plpgsql as $$
declare
    its_name constant jsonb := (select jsonb_object_agg(l.code, form -> l.code) from site.language l);
begin
    if what = 'place' then
        insert into site.place as p (key, name, country, latitude, longitude)
             values (its_key, its_name, kept ->> 'country', (kept ->> 'latitude')::numeric,
                     (kept ->> 'longitude')::numeric)
        on conflict (key) do update
                set name = excluded.name, country = excluded.country, latitude = excluded.latitude,
                    longitude = excluded.longitude, version = p.version + 1;
    else
        insert into site.party as p (key, kind, code, name, website, authority)
             values (its_key, kept ->> 'kind', kept ->> 'code', its_name, kept ->> 'website',
                     kept ->> 'authority')
        on conflict (key) do update
                set kind = excluded.kind, code = excluded.code, name = excluded.name,
                    website = excluded.website, authority = excluded.authority, version = p.version + 1;
    end if;
end $$;
