-- SPDX-License-Identifier: EUPL-1.2
-- Documents by name.

create or replace function site.is_public(its_id bigint) returns boolean language plpgsql stable as $$
begin
    return exists (select from site.edition e where e.document_id = its_id and e.state = 'published');
end $$;

-- A document that is in no menu, as a page names it: with its kind, and its address and titles in the
-- language of the page if it has that one.
create or replace function site.named(its_id bigint, in_language text) returns json
    language plpgsql stable as $$
begin
    return (select json_build_object('key', d.key, 'kind', d.kind, 'slug', s.slug, 'title', t.value, 'short',
                                     short.value, 'language', s.language)
              from site.document d
              join site.edition_shown s on s.document_id = d.id and s.for_language = in_language
              join site.edition_text t on t.edition_id = s.id and t.field = 'title'
              join site.edition_text short on short.edition_id = s.id and short.field = 'short'
             where d.id = its_id);
end $$;

create or replace view visitor.language with (security_barrier) as
    select code::text, position from site.language;
