-- SPDX-License-Identifier: EUPL-1.2
-- Import of documents from files; see docs/content-files.md.

create or replace function site.read_value(written text) returns text language plpgsql immutable strict as $$
begin
    if written ~ '^".*"$' then
        begin
            return written::jsonb #>> '{}';
        exception when invalid_text_representation or untranslatable_character then
            null;   -- only a part of the text is in quotation marks
        end;
    end if;
    return written;
end $$;

-- Publishes one edition, unless the document has one in that language already. The texts of a translation
-- count as translated from the published original, which has to be imported first, unless ITS_RECORD says
-- otherwise.
create or replace function site.import_edition(for_document bigint, for_language text, file text,
                                               its_record jsonb default null) returns void
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
    select e.id into original from site.edition e join site.document d on d.id = e.document_id
     where e.document_id = for_document and e.language = d.original and e.state = 'published';

    insert into site.edition (document_id, language, slug)
         values (for_document, for_language, substring(E'\n' || header from '\nslug: ([^\n]*)'))
             returning id into made;
    insert into site.edition_text (edition_id, field, value, translated_from)
         select made, line.field, line.value,
                case when older ? line.field then decode(nullif(older ->> line.field, ''), 'hex')
                    else o.hash end
           from (select split_part(l, ': ', 1) as field,
                 site.read_value(btrim(substr(l, strpos(l, ': ') + 2))) as value
                   from regexp_split_to_table(header, '\n') l where l <> ''
                  union all select 'body', body where body <> '') line
           left join site.edition_text o on o.edition_id = original and o.field = line.field
          where line.field <> 'slug';
    insert into site.omitted_text (edition_id, field, hash)
         select made, o.key, decode(o.value, 'hex') from jsonb_each_text(its_record -> 'omitted') o;
    perform site.publish(made, coalesce((its_record ->> 'published')::timestamptz, now()));
end $$;

-- Raises invalid_parameter_value for facts that were not kept, since there is no such field.
create or replace function site.refuse_unknown(made bigint, facts jsonb) returns void
    language plpgsql stable as $$
declare
    kept constant jsonb := coalesce(site.record_facts(made), '{}');
    unknown constant text := (
        select string_agg(key, ', ' order by key)
          from jsonb_each(facts - array['kind', 'position', 'original', 'checked', 'source', 'relation',
                                        'document', 'picture'])
         where not kept ? key and value not in ('null', '[]'));
begin
    if unknown is not null then
        raise exception 'no such facts: %', unknown using errcode = 'invalid_parameter_value';
    end if;
end $$;

-- Imports a document with its facts, its files of texts by language, and the record of their publication
-- (without one they count as published on the day they were checked, or now). It adds only what is missing:
-- what is there stays as it is. References to other documents, and files, follow when all documents are
-- there: import_followers, import_relations, import_linked_file, import_rendition.
create or replace function site.import_document(document_key text, facts jsonb, files jsonb,
                                                its_record jsonb default null) returns void
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
        perform site.write_facts(made, its_kind,
                                 facts - array['kind', 'original', 'checked', 'relation', 'document',
                                               'picture']
                                 || jsonb_strip_nulls(jsonb_build_object(
                                        'sequence', its_record -> 'sequence',
                                        'changed_at', its_record -> 'changed')));
        perform site.refuse_unknown(made, facts);
        perform site.import_links(made, facts);
    end if;

    perform site.import_edition(made, language, file,
                                coalesce(its_record -> 'editions' -> language,
                                         jsonb_build_object('published', facts ->> 'checked')))
       from jsonb_each_text(files) as f (language, file)
      where file is not null
      order by (language = facts ->> 'original') desc, language;
    insert into site.address (kind, language, slug, document_id)
         select its_kind, a.language, slug, made
           from jsonb_each(its_record -> 'addresses') as a (language, slugs) cross
               join lateral jsonb_array_elements_text(a.slugs) slug
    on conflict do nothing;
end $$;
