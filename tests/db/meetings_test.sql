-- SPDX-License-Identifier: EUPL-1.2
-- Meetings, presidencies and conclusions: what the database refuses, and what follows by itself.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();

create function pg_temp.id_of(document_key text) returns bigint language sql
  as $$ select id from site.document where key = document_key $$;

-- Terms of one forum do not overlap; several holders of one term are a co-presidency.
select throws_ok($$insert into site.presidency (forum, starts, ends)
  values (pg_temp.id_of('forum'), '2020-12', '2021-01')$$, '23P01', null, 'overlapping terms are refused');
select throws_ok($$insert into site.presidency (forum, starts) values (pg_temp.id_of('forum'), '2030')$$,
  '23P01', null, 'a term without an end lasts');
select lives_ok($$insert into site.presidency (forum, starts, ends)
  values (pg_temp.id_of('forum'), '2018', '2018-12-31')$$, 'adjacent terms are taken');
select lives_ok($$insert into site.presidency (forum, starts, ends)
  values (pg_temp.id_of('moved'), '2020', '2021')$$, 'another forum has its own terms');
select throws_ok($$insert into site.presidency (forum, starts, ends)
  values (pg_temp.id_of('moved'), '2025', '2024')$$, '22000', null, 'a term does not end before it starts');

-- Dates.
select is(site.last_day(d), l::date, d || ' may last until ' || l)
  from (values ('2024', '2024-12-31'), ('2024-02', '2024-02-29'), ('2024-02-03', '2024-02-03')) t (d, l);
select throws_ok(format('update site.meeting set %s where document_id = %s', change,
  pg_temp.id_of('meeting-held')), '23514', null, why)
  from (values ('ends = ''2021-11-01''', 'a meeting does not end before it starts'),
  ('ends = ''2021''', 'start and end are equally precise'),
               ('starts_at = ''10:00''', 'a time needs a zone'),
               ('earlier = ''2021-01-01''', 'a meeting that was held as planned has no earlier day'),
               ('number = 0', 'a number is positive'), ('type = ''party''', 'a kind is known'))
       t (change, why);
select throws_ok($$update site.meeting set zone = 'Europe/Atlantis'$$, '22023', null, 'a zone has to exist');
select throws_ok(format('update site.meeting set zone = %L', zone), '23514', null,
  format('%s is no zone that a calendar knows', zone))
  from unnest(array['CEST', 'UTC+2', 'europe/brussels', 'EST5EDT', '+02:00']) zone;
select lives_ok(format('update site.meeting set zone = %L where document_id = pg_temp.id_of(''meeting-moved'')', zone), format('%s is one', zone))
  from unnest(array['UTC', 'Europe/Brussels', 'America/Port_of_Spain', 'America/Argentina/Buenos_Aires',
  'Asia/Ust-Nera']) zone;
select throws_ok($$update site.meeting set ends_at = '09:00'
  where document_id = pg_temp.id_of('meeting-moved')$$, '23514', null,
  'a meeting of one day does not end before it starts');
select throws_ok($$update site.conclusion set taken_up_by = document_id where number = 2$$, '23514', null,
  'a meeting does not take up its own conclusion');
select throws_ok($$update site.conclusion set state = 'open' where number = 2$$, '23514', null,
  'a conclusion that was taken up is not open');

-- Lists and pages follow.
select is((select count(*) from visitor.meeting), (select count(*) from visitor.page where kind = 'meeting'),
  'every page of a meeting is in the lists');
update site.meeting set status = 'cancelled' where document_id = pg_temp.id_of('many-1');
select is((select status from visitor.meeting where document_id = pg_temp.id_of('many-1')
  and for_language = 'fr'), 'cancelled', 'the lists show a cancelled meeting as cancelled');
update site.place set name = jsonb_set(name, '{fr}', '"LIEU"') where key = 'liege';
select is((select place from visitor.meeting where document_id = pg_temp.id_of('meeting-held')
  and for_language = 'fr'), 'LIEU', 'the lists show the changed name of a place');
update site.edition set state = 'superseded' where state = 'published'
  and document_id = pg_temp.id_of('many-2');
select is((select count(*) from visitor.meeting where document_id = pg_temp.id_of('many-2')), 0::bigint,
  'a withdrawn meeting is in no list');
update site.presidency set ends = '2020-06' where starts = '2019';
select is((select ends::text from visitor.presidency where starts = '2019' and for_language = 'nl'),
  '2020-06', 'the pages show a changed term');
select is((select array_agg(key) from site.presiding(pg_temp.id_of('meeting-held')) as t (key)),
  array['BE', 'bureau'], 'two may preside together');

select * from finish();
rollback;
