-- SPDX-License-Identifier: EUPL-1.2
-- Pictures of documents: each image is kept once however often it is sent, as the renditions that pages show.

-- Whether there is an image made from bytes with this hash. An image that nothing shows yet is kept for a day
-- after it was last sent.
create or replace function site.find_image(hash text) returns boolean language plpgsql as $$
begin
    perform site.sweep_files();
    update site.image set created_at = now() where sha256 = decode(hash, 'hex');
    return found;
end $$;

create or replace function site.keep_image(hash text) returns void language sql as $$
    insert into site.image (sha256) values (decode(hash, 'hex'))
    on conflict (sha256) do update set created_at = now();
$$;

-- Raises check_violation when the content is not of the format.
create or replace function site.keep_rendition(of_image text, its_format text, its_width integer,
                                               its_height integer, content bytea) returns void
    language plpgsql as $$
begin
    if (its_format = 'jpeg' and substr(content, 1, 3) <> '\xffd8ff')
       or (its_format = 'webp' and (substr(content, 1, 4) <> 'RIFF' or substr(content, 9, 4) <> 'WEBP')) then
        raise exception 'not of format %', its_format using errcode = 'check_violation';
    end if;
    insert into site.rendition (image, format, width, height, file)
         values (decode(of_image, 'hex'), its_format, its_width, its_height, site.keep_bytes(content))
    on conflict do nothing;
end $$;

-- Deletes images that were sent to a form that was never saved. The next sweep deletes their files.
create or replace function site.sweep_images() returns void language plpgsql as $$
begin
    delete from site.image i
     where i.created_at < now() - interval '1 day'
       and not exists (select from site.picture p where p.image = i.sha256)
       and not exists (select from site.edition e where e.facts @> site.picture_of(i.sha256));
end $$;

-- A part of the facts of every record that has the image, for "@>".
create or replace function site.picture_of(image bytea) returns jsonb language sql immutable
    return jsonb_build_object('picture', jsonb_build_array(jsonb_build_object('file', encode(image, 'hex'))));

-- ---------------------------------------------------------------------------------------------------------
-- The pictures of a record

-- The pictures in the form of its fields, without their descriptions, which are texts.
create or replace function site.picture_facts(of_document bigint) returns jsonb language plpgsql stable as $$
begin
    return (select jsonb_agg(jsonb_build_object(
                       'number', p.number::text, 'file', encode(p.image, 'hex'),
                       'lead', case when p.lead then 'yes' end,
                       'decorative', case when p.decorative then 'yes' end,
                       'credit', p.credit, 'licence', p.licence) order by p.position)
              from site.picture p where p.document_id = of_document);
end $$;

-- The numbers of the pictures in a text.
create or replace function site.pictures_in(markdown text) returns setof text language sql immutable as $$
    select distinct m[1] from regexp_matches(markdown, '!\[[^]]*\]\(\s*<?picture:([0-9]{1,6})\M', 'g') m
$$;

-- The faults of a form that only the database can find: fields ("picture.2.lead") and faults.
create or replace function site.picture_faults(form jsonb) returns table (field text, fault text)
    language plpgsql stable as $$
declare
    named constant jsonb := site.with_row_names((select d.id from site.document d
                                                  where d.key = form ->> 'key'), form);
begin
    return query
    select 'picture.' || r.place || '.upload', 'unknown' from site.form_rows(form, 'picture') r
     where not exists (select from site.image i where i.sha256 = decode(r.item ->> 'file', 'hex'))
    union all
    select 'picture.' || r.place || '.lead', 'leads' from site.form_rows(form, 'picture') r
     where r.item ? 'lead' and exists (select from site.form_rows(form, 'picture') before
                                        where before.place < r.place and before.item ? 'lead')
    union all
    select distinct 'body', 'no-picture' from site.pictures_in(form ->> 'body') n
     where not exists (select from site.form_rows(named, 'picture') r where r.item ->> 'number' = n);
end $$;

create or replace function site.write_pictures(saved bigint, facts jsonb) returns void language sql as $$
    delete from site.picture where document_id = saved;
    insert into site.picture (document_id, number, position, image, lead, decorative, credit, licence)
         select saved, (item ->> 'number')::integer, place, decode(item ->> 'file', 'hex'), item ? 'lead',
                item ? 'decorative', item ->> 'credit', item ->> 'licence'
           from site.form_rows(facts, 'picture');
$$;

-- The documents that show an image, or will once their draft is published.
create or replace function site.showing_image(shown bytea) returns setof bigint language sql stable as $$
    select p.document_id from site.picture p where p.image = shown
    union
    select e.document_id from site.edition e
     where e.facts @> site.picture_of(shown)
       and e.id = (select n.id from site.newest_edition n
                    where n.document_id = e.document_id and n.language = e.language)
