-- SPDX-License-Identifier: EUPL-1.2
-- The pages of visitors are composed once a transaction, with the same result whenever that is.
begin;
set search_path = tap, site, public;
select no_plan();
set local track_functions = 'all';

-- The number of calls of a function since calls were last recorded.
create temporary table remembered (name text primary key, calls bigint);
create function pg_temp.calls(of_name text) returns bigint language sql as $$
    select coalesce(sum(calls), 0)::bigint from pg_stat_xact_user_functions where funcname = of_name
$$;
create function pg_temp.remember() returns void language sql as $$
    insert into remembered select n, pg_temp.calls(n)
      from unnest(array['compose', 'page_content', 'compose_search']) n
    on conflict (name) do update set calls = excluded.calls
$$;
create function pg_temp.since(of_name text) returns bigint language sql as $$
    select pg_temp.calls(of_name) - calls from remembered where name = of_name
$$;
create function pg_temp.obstacle(title text) returns jsonb language sql as $$
    select jsonb_build_object('original', 'nl', 'title', title, 'summary', 'Kort.', 'affects', 'Wie pendelt.',
      'field', 'work',
        'border', '[{"border": "be-de"}]'::jsonb, 'concerned', '[{"party": "bureau"}]'::jsonb,
        'authority', '[{"party": "BE"}]'::jsonb,
        'step', '[{"date": "2024-01", "status": "reported", "reason": "Gemeld."},
                  {"date": "2025-01", "status": "examined", "reason": "Onderzocht."}]'::jsonb,
        'source', '[{"url": "https://source.example/", "title": "Bron", "publisher": "Uitgever",
        "language": "nl"}]'::jsonb)
$$;

-- A new obstacle, saved and published. The test does the work of the commit, since it is rolled back.
select pg_temp.remember();
select is((select result from site.save_record('obstacle', 'lisa', '127.0.0.1', pg_temp.obstacle('Diploma’s'),
  repeat('a', 64), true)),
          'saved', 'an obstacle is saved and published');
select is(pg_temp.since('compose'), 0::bigint, 'nothing is composed before the commit');
select is_empty($$select * from visitor.page where title = 'Diploma’s'$$, 'visitors do not see it yet');
set constraints all immediate;
select is(pg_temp.since('compose'), 1::bigint, 'the obstacle is composed once');
select is(pg_temp.since('page_content'), (select count(*) from site.language),
  'its page is composed once for each language');
select is(pg_temp.since('compose_search'), 1::bigint, 'its words are composed once');
select is((select count(*) from visitor.page where title = 'Diploma’s'), (select count(*) from site.language),
  'visitors see the obstacle');
select is_empty('select * from site.changed', 'no note is left');

-- An edit that changes three groups of rows.
set constraints all deferred;
select pg_temp.remember();
select is((select concat_ws(' ', result, field, fault) from site.save_record('obstacle', 'lisa', '127.0.0.1',
               site.record_form((select document_id from visitor.page where title = 'Diploma’s'
               and for_language = 'nl'))
               || '{"title": "Diploma’s nu", "concerned": [], "authority": [], "source": []}', null, true)),
          'saved', 'the obstacle is edited');
set constraints all immediate;
select is(pg_temp.since('compose'), 1::bigint, 'an edit of several groups composes once');

-- A savepoint takes its notes back with it.
set constraints all deferred;
savepoint before_it;
update site.document set position = position + 1 where key = 'about';
rollback to before_it;
select is_empty('select * from site.changed', 'a change that was rolled back is not composed');

-- A name in many records.
insert into site.document (key, kind, position, original) select 'named-' || n, 'meeting', 0, 'nl'
  from generate_series(1, 50) n;
insert into site.meeting (document_id, forum, type, starts, status, place)
     select d.id, f.id, 'event', '2030', 'planned', 'liege' from site.document d, site.document f
       where d.key like 'named-%' and f.key = 'forum';
set constraints all immediate;
select pg_temp.remember();
update site.place set name = name || '{"nl": "Luik aan de Maas"}' where key = 'liege';
select is(pg_temp.since('compose'), 0::bigint,
  'renaming what many records name composes none of them at once');
select ok((select count(*) from site.renewal) >= 50, 'these records wait for the keeper');
select site.compose_due() from generate_series(1, 20);
select is_empty('select * from site.renewal', 'the keeper composes them');
select isnt_empty($$select * from visitor.meeting where place = 'Luik aan de Maas'$$,
  'their pages have the new name');

-- Composing anew gives the same, to the byte.
create function pg_temp.derived() returns table (relation text, rows bigint, sum text) language plpgsql as $$
declare
    its record;
begin
    for its in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('site', 'visitor') and c.relkind in ('r', 'p') and not c.relispartition
                  and obj_description(c.oid, 'pg_class') like 'derived:%' order by 1 loop
        return query execute
          format('select %L, count(*), md5(string_agg(t::text, %L order by t::text)) from %s t', its.name,
          E'\n', its.name);
    end loop;
end
$$;
create temporary table before as select * from pg_temp.derived();
select cmp_ok((select count(*) from before), '>=', 13::bigint, 'at least this many tables are derived');
create function pg_temp.recompose() returns bigint language plpgsql as $$
declare
    its record;
    n   bigint := 0;
begin
    its := row(0::bigint, 0);
    select 0::bigint as last, 0 as composed into its;
    loop
        select * into its from site.recompose(its.last, 7);
        n := n + its.composed;
        exit when its.last is null;
    end loop;
    return n;
end
$$;
select is(pg_temp.recompose(), (select count(*) from site.document), 'each document is composed anew');
select results_eq('select * from pg_temp.derived()', 'select * from before',
  'the result is the same as before');

-- Each table has its class in its comment.
select is(array(select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in ('site', 'visitor') and c.relkind in ('r', 'p') and not c.relispartition
                   and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '^(source|history|derived): '
                   order by 1),
          '{}', 'each table says whether it is source, history or derived');

select * from finish();
rollback;
