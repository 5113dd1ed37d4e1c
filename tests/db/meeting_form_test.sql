-- SPDX-License-Identifier: EUPL-1.2
-- The form that records a meeting: it shows what was saved, and overwrites nothing unseen.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();

set local timezone = 'Europe/Lisbon';

create function pg_temp.form(change jsonb default '{}') returns jsonb language sql as $$
    select '{"original": "nl", "forum": "forum", "number": "4", "type": "ministerial", "mode": "hybrid",
      "status": "planned", "presided": "by-hand",
             "starts": "2027-03-04", "ends": "2027-03-05", "starts_at": "09:30", "ends_at": "12:00",
             "zone": "Europe/Brussels", "place": "liege",
             "slug": "vierde-vergadering", "title": "Vierde vergadering", "short": "Vierde",
             "summary": "Waarover zij gaat.", "body": "Alinea.\n\nNog een.",
             "presidency": [{"party": "BE"}, {"party": "DE"}], "delegation": [{"party": "DE",
             "person": "De minister"}, {"party": "BE"}],
             "agenda": [{"text": "Opening"}, {"text": "Netten"}], "conclusion": [{"text": "Eerste.",
             "state": "open"}, {"text": "Tweede."}],
             "document": [{"title": "Verslag", "language": "nl", "url": "https://a.example/b"}]}'::jsonb
             || change
$$;
create function pg_temp.save(form jsonb, once text default repeat('a', 64),
  publishing boolean default false) returns text language sql as $$
    select string_agg(concat_ws(' ', result, coalesce(field, key), fault), ', ' order by field)
      from site.save_record('meeting', 'lisa', '127.0.0.1', form, once, publishing)
$$;
create function pg_temp.shown(meeting text) returns jsonb language sql
  as $$ select site.record_form(id) from site.document where key = meeting $$;
create function pg_temp.facts(form jsonb) returns jsonb language sql
  as $$ select form - array['key', 'base', 'agenda', 'conclusion'] $$;
create function pg_temp.change(change jsonb) returns jsonb language sql
  as $$ select pg_temp.shown('forum-2027-03-04-liege') || change $$;

select is(pg_temp.save(pg_temp.form()), 'saved forum-2027-03-04-liege',
  'a meeting is recorded with a key from forum, day and place');
select is(pg_temp.facts(pg_temp.shown('forum-2027-03-04-liege')), pg_temp.facts(pg_temp.form()),
  'the form shows what was saved');
select is(pg_temp.shown('forum-2027-03-04-liege') -> 'agenda',
  '[{"key": "1", "text": "Opening"}, {"key": "2", "text": "Netten"}]', 'items of the agenda get names');
select is(pg_temp.shown('forum-2027-03-04-liege') -> 'conclusion',
  '[{"text": "Eerste.", "state": "open", "number": "1"}, {"text": "Tweede.", "number": "2"}]',
          'conclusions get numbers');
select is((select count(*)::integer from site.document where key like 'forum-2027%'), 1,
  'there is one such meeting');
select is(pg_temp.save(pg_temp.form()), 'saved forum-2027-03-04-liege',
  'the same form sent twice gives the same answer');
select is((select count(*)::integer from site.document where key like 'forum-2027%'), 1,
  'the same form sent twice makes one meeting');
select is(pg_temp.save(pg_temp.form(), repeat('b', 64)), 'saved forum-2027-03-04-liege-2',
  'another form makes another meeting');
select is((select count(*)::integer from visitor.meeting where key like 'forum-2027%'), 0,
  'nothing is public before publication');

select is(pg_temp.save(pg_temp.change('{}')), 'unchanged forum-2027-03-04-liege',
  'saving without a change makes no save');
select is((select sequence from site.meeting m join site.document d on d.id = m.document_id
  where key = 'forum-2027-03-04-liege'), 0, 'saving without a change does not touch calendars');

