-- SPDX-License-Identifier: EUPL-1.2
-- Pages: one row for each document and each visitor's language.

-- What a page shows beside the texts that have columns of their own. 'related' has the documents to which it
-- belongs, 'named_by' those that belong to it, 'links' those to which its body links and which are in no
-- menu. For documents in menus the key is enough.
create or replace function site.page_content(edition bigint, in_language text) returns json
    language plpgsql stable as $$
begin
    return (select json_strip_nulls(json_build_object(
        'original', d.original,
        'texts', (select json_object_agg(t.field, t.value order by t.field) from site.edition_text t
                   where t.edition_id = e.id
                     and t.field not in ('title', 'short', 'summary', 'body')
                     and t.field !~ '^(milestone|agenda|conclusion|step|picture)\.'),
        'untranslated', site.untranslated_fields(e.id),
        'slugs', (select json_object_agg(o.language, o.slug order by o.language) from site.edition o
                   where o.document_id = d.id and o.state = 'published'),
        'sources',
        (select json_agg(json_build_object('url', s.url, 'title', s.title, 'publisher', s.publisher,
                                                      'language', s.language) order by s.position)
                      from site.source s where s.document_id = d.id),
        'facts', site.facts_shown(d.id, in_language),
        'participants', site.participants_shown(d.id, in_language),
        'milestones',
        (select json_agg(json_build_object('date', m.date, 'text', t.value) order by m.date, m.key)
                         from site.milestone m
                         join site.edition_text t on t.edition_id = e.id and t.field = 'milestone.' || m.key
                        where m.document_id = d.id),
        'documents', site.links_shown(d.id),
        'pictures', site.pictures_shown(e.id),
        'record', site.record_shown(e.id, in_language),
        coalesce(k.family, d.kind), site.family_shown(e.id, in_language),
        'related', site.relations_shown(d.id, in_language),
        'named_by', site.named_by(d.id, in_language),
        'links', (select json_agg(site.named(o.id, in_language) order by o.key)
                    from site.text_link l
                    join site.document o on o.key = l.key
                    join site.kind k on k.name = o.kind and not k.in_menu
                   where l.edition_id = e.id)))
      from site.edition e
      join site.document d on d.id = e.document_id
      join site.kind k on k.name = d.kind
     where e.id = edition);
end $$;

-- What only the family of the document can add to the page; null when it adds nothing.
create or replace function site.family_shown(edition bigint, in_language text) returns json
    language plpgsql stable as $$
declare
    own   constant regproc := (select site.family_function(e.document_id, 'shown')
                                 from site.edition e where e.id = edition);
    shown json;
begin
    if own is not null then
        execute format('select %s($1, $2)', own) into shown using edition, in_language;
    end if;
    return shown;
end $$;

-- The fields that the public original has and an edition of a translation lacks: ["body", "conclusion.2", …];
-- null for none. Pictures are left out: their descriptions are shown in the original language then.
create or replace function site.untranslated_fields(edition bigint) returns json
    language plpgsql stable as $$
begin
    return (select json_agg(t.field order by t.field)
              from site.edition e
              join site.document d on d.id = e.document_id and d.original <> e.language
              join site.edition o on o.document_id = d.id and o.language = d.original
                  and o.state = 'published'
              join site.edition_text t on t.edition_id = o.id
             where e.id = edition
               and t.field not like 'picture.%'
               and not exists (select from site.edition_text own
                                where own.edition_id = e.id and own.field = t.field));
end $$;

-- What visitors may see of a record, by the names and rows of its form; open data is made from it by the
-- table of its fields. Parties, places, borders and documents in menus are keys, others are as in site.named.
-- A row with a text is there when this edition has the text, a step when any public edition has it. Titles,
-- body, sources, documents and pictures are elsewhere in the content.
create or replace function site.record_shown(edition bigint, in_language text) returns jsonb
    language plpgsql stable as $$
declare
    its   site.document;
    shown jsonb;
begin
    select d.* into strict its from site.edition e join site.document d on d.id = e.document_id
     where e.id = edition;
    shown := jsonb_strip_nulls(
        site.form_of(site.record_facts(its.id),
                     (select jsonb_object_agg(t.field, t.value) from site.edition_text t
                       where t.edition_id = edition))
        || jsonb_build_object('original', its.original)
        || case its.kind when 'meeting' then jsonb_build_object(
               'presidency', (select jsonb_agg(jsonb_build_object('party', party) order by party)
                                from site.presiding(its.id) party)) else '{}' end) - 'picture';
    return shown - array['title', 'short', 'summary', 'body', 'source', 'document', 'position', 'term',
                         'presided']
        || coalesce(site.rows_shown(its.id, shown, in_language), '{}');
end $$;

-- The groups of rows from which some may be left out for visitors.
create or replace function site.rows_shown(of_document bigint, shown jsonb, in_language text) returns jsonb
    language plpgsql stable as $$
declare
    steps constant text[] := case when shown ? 'step' then array(
        select s.number::text from site.public_step s where s.document_id = of_document) end;
begin
    return (select jsonb_object_agg(g.name, coalesce(rows.items, '[]'))
              from (select t.name, t.row_text from site.text_group t
                    union all values ('relation', 'document')) g
             cross join lateral (
                   select jsonb_agg(one order by r.place) as items
                     from site.form_rows(shown, g.name) r
                    cross join lateral jsonb_strip_nulls(r.item || site.named_in(r.item, in_language)) one
                    where one ? g.row_text or g.name = 'step' and one ->> 'number' = any (steps)) rows
             where shown ? g.name);
end $$;

-- The documents to which a row refers: the key of one in a menu; null for one that is not public.
create or replace function site.named_in(item jsonb, in_language text) returns jsonb
    language plpgsql stable as $$
begin
    return (select coalesce(jsonb_object_agg(f.name, case
                                when k.in_menu and site.is_public(d.id) then to_jsonb(d.key)
                                when not k.in_menu then site.named(d.id, in_language)::jsonb end), '{}')
              from unnest(array['by', 'document']) f (name)
              left join site.document d on d.key = item ->> f.name
              left join site.kind k on k.name = d.kind
             where item ? f.name);
end $$;

create or replace function site.compose_pages(shown bigint[]) returns void language plpgsql as $$
begin
    with before as (delete from visitor.page where document_id = any (shown) returning content)
    insert into visitor.shown_file (sha256)
         select distinct decode(file #>> '{}', 'hex')
           from before
          cross join unnest(array['$.documents[*].file', '$.pictures[*].renditions[*].file']::jsonpath[]) path
          cross join jsonb_path_query(content::jsonb, path) file
          where content::text like '%"file"%'
    on conflict do nothing;
    insert into visitor.page (document_id, for_language, kind, key, position, language, slug, published,
                              changed,
                              title, short, summary, nature, body, content)
    select d.id, e.for_language, d.kind, d.key, d.position, e.language, e.slug,
           (e.published_at at time zone 'Europe/Brussels')::date, greatest(e.published_at, m.changed_at),
           t.title, t.short, t.summary, t.nature, t.body, site.page_content(e.id, e.for_language)
      from site.edition_shown e
      join site.document d on d.id = e.document_id
      left join site.meeting m on m.document_id = d.id
     cross join lateral (
           select max(value) filter (where field = 'title') as title,
                  max(value) filter (where field = 'short') as short,
                  max(value) filter (where field = 'summary') as summary,
                  max(value) filter (where field = 'nature') as nature,
                  max(value) filter (where field = 'body') as body
             from site.edition_text where edition_id = e.id) t
     where e.document_id = any (shown);
end $$;