$$;

-- The images of a form: the smallest rendition of each, and the other documents that show it, one in each
-- row.
create or replace function site.images_in(form jsonb, but_of text)
    returns table (file text, thumbnail text, width integer, height integer, key text, title text)
    language plpgsql stable as $$
begin
    return query
    select i.hash, encode(small.file, 'hex'), small.width, small.height, other.key::text, other.title
      from (select distinct r.item ->> 'file' as hash from site.form_rows(form, 'picture') r) i
     cross join lateral (select n.file, n.width, n.height from site.rendition n
                          where n.image = decode(i.hash, 'hex') and n.format = 'jpeg'
                          order by n.width limit 1) small
      left join lateral (select d.key, h.title
                           from site.showing_image(decode(i.hash, 'hex')) s
                           join site.document d on d.id = s
                           join site.heading h on h.document_id = d.id
                          where d.key is distinct from but_of) other on true
     order by i.hash, other.title;
end $$;

-- ---------------------------------------------------------------------------------------------------------
-- What visitors see

-- The pictures of a document as the page of an edition shows them. A picture is described in the language of
-- the page, or else in that of the original.
create or replace function site.pictures_shown(edition bigint) returns json language plpgsql stable as $$
begin
    return (select json_agg(json_build_object(
                       'number', p.number, 'lead', case when p.lead then true end,
                       'credit', p.credit, 'licence', p.licence,
                       'alternative', case when not p.decorative then coalesce(own.value, other.value) end,
                       'language', case when own.value is null then d.original else e.language end,
                       'renditions', (select json_agg(json_build_object(
                                                 'format', r.format, 'width', r.width, 'height', r.height,
                                                 'file', encode(r.file, 'hex')) order by r.width)
                                        from site.rendition r where r.image = p.image)) order by p.position)
              from site.edition e
              join site.document d on d.id = e.document_id
              join site.picture p on p.document_id = d.id
              left join site.edition_text own
                     on own.edition_id = e.id and own.field = 'picture.' || p.number
              left join site.edition o on o.document_id = d.id and o.language = d.original
                                          and o.state = 'published'
              left join site.edition_text other
                     on other.edition_id = o.id and other.field = 'picture.' || p.number
             where e.id = edition);
end $$;

-- ---------------------------------------------------------------------------------------------------------
-- Export and import

-- The files of the pictures of a document, with their names.
create or replace function site.export_renditions(its_id bigint)
    returns table (number integer, file bytea, name text, width integer, height integer)
    language plpgsql stable as $$
begin
    return query
    select p.number, r.file, format('picture-%s-%s.%s', p.number, r.width,
                                    case r.format when 'jpeg' then 'jpg' else r.format end),
           r.width, r.height
      from site.picture p join site.rendition r on r.image = p.image
     where p.document_id = its_id
     order by p.number, r.width, r.format;
end $$;

-- The pictures of a record as facts, with the files of each.
create or replace function site.export_pictures(its_id bigint) returns jsonb language plpgsql stable as $$
begin
    return (select jsonb_agg(f.item || jsonb_build_object(
                       'files', (select jsonb_agg(jsonb_build_object('file', r.name, 'width', r.width,
                                                                     'height', r.height))
                                   from site.export_renditions(its_id) r
                                  where r.number::text = f.item ->> 'number'))
                   order by f.place)
              from site.form_rows(jsonb_strip_nulls(jsonb_build_object(
                       'picture', site.picture_facts(its_id))), 'picture') f);
end $$;

-- Adds file N of the picture that is item PLACE (both from 1) of the pictures of a record, and with the first
-- file the picture itself, unless the document has one with its number already.
create or replace function site.import_rendition(document_key text, facts jsonb, place integer, n integer,
                                                 content bytea) returns void
    language plpgsql as $$
declare
    its_document constant bigint := (select id from site.document where key = document_key);
    item constant jsonb := facts -> 'picture' -> (place - 1);
    file constant jsonb := item -> 'files' -> (n - 1);
begin
    perform site.keep_image(item ->> 'file');
    perform site.keep_rendition(item ->> 'file', case when file ->> 'file' like '%.webp' then 'webp'
                                                       else 'jpeg' end,
                                (file ->> 'width')::integer, (file ->> 'height')::integer, content);
    insert into site.picture (document_id, number, position, image, lead, decorative, credit, licence)
         values (its_document, (item ->> 'number')::integer, place, decode(item ->> 'file', 'hex'),
                 item ? 'lead'
                 and not exists (select from site.picture p where p.document_id = its_document and p.lead),
                 item ? 'decorative', item ->> 'credit', item ->> 'licence')
    on conflict (document_id, number) do nothing;
    perform site.note(array[its_document]);
end $$;
