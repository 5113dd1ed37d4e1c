-- SPDX-License-Identifier: EUPL-1.2
-- Meetings.

create or replace function site.raise_sequence() returns trigger language plpgsql as $$
begin
    new.sequence := old.sequence;
    if (new.starts, new.ends, new.starts_at, new.ends_at, new.zone, new.place, new.mode, new.status)
       is distinct from (old.starts, old.ends, old.starts_at, old.ends_at, old.zone, old.place, old.mode,
                         old.status) then
        new.sequence := old.sequence + 1;
        new.changed_at := now();
    end if;
    return new;
end $$;

-- What the page of a meeting shows beside its texts: {"forum": …, "type": …, "conclusions": […], …}; null for
-- other documents. In PL/pgSQL, which keeps its plan: an SQL function that another one calls is planned anew
-- for each row.
create or replace function site.meeting_shown(edition bigint, in_language text) returns json
    language plpgsql stable as $$
begin
    return (select json_build_object(
        'forum', (select d.key from site.document d where d.id = m.forum),
        'number', m.number, 'type', m.type, 'mode', m.mode, 'status', m.status,
        'starts', m.starts, 'ends', m.ends, 'starts_at', to_char(m.starts_at, 'HH24:MI'), 'ends_at',
        to_char(m.ends_at, 'HH24:MI'),
        'zone', m.zone, 'earlier', m.earlier,
        'starts_utc', to_char((site.first_day(m.starts) + m.starts_at) at time zone m.zone at time zone 'UTC',
                              'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'ends_utc',
        to_char((site.first_day(coalesce(m.ends,
                                         m.starts)) + m.ends_at) at time zone m.zone at time zone 'UTC',
                                             'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'place', place.name ->> in_language, 'country', country.name ->> in_language,
        'latitude', place.latitude::text, 'longitude', place.longitude::text,
        'presidency',
        (select json_agg(p.name ->> in_language order by p.kind, p.name ->> in_language collate "und-x-icu")
                         from site.presiding(m.document_id) as t (key) join site.party p on p.key = t.key),
        'delegations', (select json_agg(json_build_object('party', p.name ->> in_language, 'person', g.person)
                                        order by p.kind, p.name ->> in_language collate "und-x-icu",
                                                 g.position)
                          from site.delegation g join site.party p on p.key = g.party
                              where g.document_id = m.document_id),
        'agenda', (select json_agg(t.value order by a.position)
                     from site.agenda_item a join site.edition_text t on t.edition_id = e.id
                         and t.field = 'agenda.' || a.key
                    where a.document_id = m.document_id),
        'conclusions', (select json_agg(json_build_object(
                                   'number', c.number, 'text', t.value, 'state', c.state,
                                   'by', (select json_build_object('key', od.key, 'slug', o.slug,
                                                                   'short', s.value)
                                            from site.edition o
                                                join site.edition_text s on s.edition_id = o.id
                                                    and s.field = 'short'
                                            join site.document od on od.id = o.document_id
                                           where o.document_id = c.taken_up_by and o.state = 'published'
                                           order by (o.language = in_language) desc,
                                               (o.language = od.original) desc, o.language limit 1))
                                 order by c.number)
                          from site.conclusion c
                          join site.edition_text t on t.edition_id = e.id and t.field = 'conclusion.'
                              || c.number
                         where c.document_id = m.document_id))
      from site.edition e
      join site.meeting m on m.document_id = e.document_id
      left join site.place place on place.key = m.place
      left join site.party country on country.key = place.country
     where e.id = edition);
end $$;

-- The facts of a meeting in the tables, in the form of its fields; null for other documents.
create or replace function site.meeting_facts(of_document bigint) returns jsonb language plpgsql stable as $$
begin
    return (select site.facts_of(to_jsonb(m)) || jsonb_build_object(
        'forum', f.key,
        'presidency', (select jsonb_agg(jsonb_build_object('party', p.party) order by p.party)
                         from site.meeting_presidency p where p.document_id = m.document_id),
        'delegation', (select jsonb_agg(jsonb_build_object('party', g.party, 'person', g.person)
                                        order by g.position)
                         from site.delegation g where g.document_id = m.document_id),
        'agenda', (select jsonb_agg(jsonb_build_object('key', a.key) order by a.position)
                     from site.agenda_item a where a.document_id = m.document_id),
        'conclusion', (select jsonb_agg(jsonb_build_object('number', c.number::text, 'state', c.state,
                                                           'by', o.key) order by c.number)
                         from site.conclusion c left join site.document o on o.id = c.taken_up_by
                        where c.document_id = m.document_id))
      from site.meeting m join site.document f on f.id = m.forum
     where m.document_id = of_document);
end $$;

-- The form for the next meeting of a series, with what its meetings have in common.
create or replace function site.meeting_copy(copied bigint) returns jsonb language plpgsql stable as $$
declare
    form constant jsonb := site.record_form(copied);
begin
    return form - array['key', 'base', 'minor', 'slug', 'short', 'summary', 'body', 'reason', 'starts',
                        'ends', 'earlier', 'status', 'presided',
                        'presidency', 'conclusion', 'document', 'picture', 'agenda', 'number', 'delegation',
                        'source']
        || case when form ? 'number' then jsonb_build_object('number',
                                                             ((form ->> 'number')::integer + 1)::text)
                                                                 else '{}' end
        || jsonb_build_object(
               'status', 'planned', 'presided', 'by-term',
               'agenda',
               coalesce((select jsonb_agg(item - 'key' order by place) from site.form_rows(form, 'agenda')),
                        '[]'),
               'delegation',
               coalesce((select jsonb_agg(item - 'person' order by place)
                         from site.form_rows(form, 'delegation')), '[]'));
end $$;

-- The faults of a form that only the database can find: fields ("conclusion.2.by") and faults.
create or replace function site.meeting_faults(of_kind text, before jsonb, form jsonb)
    returns table (field text, fault text) language plpgsql stable as $$
begin
    return query
    select 'forum', 'unknown' where not exists (select from site.document d
                                                join site.cooperation c on c.document_id = d.id
                                                    where d.key = form ->> 'forum')
    union all select * from site.when_faults(form)
    union all   -- a conclusion to which an obstacle or a practice refers cannot be deleted
    select distinct 'conclusion', 'referred'
      from site.document d join site.relation r on r.target = d.id
      join site.conclusion c on c.document_id = d.id and c.number = r.conclusion
     where d.key = form ->> 'key'
       and not exists (select from site.form_rows(form, 'conclusion') f
                        where f.item ->> 'number' = c.number::text)
    union all
    select g.name || '.' || r.place || '.party', 'unknown'
      from unnest(array['delegation', 'presidency']) as g (name) cross
          join lateral site.form_rows(form, g.name) r
     where not exists (select from site.party p where p.key = r.item ->> 'party')
    union all
    select 'presidency.' || r.place || '.party', 'taken' from site.form_rows(form, 'presidency') r
     where exists (select from site.form_rows(form, 'presidency') before
                   where before.place < r.place and before.item ->> 'party' = r.item ->> 'party')
    union all
    select 'conclusion.' || r.place || '.by', 'unknown' from site.form_rows(form, 'conclusion') r
     where r.item ? 'by' and (r.item ->> 'by' = form ->> 'key' or not exists (
           select from site.document d join site.meeting m on m.document_id = d.id
               where d.key = r.item ->> 'by'));
end $$;

-- Raises no_data_found when the forum does not exist.
create or replace function site.write_meeting(saved bigint, of_kind text, before jsonb, facts jsonb)
    returns void language plpgsql as $$
declare
    its_forum bigint;
begin
    select d.id into strict its_forum from site.document d where d.key = facts ->> 'forum';
    perform site.write_row('site.meeting', saved, of_kind,
                           '{"mode": "in-person", "presided": "by-term"}' || facts
                           || jsonb_build_object('forum', its_forum));
    perform site.write_meeting_rows(saved, before, facts);
end $$;

-- Replaces the rows of a meeting by those of its facts, each group only if it differs.
create or replace function site.write_meeting_rows(saved bigint, before jsonb, facts jsonb) returns void
    language plpgsql as $$
begin
    if before -> 'delegation' is distinct from facts -> 'delegation' then
        delete from site.delegation where document_id = saved;
        insert into site.delegation (document_id, position, party, person)
             select saved, place, item ->> 'party', item ->> 'person'
               from site.form_rows(facts, 'delegation');
    end if;
    if before -> 'presidency' is distinct from facts -> 'presidency' then
        delete from site.meeting_presidency where document_id = saved;
        insert into site.meeting_presidency (document_id, party)
             select saved, item ->> 'party' from site.form_rows(facts, 'presidency');
    end if;
    if before -> 'agenda' is distinct from facts -> 'agenda' then
        delete from site.agenda_item where document_id = saved;
        insert into site.agenda_item (document_id, position, key)
             select saved, place, item ->> 'key' from site.form_rows(facts, 'agenda');
    end if;
    if before -> 'conclusion' is distinct from facts -> 'conclusion' then
        perform site.write_conclusions(saved, facts);
    end if;
end $$;

-- Links the conclusions of a meeting to the meetings that took them up, once all documents are there.
create or replace function site.import_followers(document_key text, facts jsonb) returns void
    language sql as $$
    update site.conclusion c set taken_up_by = later.id
      from site.document d, site.form_rows(facts, 'conclusion') r, site.document later
     where d.key = document_key and c.document_id = d.id and c.number = (r.item ->> 'number')::integer
       and later.key = r.item ->> 'by' and c.taken_up_by is null and c.state = 'taken-up';
$$;

create or replace trigger raise_sequence before update on site.meeting
    for each row execute function site.raise_sequence();

-- The rows of meetings in the lists.
create or replace function site.compose_meetings(shown bigint[]) returns void language plpgsql as $$
begin
    delete from visitor.meeting where document_id = any (shown);
    insert into visitor.meeting (document_id, for_language, key, forum, type, number, status, mode, starts,
                                 ends,
                                 starts_at, ends_at, zone, first_day, last_day, place, country, latitude,
                                     longitude, place_key, country_key,
                                 language, slug, title, short, summary, sequence, changed)
    select m.document_id, p.for_language, p.key, forum.key, m.type, m.number, m.status, m.mode, m.starts,
        m.ends,
           to_char(m.starts_at, 'HH24:MI'), to_char(m.ends_at, 'HH24:MI'), m.zone,
           site.first_day(m.starts), site.last_day(coalesce(m.ends, m.starts)),
           place.name ->> p.for_language, country.name ->> p.for_language, place.latitude, place.longitude,
           place.key, place.country, p.language, p.slug, p.title, p.short, p.summary, m.sequence, p.changed
      from visitor.page p
      join site.meeting m on m.document_id = p.document_id
      join site.document forum on forum.id = m.forum
      left join site.place place on place.key = m.place
      left join site.party country on country.key = place.country
     where p.document_id = any (shown);
end $$;

-- Keeps the counts while meetings are composed. A meeting counts in each year in which it has a day, and in
-- year 0.
create or replace function site.count_meetings() returns trigger language plpgsql as $$
begin
    insert into visitor.meeting_count as c (for_language, year, forum, type, n)
         select for_language, y.year, forum, type, case tg_op when 'INSERT' then count(*) else -count(*) end
           from changed
          cross join lateral (select 0 as year
                              union all select generate_series(extract(year from first_day)::integer,
                                                               extract(year from last_day)::integer)) y
          group by 1, 2, 3, 4
    on conflict (for_language, year, forum, type) do update set n = c.n + excluded.n;
    return null;
end $$;

create or replace trigger count_inserted after insert on visitor.meeting
    referencing new table as changed for each statement execute function site.count_meetings();
create or replace trigger count_deleted after delete on visitor.meeting
    referencing old table as changed for each statement execute function site.count_meetings();

-- The rows of the conclusions of meetings.
create or replace function site.compose_conclusions(shown bigint[]) returns void language plpgsql as $$
begin
    delete from visitor.conclusion where document_id = any (shown);
    insert into visitor.conclusion (document_id, for_language, number, forum, state, text, starts, first_day,
                                    language, slug, title, short, by_slug, by_short, key, by_key, changed)
    select m.document_id, m.for_language, c.number, m.forum, c.state, c.text, m.starts, m.first_day,
           m.language, m.slug, m.title, m.short, c.by ->> 'slug', c.by ->> 'short', m.key, c.by ->> 'key',
           m.changed
      from visitor.meeting m
      join visitor.page p using (document_id, for_language)
     cross join json_to_recordset(p.content #> '{meeting,conclusions}')
                as c (number integer, state text, text text, by json)
     where m.document_id = any (shown);
end $$;

-- Conclusions that stay keep their rows, to which others may refer.
create or replace function site.write_conclusions(saved bigint, facts jsonb) returns void
    language plpgsql as $$
begin
    delete from site.conclusion c
     where c.document_id = saved
       and not exists (select from site.form_rows(facts, 'conclusion') r
                        where r.item ->> 'number' = c.number::text);
    insert into site.conclusion (document_id, number, state, taken_up_by)
         select saved, (r.item ->> 'number')::integer, r.item ->> 'state',
                (select d.id from site.document d where d.key = r.item ->> 'by')
           from site.form_rows(facts, 'conclusion') r
    on conflict (document_id, number) do update
            set state = excluded.state, taken_up_by = excluded.taken_up_by
          where (site.conclusion.state, site.conclusion.taken_up_by)
                is distinct from (excluded.state, excluded.taken_up_by);
end $$;

create or replace function site.meeting_starts(of_document bigint) returns text language plpgsql stable as $$
begin
    return (select m.starts from site.meeting m where m.document_id = of_document);
end $$;

-- ---------------------------------------------------------------------------------------------------------
-- The words by which a meeting is found beside its texts

-- The kind, place and time of a meeting weigh more than the people.
create or replace function site.meeting_words(of_document bigint, in_language text) returns tsvector
    language plpgsql stable as $$
begin
    return setweight(visitor.words_of(in_language, site.meeting_matter(of_document, in_language)), 'B')
           || setweight(visitor.words_of(in_language, site.meeting_people(of_document, in_language)), 'C');
end $$;

-- The forum, kind, place and time of a meeting. A place has its names in all languages, a meeting of several
-- days each of them.
create or replace function site.meeting_matter(of_document bigint, in_language text) returns text
    language plpgsql stable as $$
begin
    return (select concat_ws(' ', site.meeting_type_words(m.type, in_language), forum.title, forum.short,
                             (select string_agg(n.value, ' ') from jsonb_each_text(place.name) n),
                             country.name ->> in_language, left(m.starts, 7), left(m.starts, 4),
                             (select string_agg(to_char(d, 'YYYY-MM-DD'), ' ')
                                from generate_series(site.first_day(m.starts),
                                                     least(site.last_day(coalesce(m.ends, m.starts)),
                                                           site.first_day(m.starts) + 31), '1 day') d
                               where length(m.starts) = 10))
      from site.meeting m
      left join visitor.page forum on forum.document_id = m.forum and forum.for_language = in_language
      left join site.place place on place.key = m.place
      left join site.party country on country.key = place.country
     where m.document_id = of_document);
end $$;

-- Who presided over a meeting and who came.
create or replace function site.meeting_people(of_document bigint, in_language text) returns text
    language plpgsql stable as $$
begin
    return concat_ws(' ',
        (select site.meeting_type_words('presidency', in_language) || ' '
                || string_agg(p.name ->> in_language, ' ' order by p.key)
           from site.presiding(of_document) as t (key) join site.party p on p.key = t.key),
        (select string_agg(concat_ws(' ', p.name ->> in_language, g.person), ' ' order by g.position)
           from site.delegation g join site.party p on p.key = g.party where g.document_id = of_document));
end $$;

-- Words of visitors for the types of meetings, and for who presides, beside the labels on the page.
create or replace function site.meeting_type_words(type text, in_language text) returns text
    language plpgsql immutable strict parallel safe as $$
begin
    return (select words from (values
        ('ministerial', 'nl', 'vergadering bijeenkomst ministeriële ministers'),
        ('ministerial', 'fr', 'réunion ministérielle ministres'),
        ('ministerial', 'de', 'Sitzung Treffen Ministertreffen Ministertagung Minister'),
        ('ministerial', 'en', 'meeting ministerial ministers'),
        ('summit', 'nl', 'vergadering bijeenkomst top topontmoeting'),
        ('summit', 'fr', 'réunion sommet'),
        ('summit', 'de', 'Sitzung Treffen Gipfel Gipfeltreffen'),
        ('summit', 'en', 'meeting summit'),
        ('working-group', 'nl', 'vergadering bijeenkomst werkgroep'),
        ('working-group', 'fr', 'réunion groupe de travail'),
        ('working-group', 'de', 'Sitzung Treffen Arbeitsgruppe'),
        ('working-group', 'en', 'meeting working group'),
        ('presidency', 'nl', 'voorzitterschap voorzitter'),
        ('presidency', 'fr', 'présidence'),
        ('presidency', 'de', 'Vorsitz'),
        ('presidency', 'en', 'presidency chair')) as w (type, language, words)
     where w.type = meeting_type_words.type and w.language = in_language);
end $$;

select site.watch('note_rows', 'meeting', 'meeting_presidency', 'delegation', 'agenda_item', 'conclusion');
