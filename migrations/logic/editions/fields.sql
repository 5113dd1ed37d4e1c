-- SPDX-License-Identifier: EUPL-1.2
-- Fields: the texts that a document may have, in the order in which an editor writes them: those of its kind,
-- then those of its rows.
create or replace function site.editable_fields(for_document bigint) returns table (field text, place integer)
    language sql stable as $$
    select f.field, (row_number() over (order by f.part, f.place))::integer
      from site.document d
      join site.kind k on k.name = d.kind
     cross join lateral (
           select 0 as part, n as place, name as field from unnest(k.texts) with ordinality t (name, n)
           union all select * from site.row_fields(d.id)) f
     where d.id = for_document
$$;

-- The texts of the rows of a record: of the public rows, and of those in a draft.
create or replace function site.row_fields(of_document bigint)
    returns table (part integer, place bigint, field text) language plpgsql stable as $$
begin
    return query
    select g.part, min(r.place)::bigint, g.name || '.' || (r.item ->> t.row_name)
      from (values (1, 'milestone'), (2, 'agenda'), (3, 'conclusion'), (4, 'step'),
                   (5, 'picture')) as g (part, name)
      join site.text_group t on t.name = g.name
     cross join (select site.record_facts(of_document) as facts
                 union all
                 select e.facts from site.newest_edition n
                   join site.document d on d.id = n.document_id and d.original = n.language
                   join site.edition e on e.id = n.id
                  where n.document_id = of_document) known
     cross join lateral site.form_rows(known.facts, g.name) r
     group by 1, 3;
end $$;
