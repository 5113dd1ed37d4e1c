-- SPDX-License-Identifier: EUPL-1.2
-- The register: obstacles and practices.

-- Steps are in the order of their dates; steps that were struck out do not count.
create or replace function site.step_follows() returns trigger language plpgsql as $$
begin
    if not new.struck and exists (
           select from site.step s
            where s.document_id = new.document_id and s.number <> new.number and not s.struck
              and case when s.number < new.number then site.first_day(s.date) > site.last_day(new.date)
                       else site.last_day(s.date) < site.first_day(new.date) end) then
        raise exception 'step % is not in its order', new.number using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- Whether visitors have ever seen a step; it cannot be deleted then.
create or replace function site.step_was_public(of_document bigint, its_number integer) returns boolean
    language plpgsql stable as $$
begin
    return exists (select from site.edition e join site.edition_text t on t.edition_id = e.id
                   and t.field = 'step.' || its_number
                    where e.document_id = of_document and e.state in ('published', 'superseded'));
end $$;

-- The public steps: a step is public when its reason is, in any language.
create or replace view site.public_step as
    select distinct s.document_id, s.number, s.date, s.status, s.struck
      from site.step s
      join site.edition e on e.document_id = s.document_id and e.state = 'published'
      join site.edition_text t on t.edition_id = e.id and t.field = 'step.' || s.number;

-- What the page of an obstacle or a practice shows beside its texts: {"field": …, "borders": […], "steps":
-- […], …}. Parties and borders are keys, whose names are in visitor.area.
create or replace function site.register_shown(edition bigint, in_language text) returns json
    language plpgsql stable as $$
begin
    return (select json_build_object(
        'field', i.field, 'since', i.since, 'provision_url', i.provision_url, 'instrument_url',
        i.instrument_url,
        'contact', i.contact_party, 'contact_url', i.contact_url,
        'borders', (select json_agg(b.border order by b.border) from site.register_border b
                    where b.document_id = i.document_id),
        'concerned', (select json_agg(p.party order by p.position) from site.register_party p
                      where p.document_id = i.document_id and p.role = 'concerned'),
        'authorities', (select json_agg(p.party order by p.position) from site.register_party p
                        where p.document_id = i.document_id and p.role = 'authority'),
        'steps', (select json_agg(json_build_object('number', s.number, 'date', s.date, 'status', s.status,
                                                    'struck', nullif(s.struck, false), 'text', t.value)
                                  order by s.number)
                    from site.public_step s
                    left join site.edition_text t on t.edition_id = e.id and t.field = 'step.' || s.number
                   where s.document_id = i.document_id))
      from site.edition e join site.register_item i on i.document_id = e.document_id
     where e.id = edition);
end $$;

-- The rows of obstacles and practices in the lists.
create or replace function site.compose_register(shown bigint[]) returns void language plpgsql as $$
begin
    delete from visitor.register_place where document_id = any (shown);
    delete from visitor.register_item where document_id = any (shown);
    with last as (
        select distinct on (s.document_id) s.document_id, s.status, s.date
          from site.public_step s where s.document_id = any (shown) and not s.struck
         order by s.document_id, s.number desc),
    opened as (
        select s.document_id, extract(year from min(site.first_day(s.date)))::integer as year
          from site.public_step s where s.document_id = any (shown) and not s.struck
         group by s.document_id)
    insert into visitor.register_item (document_id, for_language, kind, key, field, status, date, day, areas,
                                       language, slug, title, summary, changed, opened)
    select p.document_id, p.for_language, p.kind, p.key, i.field, last.status, coalesce(last.date, i.since),
           coalesce(site.first_day(coalesce(last.date, i.since)), '0001-01-01'),
           array(select border::text from site.register_border b where b.document_id = i.document_id
                 order by border)
               || array(select c.party::text from site.register_party c
                        where c.document_id = i.document_id and c.role = 'concerned' order by c.position),
           p.language, p.slug, p.title, p.summary, p.changed, opened.year
      from visitor.page p
      join site.register_item i on i.document_id = p.document_id
      left join last on last.document_id = i.document_id
      left join opened on opened.document_id = i.document_id
     where p.document_id = any (shown) and (i.kind = 'practice' or last.status is not null);

    insert into visitor.register_place (kind, area, field, status, day, document_id)
    select distinct i.kind, a.area, i.field, coalesce(i.status, ''), i.day, i.document_id
      from visitor.register_item i
     cross join lateral (select '' as area
                         union select unnest(i.areas)
                         union select d.key from site.relation r join site.document d on d.id = r.target
                                where r.document_id = i.document_id and d.kind in ('topic', 'partner')) a
     where i.document_id = any (shown);
