-- SPDX-License-Identifier: EUPL-1.2
-- Gives one of the made-up meetings sixty conclusions, as a long ministerial meeting has. Run by a superuser,
-- since a published edition never changes.
begin;
set local session_replication_role = replica;
insert into site.conclusion (document_id, number, state)
  select id, c, 'open' from site.document, generate_series(3, 60) c where key = 'made-50';
insert into site.edition_text (edition_id, field, value)
  select e.id, 'conclusion.' || c, 'De ministers komen punt ' || c || ' overeen.'
    from site.edition e join site.document d on d.id = e.document_id, generate_series(3, 60) c
   where d.key = 'made-50';
set local session_replication_role = origin;
select site.compose(array(select id from site.document where key = 'made-50')) \g /dev/null
commit;
