-- Export of all public content as files, and what an import has to know so that it brings back the same site. See content/README.md.
--
-- A folder of a document has, beside its facts and texts, what the site has added to them when it published them (published.json): when that was, former
-- addresses, and which texts of a translation are no longer those of its original.

-- ---------------------------------------------------------------------------------------------------------------------
-- Import

-- As before, at a moment that may have passed.
create function site.publish(draft_id bigint, at timestamptz) returns void
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
    update site.edition set state = 'published', published_at = at where id = this.id;
end
$$;

create or replace function site.publish(draft_id bigint) returns void
    language plpgsql as $$
begin
    perform site.publish(draft_id, now());
end
$$;

-- A text in a line "field: value" as it is written, and as it is read: one that a line cannot hold (several lines, spaces at its ends, quotation marks
-- around it) stands there as a JSON string.
create function site.written_value(value text) returns text
    language sql immutable strict parallel safe
    return case when value ~ E'[\x01-\x1f]' or value <> btrim(value) or value ~ '^".*"$' then to_json(value)::text else value end;

create function site.read_value(written text) returns text
    language plpgsql immutable strict as $$
begin
    if written ~ '^".*"$' then
        begin
            return written::jsonb #>> '{}';
        exception when invalid_text_representation or untranslatable_character then
            null;   -- something in quotation marks, and more behind it
        end;
    end if;
    return written;
end
$$;

drop function site.import_edition(bigint, site.language, text);

-- Publishes one edition, unless the document has one in that language already. Translations take the published original as what they were
-- translated from, so the original is to be imported first; but for the texts of which ITS_RECORD knows otherwise.
create function site.import_edition(for_document bigint, for_language site.language, file text, its_record jsonb default null) returns void
    language plpgsql as $$
declare
    header   text := split_part(file, E'\n\n', 1);
    body     text := btrim(substr(file, length(header) + 3), E'\n');
    older    jsonb := its_record -> 'translated_from';
    original bigint;
    made     bigint;
begin
    if exists (select from site.edition where document_id = for_document and language = for_language) then
        return;
    end if;
    select e.id into original
      from site.edition e join site.document d on d.id = e.document_id and d.original = e.language
     where e.document_id = for_document and e.state = 'published';

    insert into site.edition (document_id, language, slug)
         values (for_document, for_language, substring(E'\n' || header from '\nslug: ([^\n]*)')) returning id into made;
    insert into site.edition_text (edition_id, field, value, translated_from)
         select made, line.field, line.value,
                case when older ? line.field then decode(nullif(older ->> line.field, ''), 'hex') else o.hash end
           from (select split_part(l, ': ', 1) as field, site.read_value(btrim(substr(l, strpos(l, ': ') + 2))) as value
                   from regexp_split_to_table(header, '\n') l where l <> ''
                  union all select 'body', body where body <> '') line
           left join site.edition_text o on o.edition_id = original and o.field = line.field
          where line.field <> 'slug';
    insert into site.omitted_text (edition_id, field, hash)
         select made, o.key, decode(o.value, 'hex') from jsonb_each_text(its_record -> 'omitted') o;
    perform site.publish(made, coalesce((its_record ->> 'published')::timestamptz, now()));
end
$$;

drop function site.import_meeting(bigint, jsonb);

-- The facts of a meeting; its document has just been made. What it is taken up by may be imported later: see import_followers; its files are imported
-- apart: see import_linked_file. ITS_RECORD knows which changes the calendars of participants have seen. Raises no_data_found where there is no such forum.
create function site.import_meeting(made bigint, facts jsonb, its_record jsonb default null) returns void
    language plpgsql as $$
declare
    its_forum bigint;