end $$;

-- Keeps the counts while items are composed; only one transaction composes at a time (site.compose).
create or replace function site.count_places() returns trigger language plpgsql as $$
begin
    insert into visitor.register_count as c (kind, area, field, status, n)
         select kind, area, field, status, case tg_op when 'INSERT' then count(*) else -count(*) end
           from changed group by kind, area, field, status order by kind, area, field, status
    on conflict (kind, area, field, status) do update set n = c.n + excluded.n;
    return null;
end $$;

create or replace function site.count_obstacles() returns trigger language plpgsql as $$
begin
    insert into visitor.register_year as c (for_language, opened, ended, solved, n)
         select for_language, opened, ended, status = 'solved',
                case tg_op when 'INSERT' then count(*) else -count(*) end
           from changed
          cross join lateral (select case when status in ('solved', 'closed')
                                          then extract(year from day)::integer else 0 end) e (ended)
          where kind = 'obstacle' and opened > 0
          group by 1, 2, 3, 4
    on conflict (for_language, opened, ended, solved) do update set n = c.n + excluded.n;
    return null;
end $$;

-- The names of areas, and their codes: ISO 3166, and a URI in the EU's authority tables. A topic or partner
-- that is an area has its name in visitor.page.
create or replace view visitor.area with (security_barrier) as
    select b.key::text, 'border' as kind, l.code::text as for_language,
        (one.name ->> l.code) || ' – ' || (other.name ->> l.code) as name, null as code, null as authority
      from site.border b
      join site.party one on one.key = b.one
      join site.party other on other.key = b.other
     cross join site.language l
    union all
    select p.key, p.kind, l.code::text, p.name ->> l.code,
           case p.kind when 'country' then p.key::text else p.code end, p.authority
      from site.party p cross join site.language l;

-- The facts of an obstacle or a practice in the tables, in the form of its fields; null for other documents.
create or replace function site.register_facts(of_document bigint) returns jsonb language plpgsql stable as $$
begin
    return (select site.facts_of(to_jsonb(i)) || jsonb_build_object(
        'border', (select jsonb_agg(jsonb_build_object('border', b.border) order by b.border)
                     from site.register_border b where b.document_id = i.document_id),
        'concerned', site.register_party_facts(i.document_id, 'concerned'),
        'authority', site.register_party_facts(i.document_id, 'authority'),
        'step', (select jsonb_agg(jsonb_build_object('number', s.number::text, 'date', s.date,
                                                     'status', s.status,
                                                     'struck', case when s.struck then 'yes' end)
                                  order by s.number)
                   from site.step s where s.document_id = i.document_id),
        'relation', (select jsonb_agg(jsonb_build_object('document', o.key, 'conclusion', r.conclusion::text)
                                      order by r.position)
                       from site.relation r join site.document o on o.id = r.target
                      where r.document_id = i.document_id))
      from site.register_item i where i.document_id = of_document);
end $$;

create or replace function site.register_party_facts(of_document bigint, in_role text) returns jsonb
    language sql stable
    return (select jsonb_agg(jsonb_build_object('party', p.party) order by p.position)
              from site.register_party p where p.document_id = of_document and p.role = in_role);

