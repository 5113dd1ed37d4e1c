-- SPDX-License-Identifier: EUPL-1.2
-- Outdated: whether a translation says what its original says.

-- Whether a document still has a text: that of an item that was taken off the agenda is only in editions.
-- "offset 0" makes the query call this after all other conditions.
create or replace function site.is_text_of(its_document bigint, its_field text) returns boolean
    language plpgsql stable as $$
declare
    part constant text := split_part(its_field, '.', 2);
begin
    return case split_part(its_field, '.', 1)
        when 'milestone' then exists (select from site.milestone m
                                      where m.document_id = its_document and m.key = part)
        when 'agenda' then exists (select from site.agenda_item a
                                   where a.document_id = its_document and a.key = part)
        when 'conclusion' then exists (select from site.conclusion c
                                       where c.document_id = its_document and c.number::text = part)
        when 'step' then exists (select from site.step s
                                 where s.document_id = its_document and s.number::text = part)
        when 'picture' then exists (select from site.picture p
                                    where p.document_id = its_document and p.number::text = part)
        else true end;
end $$;

-- The hash that stands for the meaning of a text of an original: that of the text of which it is a small
-- correction, or else its own.
create or replace function site.sense(original site.edition_text) returns bytea language sql immutable
    return coalesce(original.corrects, original.hash);

-- The texts of the edition ORIGINAL_ID that its translation, the edition ITS_ID, neither has nor leaves out
-- on purpose.
create or replace function site.lacking_texts(its_id bigint, original_id bigint) returns table (field text,
        hash bytea)
    language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
    select lacking.field, lacking.hash
      from (select e.document_id, o.field, site.sense(o) as hash
              from site.edition e
              join site.edition_text o on o.edition_id = e.id
             where e.id = original_id
               and not exists (select from site.edition_text t
                               where t.edition_id = its_id and t.field = o.field)
               and not exists (select from site.omitted_text t
                               where t.edition_id = its_id and t.field = o.field and t.hash = site.sense(o))
            offset 0) lacking
     where site.is_text_of(lacking.document_id, lacking.field);
end $$;

-- The fields in which the published translation ITS_ID does not say what the published original ORIGINAL_ID
-- says: the original has changed or is gone, or the translation lacks the text. Null for none.
create or replace function site.outdated_fields(its_id bigint, original_id bigint) returns text[]
    language plpgsql stable as $$
begin
    return (select array_agg(f.field order by f.field)
              from (select t.field
                      from site.edition_text t
                      left join site.edition_text o on o.edition_id = original_id and o.field = t.field
                     where t.edition_id = its_id and t.translated_from is distinct from site.sense(o)
                    union all
                    select l.field from site.lacking_texts(its_id, original_id) l) f);
end $$;

create or replace function site.compose_states(documents bigint[]) returns void language plpgsql as $$
begin
    insert into site.text_state as s (document_id, language, published, missing, drafted, outdated)
         select d.id, l.code, public.id is not null,
                public.id is null and exists (select from site.edition e
                                               where e.document_id = d.id and e.state = 'published'),
                draft.created_at,
                case when public.id is not null and l.code <> d.original
                     then site.outdated_fields(public.id, original.id) end
           from site.document d
          cross join site.language l
           left join site.edition public on public.document_id = d.id and public.language = l.code
                                            and public.state = 'published'
           left join site.edition draft on draft.document_id = d.id and draft.language = l.code
                                           and draft.state = 'draft'
           left join site.edition original on original.document_id = d.id and original.language = d.original
                                              and original.state = 'published'
          where d.id = any (documents)
    on conflict (document_id, language) do update
            set published = excluded.published, missing = excluded.missing, drafted = excluded.drafted,
                outdated = excluded.outdated
          where (s.published, s.missing, s.drafted, s.outdated)
                is distinct from (excluded.published, excluded.missing, excluded.drafted, excluded.outdated);
end $$;