begin
    select d.id into strict its_forum from site.document d where d.key = facts ->> 'forum';
    insert into site.meeting (document_id, forum, number, type, starts, ends, starts_at, ends_at, zone, place, mode, status, presided,
                              earlier, sequence, changed_at)
         values (made, its_forum, (facts ->> 'number')::integer, facts ->> 'type', facts ->> 'start', facts ->> 'end',
                 (facts ->> 'start_time')::time, (facts ->> 'end_time')::time, facts ->> 'zone', facts ->> 'place',
                 coalesce(facts ->> 'mode', 'in-person'), facts ->> 'status',
                 case when facts ? 'presidency' then 'by-hand' else 'by-term' end, facts ->> 'earlier',
                 coalesce((its_record ->> 'sequence')::integer, 0), coalesce((its_record ->> 'changed')::timestamptz, now()));
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
         select made, coalesce((item ->> 'number')::integer, place), item ->> 'url', item ->> 'title', item ->> 'language'
           from jsonb_array_elements(facts -> 'documents') with ordinality as t (item, place)
          where item ? 'url';
end
$$;

-- Adds the file that is item PLACE (from 1) of the documents of a meeting, in that place, unless it is there as often already.
create function site.import_linked_file(document_key text, facts jsonb, place integer, content bytea) returns void
    language plpgsql as $$
declare
    its_meeting constant bigint := (select id from site.document where key = document_key);
    item        constant jsonb := facts -> 'documents' -> (place - 1);
    hash        constant bytea := site.keep_file(content);
    wanted      integer := coalesce((item ->> 'number')::integer, place);
begin
    if (select count(*) from site.link l where l.document_id = its_meeting and l.file = hash)
       >= (select count(*) from jsonb_array_elements(facts -> 'documents') with ordinality as t (other, n)
            where n <= place and other ->> 'file' = item ->> 'file') then
        return;
    end if;
    if exists (select from site.link l where l.document_id = its_meeting and l.position = wanted) then
        wanted := (select max(l.position) + 1 from site.link l where l.document_id = its_meeting);
    end if;
    insert into site.link (document_id, position, file, title, language)
         values (its_meeting, wanted, hash, item ->> 'title', item ->> 'language');
end
$$;

-- A document with its facts, its files of texts by language, and the record of their publication (null: they are published now). What is there already
-- stays as it is: an import adds what is missing.
create function site.import_document(document_key text, facts jsonb, files jsonb, its_record jsonb) returns void
    language plpgsql as $$
declare
    made     bigint;
    its_kind text := facts ->> 'kind';
begin
    insert into site.document (key, kind, position, original)
         values (document_key, its_kind, (facts ->> 'position')::integer, facts ->> 'original')
    on conflict (key) do nothing returning id into made;

    if made is null then
        select id into strict made from site.document where key = document_key;
    else
        if its_kind in ('topic', 'partner') then
            insert into site.cooperation (document_id, kind, since, secretariat, seat, website)
                 values (made, its_kind, facts ->> 'since', facts ->> 'secretariat', facts ->> 'seat', facts ->> 'website');
            insert into site.participant (document_id, party, role)
                 select made, item ->> 'party', item ->> 'role' from jsonb_array_elements(facts -> 'participants') item;
            insert into site.milestone (document_id, key, date)
                 select made, item ->> 'key', item ->> 'date' from jsonb_array_elements(facts -> 'milestones') item;
        elsif its_kind = 'meeting' then
            perform site.import_meeting(made, facts, its_record);
        elsif its_kind in ('obstacle', 'practice') then
            perform site.import_register_item(made, facts);
        end if;
        insert into site.source (document_id, position, url, title, publisher, language)
             select made, position, item ->> 'url', item ->> 'title', item ->> 'publisher', item ->> 'language'
               from jsonb_array_elements(facts -> 'sources') with ordinality as t (item, position);
    end if;
    if its_kind in ('topic', 'partner') then
        perform site.import_presidencies(made, facts -> 'presidencies');
    end if;

    perform site.import_edition(made, language, file, its_record -> 'editions' -> language)
       from jsonb_each_text(files) as f (language, file)
      where file is not null
      order by (language = facts ->> 'original') desc, language;
    insert into site.address (kind, language, slug, document_id)
         select its_kind, a.language, slug, made
           from jsonb_each(its_record -> 'addresses') as a (language, slugs) cross join lateral jsonb_array_elements_text(a.slugs) slug
    on conflict do nothing;
end
$$;

create or replace function site.import_document(document_key text, facts jsonb, files jsonb) returns void
    language plpgsql as $$
begin
    perform site.import_document(document_key, facts, files, null);
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Export: as the files of content/ are

