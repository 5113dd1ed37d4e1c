-- Meetings of the forums, presidencies, conclusions.
--
-- A meeting is a document like any other: its title, summary, agenda items and conclusions are texts of its editions (fields 'agenda.KEY',
-- 'conclusion.KEY', 'reason'), its facts are stored once. A forum is a cooperation that meets.

create extension if not exists btree_gist with schema public;

alter table site.document drop constraint document_kind_check;
alter table site.document add constraint document_kind_check
    check (kind in ('home', 'overview', 'topic', 'partner', 'page', 'meeting'));

-- The first and the last day that a date as precise as it is known may mean.
create function site.first_day(value text) returns date
    language sql immutable strict parallel safe
    return make_date(substr(value, 1, 4)::int, coalesce(nullif(substr(value, 6, 2), '')::int, 1),
                     coalesce(nullif(substr(value, 9, 2), '')::int, 1));
create function site.last_day(value text) returns date
    language sql immutable strict parallel safe
    return case length(value) when 4 then make_date(substr(value, 1, 4)::int, 12, 31)
                              when 7 then (site.first_day(value) + interval '1 month - 1 day')::date
                              else site.first_day(value) end;

create domain site.time_zone as text
    constraint time_zone_is_iana check (value is null or now() at time zone value is not null);

create table site.meeting (
    document_id bigint primary key,
    kind        text not null default 'meeting' check (kind = 'meeting'),
    forum       bigint not null references site.cooperation,
    number      integer check (number > 0),                 -- in its series
    type        text not null check (type in ('ministerial', 'summit', 'working-group', 'event')),
    starts      site.partial_date not null,                 -- days at the venue
    ends        site.partial_date,                          -- when it lasts more than a day
    starts_at   time,                                       -- local time at the venue; null for a whole day
    ends_at     time,
    zone        site.time_zone,                             -- of the venue
    place       site.slug references site.place,
    mode        text not null default 'in-person' check (mode in ('in-person', 'online', 'hybrid')),
    status      text not null check (status in ('planned', 'held', 'postponed', 'moved', 'cancelled')),
    presided    text not null default 'by-term' check (presided in ('by-term', 'by-hand')),   -- by-hand: see meeting_presidency
    earlier     site.partial_date,                          -- the day it was planned for, of one that was moved or postponed
    foreign key (document_id, kind) references site.document (id, kind) on delete cascade,
    constraint meeting_ends_after_its_start check (
        ends is null or (length(ends) = length(starts) and ends >= starts)),
    constraint meeting_has_times_of_a_day check (
        (starts_at is null or (zone is not null and length(starts) = 10)) and (ends_at is null or starts_at is not null)
        and (ends_at is null or coalesce(ends > starts, false) or ends_at > starts_at)),
    constraint meeting_has_an_earlier_day_when_moved check (earlier is null or status in ('moved', 'postponed', 'cancelled'))
);
create index meeting_by_forum on site.meeting (forum);

-- Terms of a forum: who presides over it from when to when. Several holders of one term preside together; two terms do not overlap.
create table site.presidency (
    id     bigint generated always as identity primary key,
    forum  bigint not null references site.cooperation on delete cascade,
    number integer check (number > 0),
    starts site.partial_date not null,
    ends   site.partial_date,                               -- null: until further notice
    term   daterange not null generated always as (daterange(site.first_day(starts), site.last_day(ends), '[]')) stored,
    constraint presidency_overlaps exclude using gist (forum with =, term with &&)
);
create table site.presidency_holder (
    presidency bigint not null references site.presidency on delete cascade,
    party      site.party_key not null references site.party,
    primary key (presidency, party)
);

-- Who presided over a meeting where that does not follow from forum and date; nobody where it is not known.
create table site.meeting_presidency (
    document_id bigint not null references site.meeting on delete cascade,
    party       site.party_key not null references site.party,
    primary key (document_id, party)
);

create table site.delegation (
    document_id bigint not null references site.meeting on delete cascade,
    position    integer not null,
    party       site.party_key not null references site.party,
    person      text check (person <> ''),                  -- an office holder
    primary key (document_id, position)
);

create table site.agenda_item (
    document_id bigint not null references site.meeting on delete cascade,
    position    integer not null,
    key         site.slug not null,                         -- its text is 'agenda.KEY'
    primary key (document_id, key),
    unique (document_id, position)
);

create table site.conclusion (
    document_id bigint not null references site.meeting on delete cascade,
    number      integer not null check (number > 0),        -- within its meeting; its anchor; its text is 'conclusion.NUMBER'
    state       text check (state in ('open', 'taken-up', 'closed')),   -- null where nobody has followed it
    taken_up_by bigint references site.meeting,
    primary key (document_id, number),
    check (taken_up_by is null or (state = 'taken-up' and taken_up_by <> document_id))
);

