-- Zones of a fixed distance from UTC, which calendars know as well: they say which of two times is meant in
-- the night in which the clocks go back.
alter domain site.time_zone drop constraint time_zone_is_a_region;
alter domain site.time_zone add constraint time_zone_is_a_region
    check (value ~ '^([A-Z][a-z]+(/[A-Z][a-z]+[A-Za-z_-]*)+|Etc/GMT[+-][0-9]{1,2}|UTC)$');