create function site.export_parties() returns json
    language sql stable as $$
    select coalesce(json_agg(json_strip_nulls(json_build_object(
                        'key', p.key, 'kind', p.kind,
                        'name', json_build_object('nl', p.name -> 'nl', 'fr', p.name -> 'fr', 'de', p.name -> 'de', 'en', p.name -> 'en'),
                        'website', p.website)) order by p.key collate "C"), '[]')
      from site.party p;
$$;

create function site.export_places() returns json
    language sql stable as $$
    select coalesce(json_agg(json_build_object(
                        'key', p.key,
                        'name', json_build_object('nl', p.name -> 'nl', 'fr', p.name -> 'fr', 'de', p.name -> 'de', 'en', p.name -> 'en'),
                        'country', p.country, 'latitude', p.latitude, 'longitude', p.longitude) order by p.key collate "C"), '[]')
      from site.place p;
$$;

create function site.is_public(its_id bigint) returns boolean
    language plpgsql stable as $$
begin
    return exists (select from site.edition e where e.document_id = its_id and e.state = 'published');
end
$$;

-- An edition as a file of texts.
create function site.export_edition(its_id bigint) returns text
    language plpgsql stable as $$
begin
    return (
        select string_agg(t.field || ': ' || site.written_value(t.value), E'\n'
                          order by array_position(array['title', 'short', 'slug', 'summary', 'nature', 'affects', 'done', 'provision', 'instrument',
                                                        'contact', 'reason', 'milestone', 'agenda', 'conclusion', 'step'], split_part(t.field, '.', 1)),
                                   t.rank collate "C", t.field collate "C")
                   filter (where not t.below)
               || E'\n\n' || coalesce(max(t.value) filter (where t.below) || E'\n', '')
          from (select 'slug' as field, e.slug::text as value, false as below, '' as rank from site.edition e where e.id = its_id
                union all
                select x.field, x.value, x.field = 'body' and x.value = btrim(x.value, E'\n'),
                       case split_part(x.field, '.', 1)
                           when 'milestone' then (select m.date from site.edition e join site.milestone m on m.document_id = e.document_id
                                                   where e.id = its_id and m.key = split_part(x.field, '.', 2))
                           when 'agenda' then (select lpad(a.position::text, 9, '0') from site.edition e join site.agenda_item a on a.document_id = e.document_id
                                                where e.id = its_id and a.key = split_part(x.field, '.', 2))
                           else lpad(split_part(x.field, '.', 2), 9, '0') end
                  from site.edition_text x where x.edition_id = its_id) t);
end
$$;

-- The documents of a meeting. A file is named by its first place and title.
create function site.export_links(its_id bigint) returns table (place integer, url text, title text, language text, file bytea, name text)
    language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    select l.position, l.url::text, l.title, l.language, l.file,
           case when l.file is not null then
               first_value(l.position || '-' || coalesce(nullif(site.slug_of(l.title, l.language), ''), 'document') || '.pdf')
                   over (partition by l.file order by l.position) end
      from site.link l where l.document_id = its_id order by l.position;
end
$$;

-- What facts.json says of a document. Items of a list that have a text (milestones, agenda, conclusions, steps) are public when that is, in whatever
-- language; a conclusion also when something belongs to it.
create function site.export_facts(its_id bigint) returns json
    language plpgsql stable as $$
declare
    fields constant text[] := array(select distinct t.field from site.edition e join site.edition_text t on t.edition_id = e.id
                                     where e.document_id = its_id and e.state = 'published' and t.field ~ '^(milestone|agenda|conclusion|step)\.');
