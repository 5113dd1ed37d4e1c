-- A zone is spelled as its file is: PostgreSQL finds it in any case, and takes "Etc/GMT+99" for a rule of its
-- own, while calendars know neither.

-- The zone that PostgreSQL takes NAME for. Raises invalid_parameter_value when it knows none.
create function site.zone_taken(name text) returns text
    language plpgsql set timezone = 'UTC' as $$
begin
    perform set_config('timezone', name, true);
    return current_setting('timezone');
end $$;

alter domain site.time_zone drop constraint time_zone_is_iana;
update site.meeting set zone = site.zone_taken(zone)
 where zone <> site.zone_taken(zone) and site.zone_taken(zone) ~ '^[A-Z][a-z]+(/[A-Z][a-z]+[A-Za-z_-]*)+$';
update site.event set zone = site.zone_taken(zone)
 where zone <> site.zone_taken(zone) and site.zone_taken(zone) ~ '^[A-Z][a-z]+(/[A-Z][a-z]+[A-Za-z_-]*)+$';
-- A site that has others keeps them until somebody changes their records.
alter domain site.time_zone add constraint time_zone_is_iana
    check (value is null or value = site.zone_taken(value)) not valid;
