-- The register of the knowledge centre: cross-border obstacles and good practices.
--
-- An obstacle and a practice are documents like any other: what they say are texts of their editions, their facts are stored once. What became of an
-- obstacle is a row of dated steps, to which steps are added; the last one says how it stands. The words follow Regulation (EU) 2025/925
-- (cross-border obstacle, legal provision, outcome with its reasons) and the Nordic Council of Ministers' database of obstacles (steps with a status).

alter table site.document drop constraint document_kind_check;
alter table site.document add constraint document_kind_check
    check (kind in ('home', 'overview', 'topic', 'partner', 'page', 'meeting', 'obstacle', 'practice'));

-- The land borders that obstacles lie at.
create table site.border (
    key   site.slug primary key,
    one   site.party_key not null references site.party,
    other site.party_key not null references site.party,
    constraint border_is_named_by_its_sides check (one < other and key = lower(one || '-' || other))
);

create table site.register_item (
    document_id    bigint primary key,
    kind           text not null check (kind in ('obstacle', 'practice')),
    field          text not null check (field in ('work', 'taxes', 'education', 'transport', 'police', 'health', 'energy', 'environment',
                                                  'internal-market', 'governance')),
    since          site.partial_date check (since is null or kind = 'practice'),
    provision_url  site.web_address,                        -- of the rule that stands in the way; its name is the text 'provision'
    instrument_url site.web_address,                        -- of what solves it; its name is the text 'instrument'
    contact        site.party_key references site.party,    -- whom to ask about a practice
    contact_url    site.web_address,
    version        integer not null default 0,              -- of the facts; the last save
    foreign key (document_id, kind) references site.document (id, kind) on delete cascade
);

create table site.register_border (
    document_id bigint not null references site.register_item on delete cascade,
    border      site.slug not null references site.border,
    primary key (document_id, border)
);
create index register_border_by_border on site.register_border (border);

-- Countries, regions and organisations: those concerned beside the two sides of the borders, and the authorities that are responsible.
create table site.register_party (
    document_id bigint not null references site.register_item on delete cascade,
    role        text not null check (role in ('concerned', 'authority')),
    party       site.party_key not null references site.party,
    position    integer not null,
    primary key (document_id, role, party)
);
create index register_party_by_party on site.register_party (party);
create index register_item_by_contact on site.register_item (contact) where contact is not null;

-- What became of an obstacle. The reason of a step is the text 'step.NUMBER'; who sees that, sees the step.
create table site.step (
    document_id bigint not null references site.register_item on delete cascade,
    number      integer not null check (number > 0),        -- in the order in which they were taken
    date        site.partial_date not null,
    status      text not null check (status in ('reported', 'examined', 'being-solved', 'solved', 'closed')),   -- closed: without a solution
    primary key (document_id, number)
);

-- The documents that an obstacle or a practice belongs to: topics, partners, meetings (or one conclusion of one), obstacles that a practice answers.
create table site.relation (
    document_id bigint not null references site.register_item on delete cascade,
    position    integer not null,
    target      bigint not null references site.document,
    conclusion  integer,
    primary key (document_id, position),
    foreign key (target, conclusion) references site.conclusion (document_id, number) on delete set null (conclusion),
    constraint relation_is_to_another check (target <> document_id)
);
create index relation_by_target on site.relation (target);

-- A step follows on those before it.
create function site.step_follows() returns trigger language plpgsql as $$
begin
    if exists (select from site.step s where s.document_id = new.document_id and s.number < new.number and site.first_day(s.date) > site.last_day(new.date)) then
        raise exception 'step % comes before an earlier one', new.number using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger step_follows before insert on site.step for each row execute function site.step_follows();

-- ---------------------------------------------------------------------------------------------------------------------
-- What visitors see

