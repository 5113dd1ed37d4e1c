-- SPDX-License-Identifier: EUPL-1.2
-- Merging the changes of two authors to one record.

-- Merges FORM with what is saved now. Both began with the edition that is the base of FORM; a member that one
-- of them did not touch becomes what the other made of it. Where both have changed a member, FORM's stays,
-- and CONFLICTS has its name ("place", "conclusion.2.text", "agenda.3" for a row that one of them deleted).
-- THEIRS is what is saved now, and becomes the base of FORM.
create or replace function site.merge_record(INOUT form jsonb, out theirs jsonb, out conflicts text[])
    language plpgsql stable as $$
declare
    its_id constant bigint := (select d.id from site.document d where d.key = form ->> 'key');
    base   jsonb;
    merged record;
begin
    theirs := site.record_form(its_id);
    base := coalesce((select site.record_form(its_id, e.id) from site.edition e
                       where e.id = (form ->> 'base')::bigint and e.document_id = its_id), theirs);
    select * into merged from site.merge_forms(base - 'base', form - 'base', theirs - 'base');
    form := merged.form || jsonb_build_object('base', theirs -> 'base');
    conflicts := merged.conflicts;
end $$;

create or replace function site.merge_forms(base jsonb, mine jsonb, theirs jsonb, out form jsonb,
                                            out conflicts text[])
    language plpgsql immutable as $$
declare
    member text;
    rows   record;
begin
    form := '{}';
    conflicts := '{}';
    for member in select jsonb_object_keys(mine || theirs) order by 1 loop
        if 'array' in (jsonb_typeof(mine -> member), jsonb_typeof(theirs -> member)) then
            select * into rows from site.merge_rows(coalesce(base -> member, '[]'),
                                                    coalesce(mine -> member, '[]'),
                                                    coalesce(theirs -> member, '[]'));
            form := form || jsonb_build_object(member, rows.items);
            conflicts := conflicts || array(select member || '.' || c from unnest(rows.conflicts) c);
        elsif mine -> member is not distinct from base -> member then
            form := form || jsonb_build_object(member, theirs -> member);
        else
            form := form || jsonb_build_object(member, mine -> member);
            if theirs -> member is distinct from base -> member
               and theirs -> member is distinct from mine -> member then
                conflicts := conflicts || member;
            end if;
        end if;
    end loop;
    form := jsonb_strip_nulls(form);
end $$;

-- The rows of a form, each with an id by which it is known in several versions: the name of a row with a
-- text, or else the thing that it is about, and a number among rows about the same.
create or replace function site.known_rows(items jsonb) returns table (place bigint, item jsonb, id text)
    language sql immutable as $$
    select n, value, what || '#' || row_number() over (partition by what order by n)
      from (select n, value, coalesce(value ->> 'from', value ->> 'key', value ->> 'number',
                                      value ->> 'party', value ->> 'border', value ->> 'document',
                                      value ->> 'file', value ->> 'url', value::text) as what
              from jsonb_array_elements(items) with ordinality t (value, n)) named
     order by n
$$;

-- The same for the rows of a group. They have the order of MINE, unless only the other author has changed it;
-- rows that the other has added come last.
create or replace function site.merge_rows(base jsonb, mine jsonb, theirs jsonb, out items jsonb,
                                           out conflicts text[])
    language plpgsql immutable as $$
declare
    reordered constant boolean := not array(select id from site.known_rows(mine))
                                      = array(select id from site.known_rows(base));
    one     record;
    members record;
begin
    items := '[]';
    conflicts := '{}';
    for one in
        select b.item as base, m.item as mine, t.item as theirs
          from site.known_rows(mine) m
          full join site.known_rows(theirs) t using (id)
          left join site.known_rows(base) b using (id)
         order by case when reordered then m.place else t.place end nulls last, t.place, m.place
    loop
        if (one.mine is null and one.theirs = one.base) or (one.theirs is null and one.mine = one.base) then
            continue;   -- deleted by one, and not touched by the other
        elsif one.base is not null and (one.mine is null or one.theirs is null) then
            items := items || coalesce(one.mine, one.theirs);
            conflicts := conflicts || jsonb_array_length(items)::text;
        elsif one.mine is null or one.theirs is null then
            items := items || coalesce(one.mine, one.theirs);
        else
            select * into members from site.merge_forms(coalesce(one.base, '{}'), one.mine, one.theirs);
            items := items || members.form;
            conflicts := conflicts || array(select jsonb_array_length(items) || '.' || c
                                              from unnest(members.conflicts) c);
        end if;
    end loop;
end $$;
