-- SPDX-License-Identifier: EUPL-1.2
-- Export of all public content as files; see docs/content-files.md.

-- A text as it is written in a line "field: value", for site.read_value. A text that does not fit into a line
-- as it is (several lines, spaces at its ends, quotation marks around it) is written as a JSON string.
create or replace function site.written_value(value text) returns text
    language sql immutable strict parallel safe
    return case when value ~ E'[\x01-\x1f]' or value <> btrim(value) or value ~ '^".*"$'
        then to_json(value)::text else value end;

-- An edition as a file of texts.
create or replace function site.export_edition(its_id bigint) returns text language plpgsql stable as $$
begin
    return (
        select string_agg(t.field || ': ' || site.written_value(t.value), E'\n'
                          order by array_position(array['title', 'short', 'slug', 'summary', 'nature',
                                                        'affects', 'done', 'provision', 'instrument',
                                                        'contact', 'reason', 'milestone', 'agenda',
                                                        'conclusion', 'step', 'picture'],
                                                  split_part(t.field, '.', 1)),
                                   t.rank collate "C", t.field collate "C")
                   filter (where not t.below)
               || E'\n\n' || coalesce(max(t.value) filter (where t.below) || E'\n', '')
          from (select 'slug' as field, e.slug::text as value, false as below, '' as rank from site.edition e
                where e.id = its_id
                union all
                select x.field, x.value, x.field = 'body' and x.value = btrim(x.value, E'\n'),
                       case split_part(x.field, '.', 1)
                           when 'milestone' then (select m.date from site.edition e
                                                  join site.milestone m on m.document_id = e.document_id
                                                   where e.id = its_id and m.key = split_part(x.field, '.',
                                                           2))
                           when 'agenda' then (select lpad(a.position::text, 9, '0') from site.edition e
                                               join site.agenda_item a on a.document_id = e.document_id
                                                where e.id = its_id and a.key = split_part(x.field, '.', 2))
                           else lpad(split_part(x.field, '.', 2), 9, '0') end
                  from site.edition_text x where x.edition_id = its_id) t);
end $$;

-- The facts.json of a document: its kind and original language, then its facts by the names of its form.
-- Documents and pictures have the names of their files.
create or replace function site.export_facts(its_id bigint) returns json language plpgsql stable as $$
declare
    its   site.document;
    facts jsonb;
begin
    select d.* into strict its from site.document d where d.id = its_id;
    facts := coalesce(site.record_facts(its_id), jsonb_build_object('source', site.source_facts(its_id)))
             || jsonb_build_object('position', its.position, 'document', site.export_links_of(its_id),
                                   'picture', site.export_pictures(its_id));
    if not site.is_public(its_id) then
        facts := jsonb_build_object('position', its.position, 'term', facts -> 'term');
    end if;
    facts := jsonb_strip_nulls(facts);
    return site.in_reading_order(jsonb_build_object('kind', its.kind, 'original', its.original)
                                 || jsonb_strip_nulls(facts || site.public_rows(its_id, facts)));
end $$;

-- Kind, position and original language come first, groups of rows last.
create or replace function site.in_reading_order(facts jsonb) returns json language sql immutable
    return (select json_object_agg(key, value order by jsonb_typeof(value) = 'array',
                                   array_position(array['kind', 'position', 'original'], key), key)
              from jsonb_each(facts));

-- The public rows of groups. A row with a text is public when its text is, in any language, or when something
-- public belongs to it. References to documents that are not public are left out.
create or replace function site.public_rows(its_id bigint, facts jsonb) returns jsonb
    language plpgsql stable as $$
begin
    return (select coalesce(jsonb_object_agg(g.name, rows.items), '{}')
              from (select t.name, t.row_name from site.text_group t union all values ('relation', null)) g
             cross join lateral (
                   select jsonb_agg(site.without_secrets(r.item) order by r.place) as items
                     from site.form_rows(facts, g.name) r
                    where case g.name
                              when 'relation' then site.is_key_public(r.item ->> 'document')
                              when 'picture' then true
                              else site.is_text_public(its_id, g.name || '.' || (r.item ->> g.row_name))
                                   or g.name = 'conclusion' and exists (
                                      select from site.relation x
                                       where x.target = its_id
                                         and x.conclusion = (r.item ->> 'number')::integer
                                         and site.is_public(x.document_id)) end) rows
             where facts ? g.name);
end $$;

create or replace function site.is_text_public(its_id bigint, its_field text) returns boolean
    language plpgsql stable as $$
begin
    return exists (select from site.edition e join site.edition_text t on t.edition_id = e.id
                    where e.document_id = its_id and e.state = 'published' and t.field = its_field);
end $$;

create or replace function site.is_key_public(of_key text) returns boolean language plpgsql stable as $$
begin
    return exists (select from site.document d where d.key = of_key and site.is_public(d.id));