-- Documents that stand elsewhere.
create table site.link (
    document_id bigint not null references site.document on delete cascade,
    position    integer not null,
    url         site.web_address not null,
    title       text not null check (title <> ''),
    language    text not null check (language ~ '^[a-z]{2}$'),
    primary key (document_id, position)
);

-- The parties that preside over a meeting: as set by hand, or else by the term of its forum.
create function site.presiding(meeting bigint) returns setof text
    language sql stable as $$
    select p.party::text
      from site.meeting_presidency p join site.meeting m using (document_id)
     where m.document_id = meeting and m.presided = 'by-hand'
    union all
    select h.party::text
      from site.meeting m
      join site.presidency t on t.forum = m.forum and t.term @> daterange(site.first_day(m.starts), site.last_day(m.starts), '[]')
      join site.presidency_holder h on h.presidency = t.id
     where m.document_id = meeting and m.presided = 'by-term'
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What visitors see

-- The meetings as lists show them; a row for each visitor's language, as in visitor.page, which has the rest.
create table visitor.meeting (
    document_id  bigint not null,
    for_language site.language not null,
    forum        site.slug not null,       -- key of the document
    type         text not null,
    status       text not null,
    starts       site.partial_date not null,
    ends         site.partial_date,
    first_day    date not null,            -- that it may be, and the last
    last_day     date not null,
    place        text,
    language     site.language not null,
    slug         site.slug not null,
    title        text not null,
    summary      text not null,
    primary key (document_id, for_language)
);
create index meeting_by_day on visitor.meeting (for_language, first_day desc, document_id desc);
create index meeting_by_last_day on visitor.meeting (for_language, last_day);
create index meeting_by_forum_and_day on visitor.meeting (for_language, forum, first_day desc, document_id desc);
create index meeting_by_type_and_day on visitor.meeting (for_language, type, first_day desc, document_id desc);

create table visitor.presidency (
    forum        site.slug not null,
    for_language site.language not null,
    starts       site.partial_date not null,
    ends         site.partial_date,
    term         daterange not null,
    number       integer,
    holders      text not null,            -- names, as a list in that language
    primary key (forum, for_language, term)
);

-- What a meeting's page shows beside its texts: {"forum": …, "type": …, "conclusions": […], …}.
create function site.meeting_content(edition bigint, in_language text) returns json
    language sql stable as $$
    select json_build_object(
        'forum', (select d.key from site.document d where d.id = m.forum),
        'number', m.number, 'type', m.type, 'mode', m.mode, 'status', m.status,
        'starts', m.starts, 'ends', m.ends, 'starts_at', to_char(m.starts_at, 'HH24:MI'), 'ends_at', to_char(m.ends_at, 'HH24:MI'),
        'zone', m.zone, 'earlier', m.earlier,
        'place', place.name ->> in_language, 'country', country.name ->> in_language,
        'presidency', (select json_agg(p.name ->> in_language order by p.kind, p.name ->> in_language collate "und-x-icu")
                         from site.presiding(m.document_id) as t (key) join site.party p on p.key = t.key),
        'delegations', (select json_agg(json_build_object('party', p.name ->> in_language, 'person', g.person) order by g.position)
                          from site.delegation g join site.party p on p.key = g.party where g.document_id = m.document_id),
        'agenda', (select json_agg(t.value order by a.position)
                     from site.agenda_item a join site.edition_text t on t.edition_id = e.id and t.field = 'agenda.' || a.key
                    where a.document_id = m.document_id),
        'conclusions', (select json_agg(json_build_object(
                                   'number', c.number, 'text', t.value, 'state', c.state,
                                   'by', (select json_build_object('slug', o.slug, 'short', s.value)
                                            from site.edition o join site.edition_text s on s.edition_id = o.id and s.field = 'short'
                                            join site.document od on od.id = o.document_id
                                           where o.document_id = c.taken_up_by and o.state = 'published'
                                           order by (o.language = in_language) desc, (o.language = od.original) desc, o.language limit 1))
                                 order by c.number)
                          from site.conclusion c
                          join site.edition_text t on t.edition_id = e.id and t.field = 'conclusion.' || c.number
                         where c.document_id = m.document_id),
        'links', (select json_agg(json_build_object('url', l.url, 'title', l.title, 'language', l.language) order by l.position)
                    from site.link l where l.document_id = m.document_id))
      from site.edition e
      join site.meeting m on m.document_id = e.document_id
      left join site.place place on place.key = m.place
      left join site.party country on country.key = place.country
     where e.id = edition
