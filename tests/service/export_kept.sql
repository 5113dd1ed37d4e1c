-- SPDX-License-Identifier: EUPL-1.2
-- What editors rely on and visitors do not see.
select 'stale', d.key, o.language, o.field
  from (select document_id, language, unnest(outdated) as field from site.text_state) o
  join site.document d on d.id = o.document_id order by 2, 3, 4;
select 'from', d.key, e.language, t.field, encode(t.translated_from, 'hex')
  from site.edition e join site.document d on d.id = e.document_id
  join site.edition_text t on t.edition_id = e.id where e.state = 'published' order by 2, 3, 4;
select 'omitted', d.key, e.language, o.field, encode(o.hash, 'hex')
  from site.edition e join site.document d on d.id = e.document_id
  join site.omitted_text o on o.edition_id = e.id where e.state = 'published' order by 2, 3, 4;
select 'presides', d.key, m.presided, m.sequence, m.changed_at,
       array(select p from site.presiding(m.document_id) p order by 1)
  from site.meeting m join site.document d on d.id = m.document_id
 where exists (select from visitor.meeting v where v.document_id = m.document_id) order by 2;
select 'place', to_jsonb(p)::text from site.place p order by 2;
select 'party', to_jsonb(p)::text from site.party p order by 2;
select 'border', to_jsonb(b)::text from site.border b order by 2;
