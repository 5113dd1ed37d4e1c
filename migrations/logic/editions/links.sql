-- SPDX-License-Identifier: EUPL-1.2
-- Links: which documents refer to a document.

-- Other documents that refer to one: by a link in a public text ('link', with the languages), because it took
-- up conclusions of theirs ('taken-up', with the numbers), because they belong to it ('relation', with the
-- numbers of its conclusions), or as meetings of the forum that it is ('meeting').
create or replace function site.used_on(used bigint) returns table (document_id bigint, reason text,
        detail text)
    language plpgsql stable as $$
begin
    return query
    select e.document_id, 'link', string_agg(distinct e.language::text, ', ')
      from site.document d
      join site.text_link l on l.key = d.key
      join site.edition e on e.id = l.edition_id and e.state = 'published'
     where d.id = used and e.document_id <> used
     group by e.document_id
    union all
    select c.document_id, 'taken-up', string_agg(c.number::text, ', ' order by c.number)
      from site.conclusion c where c.taken_up_by = used group by c.document_id
    union all
    select r.document_id, 'relation', string_agg(r.conclusion::text, ', ' order by r.conclusion)
      from site.relation r where r.target = used group by r.document_id
    union all
    select m.document_id, 'meeting', null
      from site.meeting m join site.document d on d.id = m.document_id
          where m.forum = used and d.archived_at is null;
end $$;
