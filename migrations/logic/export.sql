-- Export of all that is public as files; see docs/content-files.md.

-- A text in a line "field: value" as it is written, and as it is read: one that a line cannot hold (several
-- lines, spaces at its ends, quotation marks around it) stands there as a JSON string.
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

-- What facts.json says of a document. Items of a list that have a text (milestones, agenda, conclusions,
-- steps) are public when that is, in whatever language; a conclusion also when something belongs to it.
create or replace function site.export_facts(its_id bigint) returns json language plpgsql stable as $$
declare
    fields constant text[] := array(select distinct t.field from site.edition e
                                    join site.edition_text t on t.edition_id = e.id
                                     where e.document_id = its_id and e.state = 'published'
                                         and t.field ~ '^(milestone|agenda|conclusion|step)\.');
begin
    return (select json_strip_nulls(json_build_object(
        'kind', d.kind, 'position', d.position, 'original', d.original,
        'forum', (select f.key from site.document f where f.id = m.forum), 'number', m.number, 'type', m.type,
        'field', i.field,
        'since', i.since,
        'start', m.starts, 'end', m.ends, 'start_time', regexp_replace(m.starts_at::text, ':00$', ''),
        'end_time', regexp_replace(m.ends_at::text, ':00$', ''),
        'zone', m.zone, 'place', m.place, 'mode', m.mode, 'status', m.status, 'earlier', m.earlier,
        'borders', (select json_agg(b.border order by b.border) from site.register_border b
                    where b.document_id = its_id),
        'concerned', (select json_agg(p.party order by p.position) from site.register_party p
                      where p.document_id = its_id and p.role = 'concerned'),
        'authorities', (select json_agg(p.party order by p.position) from site.register_party p
                        where p.document_id = its_id and p.role = 'authority'),
        'provision_url', i.provision_url, 'instrument_url', i.instrument_url,
        'contact', case when num_nonnulls(i.contact_party, i.contact_url) > 0
                        then json_build_object('party', i.contact_party, 'url', i.contact_url) end,
        'presidency', case when m.presided = 'by-hand' then
            (select coalesce(json_agg(p.party order by p.party collate "C"), '[]')
             from site.meeting_presidency p where p.document_id = its_id) end,
        'participants', coalesce(
            (select json_agg(json_build_object('party', p.party, 'role', p.role) order by p.party collate "C")
             from site.participant p where p.document_id = its_id),
            (select json_agg(json_build_object('party', g.party, 'person', g.person) order by g.position)
             from site.delegation g where g.document_id = its_id)),
        'milestones',
        (select json_agg(json_build_object('key', s.key, 'date', s.date) order by s.date, s.key collate "C")
                         from site.milestone s
                             where s.document_id = its_id and 'milestone.' || s.key = any (fields)),
        'agenda', (select json_agg(json_build_object('key', a.key) order by a.position)
                     from site.agenda_item a
                         where a.document_id = its_id and 'agenda.' || a.key = any (fields)),
        'conclusions', site.export_conclusions(its_id, fields),
        'documents', site.export_links_of(its_id),
        'pictures', site.export_pictures(its_id),
        'steps', (select json_agg(json_build_object('key', s.number::text, 'date', s.date, 'status', s.status,
                                                    'struck', nullif(s.struck, false))
                                  order by s.number)
                    from site.step s where s.document_id = its_id and 'step.' || s.number = any (fields)),
        'related', site.export_relations(its_id),
        'presidencies', site.export_terms(its_id),
        'sources', site.export_sources(its_id)))::jsonb || coalesce(site.facts_of(to_jsonb(c)), '{}')
           || jsonb_strip_nulls(coalesce(site.event_facts(d.id), '{}'))
      from site.document d
      left join site.cooperation c on c.document_id = d.id
      left join site.meeting m on m.document_id = d.id
      left join site.register_item i on i.document_id = d.id
     where d.id = its_id);
end $$;

-- What published.json says of a document. Of a translation, the texts that an import by itself would take as
-- those of the original as it is now, and that are not: by the hash of what each was translated from ('': of
-- nothing).
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

-- The documents to be exported behind PLACE, MOST of them, in the order in which an import has to make them:
-- as they were made, since lists go by that where all else is the same; but a forum before its meetings. To
-- be exported is what is public, and of a forum that is not public its terms, which its meetings follow.
create or replace function site.export_order(behind bigint, most integer) returns table (place bigint,
        id bigint)
    language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    with early as (   -- forums that were made later than a meeting that has become theirs
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

-- The same with the folder of each and its files of texts, {language: text}; those that it links to are
-- apart: see export_links.
create or replace function site.export_documents(behind bigint, most integer)
    returns table (place bigint, id bigint, folder text, facts json, record json, texts json, linked bigint)
    language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    select o.place, d.id, k.folder || d.key,
           case when site.is_public(d.id) then site.export_facts(d.id)
                else json_strip_nulls(json_build_object('kind', d.kind, 'position', d.position, 'original',
                                                        d.original,
                                                        'presidencies', site.export_terms(d.id))) end,
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

-- A conclusion is public when its text is, or when something public belongs to it.
create or replace function site.export_conclusions(its_id bigint, fields text[]) returns json
    language plpgsql stable as $$
begin
    return (select json_agg(json_build_object('key', s.number::text, 'state', s.state,
           'by', (select o.key from site.document o
           where o.id = s.taken_up_by
           and site.is_public(o.id)))
           order by s.number)
           from site.conclusion s
           where s.document_id = its_id
           and ('conclusion.' || s.number = any (fields)
           or exists (select from site.relation r
           where r.target = its_id and r.conclusion = s.number
           and site.is_public(r.document_id))));
end $$;

-- The documents of a record.
create or replace function site.export_links_of(its_id bigint) returns json language plpgsql stable as $$
begin
    return (select json_agg(json_build_object('number', case when l.place <> l.n then l.place end, 'url',
                                              l.url,
           'file', l.name,
           'title', l.title, 'language', l.language)
           order by l.place)
           from (select x.*, row_number() over (order by x.place) as n
           from site.export_links(its_id) x) l);
end $$;

-- What an obstacle or a practice belongs to.
create or replace function site.export_relations(its_id bigint) returns json language plpgsql stable as $$
begin
    return (select json_agg(json_build_object('document', o.key, 'conclusion', r.conclusion)
           order by r.position)
           from site.relation r join site.document o on o.id = r.target
           where r.document_id = its_id and site.is_public(o.id));
end $$;

-- Where it can be read.
create or replace function site.export_sources(its_id bigint) returns json language plpgsql stable as $$
begin
    return (select json_agg(json_build_object('url', s.url, 'title', s.title, 'publisher', s.publisher,
           'language', s.language) order by s.position)
           from site.source s where s.document_id = its_id);
end $$;