$$;

create or replace function site.page_content(edition bigint, in_language text) returns json
    language sql stable as $$
    select json_strip_nulls(json_build_object(
        'original', d.original,
        'texts', (select json_object_agg(t.field, t.value) from site.edition_text t
                   where t.edition_id = e.id and t.field not in ('title', 'short', 'summary', 'nature', 'body')
                     and t.field !~ '^(milestone|agenda|conclusion)\.'),
        'slugs', (select json_object_agg(o.language, o.slug) from site.edition o
                   where o.document_id = d.id and o.state = 'published'),
        'sources', (select json_agg(json_build_object('url', s.url, 'title', s.title, 'publisher', s.publisher,
                                                      'language', s.language) order by s.position)
                      from site.source s where s.document_id = d.id),
        'since', c.since,
        'secretariat', secretariat.name ->> in_language,
        'seat', seat.name ->> in_language,
        'website', c.website,
        'participants', (select json_agg(json_build_object('name', p.name ->> in_language, 'role', m.role)
                                         order by m.role <> 'member', p.kind, p.name ->> in_language collate "und-x-icu")
                           from site.participant m join site.party p on p.key = m.party where m.document_id = d.id),
        'milestones', (select json_agg(json_build_object('date', m.date, 'text', t.value) order by m.date, m.key)
                         from site.milestone m
                         join site.edition_text t on t.edition_id = e.id and t.field = 'milestone.' || m.key
                        where m.document_id = d.id),
        'meeting', case d.kind when 'meeting' then site.meeting_content(e.id, in_language) end))
      from site.edition e
      join site.document d on d.id = e.document_id
      left join site.cooperation c on c.document_id = d.id
      left join site.party secretariat on secretariat.key = c.secretariat
      left join site.place seat on seat.key = c.seat
     where e.id = edition
$$;

-- Beside a page: the row of a meeting in the lists. Runs behind each change of visitor.page, so that the two never differ.
create function site.list_meeting() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        delete from visitor.meeting where document_id = old.document_id and for_language = old.for_language;
        return null;
    end if;
    insert into visitor.meeting (document_id, for_language, forum, type, status, starts, ends, first_day, last_day, place, language, slug, title,
                                 summary)
         select m.document_id, new.for_language, forum.key, m.type, m.status, m.starts, m.ends, site.first_day(m.starts),
                site.last_day(coalesce(m.ends, m.starts)), place.name ->> new.for_language, new.language, new.slug, new.title, new.summary
           from site.meeting m
           join site.document forum on forum.id = m.forum
           left join site.place place on place.key = m.place
          where m.document_id = new.document_id;
    return null;
end
$$;
create trigger list_meeting after insert or delete on visitor.page
    for each row execute function site.list_meeting();

-- The terms of all forums; they are few, and change once a year.
create function site.show_presidencies() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from visitor.presidency;
    insert into visitor.presidency (forum, for_language, starts, ends, term, number, holders)
         select d.key, l.language, t.starts, t.ends, t.term, t.number,
                string_agg(p.name ->> l.language, ', ' order by p.kind, p.name ->> l.language collate "und-x-icu")
           from site.presidency t
           join site.document d on d.id = t.forum
           join site.presidency_holder h on h.presidency = t.id
           join site.party p on p.key = h.party
          cross join unnest(array['nl', 'fr', 'de', 'en']) as l (language)
          group by d.key, l.language, t.id;
    perform site.show(document_id) from site.meeting;
    return null;
end
$$;
create trigger show_presidencies after insert or update or delete on site.presidency
    for each statement execute function site.show_presidencies();
create trigger show_presidencies after insert or update or delete on site.presidency_holder
    for each statement execute function site.show_presidencies();

do $$
declare
    source text;
begin
    foreach source in array array['meeting', 'meeting_presidency', 'delegation', 'agenda_item', 'conclusion', 'link'] loop
        execute format('create trigger show_inserted after insert on site.%I referencing new table as changed_new'
                       ' for each statement execute function site.show_changed()', source);
        execute format('create trigger show_deleted after delete on site.%I referencing old table as changed_old'
                       ' for each statement execute function site.show_changed()', source);
        execute format('create trigger show_updated after update on site.%I referencing old table as changed_old new table as changed_new'
                       ' for each statement execute function site.show_changed()', source);
    end loop;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Import

