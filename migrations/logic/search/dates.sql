-- SPDX-License-Identifier: EUPL-1.2
-- Dates in texts and searches: 24 April 2023, 24/04/2023 and 24. April 2023 mean the same day.

-- VALUE in lower case without accents, and without the full stop of an abbreviation.
create or replace function visitor.without_accents(value text) returns text
    language sql immutable strict parallel safe
    return rtrim(translate(lower(value), 'àâäáéèêëîïíôöóûüùúçñ', 'aaaaeeeeiiiooouuuucn'), '.');

-- The number of a month by its name or abbreviation in one of the four languages, without accents.
create or replace function visitor.month_of(name text) returns text
    language sql immutable strict parallel safe
    return (select lpad(n::text, 2, '0')
              from unnest(array['januari janvier januar january jan', 'februari fevrier februar february feb',
                                'maart mars marz maerz march mrt', 'april avril apr avr', 'mei mai may',
                                'juni juin june jun', 'juli juillet july jul', 'augustus aout august aug',
                                'september septembre sept sep', 'oktober octobre october okt oct',
                                'november novembre nov', 'december decembre dezember dec dez'])
                   with ordinality as m (names, n)
             where visitor.without_accents(name) = any (string_to_array(names, ' ')));

-- The text with each date written as 2023-04-24, and each month with its year as 2023-04. The day comes
-- before the month, as in all four languages of the site; of "24–26 April 2023" the last day counts.
create or replace function visitor.dated(value text) returns text
    language plpgsql immutable strict parallel safe as $$
declare
    year    constant text := '((?:19|20)[0-9]{2})(?![0-9])';
    day     constant text := '(?<![0-9])(0?[1-9]|[12][0-9]|3[01])';
    named   constant text := '([[:alpha:]]{3,9}\.?)';
    found   text[];
    month   text;
begin
    value := translate(value, U&'\00A0\202F', '  ');   -- the spaces between day and month that do not break
    value := regexp_replace(value, '(?<![0-9])((?:19|20)[0-9]{2})[/.](0[1-9]|1[0-2])[/.]([0-3][0-9])'
                                   '(?![0-9])', '\1-\2-\3', 'g');
    for found in select m from regexp_matches(value, '(' || day || '[-/.] ?(0?[1-9]|1[0-2])[-/.] ?' || year
                                                     || ')', 'g') m loop
        value := replace(value, found[1], format('%s-%s-%s', found[4], lpad(found[3], 2, '0'),
                                                 lpad(found[2], 2, '0')));
    end loop;
    for found in select m from regexp_matches(value, '(' || day || '(?:\.|er|e|st|nd|rd|th)?\s+(?:of\s+)?'
                                              || named || '\s+' || year || ')', 'gi') m loop
        month := visitor.month_of(found[3]);
        value := case when month is null then value else replace(value, found[1],
            format('%s-%s-%s', found[4], month, lpad(found[2], 2, '0'))) end;
    end loop;
    for found in select m from regexp_matches(value, '(' || named || '\s+' || day || '(?:st|nd|rd|th)?,?\s+'
                                              || year || ')', 'gi') m loop
        month := visitor.month_of(found[2]);
        value := case when month is null then value else replace(value, found[1],
            format('%s-%s-%s', found[4], month, lpad(found[3], 2, '0'))) end;
    end loop;
    for found in select m from regexp_matches(value, '(' || named || '\s+' || year || ')', 'gi') m loop
        month := visitor.month_of(found[2]);
        value := case when month is null then value else replace(value, found[1],
            format('%s-%s', found[3], month)) end;
    end loop;
    return value;
end $$;

-- A day or month as it is written in a language: "24 april 2023".
create or replace function visitor.written_date(in_language text, value text) returns text
    language sql immutable strict parallel safe
    return concat_ws(' ', ltrim(split_part(value, '-', 3), '0'),
        (string_to_array(case in_language
            when 'nl' then 'januari februari maart april mei juni juli augustus september oktober november '
                || 'december'
            when 'fr' then 'janvier février mars avril mai juin juillet août septembre octobre novembre '
                || 'décembre'
            when 'de' then 'Januar Februar März April Mai Juni Juli August September Oktober November '
                || 'Dezember'
            else 'January February March April May June July August September October November December'
            end, ' '))[split_part(value, '-', 2)::integer], split_part(value, '-', 1));

-- The days and months in a text, each as a word, with positions so that they can have weights. For most
-- texts, which have none, only a year is looked for.
create or replace function visitor.dates_of(value text) returns tsvector
    language plpgsql immutable strict parallel safe as $$
begin
    if value !~ '(?:19|20)[0-9]{2}' then
        return '';
    end if;
    return coalesce((select string_agg(format('''%s'':1', date), ' ')::tsvector
                       from (select distinct unnest(array[m[1], left(m[1], 7)]) as date
                               from regexp_matches(
                                   visitor.dated(value),
                                   '(?<![0-9-])((?:19|20)[0-9]{2}-[01][0-9](?:-[0-3][0-9])?)(?![0-9-])',
                                   'g') m) d), '');
end $$;
