-- SPDX-License-Identifier: EUPL-1.2
-- The first and the last day of a partial date, without "strict": of null they say null by themselves, and
-- PostgreSQL puts the body of a strict function in the place of its call only where each part of it is
-- strict.
create or replace function site.first_day(value text) returns date
    language sql immutable parallel safe
    return make_date(substr(value, 1, 4)::int, coalesce(nullif(substr(value, 6, 2), '')::int, 1),
                     coalesce(nullif(substr(value, 9, 2), '')::int, 1));

create or replace function site.last_day(value text) returns date
    language sql immutable parallel safe
    return case length(value) when 4 then make_date(substr(value, 1, 4)::int, 12, 31)
                              when 7 then (site.first_day(value) + interval '1 month - 1 day')::date
                              else site.first_day(value) end;
