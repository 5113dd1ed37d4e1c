-- SPDX-License-Identifier: EUPL-1.2
-- Changed documents are noted, and composed once, when the transaction commits.
--
-- Each statement that changes what a page or a list is made from notes its documents in site.changed. One
-- deferred constraint trigger composes them all. After "set constraints all immediate" it does so at the end
-- of each statement: a preview, which is rolled back and never commits, needs that.

create or replace function site.note(documents bigint[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into site.changed (document_id)
         select id from unnest(documents) id
          where id is not null and not exists (select from site.changed c where c.document_id = id)
          group by id;
end $$;

-- A transaction sees only its own notes: those of others are deleted before they commit.
create or replace function site.compose_changed() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    documents constant bigint[] := array(select document_id from site.changed);
begin
    if cardinality(documents) > 0 then   -- the trigger of the first noted row composes all
        delete from site.changed where document_id = any (documents);
        perform site.compose(documents);
    end if;
    return null;
end $$;

drop trigger if exists compose on site.changed;
create constraint trigger compose after insert on site.changed deferrable initially deferred
    for each row execute function site.compose_changed();

-- ---------------------------------------------------------------------------------------------------------
-- The triggers that note documents

create or replace function site.note_rows() returns trigger language plpgsql as $$
begin
    perform site.note(array(select document_id from changed));
    return null;
end $$;

create or replace function site.note_documents() returns trigger language plpgsql as $$
begin
    perform site.note(array(select id from changed));
    return null;
end $$;

-- The texts of an edition, and the links in them.
create or replace function site.note_texts() returns trigger language plpgsql as $$
begin
    perform site.note(array(select e.document_id from changed t join site.edition e on e.id = t.edition_id));
    if tg_op = 'UPDATE' then
        delete from site.text_link l using changed t where l.edition_id = t.edition_id and l.field = t.field;
    end if;
    if tg_op <> 'DELETE' then
        insert into site.text_link (edition_id, field, key)
             select t.edition_id, t.field, l.key
               from changed t cross join lateral site.links_of(t.value) as l (key)
              where t.field = 'body' and t.value ~* 'doc:';
    end if;
    return null;
end $$;

-- A term is shown on the page of its forum, and on the meetings that follow the term.
create or replace function site.note_terms() returns trigger language plpgsql as $$
begin
    perform site.note(array(select forum from changed));
    perform site.compose_later(array(select m.document_id from site.meeting m
                                      where m.forum in (select forum from changed)
                                          and m.presided = 'by-term'));
    return null;
end $$;

create or replace function site.note_holders() returns trigger language plpgsql as $$
declare
    forums constant bigint[] := array(select distinct t.forum from changed c
                                        join site.presidency t on t.id = c.presidency);
begin
    perform site.note(forums);
    perform site.compose_later(array(select m.document_id from site.meeting m
                                      where m.forum = any (forums) and m.presided = 'by-term'));
    return null;
end $$;

-- A name may stand on tens of thousands of pages.
create or replace function site.note_parties() returns trigger language plpgsql as $$
begin
    perform site.compose_later(site.naming(
        array(select c.key from changed c join before b using (key)
               where (c.name, c.kind, c.code) is distinct from (b.name, b.kind, b.code)), '{}'));
    return null;
end $$;

create or replace function site.note_places() returns trigger language plpgsql as $$
begin
    perform site.compose_later(site.naming('{}',
        array(select c.key from changed c join before b using (key)
               where (c.name, c.country, c.latitude, c.longitude)
                     is distinct from (b.name, b.country, b.latitude, b.longitude))));
    return null;
end $$;

-- Makes triggers that call NOTING, one of the functions above, for changes in tables of schema site. A row
-- never moves to another document, so for an update the new rows are enough.
create or replace function site.watch(noting text, variadic tables text[]) returns void
    language plpgsql as $$
declare
    its_name text;
begin
    foreach its_name in array tables loop
        execute format('create or replace trigger note_inserted after insert on site.%I'
                       ' referencing new table as changed for each statement execute function site.%I()',
                       its_name, noting);
        execute format('create or replace trigger note_updated after update on site.%I'
                       ' referencing new table as changed for each statement execute function site.%I()',
                       its_name, noting);
        execute format('create or replace trigger note_deleted after delete on site.%I'
                       ' referencing old table as changed for each statement execute function site.%I()',
                       its_name, noting);
    end loop;
end $$;

-- The tables of the facts of a kind are watched in its file in kinds/.
select site.watch('note_documents', 'document');
select site.watch('note_texts', 'edition_text');
select site.watch('note_terms', 'presidency');
select site.watch('note_holders', 'presidency_holder');
select site.watch('note_rows', 'edition', 'source', 'link', 'picture', 'relation');

create or replace trigger note_updated after update on site.party
    referencing old table as before new table as changed
    for each statement execute function site.note_parties();
create or replace trigger note_updated after update on site.place
    referencing old table as before new table as changed
    for each statement execute function site.note_places();
