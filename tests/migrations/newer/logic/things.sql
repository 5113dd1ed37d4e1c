-- SPDX-License-Identifier: EUPL-1.2
-- Things in the newer version: one function has another result, one is gone, one is new, one returns another
-- type, a view has lost a column, a trigger is gone.
create or replace function site.size_of(its_id bigint) returns integer
    language plpgsql stable as $$
begin
    return (select 10 * size from site.thing where id = its_id);
end
$$;

create or replace function site.changes_type() returns text
    language sql as $$ select 'one' $$;

create or replace function site.colour_of(its_id bigint) returns text
    language sql stable as $$ select colour from site.thing where id = its_id $$;

create or replace function site.note_thing() returns trigger
    language plpgsql as $$
begin
    insert into site.noted values (new.id);
    return null;
end
$$;

create or replace view site.all_things as select id, colour from site.thing;

create or replace trigger note_thing after insert on site.thing
  for each row execute function site.note_thing();
