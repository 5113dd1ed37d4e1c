-- SPDX-License-Identifier: EUPL-1.2
-- Events of the knowledge centre: workshops, seminars, debates.

-- What the page of an event shows beside its texts: {"starts": …, "place": …, "with": […], …}; null for other
-- documents.
create or replace function site.event_shown(edition bigint, in_language text) returns json
    language plpgsql stable as $$
declare
    moment constant text := 'YYYY-MM-DD"T"HH24:MI:SS"Z"';
begin
    return (select site.facts_of(to_jsonb(v)) || jsonb_strip_nulls(jsonb_build_object(
        'first_day', site.first_day(v.starts),
        'last_day', site.last_day(coalesce(v.ends, v.starts)),
        'starts_utc', to_char((site.first_day(v.starts) + v.starts_at)
                              at time zone v.zone at time zone 'UTC', moment),
        'ends_utc', to_char((site.first_day(coalesce(v.ends, v.starts)) + v.ends_at)
                            at time zone v.zone at time zone 'UTC', moment),
        'place', place.name ->> in_language, 'country', country.name ->> in_language,
        'country_key', place.country, 'latitude', trim_scale(place.latitude)::text,
        'longitude', trim_scale(place.longitude)::text,
        'with', (select jsonb_agg(p.name ->> in_language order by w.position)
                   from site.event_party w join site.party p on p.key = w.party
                  where w.document_id = v.document_id)))
      from site.edition e
      join site.event v on v.document_id = e.document_id
      left join site.place place on place.key = v.place
      left join site.party country on country.key = place.country
     where e.id = edition);
end $$;

-- The facts of an event in the tables, in the form of its fields; null for other documents.
create or replace function site.event_facts(of_document bigint) returns jsonb language plpgsql stable as $$
begin
    return (select site.facts_of(to_jsonb(v)) || jsonb_build_object(
        'with', (select jsonb_agg(jsonb_build_object('party', w.party) order by w.position)
                   from site.event_party w where w.document_id = v.document_id))
      from site.event v where v.document_id = of_document);
end $$;

-- The faults of a form that only the database can find: fields ("with.2.party") and faults.
create or replace function site.event_faults(of_kind text, before jsonb, form jsonb)
    returns table (field text, fault text) language plpgsql stable as $$
begin
    return query
    select * from site.when_faults(form)
    union all
    select 'with.' || r.place || '.party', case when p.key is null then 'unknown' else 'taken' end
      from site.form_rows(form, 'with') r
      left join site.party p on p.key = r.item ->> 'party'
     where p.key is null
        or exists (select from site.form_rows(form, 'with') before
                    where before.place < r.place and before.item ->> 'party' = r.item ->> 'party');
end $$;

-- The faults of place, time zone and times: an unknown one, or a time that the clocks skip or show twice on
-- that day.
create or replace function site.when_faults(form jsonb) returns table (field text, fault text)
    language plpgsql stable as $$
declare
    zone       constant text := form ->> 'zone';
    starts     constant text := form ->> 'starts';
    clock_time text;
begin
    return query
    select 'place', 'unknown'
     where form ? 'place' and not exists (select from site.place p where p.key = form ->> 'place')
    union all
    select 'zone', 'unknown' where form ? 'zone' and not site.is_zone(zone)
    union all
    select 'status', 'future'
     where form ->> 'status' = 'held'
       and site.first_day(starts) > (now() at time zone 'Europe/Brussels')::date;
    foreach clock_time in array array['starts_at', 'ends_at'] loop
        if form ? clock_time and length(starts) = 10 and site.is_zone(zone) then
            return query
            select clock_time, case when site.comes_twice(t.local, zone) then 'twice' else 'no-date' end
              from (select (case clock_time when 'ends_at' then coalesce(form ->> 'ends', starts)
                            else starts end)::date + (form ->> clock_time)::time as local) t
             where t.local at time zone zone at time zone zone <> t.local
                or site.comes_twice(t.local, zone);
        end if;
    end loop;
end $$;

create or replace function site.write_event(saved bigint, of_kind text, before jsonb, facts jsonb)
    returns void language sql as $$
    select site.write_row('site.event', saved, of_kind, facts);
    delete from site.event_party where document_id = saved;
    insert into site.event_party (document_id, position, party)
         select saved, place, item ->> 'party' from site.form_rows(facts, 'with');
$$;

create or replace function site.event_starts(of_document bigint) returns text language plpgsql stable as $$
begin
    return (select v.starts from site.event v where v.document_id = of_document);
end $$;

-- The words for an event beside its title: what visitors call its kind, where and when it is, and with whom.
-- A place has its names in all languages.
create or replace function site.event_words(of_document bigint, in_language text) returns tsvector
    language plpgsql stable as $$
declare
    kinds constant jsonb := '{"nl": "vergadering bijeenkomst evenement", "fr": "réunion événement",
                              "de": "Sitzung Treffen Veranstaltung", "en": "meeting event"}';
begin
    return (select setweight(visitor.words_of(in_language, concat_ws(
                       ' ', kinds ->> in_language,
                       (select string_agg(n.value, ' ') from jsonb_each_text(place.name) n),
                       left(v.starts, 7), left(v.starts, 4), v.starts, v.ends,
                       (select string_agg(p.name ->> in_language, ' ' order by w.position)
                          from site.event_party w join site.party p on p.key = w.party
                         where w.document_id = v.document_id))), 'B')
      from site.event v
      left join site.place place on place.key = v.place
     where v.document_id = of_document);
end $$;

select site.watch('note_rows', 'event', 'event_party');
