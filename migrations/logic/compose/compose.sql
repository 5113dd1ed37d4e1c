-- SPDX-License-Identifier: EUPL-1.2
-- Composing: makes all that is derived of some documents anew from their facts and texts.

-- Composes documents, and the pages that name them. Only one transaction composes at a time: two that have a
-- page in common would both insert it.
create or replace function site.compose(documents bigint[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    shown constant bigint[] := array(select unnest(documents) union select site.naming_documents(documents));
    names jsonb;
begin
    perform pg_advisory_xact_lock(hashtext('compose'));
    names := site.forum_names(documents);
    perform site.compose_pages(shown);
    perform site.compose_later(site.meetings_named_since(documents, names));
    perform site.compose_meetings(shown);
    perform site.compose_conclusions(shown);
    perform site.compose_terms(documents);
    perform site.compose_register(shown);
    perform site.compose_search(shown);
    perform site.compose_states(documents);
    perform site.compose_headings(documents);
    perform site.note_changes(shown);
end $$;

-- The names of the forums among DOCUMENTS on their pages: {"ID": {"LANGUAGE": [TITLE, SHORT], …}, …}
create or replace function site.forum_names(documents bigint[]) returns jsonb language plpgsql stable as $$
begin
    return (select jsonb_object_agg(f.document_id, f.names)
              from (select p.document_id,
                           jsonb_object_agg(p.for_language, jsonb_build_array(p.title, p.short)) as names
                      from visitor.page p join site.cooperation c using (document_id)
                     where p.document_id = any (documents)
                     group by p.document_id) f);
end $$;

-- The meetings of those forums among DOCUMENTS that had other NAMES before: meetings are also found by the
-- names of their forum.
create or replace function site.meetings_named_since(documents bigint[], names jsonb) returns bigint[]
    language plpgsql stable as $$
declare
    named constant jsonb := site.forum_names(documents);
begin
    return array(select m.document_id from site.meeting m
                  where m.forum = any (documents)
                      and (names -> m.forum::text) is distinct from (named -> m.forum::text));
end $$;

-- The documents whose pages name one of DOCUMENTS: meetings whose conclusion it took up, documents related to
-- it, and those that link to it. A topic, partner or page is named through the menu instead.
create or replace function site.naming_documents(documents bigint[]) returns setof bigint
    language plpgsql stable as $$
begin
    return query
    select c.document_id from site.conclusion c where c.taken_up_by = any (documents)
    union select r.target from site.relation r join site.document d on d.id = r.target
                               join site.kind k on k.name = d.kind and not k.in_menu
           where r.document_id = any (documents)
    union select r.document_id from site.relation r join site.document d on d.id = r.target
                                    join site.kind k on k.name = d.kind and not k.in_menu
           where r.target = any (documents)
    union select e.document_id
            from site.document d
            join site.kind k on k.name = d.kind and not k.in_menu
            join site.text_link l on l.key = d.key
            join site.edition e on e.id = l.edition_id and e.state = 'published'
           where d.id = any (documents);
end $$;

-- ---------------------------------------------------------------------------------------------------------
-- Later

-- Composes a few documents with this transaction, but leaves many to the keeper of the desk
-- (cgi-src/desk/keeper.c), which begins with the newest: whoever renames a country does not wait for every
-- page that names it.
create or replace function site.compose_later(documents bigint[]) returns void language plpgsql as $$
begin
    if cardinality(documents) <= 40 then
        perform site.note(documents);
    else
        insert into site.renewal (document_id) select unnest(documents) on conflict do nothing;
    end if;
end $$;

-- Composes waiting documents for about a third of a second. Documents that another transaction holds are left
-- to the next call.
create or replace function site.compose_due() returns void language plpgsql as $$
declare
    started constant timestamptz := clock_timestamp();
    these   bigint[];
begin
    while clock_timestamp() < started + interval '300 milliseconds' loop
        these := array(select r.document_id from site.renewal r join site.document d on d.id = r.document_id
                        order by r.since, r.document_id desc limit 20 for no key update of d, r skip locked);
        exit when cardinality(these) = 0;
        begin
            delete from site.renewal r where r.document_id = any (these);
            perform site.compose(these);
        exception when others then   -- documents that cannot be composed do not hold up the others
            raise warning 'cannot compose %: %', these, sqlerrm;
            update site.renewal r set since = clock_timestamp() where r.document_id = any (these);
            exit;
        end;
    end loop;
end $$;

-- Composes MAX documents after the id AFTER, and finds the links in their texts anew. LAST is the id of the
-- last one; null after the last document.
create or replace function site.recompose(after bigint, max integer, out last bigint, out composed integer)
    language plpgsql as $$
declare
    these constant bigint[] := array(select id from site.document where id > after order by id limit max);
begin
    delete from site.text_link l using site.edition e
        where e.id = l.edition_id and e.document_id = any (these);
    insert into site.text_link (edition_id, field, key)
         select t.edition_id, t.field, l.key
           from site.edition e
           join site.edition_text t on t.edition_id = e.id and t.field = 'body' and t.value ~* 'doc:'
          cross join lateral site.links_of(t.value) as l (key)
          where e.document_id = any (these);
    composed := cardinality(these);
    last := these[composed];
    if composed > 0 then
        perform site.compose(these);
    end if;
end $$;

-- This file runs whenever any of the logic has been replaced; the keeper then composes everything by the new
-- logic.
insert into site.renewal (document_id) select id from site.document on conflict do nothing;
