-- SPDX-License-Identifier: EUPL-1.2
-- What visitors see, one row a line, with keys of documents, since their ids are new. Suggestions for
-- mistyped words are left out: they have words of former texts.
select 'page',
       (to_jsonb(t) - 'document_id' || jsonb_build_object('content', t.content::text))::text
  from visitor.page t order by 2;
select 'meeting', (to_jsonb(t) - 'document_id')::text from visitor.meeting t order by 2;
select 'conclusion', d.key, (to_jsonb(t) - 'document_id')::text
  from visitor.conclusion t join site.document d on d.id = t.document_id order by 2, 3;
select 'register_item', (to_jsonb(t) - 'document_id')::text from visitor.register_item t order by 2;
select 'register_place', d.key, (to_jsonb(t) - 'document_id')::text
  from visitor.register_place t join site.document d on d.id = t.document_id order by 2, 3;
select 'register_count', to_jsonb(t)::text from visitor.register_count t where n <> 0 order by 2;
select 'presidency', to_jsonb(t)::text from visitor.presidency t order by 2;
select 'area', to_jsonb(t)::text from visitor.area t order by 2;
select 'file', to_jsonb(t)::text from visitor.file t order by 2;
select 'piece', to_jsonb(t)::text from visitor.file_piece t order by 2;
select 'searchable', d.key, (to_jsonb(t) - 'document_id')::text
  from visitor.searchable t join site.document d on d.id = t.document_id order by 2, 3;
select 'address', t.kind, t.language, t.slug, d.key
  from visitor.address t join site.document d on d.id = t.document_id
 where exists (select from visitor.page p where p.document_id = d.id) order by 2, 3, 4;
-- Except the forum that an import makes earlier than the site did: export_history.sql.
select 'order', string_agg(p.key, ' ' order by p.document_id)
  from visitor.page p where p.for_language = 'nl' and p.key <> 'late';
select 'news', string_agg(p.key, ' ' order by p.changed desc, p.document_id desc)
  from visitor.page p where p.for_language = 'nl';