-- The obstacles and practices as lists show them; a row for each visitor's language, as in visitor.page, which has the rest.
create table visitor.register_item (
    document_id  bigint not null,
    for_language site.language not null,
    kind         text not null,
    key          site.slug not null,
    field        text not null,
    status       text,                     -- of an obstacle
    date         site.partial_date,        -- of its last step; of a practice, since when there is one
    day          date not null,            -- the first that DATE may mean; lists go by it
    areas        text[] not null,          -- borders and parties, in the order in which they are named
    language     site.language not null,
    slug         site.slug not null,
    title        text not null,
    summary      text not null,
    changed      timestamptz not null,
    primary key (document_id, for_language)
);
create index register_item_by_change on visitor.register_item (for_language, kind, changed desc, document_id desc);

-- What a list is read by: a row for each area of a document, and one for all areas (''). An area is a border, a party, or a topic or partner.
create table visitor.register_place (
    kind        text not null,
    area        text not null,
    field       text not null,
    status      text not null,             -- '' of a practice
    day         date not null,
    document_id bigint not null,
    primary key (document_id, area)
);
create index register_place_by_day on visitor.register_place (kind, area, day desc, document_id desc);
create index register_place_by_field on visitor.register_place (kind, area, field, day desc, document_id desc);
create index register_place_by_status on visitor.register_place (kind, area, status, day desc, document_id desc);
create index register_place_by_field_and_status on visitor.register_place (kind, area, field, status, day desc, document_id desc);

-- How many rows visitor.register_place has of each sort, so that a page can say so at once.
create table visitor.register_count (
    kind   text not null,
    area   text not null,
    field  text not null,
    status text not null,
    n      integer not null,
    primary key (kind, area, field, status)
);

create function site.count_places() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtext('register counts'));   -- two who publish at once would wait for each other's rows
    insert into visitor.register_count as c (kind, area, field, status, n)
         select kind, area, field, status, case tg_op when 'INSERT' then count(*) else -count(*) end
           from changed group by kind, area, field, status order by kind, area, field, status
    on conflict (kind, area, field, status) do update set n = c.n + excluded.n;
    return null;
end
$$;
create trigger count_inserted after insert on visitor.register_place referencing new table as changed for each statement execute function site.count_places();
create trigger count_deleted after delete on visitor.register_place referencing old table as changed for each statement execute function site.count_places();

-- The names of areas. A topic or partner that is an area has its name in visitor.page.
create view visitor.area with (security_barrier) as
    select b.key::text, 'border' as kind, l.language as for_language, (one.name ->> l.language) || ' – ' || (other.name ->> l.language) as name
      from site.border b
      join site.party one on one.key = b.one
      join site.party other on other.key = b.other
     cross join unnest(array['nl', 'fr', 'de', 'en']) as l (language)
    union all
    select p.key, p.kind, l.language, p.name ->> l.language from site.party p cross join unnest(array['nl', 'fr', 'de', 'en']) as l (language);

-- What the register can be narrowed by, and how many there are of each: rows ('field' | 'status' | 'area', key, n) with the other two choices as made, and
-- ('all', status, n) of everything. Null for all of a choice.
create function visitor.register_counts(of_kind text, in_area text, of_field text, of_status text) returns table (choice text, key text, n bigint)
    language plpgsql stable set search_path = visitor, pg_catalog, pg_temp as $$
begin
    return query
    select 'all', c.status, sum(c.n) from register_count c where c.kind = of_kind and c.area = '' group by c.status
    union all
    select 'field', c.field, sum(c.n) from register_count c
     where c.kind = of_kind and c.area = coalesce(in_area, '') and (of_status is null or c.status = of_status) group by c.field
    union all
    select 'status', c.status, sum(c.n) from register_count c
     where c.kind = of_kind and c.area = coalesce(in_area, '') and (of_field is null or c.field = of_field) group by c.status
    union all
    select 'area', c.area, sum(c.n) from register_count c
     where c.kind = of_kind and c.area <> '' and (of_field is null or c.field = of_field) and (of_status is null or c.status = of_status) group by c.area;
end
$$;

-- The ids of the obstacles or practices that INPUT finds, at most MOST; null when there is nothing to look for in it.
create function visitor.register_found(in_language text, of_kind text, input text, most integer) returns bigint[]
    language plpgsql stable set search_path = visitor, pg_catalog, pg_temp as $$