-- Marks the steps of a form that visitors have seen, which cannot be deleted.
create or replace function site.mark_public_steps(of_document bigint, form jsonb) returns jsonb
    language plpgsql stable as $$
begin
    return case when form ? 'step' then form || (
        select jsonb_build_object('step', jsonb_agg(
                   r.item || case when site.step_was_public(of_document, (r.item ->> 'number')::integer)
                                  then '{"public": "yes"}'::jsonb else '{}' end order by r.place))
          from site.form_rows(form, 'step') r)
        else form end;
end $$;

-- The faults of a form that only the database can find: fields ("step.2.date") and faults. BEFORE is the form
-- as it was saved.
create or replace function site.register_faults(of_kind text, before jsonb, form jsonb)
    returns table (field text, fault text)
    language plpgsql stable as $$
declare
    its_document constant bigint := (select d.id from site.document d where d.key = form ->> 'key');
begin
    return query
    select g.name || '.' || r.place || '.party', case when p.key is null then 'unknown' else 'taken' end
      from unnest(array['concerned', 'authority']) as g (name)
     cross join lateral site.form_rows(form, g.name) r
      left join site.party p on p.key = r.item ->> 'party'
     where p.key is null
        or exists (select from site.form_rows(form, g.name) before
                   where before.place < r.place and before.item ->> 'party' = r.item ->> 'party')
    union all
    select 'border.' || r.place || '.border', case when b.key is null then 'unknown' else 'taken' end
      from site.form_rows(form, 'border') r
      left join site.border b on b.key = r.item ->> 'border'
     where b.key is null
        or exists (select from site.form_rows(form, 'border') before
                   where before.place < r.place and before.item ->> 'border' = r.item ->> 'border')
    union all
    select 'contact_party', 'unknown' where form ? 'contact_party' and not exists (select from site.party p
            where p.key = form ->> 'contact_party')
    union all
    select * from site.relation_faults(its_document, form)
    union all
    select * from site.step_faults(before, form)
    union all
    select 'step.1.date', 'missing' where of_kind = 'obstacle' and not exists (select
            from site.form_rows(form, 'step'))
    union all
    select 'step.1.struck', 'only' where of_kind = 'obstacle' and not exists (select
            from site.form_rows(form, 'step') r where not r.item ? 'struck')
        and exists (select from site.form_rows(form, 'step'));
end $$;

create or replace function site.write_register(saved bigint, of_kind text, before jsonb, facts jsonb)
    returns void language plpgsql as $$
begin
    perform site.write_row('site.register_item', saved, of_kind, facts);
    if before -> 'border' is distinct from facts -> 'border' then
        delete from site.register_border where document_id = saved;
        insert into site.register_border (document_id, border)
             select saved, item ->> 'border' from site.form_rows(facts, 'border');
    end if;
    if (before -> 'concerned', before -> 'authority')
       is distinct from (facts -> 'concerned', facts -> 'authority') then
        delete from site.register_party where document_id = saved;
        insert into site.register_party (document_id, role, party, position)
             select saved, g.role, r.item ->> 'party', r.place
               from unnest(array['concerned', 'authority']) as g (role)
              cross join lateral site.form_rows(facts, g.role) r;
    end if;
    if before -> 'relation' is distinct from facts -> 'relation' then
        delete from site.relation where document_id = saved;
        insert into site.relation (document_id, position, target, conclusion)
             select saved, r.place, o.id, (r.item ->> 'conclusion')::integer
               from site.form_rows(facts, 'relation') r join site.document o on o.key = r.item ->> 'document';
    end if;
    if before -> 'step' is distinct from facts -> 'step' then
        perform site.write_steps(saved, facts);
    end if;
end $$;

