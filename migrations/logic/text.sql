-- SPDX-License-Identifier: EUPL-1.2
-- Text: what several places make from words: search words, plain text, links, addresses, moments.

-- The other way to write German umlauts.
create or replace function visitor.without_umlauts(value text) returns text
    language sql immutable strict parallel safe
    return replace(replace(replace(lower(value), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue');

create or replace function visitor.with_umlauts(value text) returns text
    language sql immutable strict parallel safe
    return replace(replace(replace(lower(value), 'ae', 'ä'), 'oe', 'ö'), 'ue', 'ü');

-- The words by which a text is found.
create or replace function visitor.words_of(in_language text, value text) returns tsvector
    language sql stable strict parallel safe
    return to_tsvector(('visitor.' || in_language)::regconfig, value) || visitor.dates_of(value)
        || case when value ~ '[äöüÄÖÜ]' then to_tsvector(('visitor.' || in_language)::regconfig, (
               select string_agg(visitor.without_umlauts(word[1]), ' ')
                   from regexp_matches(value, '[[:alpha:]]*[äöüÄÖÜ][[:alpha:]]*', 'g') word))
           else '' end;

-- Markdown without its marks, for excerpts.
create or replace function site.plain_text(markdown text) returns text
    language sql immutable strict parallel safe
    return site.normalised(regexp_replace(regexp_replace(regexp_replace(markdown,
               '\[\^[^]\s]+\]:?|\|[ \t:-]*(-[ \t:|-]*)?', ' ', 'g'),   -- references to notes, bars of tables
               '!?\[([^]]*)\]\([^)]*\)', '\1', 'g'),
                                          '(^|\n)\s*([#>]+|[-*+]|[0-9]+\.)\s+|[*_`]{1,3}', '\1', 'g'));

-- The targets of inline links, of reference definitions and of autolinks in CommonMark. They are cut at 200
-- characters, which is more than a key has: such a link leads nowhere.
create or replace function site.links_of(markdown text) returns setof text
    language sql immutable strict parallel safe as $$
    select distinct found[1] from regexp_matches(markdown, '(?:\]\(\s*<?|\]:\s*<?|<)doc:([^\s)<>]{1,200})',
                                                 'gi') as m (found)
$$;

-- A title as part of an address: lower-case ASCII words joined by hyphens, at most 100 characters; '' when
-- none of its letters can be written so.
create or replace function site.slug_of(title text, in_language text) returns text
    language plpgsql stable as $$
declare
    plain text := lower(normalize(title, NFC) collate "und-x-icu");
begin
    if in_language = 'de' then
        plain := replace(replace(replace(plain, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue');
    end if;
    plain := lower(public.unaccent(replace(plain, 'ß', 'ss')));
    plain := regexp_replace(plain, U&'[\0300-\036F]', '', 'g');
    plain := btrim(regexp_replace(plain, '[^a-z0-9]+', '-', 'g'), '-');
    if length(plain) > 100 then   -- cut between words, if possible
        plain := coalesce(substring(left(plain, 101) from '^(.{20,})-'), left(plain, 100));
    end if;
    return btrim(plain, '-');
end $$;

-- Whether ZONE is a time zone of the tz database, spelled as there.
create or replace function site.is_zone(zone text) returns boolean language plpgsql stable as $$
begin
    perform zone::site.time_zone;
    return zone is not null;
exception when others then
    return false;
end $$;

-- Whether clocks show this time twice, since they go back by an hour.
create or replace function site.comes_twice(local timestamp, zone text) returns boolean
    language plpgsql stable as $$
declare
    one constant timestamptz := local at time zone zone;
begin
    return (one - interval '1 hour') at time zone zone = local
        or (one + interval '1 hour') at time zone zone = local;
end $$;

-- The moment at which it is CLOCK_TIME on DAY in Brussels. If that comes twice, TURN says whether the 'first'
-- or the 'second' is meant; PostgreSQL takes the second. FAULT is 'skipped' when the day does not have the
-- time, since the clocks go forward, 'twice' when TURN is missing, 'past' when the moment has gone by.
create or replace function site.moment(day date, clock_time time, turn text, out at timestamptz,
                                       out fault text)
    language plpgsql stable as $$
declare
    local constant timestamp := day + clock_time;
    twice constant boolean := site.comes_twice(local, 'Europe/Brussels');
begin
    at := local at time zone 'Europe/Brussels'
          - case when twice and turn = 'first' then interval '1 hour' else interval '0' end;
    fault := case when at at time zone 'Europe/Brussels' <> local then 'skipped'
        when at <= now() then 'past'
        when twice and turn is null then 'twice' end;
    if fault is not null then
        at := null;
    end if;
end $$;
