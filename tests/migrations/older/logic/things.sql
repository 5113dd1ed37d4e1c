-- SPDX-License-Identifier: EUPL-1.2
-- Things in the older version.
create or replace function site.size_of(its_id bigint) returns integer
    language plpgsql stable as $$
begin
    return (select size from site.thing where id = its_id);
end
$$;

create or replace function site.left_behind() returns integer
    language sql as $$ select 1 $$;

create or replace function site.changes_type() returns integer
    language sql as $$ select 1 $$;

create or replace function site.note_thing() returns trigger
    language plpgsql as $$
begin
    insert into site.noted values (new.id);
    return null;
end
$$;

create or replace view site.all_things as select id, name, size from site.thing;

create or replace trigger note_thing after insert on site.thing
  for each row execute function site.note_thing();
create or replace trigger left_behind after update on site.thing
  for each row execute function site.note_thing();