declare
    wanted constant tsquery := query_of(in_language, input, false);
begin
    return case when wanted is not null then
        array(select s.document_id from searchable s where s.language = in_language and s.kind = of_kind and s.words @@ wanted limit most) end;
end
$$;

-- A document that is in no menu, as a page names it: its kind, and slug and short title in the language of the page where it has that.
create function site.named(its_id bigint, in_language text) returns json
    language plpgsql stable as $$
begin
    return (select json_build_object('key', d.key, 'kind', d.kind, 'slug', s.slug, 'title', t.value, 'short', short.value, 'language', s.language)
              from site.document d
              join site.edition_shown s on s.document_id = d.id and s.for_language = in_language
              join site.edition_text t on t.edition_id = s.id and t.field = 'title'
              join site.edition_text short on short.edition_id = s.id and short.field = 'short'
             where d.id = its_id);
end
$$;

-- The steps that are public: a step is when its reason is, in whatever language.
create view site.public_step as
    select distinct s.document_id, s.number, s.date, s.status
      from site.step s
      join site.edition e on e.document_id = s.document_id and e.state = 'published'
      join site.edition_text t on t.edition_id = e.id and t.field = 'step.' || s.number;

-- What the page of an obstacle or a practice shows beside its texts: {"field": …, "borders": […], "steps": […], …}. Parties and borders are named by
-- their keys: see visitor.area.
create function site.register_content(edition bigint) returns json
    language plpgsql stable as $$
begin
    return (select json_build_object(
        'field', i.field, 'since', i.since, 'provision_url', i.provision_url, 'instrument_url', i.instrument_url,
        'contact', i.contact, 'contact_url', i.contact_url,
        'borders', (select json_agg(b.border order by b.border) from site.register_border b where b.document_id = i.document_id),
        'concerned', (select json_agg(p.party order by p.position) from site.register_party p where p.document_id = i.document_id and p.role = 'concerned'),
        'authorities', (select json_agg(p.party order by p.position) from site.register_party p where p.document_id = i.document_id and p.role = 'authority'),
        'steps', (select json_agg(json_build_object('number', s.number, 'date', s.date, 'status', s.status, 'text', t.value) order by s.number)
                    from site.public_step s
                    left join site.edition_text t on t.edition_id = e.id and t.field = 'step.' || s.number
                   where s.document_id = i.document_id))
      from site.edition e join site.register_item i on i.document_id = e.document_id
     where e.id = edition);
end
$$;

-- As before, with what is new here: the facts of an obstacle or a practice; 'related', what it belongs to, and 'named_by', the obstacles and practices
-- that say so of a document; 'links', the documents in no menu that its body links to. Topics, partners and pages are in menus: of these the key is enough.
create or replace function site.page_content(edition bigint, in_language text) returns json
    language plpgsql stable as $$