-- The facts of a meeting; its document has just been made. What it is taken up by may be imported later: see import_followers.
create function site.import_meeting(made bigint, facts jsonb) returns void
    language sql as $$
    insert into site.meeting (document_id, forum, number, type, starts, ends, starts_at, ends_at, zone, place, mode, status, presided,
                              earlier)
         select made, d.id, (facts ->> 'number')::integer, facts ->> 'type', facts ->> 'start', facts ->> 'end',
                (facts ->> 'start_time')::time, (facts ->> 'end_time')::time, facts ->> 'zone', facts ->> 'place',
                coalesce(facts ->> 'mode', 'in-person'), facts ->> 'status',
                case when facts ? 'presidency' then 'by-hand' else 'by-term' end, facts ->> 'earlier'
           from site.document d where d.key = facts ->> 'forum';
    insert into site.meeting_presidency (document_id, party)
         select made, party from jsonb_array_elements_text(facts -> 'presidency') party;
    insert into site.delegation (document_id, position, party, person)
         select made, position, item ->> 'party', item ->> 'person'
           from jsonb_array_elements(facts -> 'participants') with ordinality as t (item, position);
    insert into site.agenda_item (document_id, position, key)
         select made, position, item ->> 'key' from jsonb_array_elements(facts -> 'agenda') with ordinality as t (item, position);
    insert into site.conclusion (document_id, number, state)
         select made, (item ->> 'key')::integer, item ->> 'state' from jsonb_array_elements(facts -> 'conclusions') item;
    insert into site.link (document_id, position, url, title, language)
         select made, position, item ->> 'url', item ->> 'title', item ->> 'language'
           from jsonb_array_elements(facts -> 'documents') with ordinality as t (item, position);
$$;

-- Points the conclusions of a meeting to the meetings that took them up, when all are there.
create function site.import_followers(document_key text, facts jsonb) returns void
    language sql as $$
    update site.conclusion c set taken_up_by = later.id
      from site.document d, jsonb_array_elements(facts -> 'conclusions') item, site.document later
     where d.key = document_key and c.document_id = d.id and c.number = (item ->> 'key')::integer
       and later.key = item ->> 'by' and c.taken_up_by is null and c.state = 'taken-up';
$$;

-- The terms of a forum, unless it has some already.
create function site.import_presidencies(forum_id bigint, terms jsonb) returns void
    language plpgsql as $$
declare
    item jsonb;
    made bigint;
begin
    if exists (select from site.presidency where forum = forum_id) then
        return;
    end if;
    for item in select * from jsonb_array_elements(terms) loop
        insert into site.presidency (forum, number, starts, ends)
             values (forum_id, (item ->> 'number')::integer, item ->> 'from', item ->> 'to') returning id into made;
        insert into site.presidency_holder (presidency, party)
             select made, party from jsonb_array_elements_text(item -> 'holders') party;
    end loop;
end
$$;

create or replace function site.import_document(document_key text, facts jsonb, files jsonb) returns void
    language plpgsql as $$
declare
    made     bigint;
    its_kind text := facts ->> 'kind';
begin
    insert into site.document (key, kind, position, original)
         values (document_key, its_kind, (facts ->> 'position')::integer, facts ->> 'original')
    on conflict (key) do nothing returning id into made;

    if made is null then
        select id into strict made from site.document where key = document_key;
    else
        if its_kind in ('topic', 'partner') then
            insert into site.cooperation (document_id, kind, since, secretariat, seat, website)
                 values (made, its_kind, facts ->> 'since', facts ->> 'secretariat', facts ->> 'seat', facts ->> 'website');
            insert into site.participant (document_id, party, role)
                 select made, item ->> 'party', item ->> 'role' from jsonb_array_elements(facts -> 'participants') item;
            insert into site.milestone (document_id, key, date)
                 select made, item ->> 'key', item ->> 'date' from jsonb_array_elements(facts -> 'milestones') item;
        elsif its_kind = 'meeting' then
            perform site.import_meeting(made, facts);
        end if;
        insert into site.source (document_id, position, url, title, publisher, language)
             select made, position, item ->> 'url', item ->> 'title', item ->> 'publisher', item ->> 'language'
               from jsonb_array_elements(facts -> 'sources') with ordinality as t (item, position);
    end if;
    if its_kind in ('topic', 'partner') then
        perform site.import_presidencies(made, facts -> 'presidencies');
    end if;

    perform site.import_edition(made, language, file)
       from jsonb_each_text(files) as f (language, file)
      where file is not null
      order by (language = facts ->> 'original') desc, language;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

revoke all on all functions in schema site from public;
grant execute on all functions in schema site to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
grant select on all tables in schema visitor to benelux_visitor, benelux_desk;