begin
    return (select json_strip_nulls(json_build_object(
        'kind', d.kind, 'position', d.position, 'original', d.original,
        'forum', (select f.key from site.document f where f.id = m.forum), 'number', m.number, 'type', m.type, 'field', i.field,
        'since', coalesce(c.since, i.since), 'secretariat', c.secretariat, 'seat', c.seat, 'website', c.website,
        'start', m.starts, 'end', m.ends, 'start_time', regexp_replace(m.starts_at::text, ':00$', ''), 'end_time', regexp_replace(m.ends_at::text, ':00$', ''),
        'zone', m.zone, 'place', m.place, 'mode', m.mode, 'status', m.status, 'earlier', m.earlier,
        'borders', (select json_agg(b.border order by b.border) from site.register_border b where b.document_id = its_id),
        'concerned', (select json_agg(p.party order by p.position) from site.register_party p where p.document_id = its_id and p.role = 'concerned'),
        'authorities', (select json_agg(p.party order by p.position) from site.register_party p where p.document_id = its_id and p.role = 'authority'),
        'provision_url', i.provision_url, 'instrument_url', i.instrument_url,
        'contact', case when num_nonnulls(i.contact, i.contact_url) > 0 then json_build_object('party', i.contact, 'url', i.contact_url) end,
        'presidency', case when m.presided = 'by-hand' then
            (select coalesce(json_agg(p.party order by p.party collate "C"), '[]') from site.meeting_presidency p where p.document_id = its_id) end,
        'participants', coalesce(
            (select json_agg(json_build_object('party', p.party, 'role', p.role) order by p.party collate "C") from site.participant p where p.document_id = its_id),
            (select json_agg(json_build_object('party', g.party, 'person', g.person) order by g.position) from site.delegation g where g.document_id = its_id)),
        'milestones', (select json_agg(json_build_object('key', s.key, 'date', s.date) order by s.date, s.key collate "C")
                         from site.milestone s where s.document_id = its_id and 'milestone.' || s.key = any (fields)),
        'agenda', (select json_agg(json_build_object('key', a.key) order by a.position)
                     from site.agenda_item a where a.document_id = its_id and 'agenda.' || a.key = any (fields)),
        'conclusions', (select json_agg(json_build_object('key', s.number::text, 'state', s.state,
                                                          'by', (select o.key from site.document o where o.id = s.taken_up_by and site.is_public(o.id)))
                                        order by s.number)
                          from site.conclusion s
                         where s.document_id = its_id
                           and ('conclusion.' || s.number = any (fields)
                                or exists (select from site.relation r where r.target = its_id and r.conclusion = s.number and site.is_public(r.document_id)))),
        'documents', (select json_agg(json_build_object('number', case when l.place <> l.n then l.place end, 'url', l.url, 'file', l.name,
                                                        'title', l.title, 'language', l.language) order by l.place)
                        from (select x.*, row_number() over (order by x.place) as n from site.export_links(its_id) x) l),
        'steps', (select json_agg(json_build_object('key', s.number::text, 'date', s.date, 'status', s.status) order by s.number)
                    from site.step s where s.document_id = its_id and 'step.' || s.number = any (fields)),
        'related', (select json_agg(json_build_object('document', o.key, 'conclusion', r.conclusion) order by r.position)
                      from site.relation r join site.document o on o.id = r.target where r.document_id = its_id and site.is_public(o.id)),
        'presidencies', site.export_terms(its_id),
        'sources', (select json_agg(json_build_object('url', s.url, 'title', s.title, 'publisher', s.publisher, 'language', s.language) order by s.position)
                      from site.source s where s.document_id = its_id)))
      from site.document d
      left join site.cooperation c on c.document_id = d.id
      left join site.meeting m on m.document_id = d.id
      left join site.register_item i on i.document_id = d.id
     where d.id = its_id);
end
$$;

-- The terms of a forum; null for none.
create function site.export_terms(its_id bigint) returns json
    language plpgsql stable as $$
begin
    return (select json_agg(json_build_object('number', t.number, 'from', t.starts, 'to', t.ends,
                                              'holders', (select coalesce(json_agg(h.party order by h.party collate "C"), '[]')
                                                            from site.presidency_holder h where h.presidency = t.id))
                            order by t.term)
              from site.presidency t where t.forum = its_id);
end
$$;

-- What published.json says of a document. Of a translation, the texts that an import by itself would take as those of the original as it is now, and that
-- are not: by the hash of what each was translated from ('': of nothing).
create function site.export_record(its_id bigint) returns json
    language plpgsql stable as $$
declare
    moment constant text := 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';
