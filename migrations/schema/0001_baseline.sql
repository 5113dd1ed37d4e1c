-- The tables: what the site knows, each once. What works on them stands in logic/, who may do what in
-- rights.sql.
--
-- The comment of a table begins with what it is:
--   source    the truth: what editors, visitors and content files said
--   history   what was so before: kept, never changed
--   derived   made of the others by logic/compose/, and can be made anew at any time ("benelux-plus
--             recompose")
--
-- The functions in here are the few that tables themselves depend on.

create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists pgcrypto with schema public;
create extension if not exists unaccent with schema public;

create schema site;
create schema visitor;

-- -----------------------------------------------------------------------------------------------------------
-- Domains

-- ISO 639-1.
create domain site.language_code as text
    constraint language_code_is_plain check (value ~ '^[a-z]{2}$');

-- Part of a URL and stable key: lower-case ASCII words joined by single hyphens.
create domain site.slug as text
    constraint slug_is_plain check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 100);

-- A country code (ISO 3166-1 alpha-2) or a slug.
create domain site.party_key as text
    constraint party_key_is_plain check (value ~ '^([A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*)$'
                                         and length(value) <= 100);

-- Which characters a text may have: see cgi-src/base/characters.h, which looks first. No controls but line
-- feed and tab, no noncharacters, and none that turns the text around it.
create function site.is_text(value text) returns boolean
    language sql immutable strict parallel safe
    return value !~ ('[\x01-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF'
                     '\U0001FFFE\U0001FFFF\U0002FFFE\U0002FFFF\U0003FFFE\U0003FFFF\U0004FFFE\U0004FFFF'
                     '\U0005FFFE\U0005FFFF\U0006FFFE\U0006FFFF\U0007FFFE\U0007FFFF\U0008FFFE\U0008FFFF'
                     '\U0009FFFE\U0009FFFF\U000AFFFE\U000AFFFF\U000BFFFE\U000BFFFF\U000CFFFE\U000CFFFF'
                     '\U000DFFFE\U000DFFFF\U000EFFFE\U000EFFFF\U000FFFFE\U000FFFFF\U0010FFFE\U0010FFFF]');

-- A name in each language: {"nl": …, "fr": …}. That none is missing a trigger sees to: site.require_names.
create domain site.names as jsonb
    constraint names_are_texts check (
        jsonb_typeof(value) = 'object'
        and not jsonb_path_exists(value, '$.* ? (@ == "" || @.type() != "string")'));

-- A date as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601-1:2019, 5.2.2). It sorts as text.
create function site.is_calendar_date(value text) returns boolean
    language plpgsql immutable strict parallel safe as $$
begin
    if value !~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' then
        return false;
    end if;
    perform make_date(substr(value, 1, 4)::int, coalesce(nullif(substr(value, 6, 2), '')::int, 1),
                      coalesce(nullif(substr(value, 9, 2), '')::int, 1));
    return true;
exception when datetime_field_overflow then
    return false;
end
$$;

create domain site.partial_date as text
    constraint partial_date_exists check (site.is_calendar_date(value));

-- The first and the last day that such a date may mean.
create function site.first_day(value text) returns date
    language sql immutable strict parallel safe
    return make_date(substr(value, 1, 4)::int, coalesce(nullif(substr(value, 6, 2), '')::int, 1),
                     coalesce(nullif(substr(value, 9, 2), '')::int, 1));

create function site.last_day(value text) returns date
    language sql immutable strict parallel safe
    return case length(value) when 4 then make_date(substr(value, 1, 4)::int, 12, 31)
                              when 7 then (site.first_day(value) + interval '1 month - 1 day')::date
                              else site.first_day(value) end;

-- A zone is named as the files of the tz database are: PostgreSQL also takes "CEST", "UTC+2" and
-- "europe/brussels", calendars do not.
create domain site.time_zone as text
    constraint time_zone_is_iana check (value is null or now() at time zone value is not null)
    constraint time_zone_is_a_region check (value ~ '^([A-Z][a-z]+(/[A-Z][a-z]+[A-Za-z_-]*)+|UTC)$');

create domain site.web_address as text
    constraint web_address_is_http check (value ~ '^https?://[^[:space:]<>"]+$' and length(value) <= 1000);

-- -----------------------------------------------------------------------------------------------------------
-- Languages, kinds of documents, and what documents refer to

create table site.language (
    code     site.language_code primary key,
    position smallint not null unique,              -- in lists
    stemmer  text not null                          -- PostgreSQL's text search configuration
);
comment on table site.language is 'source: the languages of the site';
insert into site.language values ('nl', 1, 'dutch'), ('fr', 2, 'french'), ('de', 3, 'german'),
    ('en', 4, 'english');

create table site.kind (
    name     text primary key,
    position smallint not null unique,              -- in lists of the desk
    folder   text not null,                         -- of content files: '' or 'meetings/'
    -- whether pages find such documents by the menu, without their composed content
    in_menu  boolean not null,
    -- whether it may be a forum, and what belongs to it is listed by it
    gathers  boolean not null
);
comment on table site.kind is 'source: the kinds of documents';
insert into site.kind values
    ('home', 1, '', true, false), ('overview', 2, '', true, false), ('topic', 3, '', true, true),
    ('partner', 4, '', true, true), ('page', 5, '', true, false), ('meeting', 6, 'meetings/', false, false),
    ('obstacle', 7, 'register/', false, false), ('practice', 8, 'register/', false, false),
    ('event', 9, 'events/', false, false);