begin
    return (select json_strip_nulls(json_build_object(
        'original', d.original,
        'texts', (select json_object_agg(t.field, t.value order by t.field) from site.edition_text t
                   where t.edition_id = e.id and t.field not in ('title', 'short', 'summary', 'nature', 'body')
                     and t.field !~ '^(milestone|agenda|conclusion|step)\.'),
        'slugs', (select json_object_agg(o.language, o.slug order by o.language) from site.edition o
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
        'meeting', case d.kind when 'meeting' then site.meeting_content(e.id, in_language) end,
        'register', case when d.kind in ('obstacle', 'practice') then site.register_content(e.id) end,
        'related', case when d.kind in ('obstacle', 'practice') then (
            select json_agg(json_build_object('key', o.key, 'conclusion', r.conclusion,
                                              'named', case when o.kind in ('meeting', 'obstacle', 'practice') then site.named(o.id, in_language) end)
                            order by r.position)
              from site.relation r join site.document o on o.id = r.target
             where r.document_id = d.id) end,
        'named_by', case when d.kind in ('meeting', 'obstacle', 'practice') then (
            select json_agg(n.named order by n.kind, n.document_id)
              from (select distinct o.kind, r.document_id, site.named(r.document_id, in_language)::jsonb as named
                      from site.relation r join site.document o on o.id = r.document_id
                     where r.target = d.id) n
             where n.named is not null) end,
        'links', (select json_agg(site.named(o.id, in_language) order by o.key)
                    from site.text_link l join site.document o on o.key = l.key and o.kind in ('meeting', 'obstacle', 'practice')
                   where l.edition_id = e.id)))
      from site.edition e
      join site.document d on d.id = e.document_id
      left join site.cooperation c on c.document_id = d.id
      left join site.party secretariat on secretariat.key = c.secretariat
      left join site.place seat on seat.key = c.seat
     where e.id = edition);
end
$$;

-- The rows of obstacles and practices in the lists.
create function site.show_register(shown bigint[]) returns void
    language plpgsql as $$
begin
    delete from visitor.register_place where document_id = any (shown);
    delete from visitor.register_item where document_id = any (shown);
    with last as (
        select distinct on (s.document_id) s.document_id, s.status, s.date
          from site.public_step s where s.document_id = any (shown) order by s.document_id, s.number desc)
    insert into visitor.register_item (document_id, for_language, kind, key, field, status, date, day, areas, language, slug, title, summary, changed)
    select p.document_id, p.for_language, p.kind, p.key, i.field, last.status, coalesce(last.date, i.since),
           coalesce(site.first_day(coalesce(last.date, i.since)), '0001-01-01'),
           array(select border::text from site.register_border b where b.document_id = i.document_id order by border)
               || array(select c.party::text from site.register_party c where c.document_id = i.document_id and c.role = 'concerned' order by c.position),
           p.language, p.slug, p.title, p.summary, p.changed
      from visitor.page p
      join site.register_item i on i.document_id = p.document_id
      left join last on last.document_id = i.document_id
     where p.document_id = any (shown) and (i.kind = 'practice' or last.status is not null);

    insert into visitor.register_place (kind, area, field, status, day, document_id)
    select distinct i.kind, a.area, i.field, coalesce(i.status, ''), i.day, i.document_id
      from visitor.register_item i
     cross join lateral (select '' as area
                         union select unnest(i.areas)
                         union select d.key from site.relation r join site.document d on d.id = r.target
                                where r.document_id = i.document_id and d.kind in ('topic', 'partner')) a
     where i.document_id = any (shown) and i.for_language = 'nl';
end
$$;

-- The documents whose pages name one of SHOWN: meetings that took it up, what is related to it, what links to it. Topics, partners and pages are named
-- through the menu.
create function site.naming_documents(shown bigint[]) returns setof bigint
    language plpgsql stable as $$
begin
    return query
    select c.document_id from site.conclusion c where c.taken_up_by = any (shown)
    union select r.target from site.relation r join site.document d on d.id = r.target
           where r.document_id = any (shown) and d.kind in ('meeting', 'obstacle', 'practice')
    union select r.document_id from site.relation r join site.document d on d.id = r.target
           where r.target = any (shown) and d.kind in ('meeting', 'obstacle', 'practice')
    union select e.document_id
            from site.document d
            join site.text_link l on l.key = d.key
            join site.edition e on e.id = l.edition_id and e.state = 'published'
           where d.id = any (shown) and d.kind in ('meeting', 'obstacle', 'practice');
end
$$;

create or replace function site.show(shown bigint[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    affected constant bigint[] := array(select unnest(shown) union select site.naming_documents(shown));
begin
    if cardinality(affected) = 0 then   -- a statement that changed no row
        return;
    end if;
    delete from visitor.page where document_id = any (affected);
    insert into visitor.page (document_id, for_language, kind, key, position, language, slug, published, changed,
                              title, short, summary, nature, body, content)
    select d.id, e.for_language, d.kind, d.key, d.position, e.language, e.slug,
           (e.published_at at time zone 'Europe/Brussels')::date, greatest(e.published_at, m.changed_at),
           title.value, short.value, summary.value, nature.value, body.value, site.page_content(e.id, e.for_language)
      from site.edition_shown e
      join site.document d on d.id = e.document_id
      left join site.meeting m on m.document_id = d.id
      join site.edition_text title on title.edition_id = e.id and title.field = 'title'
      join site.edition_text short on short.edition_id = e.id and short.field = 'short'
      join site.edition_text summary on summary.edition_id = e.id and summary.field = 'summary'
      left join site.edition_text nature on nature.edition_id = e.id and nature.field = 'nature'
      left join site.edition_text body on body.edition_id = e.id and body.field = 'body'
     where e.document_id = any (affected);

    delete from visitor.meeting where document_id = any (affected);
    insert into visitor.meeting (document_id, for_language, key, forum, type, number, status, mode, starts, ends, starts_at, ends_at, zone,
                                 first_day, last_day, place, country, latitude, longitude, language, slug, title, short, summary, sequence, changed)
    select m.document_id, p.for_language, p.key, forum.key, m.type, m.number, m.status, m.mode, m.starts, m.ends,
           to_char(m.starts_at, 'HH24:MI'), to_char(m.ends_at, 'HH24:MI'), m.zone,
           site.first_day(m.starts), site.last_day(coalesce(m.ends, m.starts)), place.name ->> p.for_language, country.name ->> p.for_language,
           place.latitude, place.longitude, p.language, p.slug, p.title, p.short, p.summary, m.sequence, p.changed
      from visitor.page p
      join site.meeting m on m.document_id = p.document_id
      join site.document forum on forum.id = m.forum
      left join site.place place on place.key = m.place
      left join site.party country on country.key = place.country
     where p.document_id = any (affected);

    delete from visitor.conclusion where document_id = any (affected);
    insert into visitor.conclusion (document_id, for_language, number, forum, state, text, starts, first_day, language, slug, title, short, by_slug, by_short)
    select m.document_id, m.for_language, c.number, m.forum, c.state, c.text, m.starts, m.first_day, m.language, m.slug, m.title, m.short,
           c.by ->> 'slug', c.by ->> 'short'
      from visitor.meeting m
      join visitor.page p using (document_id, for_language)
     cross join json_to_recordset(p.content #> '{meeting,conclusions}') as c (number integer, state text, text text, by json)
     where m.document_id = any (affected);

    perform site.show_register(affected);
    perform site.make_searchable(affected);
end
$$;

-- As before; an obstacle has the day of its last step.
create or replace function site.make_searchable(shown bigint[]) returns void
    language sql as $$
    delete from visitor.searchable where document_id = any (shown);
    insert into visitor.searchable (language, document_id, part, kind, first_day, title, text, words)
    select e.language, d.id, '', d.kind, coalesce(site.first_day(m.starts), i.day, '-infinity'), t.title, left(t.rest, 20000),
           setweight(visitor.words_of(e.language, t.title || ' ' || t.short), 'A') || setweight(visitor.words_of(e.language, left(t.rest, 20000)), 'C')
      from site.edition e
      join site.document d on d.id = e.document_id
      left join site.meeting m on m.document_id = d.id
      left join visitor.register_item i on i.document_id = d.id and i.for_language = 'nl' and i.status is not null
     cross join lateral (
           select max(value) filter (where field = 'title') as title, max(value) filter (where field = 'short') as short,
                  string_agg(site.plain_text(value), ' ' order by field <> 'summary', field <> 'body', field)
                      filter (where field not in ('title', 'short') and field not like 'conclusion.%') as rest
             from site.edition_text where edition_id = e.id) t
     where e.document_id = any (shown) and e.state = 'published'
    union all
    select e.language, d.id, 'c' || c.number, d.kind, site.first_day(m.starts), title.value, t.value,
           setweight(visitor.words_of(e.language, t.value), 'B')
      from site.edition e
      join site.document d on d.id = e.document_id
      join site.meeting m on m.document_id = d.id
      join site.conclusion c on c.document_id = d.id
      join site.edition_text t on t.edition_id = e.id and t.field = 'conclusion.' || c.number
      join site.edition_text title on title.edition_id = e.id and title.field = 'title'
     where e.document_id = any (shown) and e.state = 'published'
    union all
    select l.language, d.id, 'd' || l.position, d.kind, coalesce(site.first_day(m.starts), '-infinity'), p.title, l.title,
           setweight(visitor.words_of(l.language, l.title), 'B')
      from site.link l
      join site.document d on d.id = l.document_id
      left join site.meeting m on m.document_id = d.id
      join visitor.page p on p.document_id = d.id and p.for_language = l.language
     where l.document_id = any (shown) and l.language in ('nl', 'fr', 'de', 'en');

    insert into visitor.word (language, word)
    select distinct s.language, word
      from visitor.searchable s, regexp_split_to_table(lower(s.title || ' ' || s.text), '[^[:alpha:]]+') word
     where s.document_id = any (shown) and length(word) between 4 and 40
    on conflict do nothing;
$$;

do $$
declare
    source text;
begin
    foreach source in array array['register_item', 'register_border', 'register_party', 'step', 'relation'] loop
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
-- At the desk

create or replace function site.place_of(kind text) returns smallint
    language sql immutable strict parallel safe
    return array_position(array['home', 'overview', 'topic', 'partner', 'page', 'meeting', 'obstacle', 'practice'], kind)::smallint;

-- As before, and obstacles by their last step.
create or replace function site.note_heading(documents bigint[]) returns void
    language plpgsql as $$
begin
    if cardinality(documents) = 0 then
        return;
    end if;
    insert into site.heading as h (document_id, place, position, starts, title, words, archived, inconclusive)
         select d.id, site.place_of(d.kind), d.position,
                coalesce(m.starts, i.since, (select s.date from site.step s where s.document_id = d.id order by s.number desc limit 1), ''),
                coalesce(t.value, d.key), to_tsvector('simple', public.unaccent(coalesce(t.value, d.key))),
                d.archived_at is not null,
                case when m.type <> 'event' and m.status in ('planned', 'held', 'moved')
                          and not exists (select from site.conclusion c where c.document_id = d.id)
                          and exists (select from site.edition e where e.document_id = d.id and e.state = 'published')
                     then site.last_day(coalesce(m.ends, m.starts)) end
           from site.document d
           left join site.meeting m on m.document_id = d.id
           left join site.register_item i on i.document_id = d.id
           left join lateral (
                select e.id from site.edition e where e.document_id = d.id and e.language = d.original
                 order by (e.state = 'draft') desc, (e.state = 'published') desc, e.id desc limit 1) newest on true
           left join site.edition_text t on t.edition_id = newest.id and t.field = 'title'
          where d.id = any (documents)
    on conflict (document_id) do update
            set place = excluded.place, position = excluded.position, starts = excluded.starts, title = excluded.title, words = excluded.words,
                archived = excluded.archived, inconclusive = excluded.inconclusive
          where (h.place, h.position, h.starts, h.title, h.archived, h.inconclusive)
                is distinct from (excluded.place, excluded.position, excluded.starts, excluded.title, excluded.archived, excluded.inconclusive);
end
$$;
create trigger note_inserted after insert on site.register_item referencing new table as changed_new
    for each statement execute function site.note_meetings();
create trigger note_updated after update on site.register_item referencing new table as changed_new
    for each statement execute function site.note_meetings();
create trigger note_inserted after insert on site.step referencing new table as changed_new
    for each statement execute function site.note_meetings();
create trigger note_deleted after delete on site.step referencing old table as changed_new
    for each statement execute function site.note_meetings();

create or replace function site.editable_fields(for_document bigint) returns table (field text, place integer)
    language sql stable as $$
    select f.field, (row_number() over (order by f.part, f.place))::integer
      from site.document d
     cross join lateral (
           select 1 as part, n as place, name as field
             from unnest(array['title', 'short', 'summary', 'body']) with ordinality t (name, n)
           union all select 0, 0, 'nature' where d.kind = 'partner'
           union all select 2, 0, 'nature' where d.kind = 'topic'
           union all select 2, 1, 'affects' where d.kind = 'obstacle'
           union all select 2, 2, 'done' where d.kind = 'obstacle'
           union all select 2, 3, 'provision' where d.kind = 'obstacle'
           union all select 2, 4, 'instrument' where d.kind in ('topic', 'partner', 'obstacle', 'practice')
           union all select 2, 5, 'contact' where d.kind = 'practice'
           union all select 2, 6, 'reason' where d.kind = 'meeting'
           union all select 3, row_number() over (order by m.date, m.key), 'milestone.' || m.key from site.milestone m where m.document_id = d.id
           union all select 4, a.position, 'agenda.' || a.key from site.agenda_item a where a.document_id = d.id
           union all select 5, c.number, 'conclusion.' || c.number from site.conclusion c where c.document_id = d.id
           union all select 6, s.number, 'step.' || s.number from site.step s where s.document_id = d.id) f
     where d.id = for_document
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Import

create function site.import_borders() returns void language sql as $$
    insert into site.border (key, one, other)
         select lower(one || '-' || other), one, other
           from unnest(array['BE', 'BE', 'BE', 'BE', 'DE', 'DE', 'DE', 'FR'], array['DE', 'FR', 'LU', 'NL', 'FR', 'LU', 'NL', 'LU']) b (one, other)
          where exists (select from site.party where key = one) and exists (select from site.party where key = other)
    on conflict (key) do nothing;
$$;
select site.import_borders();

create or replace function site.import_parties(parties jsonb) returns void language sql as $$
    insert into site.party (key, kind, name, website)
         select key, kind, name, website from jsonb_to_recordset(parties) as p (key text, kind text, name jsonb, website text)
    on conflict (key) do nothing;
    select site.import_borders();
$$;

-- The facts of an obstacle or a practice; its document has just been made. What it belongs to may be imported later: see import_relations.
create function site.import_register_item(made bigint, facts jsonb) returns void
    language sql as $$
    insert into site.register_item (document_id, kind, field, since, provision_url, instrument_url, contact, contact_url)
         values (made, facts ->> 'kind', facts ->> 'field', facts ->> 'since', facts ->> 'provision_url', facts ->> 'instrument_url',
                 facts #>> '{contact,party}', facts #>> '{contact,url}');
    insert into site.register_border (document_id, border) select made, border from jsonb_array_elements_text(facts -> 'borders') border;
    insert into site.register_party (document_id, role, party, position)
         select made, 'concerned', party, n from jsonb_array_elements_text(facts -> 'concerned') with ordinality t (party, n)
         union all
         select made, 'authority', party, n from jsonb_array_elements_text(facts -> 'authorities') with ordinality t (party, n);
    insert into site.step (document_id, number, date, status)
         select made, (item ->> 'key')::integer, item ->> 'date', item ->> 'status' from jsonb_array_elements(facts -> 'steps') item
          order by (item ->> 'key')::integer;
$$;

-- What an obstacle or a practice belongs to, when all documents are there; unless it has some already.
create function site.import_relations(document_key text, facts jsonb) returns void
    language sql as $$
    insert into site.relation (document_id, position, target, conclusion)
         select d.id, n, o.id, (item ->> 'conclusion')::integer
           from site.document d
          cross join jsonb_array_elements(facts -> 'related') with ordinality t (item, n)
           join site.document o on o.key = item ->> 'document'
          where d.key = document_key and not exists (select from site.relation r where r.document_id = d.id);
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
        elsif its_kind in ('obstacle', 'practice') then
            perform site.import_register_item(made, facts);
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

revoke all on all functions in schema site, visitor from public;
grant execute on all functions in schema site to benelux_desk;
grant execute on function visitor.without_umlauts, visitor.with_umlauts, visitor.term, visitor.query_of, visitor.findings, visitor.latest_findings,
      visitor.suggestion, visitor.search, visitor.register_counts, visitor.register_found
      to benelux_visitor, benelux_desk;
grant execute on function visitor.words_of to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
revoke update, delete on site.audit from benelux_desk;
grant select on all tables in schema visitor to benelux_visitor, benelux_desk;
