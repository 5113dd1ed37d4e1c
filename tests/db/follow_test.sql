-- SPDX-License-Identifier: EUPL-1.2
-- What visitors follow: the sequence of a meeting and files; and pages follow the records they are made from.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();

create function pg_temp.id_of(document_key text) returns bigint language sql
  as $$ select id from site.document where key = document_key $$;
create function pg_temp.sequence_of(document_key text) returns integer language sql
  as $$ select sequence from site.meeting where document_id = pg_temp.id_of(document_key) $$;

-- RFC 5545 section 3.8.7.4
select is(pg_temp.sequence_of('meeting-held'), 0, 'a new meeting has sequence 0');
update site.meeting set number = 8 where document_id = pg_temp.id_of('meeting-held');
select is(pg_temp.sequence_of('meeting-held'), 0,
  'its number in the series does not raise the sequence');
update site.meeting set starts = '2021-11-30', status = status
  where document_id = pg_temp.id_of('meeting-held');
select is(pg_temp.sequence_of('meeting-held'), 0, 'saving without a change does not raise the sequence');
update site.meeting set status = 'cancelled' where document_id = pg_temp.id_of('meeting-held');
update site.meeting set place = null where document_id = pg_temp.id_of('meeting-held');
update site.meeting set ends = '2021-12-02' where document_id = pg_temp.id_of('meeting-held');
select is(pg_temp.sequence_of('meeting-held'), 3, 'status, place and day raise the sequence');
update site.meeting set sequence = 0 where document_id = pg_temp.id_of('meeting-held');
select is(pg_temp.sequence_of('meeting-held'), 3, 'nobody can lower the sequence');
select is(array(select distinct sequence from visitor.meeting where key = 'meeting-held'), '{3}',
  'visitors see the sequence');

-- Files
select is(encode(site.keep_file(convert_to('%PDF-1.7 abc', 'UTF8')), 'hex'),
  encode(sha256(convert_to('%PDF-1.7 abc', 'UTF8')), 'hex'), 'a file is known by its SHA-256');
select lives_ok($$select site.keep_file(convert_to('%PDF-1.7 abc', 'UTF8'))$$, 'the same file is kept once');
select throws_ok($$select site.keep_file(convert_to('<html>', 'UTF8'))$$, '23514', null,
  'a file that is no PDF by its content is refused');
select throws_ok($$select site.keep_file(convert_to('%PDF-' || repeat('x', 26214400), 'UTF8'))$$, '23514',
  null, 'a file larger than 25 MiB is refused');
select is((select string_agg(bytes, '' order by position) from site.file_piece where sha256 = f.sha256),
  convert_to('%PDF-1.4 ' || repeat('0123456789', 60000), 'UTF8'), 'its pieces are the whole')
  from site.file f where size = 600009;
select throws_ok($$insert into site.link (document_id, position, title, language)
  values (pg_temp.id_of('meeting-held'), 9, 'x', 'nl')$$, '23514', null,
  'a document of a meeting has a file or an address');
select throws_ok($$insert into site.link (document_id, position, title, language, url, file)
  select pg_temp.id_of('meeting-held'), 9, 'x', 'nl', 'https://x.example/', sha256 from site.file$$,
                 '23514', null, 'a document of a meeting has only one of them');
select is((select count(*) from visitor.file), 1::bigint, 'visitors see the files of public meetings');
select is((select count(*) from visitor.file_piece), 3::bigint,
  'visitors see the pieces of these files, and no others');
delete from site.link where file is not null and document_id = pg_temp.id_of('meeting-held');
select is((select count(*) from visitor.file_piece), 0::bigint,
  'a file that is no longer on a public meeting is closed');

-- Pages follow their records.
select is((select by_short from visitor.conclusion where number = 2 and for_language = 'nl'), '1 mei 2099',
  'a conclusion names the meeting that took it up');
with draft as (insert into site.edition (document_id, language, slug)
  values (pg_temp.id_of('meeting-moved'), 'nl', 'anders') returning id)
insert into site.edition_text (edition_id, field, value) select id, field, value from draft,
  (values ('title', 'Anders'), ('short', '2 mei 2099'), ('summary', 'Anders.')) t (field, value);
select site.publish(id) from site.edition where slug = 'anders';
select is((select by_slug || ' ' || by_short from visitor.conclusion where number = 2
  and for_language = 'nl'), 'anders 2 mei 2099', 'the conclusion follows when that meeting changes');
update site.party set name = name || '{"nl": "Koninkrijk België"}' where key = 'BE';
select ok((select holders like 'Koninkrijk België%' from visitor.presidency where for_language = 'nl'
  and starts = '2021'), 'a new name of a party shows in the terms');
select is((select country from visitor.meeting where key = 'meeting-cancelled' and for_language = 'nl'), null,
  'other terms keep their names');
select ok((select content::text like '%Koninkrijk België%' from visitor.page where key = 'forum'
  and for_language = 'nl'), 'the pages that name the party show the new name');
select is((select count(*) from visitor.page p where for_language = 'nl' and kind = 'meeting'),
  (select count(*) from visitor.meeting where for_language = 'nl'), 'each public meeting is in the list');
delete from site.conclusion where document_id = pg_temp.id_of('meeting-held') and number = 1;
select is(array(select number from visitor.conclusion where for_language = 'fr'), '{2}',
  'a deleted conclusion is not in the register');
select is(array(select part from visitor.searchable where document_id = pg_temp.id_of('meeting-held')
  and language = 'fr' order by 1), array['', 'c2'], 'a deleted conclusion is not in the search');

-- The counts follow from the composed rows.
create temporary view meetings_counted as
  select for_language, year, forum, type, count(*)::integer as n from visitor.meeting
   cross join lateral (select 0 as year union select generate_series(extract(year from first_day)::integer,
   extract(year from last_day)::integer)) y group by 1, 2, 3, 4;
create temporary view obstacles_counted as
  select for_language, opened, case when status in ('solved', 'closed') then extract(year from day)::integer
    else 0 end as ended, status = 'solved' as solved, count(*)::integer as n
    from visitor.register_item where kind = 'obstacle' and opened > 0 group by 1, 2, 3, 4;
select set_eq('select * from visitor.meeting_count where n <> 0', 'select * from meetings_counted',
  'meetings are counted by year, forum and type');
select set_eq('select * from visitor.register_year where n <> 0', 'select * from obstacles_counted',
  'obstacles are counted by the years in which they were reported and solved');
update site.meeting set starts = '2019-12-30', ends = '2020-01-02', type = 'summit'
  where document_id = pg_temp.id_of('meeting-held');
select set_eq('select * from visitor.meeting_count where n <> 0', 'select * from meetings_counted',
  'meetings are counted anew when one moves over the turn of the year');
select set_has('select year from visitor.meeting_count where n > 0', $$values (0), (2019), (2020)$$,
  'such a meeting counts in both years');
select site.archive_document('jan', '192.0.2.1',
  (select key from visitor.register_item where kind = 'obstacle' and opened > 0 order by key limit 1));
select set_eq('select * from visitor.register_year where n <> 0', 'select * from obstacles_counted',
  'obstacles are counted anew when one is no longer public');

select * from finish();
rollback;