-- A plan that takes them for a thousand is a bad one.
analyze site.language;
analyze site.kind;

create table site.party (
    key     site.party_key primary key,             -- of a country its code in ISO 3166-1
    kind    text not null check (kind in ('country', 'region', 'organisation')),
    code    text,                                   -- of a region, in ISO 3166-2; null where it has none
    name    site.names not null,
    website site.web_address,
    version integer not null default 1,             -- the last save
    check (code is null or kind = 'region' and code ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$')
);
comment on table site.party is 'source: who takes part: countries, regions and organisations';

create table site.place (
    key       site.slug primary key,
    name      site.names not null,
    country   site.party_key not null references site.party,
    latitude  numeric(8, 5) not null check (latitude between -90 and 90),   -- degrees, WGS 84
    longitude numeric(8, 5) not null check (longitude between -180 and 180),
    version   integer not null default 1
);
comment on table site.place is 'source: towns where something meets or has its seat';

create table site.border (
    key   site.slug primary key,
    one   site.party_key not null references site.party,
    other site.party_key not null references site.party,
    constraint border_is_named_by_its_sides check (one < other and key = lower(one || '-' || other))
);
comment on table site.border is 'source: the land borders that obstacles lie at';

-- -----------------------------------------------------------------------------------------------------------
-- Documents and the facts that all languages share
--
-- A document is a stable thing (a topic, a meeting, an obstacle): it has a key, facts that all languages
-- share, and editions, each of which has its texts in one language.

create table site.document (
    id          bigint generated always as identity primary key,
    key         site.slug not null unique,
    kind        text not null references site.kind,
    position    integer not null,                   -- order among its kind
    original    site.language_code not null references site.language,   -- the others are translated from it
    created_at  timestamptz not null default now(),
    -- a document in the archive is in no list but that of the archive
    archived_at timestamptz,
    unique (id, kind)
);
create unique index document_is_the_only_one on site.document (kind) where kind in ('home', 'overview');
comment on table site.document is 'source: documents';

create table site.source (
    document_id bigint not null references site.document on delete cascade,
    position    integer not null,
    url         site.web_address not null,
    title       text not null check (title <> '' and site.is_text(title)),
    publisher   text not null check (publisher <> '' and site.is_text(publisher)),
    language    site.language_code not null,        -- of the page behind the address
    primary key (document_id, position)
);
comment on table site.source is 'source: where what a document says can be read';

create table site.cooperation (
    document_id bigint primary key,
    kind        text not null check (kind in ('topic', 'partner')),
    since       site.partial_date,
    secretariat site.party_key references site.party,
    seat        site.slug references site.place,
    website     site.web_address,
    contact_email text check (contact_email ~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$'),
    foreign key (document_id, kind) references site.document (id, kind) on delete cascade
);
comment on table site.cooperation is 'source: what a topic or a partner is, beside its texts';

create table site.participant (
    document_id bigint not null references site.cooperation on delete cascade,
    party       site.party_key not null references site.party,
    role        text not null check (role in ('member', 'observer', 'attends', 'co-chair', 'signatory')),
    primary key (document_id, party)
);
comment on table site.participant is 'source: who takes part in a topic';

create table site.milestone (
    document_id bigint not null references site.cooperation on delete cascade,
    key         site.slug not null,
    date        site.partial_date not null,
    primary key (document_id, key)
);
comment on table site.milestone is
    'source: what happened when; the text is the field "milestone.KEY" of each edition';

-- -----------------------------------------------------------------------------------------------------------
-- Meetings and presidencies

create table site.meeting (
    document_id bigint primary key,
    kind        text not null default 'meeting' check (kind = 'meeting'),
    forum       bigint not null references site.cooperation,
    number      integer check (number > 0),         -- in its series
    type        text not null check (type in ('ministerial', 'summit', 'working-group', 'event')),
    starts      site.partial_date not null,         -- days at the venue
    ends        site.partial_date,                  -- when it lasts more than a day
    starts_at   time,                               -- local time at the venue; null for a whole day
    ends_at     time,
    zone        site.time_zone,                     -- of the venue
    place       site.slug references site.place,
    mode        text not null default 'in-person' check (mode in ('in-person', 'online', 'hybrid')),
    status      text not null check (status in ('planned', 'held', 'postponed', 'moved', 'cancelled')),
    -- by-hand: meeting_presidency
    presided    text not null default 'by-term' check (presided in ('by-term', 'by-hand')),
    -- the day it was planned for, of one that was moved or postponed
    earlier     site.partial_date,
    -- raised by a change that participants have to know of (RFC 5545, 3.8.7.4)
    sequence    integer not null default 0,
    changed_at  timestamptz not null default now(),
    foreign key (document_id, kind) references site.document (id, kind) on delete cascade,
    constraint meeting_ends_after_its_start check (ends is null
                                                   or (length(ends) = length(starts) and ends >= starts)),
    constraint meeting_has_times_of_a_day check (
        (starts_at is null or (zone is not null and length(starts) = 10))
            and (ends_at is null or starts_at is not null)
        and (ends_at is null or coalesce(ends > starts, false) or ends_at > starts_at)),
    constraint meeting_has_an_earlier_day_when_moved check (earlier is null
                                                            or status in ('moved', 'postponed', 'cancelled'))
);
create index meeting_by_forum on site.meeting (forum);
create index meeting_by_place on site.meeting (place);
-- Those that may be over and are not said to have been held are few.
create index meeting_not_held on site.meeting (document_id) where status in ('planned', 'moved');
comment on table site.meeting is 'source: what a meeting of a forum is, beside its texts';

create table site.meeting_presidency (
    document_id bigint not null references site.meeting on delete cascade,
    party       site.party_key not null references site.party,
    primary key (document_id, party)
);
create index meeting_presidency_by_party on site.meeting_presidency (party);
comment on table site.meeting_presidency is
    'source: who presided where that does not follow from forum and date; nobody where it is not known';

create table site.delegation (
    document_id bigint not null references site.meeting on delete cascade,
    position    integer not null,
    party       site.party_key not null references site.party,
    person      text check (person <> ''),          -- an office holder
    primary key (document_id, position)
);
create index delegation_by_party on site.delegation (party);
comment on table site.delegation is 'source: who came to a meeting';

create table site.agenda_item (
    document_id bigint not null references site.meeting on delete cascade,
    position    integer not null,
    key         site.slug not null,
    primary key (document_id, key),
    unique (document_id, position)
);
comment on table site.agenda_item is 'source: what is on the agenda; the text is the field "agenda.KEY"';

create table site.conclusion (
    document_id bigint not null references site.meeting on delete cascade,
    number      integer not null check (number > 0),        -- within its meeting; its anchor
    state       text check (state in ('open', 'taken-up', 'closed')),   -- null where nobody has followed it
    taken_up_by bigint references site.meeting,
    primary key (document_id, number),
    check (taken_up_by is null or (state = 'taken-up' and taken_up_by <> document_id))
);
create index conclusion_by_follower on site.conclusion (taken_up_by) where taken_up_by is not null;
comment on table site.conclusion is
    'source: what a meeting agreed; the text is the field "conclusion.NUMBER"';

-- Several holders of one term preside together; two terms of a forum do not overlap.
create table site.presidency (
    id     bigint generated always as identity primary key,
    forum  bigint not null references site.cooperation on delete cascade,
    number integer check (number > 0),
    starts site.partial_date not null,
    ends   site.partial_date,                       -- null: until further notice
    term   daterange not null generated always as (daterange(site.first_day(starts), site.last_day(ends),
                                                             '[]')) stored,
    constraint presidency_overlaps exclude using gist (forum with =, term with &&)
);
comment on table site.presidency is 'source: terms of a forum: when somebody presides over it';

create table site.presidency_holder (
    presidency bigint not null references site.presidency on delete cascade,
    party      site.party_key not null references site.party,
    position   integer not null,                    -- of those who preside together
    primary key (presidency, party)
);
comment on table site.presidency_holder is 'source: who presides in a term';

-- -----------------------------------------------------------------------------------------------------------
-- Events of the knowledge centre

create table site.event (
    document_id bigint primary key,
    kind        text not null default 'event' check (kind = 'event'),
    starts      site.partial_date not null,         -- days at the venue, and times, as those of meetings
    ends        site.partial_date,
    starts_at   time,
    ends_at     time,
    zone        site.time_zone,
    place       site.slug references site.place,
    url         site.web_address,                   -- where more is said, or where people register
    foreign key (document_id, kind) references site.document (id, kind) on delete cascade,
    constraint event_ends_after_its_start check (ends is null
                                                 or (length(ends) = length(starts) and ends >= starts)),
    constraint event_has_times_of_a_day check (
        (starts_at is null or (zone is not null and length(starts) = 10))
            and (ends_at is null or starts_at is not null)
        and (ends_at is null or coalesce(ends > starts, false) or ends_at > starts_at))
);
create index event_by_place on site.event (place);
comment on table site.event is 'source: what an event is, beside its texts';

create table site.event_party (
    document_id bigint not null references site.event on delete cascade,
    position    integer not null,
    party       site.party_key not null references site.party,
    primary key (document_id, party)
);
create index event_party_by_party on site.event_party (party);
comment on table site.event_party is 'source: with whom an event is held';

-- -----------------------------------------------------------------------------------------------------------
-- The register of the knowledge centre: cross-border obstacles and good practices
--
-- What became of an obstacle is a row of dated steps, to which steps are added; the last one says how it
-- stands. The words follow Regulation (EU) 2025/925 (cross-border obstacle, legal provision, outcome with its
-- reasons) and the Nordic Council of Ministers' database of obstacles (steps with a status).

create table site.register_item (
    document_id    bigint primary key,
    kind           text not null check (kind in ('obstacle', 'practice')),
    field          text not null check (field in ('work', 'taxes', 'education', 'transport', 'police',
                                                  'health', 'energy',
                                                  'environment', 'internal-market', 'governance')),
    since          site.partial_date check (since is null or kind = 'practice'),
    -- of the rule that stands in the way; its name is the text 'provision'
    provision_url  site.web_address,
    instrument_url site.web_address,                -- of what solves it; its name is the text 'instrument'
    contact_party  site.party_key references site.party,    -- whom to ask about a practice
    contact_url    site.web_address,
    foreign key (document_id, kind) references site.document (id, kind) on delete cascade
);
create index register_item_by_contact on site.register_item (contact_party) where contact_party is not null;
comment on table site.register_item is 'source: what an obstacle or a practice is, beside its texts';

create table site.register_border (
    document_id bigint not null references site.register_item on delete cascade,
    border      site.slug not null references site.border,
    primary key (document_id, border)
);
create index register_border_by_border on site.register_border (border);
comment on table site.register_border is 'source: at which borders';

create table site.register_party (
    document_id bigint not null references site.register_item on delete cascade,
    role        text not null check (role in ('concerned', 'authority')),
    party       site.party_key not null references site.party,
    position    integer not null,
    primary key (document_id, role, party)
);
create index register_party_by_party on site.register_party (party);
comment on table site.register_party is
    'source: who is concerned beside the two sides of the borders, and which authorities are responsible';

create table site.step (
    document_id bigint not null references site.register_item on delete cascade,
    number      integer not null check (number > 0),        -- in the order in which they were taken
    date        site.partial_date not null,
    -- closed: unsolved
    status      text not null check (status in ('reported', 'examined', 'being-solved', 'solved', 'closed')),
    -- it was wrong: visitors see it crossed out, and it says nothing of how things are
    struck      boolean not null default false,
    primary key (document_id, number)
);
comment on table site.step is
    'source: what became of an obstacle; the reason of a step is the field "step.NUMBER": who sees that, '
    'sees the step';

create table site.relation (
    document_id bigint not null references site.register_item on delete cascade,
    position    integer not null,
    target      bigint not null references site.document,
    conclusion  integer,
    primary key (document_id, position),
    foreign key (target, conclusion) references site.conclusion (document_id, number) on delete
        set null (conclusion),
    constraint relation_is_to_another check (target <> document_id)
);
create index relation_by_target on site.relation (target);
comment on table site.relation is
    'source: what an obstacle or a practice belongs to: topics, partners, meetings (or a conclusion), '
    'obstacles it answers';

-- -----------------------------------------------------------------------------------------------------------
-- Files, kept in pieces so that nobody has to hold one in memory whole

create table site.file (
    sha256     bytea primary key check (length(sha256) = 32),
    size       integer not null check (size between 1 and 26214400),   -- bytes; 25 MiB
    created_at timestamptz not null default now()
);
create index file_by_age on site.file (created_at);
comment on table site.file is 'source: documents of meetings that stand here, known by their content';

create table site.file_piece (
    sha256   bytea not null references site.file on delete cascade,
    position integer not null check (position >= 0),        -- all but the last have 262,144 bytes
    bytes    bytea not null check (length(bytes) between 1 and 262144),
    primary key (sha256, position)
);
alter table site.file_piece alter column bytes set storage external;   -- a PDF is compressed already
comment on table site.file_piece is 'source: the bytes of files';

create table site.link (
    document_id bigint not null references site.document on delete cascade,
    position    integer not null,
    url         site.web_address,
    title       text not null check (title <> '' and site.is_text(title)),
    language    site.language_code not null,
    file        bytea references site.file,
    primary key (document_id, position),
    constraint link_leads_to_one_place check (num_nonnulls(url, file) = 1)
);
create index link_by_file on site.link (file) where file is not null;
comment on table site.link is 'source: the documents of a record, which stand elsewhere or here';

-- -----------------------------------------------------------------------------------------------------------
-- Texts
--
-- An edition is a set of named texts in one language and, in the original of a record, its facts. Each save
-- makes one: it is a draft, then published, then superseded by the next one; a draft that a later save
-- follows, or that is put aside, is replaced. Once published an edition never changes again, so every version
-- that was ever public is still here. Whether a translation is outdated is decided by hashes, never by dates:
-- each text of a translation carries the hash of the original's text that it was translated from.

create table site.edition (
    id             bigint generated always as identity primary key,
    document_id    bigint not null references site.document,
    language       site.language_code not null references site.language,
    state          text not null default 'draft' check (state in ('draft', 'replaced', 'published',
            'superseded')),
    slug           site.slug not null,
    created_at     timestamptz not null default now(),
    published_at   timestamptz,
    -- what the author had before them: a save on top of another is a conflict
    parent         bigint references site.edition,
    original       bigint references site.edition,  -- the original's edition that a translation was made from
    author         text,                            -- name of the account; null for what was imported
    -- of the form that made the document: it makes one, however often it is sent
    once           text unique check (length(once) = 64),
    -- what it was when its document went into the archive, until that is taken back
    archived       text check (archived in ('draft', 'published')),
    -- of the original of a record, once somebody has saved it by its form: see migrations/logic/record.sql
    facts          jsonb,
    note           text not null default '' check (length(note) <= 500),
    publish_at     timestamptz,                     -- of a draft: when it becomes public by itself
    scheduled_by   text,                            -- name of the account that said so
    restored_from  bigint references site.edition,  -- the earlier save that this one brings back
    failed_at      timestamptz,                     -- of a draft: when it was to be public and could not be
    -- 'address' (another document is public there), 'texts' (some are missing), or the error
    failed_because text,
    constraint edition_published_check check ((state in ('draft', 'replaced')) = (published_at is null)),
    constraint edition_scheduled_check check (publish_at is null
                                              or (state = 'draft' and scheduled_by is not null)),
    constraint edition_failed_check check (
        (failed_at is null) = (failed_because is null)
            and (failed_at is null or (state = 'draft' and publish_at is null)))
);
create unique index edition_one_draft on site.edition (document_id, language) where state = 'draft';
create unique index edition_one_published on site.edition (document_id, language) where state = 'published';
create index edition_by_document on site.edition (document_id, language, id);
create index edition_due on site.edition (publish_at) where publish_at is not null;
create index edition_failed on site.edition (failed_at) where failed_at is not null;
create index edition_by_drafted_slug on site.edition (slug) where state = 'draft';
comment on table site.edition is
    'source: drafts and what is published; history: what was replaced and superseded';

-- What a hash is taken of: the text in Unicode normal form C, with line ends and runs of white space folded,
-- so that reflowing or re-saving a text does not make its translations outdated.
create function site.normalised(value text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(normalize(value, NFC), '[[:space:]]+', ' ', 'g'));

create function site.text_hash(value text) returns bytea
    language sql immutable strict parallel safe
    return sha256(convert_to(site.normalised(value), 'UTF8'));

create table site.edition_text (
    edition_id      bigint not null references site.edition on delete cascade,
    field           text not null check (field ~ '^[a-z]+(\.[a-z0-9-]+)?$'),
    value           text not null check (value <> '' and length(value) <= 100000 and site.is_text(value)),
    hash            bytea not null generated always as (site.text_hash(value)) stored,
    -- hash of the original's text; null in the original
    translated_from bytea check (length(translated_from) = 32),
    primary key (edition_id, field)
);
comment on table site.edition_text is 'source: the texts of editions, by field';

create table site.omitted_text (
    edition_id bigint not null references site.edition on delete cascade,
    field      text not null,
    hash       bytea not null check (length(hash) = 32),
    primary key (edition_id, field)
);
comment on table site.omitted_text is
    'source: texts of the original, known by their hash, that a translation leaves out on purpose';

create table site.address (
    kind        text not null,
    language    site.language_code not null,
    slug        site.slug not null,
    document_id bigint not null,
    primary key (kind, language, slug),
    foreign key (document_id, kind) references site.document (id, kind)
);
create index address_by_slug on site.address (kind, slug);
create index address_by_document on site.address (document_id);
comment on table site.address is
    'history: every address a document was ever public at: that of its published edition now, the others '
    'lead to it';

-- -----------------------------------------------------------------------------------------------------------
-- The desk: accounts, sessions, the log

create table site.account (
    id              bigint generated always as identity primary key,
    name            text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    role            text not null check (role in ('editor', 'administrator')),
    -- of the desk for this account
    language        site.language_code not null default 'nl' references site.language,
    password        text not null check (password like '$argon2id$%'),
    enabled         boolean not null default true,
    created_at      timestamptz not null default now(),
    changed_at      timestamptz not null default now(),         -- sessions from before have ended
    -- One-time codes (RFC 6238)
    code_secret     bytea check (length(code_secret) = 20),     -- null: the account has none
    -- the last step of time whose code was used: a code works once
    code_step       bigint not null default 0,
    -- a secret that was shown and is not confirmed yet
    code_offered    bytea check (length(code_offered) = 20),
    code_offered_at timestamptz
);
comment on table site.account is 'source: who works at the desk';

-- A code that was used is gone. What is kept is a hash: a code has 80 random bits, so a quick one is enough.
create table site.recovery_code (
    account bigint not null references site.account on delete cascade,
    hash    bytea  not null check (length(hash) = 32),          -- SHA-256
    primary key (account, hash)
);
comment on table site.recovery_code is 'source: codes for who has lost their device';

-- Only the hash of a token is kept: who reads this table cannot take over a session. A session ends after
-- half an hour without use, and twelve hours after the login.
create table site.session (
    token     bytea primary key check (length(token) = 32),     -- SHA-256
    account   bigint not null references site.account on delete cascade,
    address   inet,
    opened_at timestamptz not null default now(),
    used_at   timestamptz not null default now()
);
create index session_by_account on site.session (account);
comment on table site.session is 'source: who is logged in';

-- A network, here and below, is what one subscriber has; see site.own_network.

create table site.kept_form (
    token   bytea primary key check (length(token) = 32),       -- SHA-256: who has the token may take it
    account bigint references site.account on delete cascade,   -- whose session had ended; null: a stranger
    network cidr not null,
    path    text not null check (length(path) <= 1024),
    form    text not null check (length(form) <= 250000),       -- as in an address: 64 KB, each byte three
    files   boolean not null,                                   -- there were some with it, and are not kept
    at      timestamptz not null default clock_timestamp()
);
comment on table site.kept_form is
    'source: what was sent to the desk when the session had ended, until the login, for twelve hours';

create table site.failed_login (
    name    text not null,
    network cidr not null,
    at      timestamptz not null default now()
);
create index failed_login_lately on site.failed_login (at);
create index failed_login_by_name on site.failed_login (name, at);
create index failed_login_by_network on site.failed_login using gist (network inet_ops);
comment on table site.failed_login is 'history: logins that failed lately, whether the account exists or not';

create table site.known_network (
    account bigint not null references site.account on delete cascade,
    network cidr not null,
    used_at timestamptz not null default now(),
    primary key (account, network)
);
comment on table site.known_network is 'history: from where an account was used';

create table site.audit (
    id       bigint generated always as identity primary key,
    at       timestamptz not null default now(),
    account  text not null,                         -- its name, which outlasts it
    action   text not null check (action ~ '^[a-z]+(-[a-z]+)*$'),
    document text,                                  -- key
    language site.language_code,
    detail   text,
    address  inet
);
create index audit_by_document on site.audit (document, id desc);
create index audit_by_account on site.audit (account, id desc);
create index audit_by_action on site.audit (action, id desc);
create index audit_by_day on site.audit (at);
comment on table site.audit is 'history: who did what, when, from where';

create table site.backup (
    only_one boolean primary key default true check (only_one),
    last_at  timestamptz
);
insert into site.backup default values;
comment on table site.backup is 'history: when the last backup was taken that could be restored';

create table site.preview (
    id          bigint generated always as identity primary key,
    token       bytea not null unique check (length(token) = 32),   -- SHA-256 of what stands in the link
    document_id bigint not null references site.document,
    language    site.language_code not null,
    account     text not null,                      -- its name, who made it
    expires_at  timestamptz not null default now() + interval '7 days'
);
create index preview_by_document on site.preview (document_id, expires_at);
comment on table site.preview is 'source: links to drafts';

-- -----------------------------------------------------------------------------------------------------------
-- Reports: what visitors tell of cross-border obstacles, and what editors make of it
--
-- A report comes in through one function of schema visitor, which bounds what it takes; the visitor's role
-- can neither read nor change what came in. It waits at the desk and is never public by itself. What the page
-- promises about it is kept by site.sweep_reports.

create table site.report (
    id          bigint generated always as identity primary key,
    reference   text not null unique
                check (reference ~ '^[2-9ACDEFHJKMNPQRTVWXY]{4}-[2-9ACDEFHJKMNPQRTVWXY]{4}$'),
    language    site.language_code not null references site.language,   -- of the page that it was sent from
    day         date not null,                      -- on which it came in, in Brussels
    outcome     text not null default 'new' check (
                -- lapsed: nobody dealt with it in time
                outcome in ('new', 'taken', 'merged', 'rejected', 'lapsed')),
    -- Null when it was swept; see site.sweep_reports.
    came_at     timestamptz default now(),
    -- It came in a flood and is read later: how many the networks around its own had sent within the hour.
    held        smallint check (held >= 0),
    -- of all that was sent: the same sent twice is kept once
    digest      bytea unique check (length(digest) = 32),
    obstacle    text check (length(obstacle) <= 4000 and btrim(obstacle, E' \t\n') <> ''),
    place       text check (length(place) <= 300 and btrim(place) <> ''),
    affected    text check (length(affected) <= 1000 and btrim(affected, E' \t\n') <> ''),
    cause       text check (length(cause) between 1 and 1000),
    email       text check (length(email) <= 254
                and email ~ '^[A-Za-z0-9.!#$%&''*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$'),
    -- the obstacle that it became, or that had it already
    document_id bigint references site.document on delete set null,
    reason      text check (length(reason) between 1 and 1000),       -- why it was rejected
    handled_at  timestamptz,
    handled_by  text,
    constraint report_is_there_or_swept check (
        outcome = 'lapsed' or came_at is null or (obstacle is not null and place is not null
                                                  and affected is not null)),
    constraint report_is_text check (site.is_text(concat(obstacle, place, affected, cause))),
    constraint report_is_rejected_with_a_reason check (outcome <> 'rejected' or came_at is null
                                                       or reason is not null)
);
create index report_in_the_queue on site.report ((outcome = 'new') desc, id desc);
create index report_by_outcome on site.report (outcome, id desc);
create index report_by_document on site.report (document_id);
-- What limits and sweeping look at, every second.
create index report_by_arrival on site.report (came_at) where outcome <> 'taken';
create index report_lately on site.report (came_at) where held is null;
create index report_held on site.report (held, id desc) where held is not null and outcome = 'new';
create index report_with_email on site.report (handled_at) where email is not null and handled_at is not null;
comment on table site.report is 'source: what visitors told, as long as it is kept';

create table site.report_attempt (
    network cidr not null,                          -- see site.own_network
    at      timestamptz not null default now()
);
create index report_attempt_by_network on site.report_attempt using gist (network inet_ops);
create index report_attempt_by_age on site.report_attempt (at);
comment on table site.report_attempt is 'history: from where reports came in the last hour';

create table site.report_dropped (
    day date primary key,
    n   integer not null
);
comment on table site.report_dropped is
    'history: how many that were held back are gone without anybody having read them';

create table site.report_key (
    only_one boolean primary key default true check (only_one),
    key      bytea not null check (length(key) >= 4)
);
insert into site.report_key (key) values (public.gen_random_bytes(32));
comment on table site.report_key is
    'source: the key of stamps of the report form; it never leaves the database';

-- -----------------------------------------------------------------------------------------------------------
-- Derived: what has to be composed

-- Unlogged: it is empty whenever no transaction is open.
create unlogged table site.changed (document_id bigint not null);
comment on table site.changed is
    'derived: the documents that this transaction has changed, to be composed when it commits';

create table site.renewal (
    document_id bigint primary key references site.document on delete cascade,
    since       timestamptz not null default now()
);
comment on table site.renewal is
    'derived: documents that the keeper composes later, since they are too many to wait for';

create table site.text_link (
    edition_id bigint not null,
    field      text not null,
    key        text not null,                       -- as it was written; there may be no such document
    primary key (edition_id, field, key),
    foreign key (edition_id, field) references site.edition_text on delete cascade
);
create index text_link_by_key on site.text_link (key);
comment on table site.text_link is
    'derived: which texts link to which documents: [words](doc:KEY) in a body, see cgi-src/text/markdown.h';

-- -----------------------------------------------------------------------------------------------------------
-- Derived: what the desk lists documents by
--
-- Whether a text is public, missing, being written or outdated follows from editions and hashes, but asking
-- that of a hundred thousand documents takes seconds.

create table site.text_state (
    document_id bigint not null references site.document on delete cascade,
    language    site.language_code not null,
    published   boolean not null,
    missing     boolean not null,                   -- public in another language and not in this one
    drafted     timestamptz,                        -- when the draft was saved last; null without one
    -- the fields whose original has changed since; null without one
    outdated    text[],
    primary key (document_id, language)
);
create index text_state_published on site.text_state (language, document_id) where published;
create index text_state_missing on site.text_state (document_id, language) where missing;
create index text_state_drafted on site.text_state (drafted, document_id) where drafted is not null;
create index text_state_outdated on site.text_state (document_id, language) where outdated is not null;
comment on table site.text_state is 'derived: the state of each document in each language';

create table site.heading (
    document_id  bigint primary key references site.document on delete cascade,
    place        smallint not null,                 -- of its kind
    position     integer not null,                  -- in its kind
    starts       text not null,                     -- of a meeting; '' for the others
    -- in the original's language, of its newest edition; the key without one
    title        text not null,
    words        tsvector not null,
    archived     boolean not null default false,
    -- the last day of a public meeting that should have conclusions and has none
    inconclusive date
);
create index heading_in_order on site.heading (place, position, starts desc, document_id);
create index heading_inconclusive on site.heading (inconclusive desc, document_id desc)
    where inconclusive is not null;
create index heading_by_words on site.heading using gin (words);
comment on table site.heading is 'derived: documents as the desk lists them';

-- -----------------------------------------------------------------------------------------------------------
-- Derived: what visitors see
--
-- One row holds all that a page shows of a document to a visitor of a language, so that a page is one
-- look-up. The public pages can read nothing that is not published, whatever they ask: the tables with the
-- drafts are closed to their role.

create table visitor.page (
    document_id  bigint not null,
    for_language site.language_code not null,       -- the visitor's
    kind         text not null,
    key          site.slug not null,
    position     integer not null,
    -- of the edition shown: the visitor's, or else the original's, or else any
    language     site.language_code not null,
    slug         site.slug not null,
    published    date not null,                     -- in Brussels
    title        text not null,
    short        text not null,
    summary      text not null,
    nature       text,
    body         text,                              -- Markdown
    content      json not null,                     -- the rest, as site.page_content makes it
    -- its edition was published, or its meeting was moved or cancelled
    changed      timestamptz not null default now(),
    primary key (document_id, for_language),
    unique (key, for_language)
);
alter table visitor.page alter column body set compression lz4, alter column content set compression lz4;
create index page_for_lists on visitor.page (for_language, kind, position);
create index page_by_change on visitor.page (for_language, changed desc, document_id desc)
    where language = for_language;
comment on table visitor.page is 'derived: a page, for a visitor of a language';

create table visitor.meeting (
    document_id  bigint not null,
    for_language site.language_code not null,
    key          site.slug not null,
    forum        site.slug not null,                -- key of the document
    type         text not null,
    number       integer,
    status       text not null,
    mode         text not null,
    starts       site.partial_date not null,
    ends         site.partial_date,
    starts_at    text,                              -- HH:MM
    ends_at      text,
    zone         text,
    first_day    date not null,                     -- that it may be, and the last
    last_day     date not null,
    place        text,
    country      text,
    latitude     numeric(8, 5),
    longitude    numeric(8, 5),
    language     site.language_code not null,
    slug         site.slug not null,
    title        text not null,
    short        text not null,
    summary      text not null,
    sequence     integer not null,
    changed      timestamptz not null,
    primary key (document_id, for_language)
);
create index meeting_by_day on visitor.meeting (for_language, first_day desc, document_id desc);
create index meeting_by_last_day on visitor.meeting (for_language, last_day);
create index meeting_by_forum_and_day on visitor.meeting (for_language, forum, first_day desc,
                                                          document_id desc);
create index meeting_by_type_and_day on visitor.meeting (for_language, type, first_day desc,
                                                         document_id desc);
create index meeting_by_forum_type_and_day on visitor.meeting (for_language, forum, type, first_day desc,
                                                               document_id desc);
comment on table visitor.meeting is
    'derived: meetings as lists, calendars and open data show them; visitor.page has the rest';

create table visitor.conclusion (
    document_id  bigint not null,                   -- of the meeting
    for_language site.language_code not null,
    number       integer not null,
    forum        site.slug not null,
    state        text,
    text         text not null,
    starts       site.partial_date not null,
    first_day    date not null,
    language     site.language_code not null,
    slug         site.slug not null,
    title        text not null,
    short        text not null,
    by_slug      text,                              -- of the meeting that took it up
    by_short     text,
    primary key (document_id, for_language, number)
);
create index conclusion_by_day on visitor.conclusion (for_language, first_day desc, document_id desc,
                                                      (-number) desc);
create index conclusion_by_forum_and_day on visitor.conclusion
    (for_language, forum, first_day desc, document_id desc, (-number) desc);
create index conclusion_by_state_and_day on visitor.conclusion
    (for_language, state, first_day desc, document_id desc, (-number) desc);
create index conclusion_by_forum_state_and_day on visitor.conclusion
    (for_language, forum, state, first_day desc, document_id desc, (-number) desc);
comment on table visitor.conclusion is 'derived: the conclusions of all meetings';

create table visitor.presidency (
    forum        site.slug not null,
    for_language site.language_code not null,
    starts       site.partial_date not null,
    ends         site.partial_date,
    term         daterange not null,
    number       integer,
    holders      text not null,                     -- names, as a list in that language
    primary key (forum, for_language, term)
);
comment on table visitor.presidency is 'derived: the terms of all forums';

create table visitor.register_item (
    document_id  bigint not null,
    for_language site.language_code not null,
    kind         text not null,
    key          site.slug not null,
    field        text not null,
    status       text,                              -- of an obstacle
    -- of its last step; of a practice, since when there is one
    date         site.partial_date,
    day          date not null,                     -- the first that DATE may mean; lists go by it
    -- borders and parties, in the order in which they are named
    areas        text[] not null,
    language     site.language_code not null,
    slug         site.slug not null,
    title        text not null,
    summary      text not null,
    changed      timestamptz not null,
    primary key (document_id, for_language)
);
create index register_item_by_change on visitor.register_item (for_language, kind, changed desc,
                                                               document_id desc);
comment on table visitor.register_item is
    'derived: obstacles and practices as lists show them; visitor.page has the rest';

-- An area is a border, a party, or a topic or partner; '' is all of them.
create table visitor.register_place (
    kind        text not null,
    area        text not null,
    field       text not null,
    status      text not null,                      -- '' of a practice
    day         date not null,
    document_id bigint not null,
    primary key (document_id, area)
);
create index register_place_by_day on visitor.register_place (kind, area, day desc, document_id desc);
create index register_place_by_field on visitor.register_place (kind, area, field, day desc,
                                                                document_id desc);
create index register_place_by_status on visitor.register_place (kind, area, status, day desc,
        document_id desc);
create index register_place_by_field_and_status on visitor.register_place
    (kind, area, field, status, day desc, document_id desc);
comment on table visitor.register_place is
    'derived: what a list of the register is read by: a row for each area of a document';

create table visitor.register_count (
    kind   text not null,
    area   text not null,
    field  text not null,
    status text not null,
    n      integer not null,
    primary key (kind, area, field, status)
);
comment on table visitor.register_count is
    'derived: how many rows visitor.register_place has of each sort, so that a page can say so at once';

-- -----------------------------------------------------------------------------------------------------------
-- Derived: search
--
-- Words are without accents and stemmed; "Düsseldorf" stands there as "Duesseldorf" too.

do $$
declare
    its site.language;
begin
    for its in select * from site.language loop
        execute format('create text search configuration visitor.%I (copy = pg_catalog.%I)', its.code,
                       its.stemmer);
        execute format('alter text search configuration visitor.%I'
                       ' alter mapping for hword, hword_part, word with public.unaccent, %I_stem', its.code,
                       its.stemmer);
    end loop;
end
$$;

create table visitor.searchable (
    language    site.language_code not null,
    document_id bigint not null,
    -- anchor on the document's page: '' all of it, 'c2' a conclusion, 'd1' a title
    part        text not null,
    kind        text not null,                      -- of the document
    first_day   date not null,                      -- of a meeting; '-infinity' for what has none
    title       text not null,
    text        text not null,
    words       tsvector not null
) partition by list (language);
comment on table visitor.searchable is
    'derived: each thing that can be found, in each language that it is written in: a document, a '
    'conclusion, a title';

-- A search for some rows of a frequent word looks into as many partitions as it needs, so each is kept of a
-- bounded size: what has no day, then decades, then five years.
do $$
declare
    code   text;
    bounds constant text[] := array['minvalue', '0001', '1960', '1970', '1980', '1990', '1995', '2000',
                                    '2005', '2010',
                                    '2015', '2020', '2025', '2030', '2035', '2040', '2045', 'maxvalue'];
    days   constant text[] := array(select case when b ~ '[0-9]' then quote_literal(b || '-01-01') else b end
                                      from unnest(bounds) with ordinality as t (b, n) order by n);
begin
    for code in select l.code from site.language l order by l.position loop
        execute format('create table visitor.searchable_%s partition of visitor.searchable'
                       ' for values in (%L) partition by range (first_day)', code, code);
        for i in 1 .. cardinality(days) - 1 loop
            execute format('create table visitor.searchable_%1$s_%2$s partition of visitor.searchable_%1$s'
                           ' for values from (%3$s) to (%4$s)', code, i, days[i], days[i + 1]);
        end loop;
    end loop;
end
$$;
create index searchable_by_words on visitor.searchable using gin (words) with (fastupdate = off);
create index searchable_by_day on visitor.searchable (first_day, document_id, part);
create index searchable_by_document on visitor.searchable (document_id);
create type visitor.finding as (document_id bigint, part text, first_day date, worth real);
-- One word, phrase or date of a search: EXACT finds it as it was written, LOOSE what means much the same.
create type visitor.term as (word text, exact tsquery, loose tsquery);

create table visitor.word (
    language site.language_code not null,
    word     text not null,
    primary key (language, word)
);
create index word_by_likeness on visitor.word using gist (word public.gist_trgm_ops);
comment on table visitor.word is
    'history: the words of published texts, to suggest one for what is mistyped; what was published once '
    'stays a word';

create table site.synonyms (
    language   site.language_code primary key references site.language,
    -- a line a group, its words or phrases separated by commas
    groups     text not null default '' check (length(groups) <= 20000),
    version    integer not null default 1,
    changed_at timestamptz not null default now()
);
comment on table site.synonyms is 'source: words that mean the same to whoever searches';
insert into site.synonyms (language) select code from site.language;

create table visitor.synonym (
    language site.language_code not null,
    phrase   text not null,                         -- its stems
    meaning  tsquery not null,                      -- all that is in its groups
    primary key (language, phrase)
);
comment on table visitor.synonym is 'derived: what else is sought with a word or phrase';

create table site.unfound (
    language site.language_code not null references site.language,
    word     text not null check (length(word) between 3 and 40),
    times    integer not null default 1,
    last_day date not null default current_date,
    primary key (language, word)
);
comment on table site.unfound is
    'history: words that visitors sought and no text has; nothing of who sought them, nor with which others';

create table site.unfound_pace (
    one     boolean primary key default true check (one),
    minute  timestamptz not null default '-infinity',
    counted integer not null default 0
);
comment on table site.unfound_pace is 'history: how many words were counted in the last minute, to bound it';
insert into site.unfound_pace default values;
