-- SPDX-License-Identifier: EUPL-1.2
-- Addresses and keys: each belongs to one document at most.

-- Whether another document is public at an address.
create or replace function site.is_taken(for_document bigint, its_kind text, for_language text,
                                         wanted text) returns boolean
    language plpgsql stable as $$
begin
    return exists (select from site.address a
                     join site.edition e on e.document_id = a.document_id and e.language = a.language
                         and e.state = 'published' and e.slug = a.slug
                    where a.kind = its_kind and a.language = for_language and a.slug = wanted
                        and a.document_id <> for_document);
end $$;

-- An address for a text with this title that no other document of its kind has, had, or has in a draft.
create or replace function site.suggested_slug(for_document bigint, for_language text,
                                               title text) returns text
    language plpgsql as $$
declare
    its_kind text;
    its_key  text;
begin
    select d.kind, d.key into strict its_kind, its_key from site.document d where d.id = for_document;
    return site.free_name(
        its_kind || ' in ' || for_language,
        coalesce(nullif(site.slug_of(title, for_language), ''), its_key),
        format('select exists (select from site.address a
                                where a.kind = %1$L and a.language = %2$L and a.slug = $1
                                    and a.document_id <> %3$s)
                    or exists (select from site.edition e join site.document d on d.id = e.document_id
                                where e.slug = $1 and e.language = %2$L and e.state = ''draft''
                                  and d.kind = %1$L
                                      and d.id <> %3$s)', its_kind, for_language, for_document));
end $$;

-- WANTED, or WANTED followed by the first number for which TAKEN, a query with the name as $1, returns false.
-- Transactions that look for a name in the same SPACE wait for each other, so that no two take the same one.
create or replace function site.free_name(space text, wanted text, taken text) returns text
    language plpgsql as $$
declare
    result   text := wanted;
    is_taken boolean;
begin
    perform pg_advisory_xact_lock(hashtext('names of ' || space));
    for number in 2 .. 10000 loop
        execute taken into is_taken using result;
        exit when not is_taken;
        result := btrim(left(wanted, 99 - length(number::text)), '-') || '-' || number;
    end loop;
    return result;
end $$;

-- A key for a new document.
create or replace function site.free_key(wanted text) returns text language plpgsql as $$
begin
    return site.free_name('documents', btrim(left(wanted, 90), '-'),
                          'select exists (select from site.document where key = $1)');
end $$;

-- Every address that is or was public.
create or replace view visitor.address with (security_barrier) as
    select kind, language, slug, document_id from site.address;
