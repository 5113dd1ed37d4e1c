-- SPDX-License-Identifier: EUPL-1.2
-- Presidencies: who presides over a forum, and so over its meetings.

-- Who presides over a forum on a day; if only the month or the year is known, who presides during all of it.
create or replace function site.presides_on(its_forum bigint, day text) returns setof text
    language plpgsql stable as $$
declare
    days constant daterange := daterange(site.first_day(day), site.last_day(day), '[]');
begin
    return query select h.party::text
                   from site.presidency t join site.presidency_holder h on h.presidency = t.id
                  where t.forum = its_forum and t.term @> days
                  order by h.position;
end $$;

-- Who presides over a meeting: the parties entered by hand, or else those of the term of its forum.
create or replace function site.presiding(meeting bigint) returns setof text language plpgsql stable as $$
begin
    return query
    select p.party::text
      from site.meeting_presidency p join site.meeting m using (document_id)
     where m.document_id = meeting and m.presided = 'by-hand'
    union all
    select party from site.meeting m cross join lateral site.presides_on(m.forum, m.starts) party
     where m.document_id = meeting and m.presided = 'by-term';
end $$;

-- The rows of the terms of some forums in the lists.
create or replace function site.compose_terms(forums bigint[]) returns void language plpgsql as $$
begin
    delete from visitor.presidency where forum in (select key from site.document where id = any (forums));
    insert into visitor.presidency (forum, for_language, starts, ends, term, number, holders,
                                    parties)
         select d.key, l.code, t.starts, t.ends, t.term, t.number,
                string_agg(p.name ->> l.code, ', ' order by h.position),
                array_agg(p.key::text order by h.position)
           from site.presidency t
           join site.document d on d.id = t.forum
           join site.presidency_holder h on h.presidency = t.id
           join site.party p on p.key = h.party
          cross join site.language l
          where t.forum = any (forums)
          group by d.key, l.code, t.id;
end $$;

-- The days on which nobody presides over a forum: between two terms (gap, "FIRST/LAST"), and from or until a
-- day when today is in no term (vacant, "FIRST/.." or "../LAST").
create or replace view site.presidency_gap as
    select t.forum, 'gap' as kind, upper(t.term) as since, upper(t.term) || '/' || t.next - 1 as days
      from (select p.forum, p.term, lead(lower(p.term)) over (partition by p.forum order by p.term) as next
              from site.presidency p) t
     where upper(t.term) < t.next
    union all
    select t.forum, 'vacant', t.last,
           case when t.first > t.today then '../' || t.first - 1 else t.last || '/..' end
      from (select p.forum, min(lower(p.term)) as first, max(coalesce(upper(p.term), 'infinity')) as last,
                   (now() at time zone 'Europe/Brussels')::date as today
              from site.presidency p group by p.forum) t
     where t.first > t.today or t.last <= t.today;

-- The terms of a forum as rows of its form: up to three parties preside together.
create or replace function site.term_facts(its_forum bigint) returns jsonb language plpgsql stable as $$
begin
    return (select jsonb_agg(jsonb_build_object('from', t.starts, 'to', t.ends, 'number', t.number::text,
                                                'party', h.parties[1], 'second', h.parties[2],
                                                'third', h.parties[3]) order by t.term)
              from site.presidency t
             cross join lateral (select array_agg(party::text order by position) as parties
                                   from site.presidency_holder where presidency = t.id) h
             where t.forum = its_forum);
end $$;

-- The faults of the terms of a form: in its days, and in who presides.
create or replace function site.term_faults(form jsonb) returns table (field text, fault text)
    language plpgsql stable as $$
begin
    return query
    with term as (select r.place, r.item, site.first_day(r.item ->> 'from') as first,
                         coalesce(site.last_day(r.item ->> 'to'), 'infinity') as last
                    from site.form_rows(form, 'term') r)
    select 'term.' || t.place || '.to', 'ends-first' from term t where t.last < t.first
    union all
    select 'term.' || t.place || '.from', 'overlaps' from term t
     where exists (select from term o where o.place < t.place and o.first <= t.last and t.first <= o.last)
    union all
    select 'term.' || t.place || '.' || h.name, 'unknown'
      from term t cross join unnest(array['party', 'second', 'third']) h (name)
     where t.item ? h.name and not exists (select from site.party p where p.key = t.item ->> h.name)
    union all
    select 'term.' || t.place || '.' || h.later, 'taken'
      from term t
     cross join (values ('party', 'second'), ('party', 'third'), ('second', 'third')) h (name, later)
     where t.item -> h.name = t.item -> h.later;
end $$;

create or replace function site.write_terms(its_forum bigint, facts jsonb) returns void language plpgsql as $$
begin
    delete from site.presidency where forum = its_forum;
    with made as (
        insert into site.presidency (forum, number, starts, ends)
             select its_forum, (item ->> 'number')::integer, item ->> 'from', item ->> 'to'
               from site.form_rows(facts, 'term')
          returning id, starts)
    insert into site.presidency_holder (presidency, party, position)
         select made.id, r.item ->> h.name, h.position
           from site.form_rows(facts, 'term') r
           join made on made.starts = r.item ->> 'from'
          cross join (values ('party', 1), ('second', 2), ('third', 3)) h (name, position)
          where r.item ? h.name;
end $$;