-- Steps can be added and struck out. A step that visitors have seen cannot be deleted.
create or replace function site.write_steps(saved bigint, facts jsonb) returns void language plpgsql as $$
begin
    delete from site.step s
     where s.document_id = saved and not site.step_was_public(saved, s.number)
       and not exists (select from site.form_rows(facts, 'step') r
                        where r.item ->> 'number' = s.number::text);
    -- Steps that are struck out come first, since new ones may have earlier dates.
    insert into site.step (document_id, number, date, status, struck)
         select saved, (r.item ->> 'number')::integer, r.item ->> 'date', r.item ->> 'status',
                r.item ? 'struck'
           from site.form_rows(facts, 'step') r
          order by not r.item ? 'struck', (r.item ->> 'number')::integer
    on conflict (document_id, number) do update set struck = excluded.struck
          where site.step.struck <> excluded.struck;
end $$;

-- The filters of the register with their numbers of items: rows ('field' | 'status' | 'area', key, n), while
-- the other two filters are as given, and ('all', status, n) for the whole register. A filter that is null
-- lets everything through.
create or replace function visitor.register_counts(of_kind text, in_area text, of_field text,
                                                   of_status text) returns table (choice text, key text,
                                                           n bigint)
    language plpgsql stable set search_path = visitor, pg_catalog, pg_temp as $$
begin
    return query
    select 'all', c.status, sum(c.n) from register_count c where c.kind = of_kind and c.area = ''
        group by c.status
    union all
    select 'field', c.field, sum(c.n) from register_count c
     where c.kind = of_kind and c.area = coalesce(in_area, '') and (of_status is null or c.status = of_status)
         group by c.field
    union all
    select 'status', c.status, sum(c.n) from register_count c
     where c.kind = of_kind and c.area = coalesce(in_area, '') and (of_field is null or c.field = of_field)
         group by c.status
    union all
    select 'area', c.area, sum(c.n) from register_count c
     where c.kind = of_kind and c.area <> '' and (of_field is null or c.field = of_field)
         and (of_status is null or c.status = of_status) group by c.area;
end $$;

-- The ids of at most MOST obstacles or practices that INPUT finds; null when there is nothing to look for in
-- it.
create or replace function visitor.register_found(in_language text, of_kind text, input text,
                                                  most integer) returns bigint[]
    language plpgsql stable set search_path = visitor, pg_catalog, pg_temp as $$
declare
    wanted constant tsquery := query_of(in_language, input) && format('''=%s''', of_kind)::tsquery;
begin
    return case when wanted is not null then
        array(select s.document_id from searchable s where s.language = in_language
              and s.words @@ wanted limit most) end;
end $$;

-- Imports what an obstacle or a practice belongs to, once all documents are there, unless it has such
-- relations already.
create or replace function site.import_relations(document_key text, facts jsonb) returns void
    language sql as $$
    insert into site.relation (document_id, position, target, conclusion)
         select d.id, r.place, o.id, (r.item ->> 'conclusion')::integer
           from site.document d
          cross join site.form_rows(facts, 'relation') r
           join site.document o on o.key = r.item ->> 'document'
          where d.key = document_key and not exists (select from site.relation r where r.document_id = d.id);
$$;

create or replace trigger step_follows before insert or update on site.step
    for each row execute function site.step_follows();
create or replace trigger count_inserted after insert on visitor.register_place
    referencing new table as changed for each statement execute function site.count_places();
create or replace trigger count_deleted after delete on visitor.register_place
    referencing old table as changed for each statement execute function site.count_places();
create or replace trigger count_inserted after insert on visitor.register_item
    referencing new table as changed for each statement execute function site.count_obstacles();
create or replace trigger count_deleted after delete on visitor.register_item
    referencing old table as changed for each statement execute function site.count_obstacles();

-- The documents to which an obstacle or a practice belongs, and those that belong to a document.
create or replace function site.relations_shown(of_document bigint, in_language text) returns json
    language plpgsql stable as $$
begin
    return (select json_agg(json_build_object('key', o.key, 'conclusion', r.conclusion,
                                              'named', case when not k.in_menu then site.named(o.id,
                                                      in_language) end)
                            order by r.position)
              from site.relation r
              join site.document o on o.id = r.target
              join site.kind k on k.name = o.kind
             where r.document_id = of_document);
end $$;