begin
    return (select json_strip_nulls(json_build_object(
        'sequence', nullif(m.sequence, 0),
        'changed', to_char(m.changed_at at time zone 'UTC', moment),
        'editions', (
            select json_object_agg(e.language, json_build_object(
                       'published', to_char(e.published_at at time zone 'UTC', moment),
                       'translated_from', (
                           select json_object_agg(t.field, coalesce(encode(t.translated_from, 'hex'), '') order by t.field collate "C")
                             from site.edition_text t
                             left join site.edition oe on oe.document_id = its_id and oe.language = d.original and oe.state = 'published' and e.language <> d.original
                             left join site.edition_text o on o.edition_id = oe.id and o.field = t.field
                            where t.edition_id = e.id and t.translated_from is distinct from o.hash),
                       'omitted', (select json_object_agg(o.field, encode(o.hash, 'hex') order by o.field collate "C")
                                     from site.omitted_text o where o.edition_id = e.id))
                       order by array_position(array['nl', 'fr', 'de', 'en'], e.language::text))
              from site.edition e where e.document_id = its_id and e.state = 'published'),
        'addresses', (
            select json_object_agg(a.language, a.slugs order by array_position(array['nl', 'fr', 'de', 'en'], a.language))
              from (select f.language::text as language, json_agg(f.slug order by f.slug collate "C") as slugs
                      from site.address f
                     where f.document_id = its_id
                       and not exists (select from site.edition e where e.document_id = its_id and e.state = 'published'
                                          and e.language = f.language and e.slug = f.slug)
                     group by f.language) a)))
      from site.document d left join site.meeting m on m.document_id = d.id
     where d.id = its_id);
end
$$;
create index address_by_document on site.address (document_id);

-- The documents to be exported behind PLACE, MOST of them, in the order in which an import has to make them: as they were made, since lists go by that where
-- all else is the same; but a forum before its meetings. To be exported is what is public, and of a forum that is not public its terms, which its meetings
-- follow.
create function site.export_order(behind bigint, most integer) returns table (place bigint, id bigint)
    language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    with early as (   -- forums that were made later than a meeting that has become theirs
        select d.id, (select min(m.document_id) from site.meeting m where m.forum = d.id and m.document_id < d.id and site.is_public(m.document_id)) as first
          from site.document d where d.kind in ('topic', 'partner'))
    (select 2 * e.first - 1, e.id from early e where e.first is not null and 2 * e.first - 1 > behind)
    union all
    (select 2 * d.id, d.id from site.document d
      where d.id > behind / 2 and not exists (select from early e where e.id = d.id and e.first is not null)
        and (site.is_public(d.id)
             or (d.kind in ('topic', 'partner')
                 and (exists (select from site.presidency t where t.forum = d.id)
                      or exists (select from site.meeting m where m.forum = d.id and site.is_public(m.document_id)))))
      order by d.id limit most)
    order by 1 limit most;
end
$$;

-- The same with the folder and all files of each, but for those that meetings link to: see export_links.
create function site.export_documents(behind bigint, most integer)
    returns table (place bigint, id bigint, folder text, facts json, record json, nl text, fr text, de text, en text, linked bigint)
    language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    select o.place, d.id,
           case when d.kind = 'meeting' then 'meetings/' when d.kind in ('obstacle', 'practice') then 'register/' else '' end || d.key,
           case when site.is_public(d.id) then site.export_facts(d.id)
                else json_strip_nulls(json_build_object('kind', d.kind, 'position', d.position, 'original', d.original, 'presidencies', site.export_terms(d.id))) end,
           case when site.is_public(d.id) then site.export_record(d.id) end,
           t.nl, t.fr, t.de, t.en, (select count(distinct l.file) from site.link l where l.document_id = d.id)
      from site.export_order(behind, most) o
      join site.document d on d.id = o.id
     cross join lateral (
           select max(x.file) filter (where x.language = 'nl') as nl, max(x.file) filter (where x.language = 'fr') as fr,
                  max(x.file) filter (where x.language = 'de') as de, max(x.file) filter (where x.language = 'en') as en
             from (select e.language, site.export_edition(e.id) as file from site.edition e where e.document_id = d.id and e.state = 'published') x) t
     order by o.place;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

revoke all on all functions in schema site from public;
grant execute on all functions in schema site to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
revoke update, delete on site.audit from benelux_desk;