end $$;

-- A row without the reference to the meeting that took it up, if that is not public.
create or replace function site.without_secrets(item jsonb) returns jsonb language plpgsql stable as $$
begin
    return case when item ? 'by' and not site.is_key_public(item ->> 'by') then item - 'by'
                else item end;
end $$;

-- The published.json of a document. For a translation it lists the texts that are not translations of the
-- original as it is now, which an import would take them for: by the hash of the text from which each was
-- translated ('' for none).
create or replace function site.export_record(its_id bigint) returns json language plpgsql stable as $$
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
                           select json_object_agg(t.field, coalesce(encode(t.translated_from, 'hex'), '')
                                                  order by t.field collate "C")
                             from site.edition_text t
                             left join site.edition oe on oe.document_id = its_id and oe.language = d.original
                                 and oe.state = 'published' and e.language <> d.original
                             left join site.edition_text o on o.edition_id = oe.id and o.field = t.field
                            where t.edition_id = e.id and t.translated_from is distinct from site.sense(o)),
                       'omitted',
                       (select json_object_agg(x.field, encode(case when x.hash = site.sense(o) then o.hash
                                                                    else x.hash end, 'hex')
                                               order by x.field collate "C")
                          from site.omitted_text x
                          left join site.edition oe on oe.document_id = its_id and oe.language = d.original
                                                       and oe.state = 'published'
                          left join site.edition_text o on o.edition_id = oe.id and o.field = x.field
                         where x.edition_id = e.id))
                       order by l.position)
              from site.edition e join site.language l on l.code = e.language
             where e.document_id = its_id and e.state = 'published'),
        'addresses', (
            select json_object_agg(a.language, a.slugs order by l.position)
              from (select f.language::text as language, json_agg(f.slug order by f.slug collate "C") as slugs
                      from site.address f
                     where f.document_id = its_id
                       and not exists (select from site.edition e
                                       where e.document_id = its_id and e.state = 'published'
                                          and e.language = f.language and e.slug = f.slug)
                     group by f.language) a
              join site.language l on l.code = a.language)))
      from site.document d left join site.meeting m on m.document_id = d.id
     where d.id = its_id);
end $$;

-- The documents to be exported after PLACE, MOST of them, in the order in which an import has to make them:
-- as they were made, since this is the last criterion of lists, but each forum before its meetings. Public
-- documents are exported, and of a forum that is not public the terms, which its meetings follow.
create or replace function site.export_order(behind bigint, most integer) returns table (place bigint,
        id bigint)
    language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    with early as (   -- forums made later than one of their meetings
        select d.id, (select min(m.document_id) from site.meeting m
                      where m.forum = d.id and m.document_id < d.id
                          and site.is_public(m.document_id)) as first
          from site.document d where d.kind in ('topic', 'partner'))
    (select 2 * e.first - 1, e.id from early e where e.first is not null and 2 * e.first - 1 > behind)
    union all
    (select 2 * d.id, d.id from site.document d
      where d.id > behind / 2 and not exists (select from early e where e.id = d.id and e.first is not null)
        and (site.is_public(d.id)
             or (d.kind in ('topic', 'partner')
                 and (exists (select from site.presidency t where t.forum = d.id)
                      or exists (select from site.meeting m
                                 where m.forum = d.id and site.is_public(m.document_id)))))
      order by d.id limit most)
    order by 1 limit most;
end $$;

-- The same with the folder of each and its files of texts, {language: text}. LINKED is how many files it has:
-- see export_links and export_renditions.
create or replace function site.export_documents(behind bigint, most integer)
    returns table (place bigint, id bigint, folder text, facts json, record json, texts json, linked bigint)
    language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    select o.place, d.id, k.folder || d.key,
           site.export_facts(d.id),
           case when site.is_public(d.id) then site.export_record(d.id) end,
           (select json_object_agg(e.language, site.export_edition(e.id) order by e.language)
              from site.edition e where e.document_id = d.id and e.state = 'published'),
           (select count(distinct l.file) from site.link l where l.document_id = d.id)
           + (select count(*) from site.picture p where p.document_id = d.id)
      from site.export_order(behind, most) o
      join site.document d on d.id = o.id
      join site.kind k on k.name = d.kind
     order by o.place;
end $$;

-- The documents of a record as facts, with the place of each where it differs from its place in the list.
create or replace function site.export_links_of(its_id bigint) returns jsonb language plpgsql stable as $$
begin
    return (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                       'number', case when l.place <> l.n then l.place end, 'url', l.url, 'file', l.name,
                       'title', l.title, 'language', l.language)) order by l.place)
              from (select x.*, row_number() over (order by x.place) as n
                      from site.export_links(its_id) x) l);
end $$;