create or replace function site.named_by(of_document bigint, in_language text) returns json
    language plpgsql stable as $$
begin
    return (select json_agg(n.named order by n.kind, n.document_id)
              from (select distinct o.kind, r.document_id,
                    site.named(r.document_id, in_language)::jsonb as named
                      from site.relation r
                      join site.document o on o.id = r.document_id
                      join site.document d on d.id = r.target
                      join site.kind k on k.name = d.kind and not k.in_menu
                     where r.target = of_document) n
             where n.named is not null);
end $$;

-- The faults of the relations of a form.
create or replace function site.relation_faults(its_document bigint, form jsonb) returns table (field text,
        fault text)
    language plpgsql stable as $$
begin
    return query
    select 'relation.' || r.place || '.document', case when o.id is null then 'unknown' else 'taken' end
      from site.form_rows(form, 'relation') r
      left join site.document o on o.key = r.item ->> 'document' and o.id is distinct from its_document
                                   and o.kind in ('topic', 'partner', 'meeting', 'obstacle', 'practice')
     where o.id is null
        or exists (select from site.form_rows(form, 'relation') before
                   where before.place < r.place and before.item = r.item)
    union all
    select 'relation.' || r.place || '.conclusion', 'unknown'
      from site.form_rows(form, 'relation') r
      join site.document o on o.key = r.item ->> 'document'
     where r.item ? 'conclusion' and not exists (select from site.conclusion c
                                                 where c.document_id = o.id
                                                     and c.number::text = r.item ->> 'conclusion');
end $$;

-- The faults of the steps of a form: they have to be in the order of their dates, first the saved ones and
-- then the new ones.
create or replace function site.step_faults(before jsonb, form jsonb) returns table (field text, fault text)
    language plpgsql stable as $$
begin
    return query
    select 'step.' || r.place || '.date', 'unknown' from site.form_rows(form, 'step') r
     where r.item ? 'number' and not exists (select from site.form_rows(before, 'step') old
                                              where old.item -> 'number' = r.item -> 'number')
    union all
    select 'step.' || r.place || '.date', 'early' from site.form_rows(form, 'step') r
     where not r.item ? 'number' and not r.item ? 'struck'
       and exists (select from site.form_rows(form, 'step') earlier
                    where (earlier.item ? 'number' or earlier.place < r.place) and not earlier.item ? 'struck'
                      and site.first_day(earlier.item ->> 'date') > site.last_day(r.item ->> 'date')
                   union all   -- a step that visitors have seen stays even if the form lacks it
                   select from site.form_rows(before, 'step') old
                    where old.item ? 'public' and not old.item ? 'struck'
                      and not exists (select from site.form_rows(form, 'step') now
                                       where now.item ->> 'number' = old.item ->> 'number')
                      and site.first_day(old.item ->> 'date') > site.last_day(r.item ->> 'date'))
    union all   -- a step that was struck out and counts again
    select 'step.' || r.place || '.struck', 'early' from site.form_rows(form, 'step') r
      join site.form_rows(before, 'step') old on old.item ->> 'number' = r.item ->> 'number'
     where old.item ? 'struck' and not r.item ? 'struck'
       and exists (select from site.form_rows(form, 'step') o
                    where o.place <> r.place and not o.item ? 'struck'
                      and case when o.place < r.place
                               then site.first_day(o.item ->> 'date') > site.last_day(r.item ->> 'date')
                               else site.last_day(o.item ->> 'date') < site.first_day(r.item ->> 'date') end);
end $$;

-- The day since which a practice exists, or that of the last step of an obstacle.
create or replace function site.register_starts(of_document bigint) returns text
    language plpgsql stable as $$
begin
    return (select coalesce(i.since, (select s.date from site.step s
                                       where s.document_id = of_document and not s.struck
                                       order by s.number desc limit 1))
              from site.register_item i where i.document_id = of_document);
end $$;

select site.watch('note_rows', 'register_item', 'register_border', 'register_party', 'step');
