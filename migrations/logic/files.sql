-- SPDX-License-Identifier: EUPL-1.2
-- Files: kept in pieces, and known by the hash of their content.

-- Keeps a PDF, and returns its hash. Raises check_violation when the content is no PDF or too large. A file
-- to which nothing links yet is kept for a day after it was last sent.
create or replace function site.keep_file(content bytea) returns bytea language plpgsql as $$
begin
    if substr(content, 1, 5) <> '%PDF-' then
        raise exception 'not a PDF' using errcode = 'check_violation';
    end if;
    return site.keep_bytes(content);
end $$;

create or replace function site.keep_bytes(content bytea) returns bytea language plpgsql as $$
declare
    hash constant bytea := sha256(content);
begin
    insert into site.file as f (sha256, size) values (hash, length(content)) on conflict (sha256) do update
        set created_at = now();
    if not exists (select from site.file_piece p where p.sha256 = hash) then
        insert into site.file_piece (sha256, position, bytes)
             select hash, n, substr(content, n * 262144 + 1, 262144)
                 from generate_series(0, (length(content) - 1) / 262144) n;
    end if;
    return hash;
end $$;

-- Keeps a file that an editor uploads.
create or replace function site.upload_file(content bytea) returns text language plpgsql as $$
begin
    perform site.sweep_files();
    return encode(site.keep_file(content), 'hex');
end $$;

-- Deletes files that were uploaded to a form that was never saved.
create or replace function site.sweep_files() returns void language plpgsql as $$
begin
    perform site.sweep_images();
    delete from site.file f
     where f.created_at < now() - interval '1 day' and not exists (select from site.link l
             where l.file = f.sha256)
       and not exists (select from site.rendition r where r.file = f.sha256)
       and not exists (select from site.edition e
                        where e.facts @> jsonb_build_object('document', jsonb_build_array(
                                  jsonb_build_object('file', encode(f.sha256, 'hex')))));
end $$;

-- The documents of a record as its page shows them.
create or replace function site.links_shown(of_document bigint) returns json language plpgsql stable as $$
begin
    return (select json_agg(json_build_object('number', l.position, 'url', l.url,
                                              'file', encode(l.file, 'hex'), 'size', f.size,
                                              'title', l.title, 'language', l.language) order by l.position)
              from site.link l left join site.file f on f.sha256 = l.file
             where l.document_id = of_document);
end $$;

-- The same in the form of its fields.
create or replace function site.link_facts(of_document bigint) returns jsonb language plpgsql stable as $$
begin
    return (select jsonb_agg(jsonb_build_object('title', l.title, 'language', l.language, 'url', l.url,
                                                'file', encode(l.file, 'hex')) order by l.position)
              from site.link l where l.document_id = of_document);
end $$;

create or replace function site.link_faults(form jsonb) returns table (field text, fault text)
    language plpgsql stable as $$
begin
    return query
    select 'document.' || r.place || '.file', 'unknown' from site.form_rows(form, 'document') r
     where r.item ? 'file' and not exists (select from site.file f
                                            where f.sha256 = decode(r.item ->> 'file', 'hex'));
end $$;

create or replace function site.write_links(saved bigint, facts jsonb) returns void language sql as $$
    delete from site.link where document_id = saved;
    insert into site.link (document_id, position, url, file, title, language)
         select saved, place, item ->> 'url', decode(item ->> 'file', 'hex'), item ->> 'title',
                item ->> 'language'
           from site.form_rows(facts, 'document');
$$;

-- Imports the documents that are links; files have a function of their own: import_linked_file.
create or replace function site.import_links(made bigint, facts jsonb) returns void language sql as $$
    insert into site.link (document_id, position, url, title, language)
         select made, coalesce((item ->> 'number')::integer, place), item ->> 'url', item ->> 'title',
                item ->> 'language'
           from site.form_rows(facts, 'document')
          where item ? 'url';
$$;

-- Adds the file that is item PLACE (from 1) of the documents of a record, in that place, unless the document
-- has it as often already.
create or replace function site.import_linked_file(document_key text, facts jsonb, place integer,
                                                   content bytea) returns void
    language plpgsql as $$
declare
    its_document constant bigint := (select id from site.document where key = document_key);
    item        constant jsonb := facts -> 'document' -> (place - 1);
    hash        constant bytea := site.keep_file(content);
    wanted      integer := coalesce((item ->> 'number')::integer, place);
begin
    if (select count(*) from site.link l where l.document_id = its_document and l.file = hash)
       >= (select count(*) from jsonb_array_elements(facts -> 'document') with ordinality as t (other, n)
            where n <= place and other ->> 'file' = item ->> 'file') then
        return;
    end if;
    if exists (select from site.link l where l.document_id = its_document and l.position = wanted) then
        wanted := (select max(l.position) + 1 from site.link l where l.document_id = its_document);
    end if;
    insert into site.link (document_id, position, file, title, language)
         values (its_document, wanted, hash, item ->> 'title', item ->> 'language');
end $$;

-- The documents of a record. The name of a file has its first place and title.
create or replace function site.export_links(its_id bigint) returns table (place integer, url text,
        title text, language text, file bytea, name text)
    language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    select l.position, l.url::text, l.title, l.language::text, l.file,
           case when l.file is not null then
               first_value(l.position || '-' || coalesce(nullif(site.slug_of(l.title, l.language), ''),
                                                         'document') || '.pdf')
                   over (partition by l.file order by l.position) end
      from site.link l where l.document_id = its_id order by l.position;
end $$;

-- The files that a public page links to or shows, by their format.
create or replace view visitor.file with (security_barrier) as
    select distinct on (f.sha256) encode(f.sha256, 'hex') as sha256, f.sha256 as hash, f.size, u.title,
           u.format
      from site.file f
      join (select l.file, l.document_id, l.position, l.title, 'pdf' as format from site.link l
            union all
            select r.file, p.document_id, p.position, '', r.format
              from site.rendition r join site.picture p on p.image = r.image) u on u.file = f.sha256
     where exists (select from visitor.page p where p.document_id = u.document_id)
     order by f.sha256, u.document_id, u.position;

create or replace view visitor.file_piece with (security_barrier) as
    select sha256 as hash, position, bytes from site.file_piece c
     where exists (select from site.link l join visitor.page p using (document_id) where l.file = c.sha256)
        or exists (select from site.rendition r join site.picture i on i.image = r.image
                     join visitor.page p using (document_id) where r.file = c.sha256);
