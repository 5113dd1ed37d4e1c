-- Importing documents from files: the initial content of the site, and what was exported elsewhere.
--
-- A file of texts is "field: value" lines, an empty line, and the body in Markdown. See content/README.md.

create function site.import_parties(parties jsonb) returns void language sql as $$
    insert into site.party (key, kind, name, website)
         select key, kind, name, website from jsonb_to_recordset(parties) as p (key text, kind text, name jsonb, website text)
    on conflict (key) do nothing;
$$;

create function site.import_places(places jsonb) returns void language sql as $$
    insert into site.place (key, name, country, latitude, longitude)
         select key, name, country, latitude, longitude
           from jsonb_to_recordset(places) as p (key text, name jsonb, country text, latitude numeric, longitude numeric)
    on conflict (key) do nothing;
$$;

-- Publishes one edition, unless the document has one in that language already. Translations take the published original as what they were
-- translated from, so the original is to be imported first.
create function site.import_edition(for_document bigint, for_language site.language, file text) returns void
    language plpgsql as $$
declare
    header   text := split_part(file, E'\n\n', 1);
    body     text := btrim(substr(file, length(header) + 3), E'\n');
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
         select made, line.field, line.value, o.hash
           from (select split_part(l, ': ', 1) as field, btrim(substr(l, strpos(l, ': ') + 2)) as value
                   from regexp_split_to_table(header, '\n') l
                  union all select 'body', body where body <> '') line
           left join site.edition_text o on o.edition_id = original and o.field = line.field
          where line.field <> 'slug';
    perform site.publish(made);
end
$$;

-- A document with its facts and its files of texts by language. What is there already stays as it is: an import adds what is missing.
create function site.import_document(document_key text, facts jsonb, files jsonb) returns void
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
        end if;
        insert into site.participant (document_id, party, role)
             select made, item ->> 'party', item ->> 'role' from jsonb_array_elements(facts -> 'participants') item;
        insert into site.milestone (document_id, key, date)
             select made, item ->> 'key', item ->> 'date' from jsonb_array_elements(facts -> 'milestones') item;
        insert into site.source (document_id, position, url, title, publisher, language)
             select made, position, item ->> 'url', item ->> 'title', item ->> 'publisher', item ->> 'language'
               from jsonb_array_elements(facts -> 'sources') with ordinality as t (item, position);
    end if;

    perform site.import_edition(made, language, file)
       from jsonb_each_text(files) as f (language, file)
      where file is not null
      order by (language = facts ->> 'original') desc, language;
end
$$;

revoke all on all functions in schema site from public;
grant execute on all functions in schema site to benelux_desk;