create temporary table stale as select pg_temp.change('{}') as form;
select is(pg_temp.save(pg_temp.change('{"agenda": [{"text": "Nieuw"}, {"key": "2", "text": "Netten en gas"}],
  "conclusion": [{"number": "2", "text": "Tweede."}, {"text": "Derde."}]}')),
          'saved forum-2027-03-04-liege', 'rows are added, ordered and removed');
select is(pg_temp.shown('forum-2027-03-04-liege') -> 'agenda',
  '[{"key": "3", "text": "Nieuw"}, {"key": "2", "text": "Netten en gas"}]', 'an item keeps its name');
select is(pg_temp.shown('forum-2027-03-04-liege') -> 'conclusion',
  '[{"text": "Tweede.", "number": "2"}, {"text": "Derde.", "number": "3"}]',
          'a used number is not used again');
select is(pg_temp.save((select jsonb_set(form, '{agenda,1,text}', '"Andere netten"') from stale)),
  'conflict agenda.2.text',
          'somebody whose record has changed meanwhile gets a conflict');
select is(pg_temp.shown('forum-2027-03-04-liege') #>> '{agenda,1,text}', 'Netten en gas',
  'a conflict overwrites nothing');
select is((select count(*)::integer from site.edition e join site.document d on d.id = e.document_id
  where key = 'forum-2027-03-04-liege' and facts is not null), 2,
          'each save is kept');
select is((select array_agg(action::text order by id) from site.audit
  where document = 'forum-2027-03-04-liege'), array['save-text', 'save-meeting', 'save-text', 'save-meeting'],
          'the log has each save');

select is(pg_temp.save(pg_temp.form('{"forum": "nowhere"}'), 'c'), 'fault forum unknown',
  'an unknown forum is refused');
select is(pg_temp.save(pg_temp.form('{"place": "nowhere"}'), 'c'), 'fault place unknown',
  'an unknown place is refused');
select is(pg_temp.save(pg_temp.form('{"zone": "CEST"}'), 'c'), 'fault zone unknown',
  'a zone that is no region is refused');
select is(pg_temp.save(pg_temp.form('{"zone": "Europe/Nowhere"}'), 'c'), 'fault zone unknown',
  'an unknown zone is refused');
select is(pg_temp.save(pg_temp.form('{"delegation": [{"party": "BE"}, {"party": "XX"}],
  "presidency": [{"party": "BE"}, {"party": "BE"}]}'), 'c'),
          'fault delegation.2.party unknown, fault presidency.2.party taken',
          'unknown and repeated parties are refused');
select is(pg_temp.save(pg_temp.form('{"conclusion": [{"text": "A", "state": "taken-up", "by": "forum"}]}'),
  'c'), 'fault conclusion.1.by unknown', 'only a meeting can take up a conclusion');
select is(pg_temp.save(pg_temp.form(jsonb_build_object('document',
  jsonb_build_array(jsonb_build_object('title', 'A', 'language', 'nl', 'file', repeat('0', 64))))), 'c'),
          'fault document.1.file unknown', 'a file that was not uploaded is refused');
select is(pg_temp.save(pg_temp.form('{"starts": "2027-03-28", "ends": "2027-03-28", "starts_at": "02:30",
  "ends_at": "04:00"}'), 'c'), 'fault starts_at no-date',
          'a time that the clocks leave out is refused');
select is(pg_temp.save(pg_temp.form('{"starts": "2027-10-31", "ends": "2027-10-31", "starts_at": "01:30",
  "ends_at": "02:30"}'), 'c'), 'fault ends_at twice',
          'a time that the clocks show twice is refused');
select ok(site.is_zone('Etc/GMT-2'), 'a zone of fixed distance tells such times apart');
select ok(not site.is_zone(zone), 'calendars know no ' || zone)
  from unnest(array['America/New_york', 'Europe/BrusselS', 'Etc/GMT+99', 'Posix/Utc', 'Us/Eastern', 'Foo/Bar',
  'CEST', 'GMT+2', '']) zone;
select ok(site.is_zone(zone), zone || ' is one')
  from unnest(array['America/New_York', 'America/Port-au-Prince', 'Etc/GMT+12', 'UTC', 'Europe/Kiev']) zone;
select throws_ok($$ update site.meeting set zone = 'America/New_york' $$, '23514', null,
  'no table takes such a zone');
select is(current_setting('timezone'), 'Europe/Lisbon', 'checking a zone changes no setting');
select is((select count(*)::integer from site.document where key like 'forum-2027%'), 2,
  'nothing of these is kept');

select is(pg_temp.save(pg_temp.change('{}'), 'd', true), 'unchanged forum-2027-03-04-liege',
  'publishing without a change publishes');
select is((select array_agg(title order by for_language) from visitor.meeting
  where key = 'forum-2027-03-04-liege'), array_fill('Vierde vergadering'::text, array[4]),
    'publishing makes the meeting public');
select throws_ok($$ select pg_temp.save(pg_temp.form('{"slug": "vierde-vergadering"}'), repeat('e', 64),
  true) $$, '23505', null, 'the address of another document is refused');

select is(pg_temp.save(pg_temp.change('{"status": "moved", "starts": "2027-04-01", "ends": "2027-04-02"}')),
  'saved forum-2027-03-04-liege', 'the meeting is moved');
select is((select array[starts, status] from visitor.meeting where key = 'forum-2027-03-04-liege'
  and for_language = 'nl'), array['2027-03-04', 'planned'],
          'visitors see the former day');
select is(pg_temp.save(pg_temp.change('{}'), null, true), 'unchanged forum-2027-03-04-liege',
  'visitors see it until the publication');
select is((select array[starts, status] from visitor.meeting where key = 'forum-2027-03-04-liege'
  and for_language = 'nl'), array['2027-04-01', 'moved'],
          'the publication has the new facts');
select is((select array[earlier, sequence::text] from site.meeting m join site.document d
  on d.id = m.document_id where key = 'forum-2027-03-04-liege'), array['2027-03-04', '1'],
          'the former day is known, and the sequence is raised');
select is(pg_temp.save(pg_temp.form(jsonb_build_object('slug', 'latere-vergadering', 'conclusion',
  jsonb_build_array(jsonb_build_object('text', 'Opgevolgd', 'state', 'taken-up', 'by',
  'forum-2027-03-04-liege')))), repeat('f', 64)),
          'saved forum-2027-03-04-liege-3', 'a later meeting takes up a conclusion');
select is((select pg_temp.shown('forum-2027-03-04-liege-3') #>> '{conclusion,0,by}'),
  'forum-2027-03-04-liege', 'the conclusion names that meeting');

select is((select site.meeting_copy(id) - array['agenda', 'delegation'] from site.document
  where key = 'forum-2027-03-04-liege'),
          '{"original": "nl", "forum": "forum", "number": "5", "type": "ministerial", "mode": "hybrid",
          "status": "planned", "presided": "by-term", "starts_at": "09:30",
            "ends_at": "12:00", "zone": "Europe/Brussels", "place": "liege",
            "title": "Vierde vergadering"}'::jsonb, 'a copy has the common facts of a series');
select is(pg_temp.save(pg_temp.shown('meeting-held') || jsonb_build_object('conclusion',
  (select jsonb_agg(item) from site.form_rows(pg_temp.shown('meeting-held'), 'conclusion')
  where item ->> 'number' <> '2')), 'g'),
          'fault conclusion referred', 'a conclusion that an obstacle names cannot be removed');
select is(upload_file('%PDF-1.7 small'), encode(sha256('%PDF-1.7 small'), 'hex'),
  'a PDF is known by its content');
select * from finish();
rollback;
