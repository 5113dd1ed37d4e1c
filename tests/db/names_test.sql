-- SPDX-License-Identifier: EUPL-1.2
-- Names of places and parties at the desk: what is refused, keys, two editors at once, the log, and the pages
-- that show a name.
begin;
set constraints all immediate;   -- what is composed at commit is looked at before
set search_path = tap, site, public;
select no_plan();

create function pg_temp.save(what text, form jsonb) returns text language sql as $$
  select string_agg(concat_ws(' ', result, key, field, fault), ', ' order by field)
    from site.save_name('jan', '192.0.2.1', what, form) $$;
create function pg_temp.place(changes jsonb) returns jsonb language sql as $$
  select jsonb_strip_nulls('{"nl": "Luxemburg", "fr": "Luxembourg", "de": "Luxemburg", "en": "Luxembourg",
    "country": "BE", "latitude": "49.61", "longitude": "6.13"}' || changes) $$;
create function pg_temp.party(changes jsonb) returns jsonb language sql as $$
  select jsonb_strip_nulls('{"kind": "organisation", "nl": "Raad", "fr": "Conseil", "de": "Rat",
    "en": "Council"}' || changes) $$;
create function pg_temp.shown(its_key text, in_language text) returns text language sql as $$
  select content::text from visitor.page where key = its_key and for_language = in_language $$;
create function pg_temp.last_entry() returns text language sql
  as $$ select account || ' ' || action || ' ' || detail || ' ' || host(address) from site.audit
  order by id desc limit 1 $$;

-- A new place
select is(pg_temp.save('place', pg_temp.place('{}')), 'saved luxembourg',
  'a place is added, with a key from its English name');
select is((select name ->> 'nl' || ' ' || latitude || ' ' || longitude from site.place
  where key = 'luxembourg'), 'Luxemburg 49.61000 6.13000', 'as it was typed');
select is(pg_temp.last_entry(),
  'jan add-place luxembourg: country – → "BE", de – → "Luxemburg", en – → "Luxembourg", fr – → "Luxembourg", latitude – → "49.61", longitude – → "6.13", nl – → "Luxemburg" 192.0.2.1', 'the log tells');
select is(pg_temp.save('place', pg_temp.place('{}')), 'saved luxembourg', 'the same form sent twice');
select is((select count(*) from site.place where name ->> 'en' = 'Luxembourg'), 1::bigint, 'is one place');
select is((select count(*) from site.audit where action = 'add-place'), 1::bigint, 'and one entry');
select is(pg_temp.save('place', pg_temp.place('{"latitude": "49.7"}')), 'fault en taken',
  'two places of one country have two English names');
select is(pg_temp.save('place', pg_temp.place('{"country": "DE"}')), 'saved luxembourg-2',
  'of two countries they may have one, and have two keys');
select is(pg_temp.save('place', pg_temp.place('{"en": "日本"}')), 'fault en unfit',
  'a key takes letters of ours');
select is(pg_temp.save('place', pg_temp.place('{"en": "X", "country": "bureau"}')), 'fault country unknown',
  'a place is in a country');
select throws_ok($$select pg_temp.save('place', pg_temp.place('{"en": "X", "latitude": "91"}'))$$, '23514',
  null, 'on this earth');
select throws_ok($$select pg_temp.save('place', pg_temp.place('{"en": "X", "fr": null}'))$$, '23514', null,
  'and has four names');
select is(pg_temp.save('place', pg_temp.place(jsonb_build_object('en', repeat('Long ', 30)))),
  'saved ' || rtrim(repeat('long-', 18), '-'), 'a long key is cut');

-- Two editors
select is(pg_temp.save('place', site.name_form('place', 'luxembourg')), 'unchanged luxembourg',
  'what is as it was is not saved');
select is(pg_temp.save('place', site.name_form('place', 'luxembourg') || '{"longitude": "6.130001"}'),
  'unchanged luxembourg', 'nor what differs by less than is kept');
create temporary table seen as select site.name_form('place', 'luxembourg') as form;
select is(pg_temp.save('place', (select form from seen) || '{"nl": "Lëtzebuerg"}'), 'saved luxembourg',
  'a name is changed');
select is(pg_temp.last_entry(), 'jan change-place luxembourg: nl "Luxemburg" → "Lëtzebuerg" 192.0.2.1',
  'the log tells what was');
select is(pg_temp.save('place', (select form from seen) || '{"de": "Luxemburg-Stadt"}'),
  'conflict luxembourg', 'who has not seen that is told so');
select is((select name ->> 'de' from site.place where key = 'luxembourg'), 'Luxemburg',
  'and changes nothing');
select is(pg_temp.save('place', (select form from seen) || '{"nl": "Lëtzebuerg"}'), 'unchanged luxembourg',
  'who says the same is not');
select is(pg_temp.save('place', pg_temp.place('{"key": "nowhere", "version": "1"}')), 'gone nowhere',
  'what was deleted is gone');
select is(site.delete_name('jan', '192.0.2.1', 'place', 'luxembourg', 1), 'conflict',
  'nor is a place deleted that looks otherwise by now');
select is(site.delete_name('jan', '192.0.2.1', 'place', 'luxembourg', 2), 'deleted',
  'one that nothing names is deleted');
select matches(pg_temp.last_entry(), '^jan delete-place luxembourg: .*nl "Lëtzebuerg" → –',
  'and the log has what it was');
select is(site.delete_name('jan', '192.0.2.1', 'place', 'luxembourg', 2), 'gone', 'once');
select is(site.delete_name('jan', '192.0.2.1', 'place', 'liege', 1), 'used',
  'one that a document names stays');
select is(site.delete_name('jan', '192.0.2.1', 'party', 'DE', 1), 'used', 'so does a party');
update site.meeting set place = null;
update site.cooperation set seat = null;
select is(site.is_named('place', 'liege'), false, 'nothing names it');
select is(site.is_named('party', 'BE'), true, 'but it names its country');

-- Parties
select is(pg_temp.save('party', pg_temp.party('{}')), 'saved council', 'a party is added');
select is(pg_temp.save('party', pg_temp.party('{"website": "https://council.example/"}')), 'fault en taken',
  'two organisations have two names');
select is(pg_temp.save('party', pg_temp.party('{"kind": "region"}')), 'saved council-2',
  'a region may have that of an organisation');
select is(pg_temp.save('party', pg_temp.party('{"kind": "country"}')), 'fault code unfit',
  'a country has a code');
select is(pg_temp.save('party', pg_temp.party(jsonb_build_object('kind', 'country', 'code', code))), wanted,
  format('%s: %s', code, wanted)) from (values
  ('be', 'fault code unfit'), ('XX', 'fault code unfit'), ('B ', 'fault code unfit'),
  ('BE', 'fault code taken'), ('AT', 'saved AT')) t (code, wanted);
select is(pg_temp.save('party', pg_temp.party('{"code": "NL", "en": "Y"}')), 'fault code surplus',
  'an organisation has none');
select is(pg_temp.save('party', pg_temp.party(jsonb_build_object('kind', 'region', 'en', 'Y', 'code', code))),
  wanted, format('%s: %s', code, wanted)) from (values
  ('NL', 'fault code unfit'), ('XX-1', 'fault code unfit'), ('BE-wal', 'fault code unfit'),
  ('BE-WAL', 'saved y')) t (code, wanted);
select is(site.name_form('party', 'y') ->> 'code', 'BE-WAL', 'a region has its code');
select is(site.export_parties()::jsonb @> '[{"key": "y", "code": "BE-WAL"}]', true, 'and takes it along');
select is(pg_temp.save('party', site.name_form('party', 'council') || '{"kind": "country", "en": "Other"}'),
  'fault council kind unfit', 'what is no country does not become one');
select is(pg_temp.save('party', site.name_form('party', 'AT') || '{"kind": "region", "en": "Other"}'),
  'fault AT kind unfit', 'nor the other way');
select is(pg_temp.save('party', site.name_form('party', 'council') || '{"kind": "region", "en": "Board",
  "website": "https://x.example/"}'), 'saved council',
  'an organisation may become a region, and keeps its key');
select is(site.name_form('party', 'council') ->> 'website', 'https://x.example/', 'with a website');
select is(pg_temp.save('party',
  site.name_form('party', 'council') || '{"authority": "http://data.europa.eu/nuts/code/DEA"}'),
  'saved council', 'it gets its address in the tables of the EU');
select is((select authority from visitor.area where key = 'council' and for_language = 'nl'),
  'http://data.europa.eu/nuts/code/DEA', 'which open data names');
select is(pg_temp.save('party', site.name_form('party', 'council') - 'authority'), 'saved council',
  'and loses it');
select is((select authority::text from site.party where key = 'council'), null, 'when the form is empty');
select throws_ok($$select pg_temp.save('party',
  pg_temp.party('{"en": "Z", "website": "javascript:alert(1)"}'))$$, '23514', null, 'which is one');

-- What the pages show
select pg_temp.save('party', site.name_form('party', 'bureau') || '{"nl": "NIEUW BUREAU"}');
select matches(pg_temp.shown('forum', 'nl'), 'NIEUW BUREAU', 'a page shows a name as it is now');
update site.cooperation set seat = 'liege'
  where document_id = (select id from site.document where key = 'forum');
select pg_temp.save('place', site.name_form('place', 'liege') || '{"de": "LÜTTICH"}');
select matches(pg_temp.shown('forum', 'de'), 'LÜTTICH', 'a place too');
select is((select count(*) from site.renewal), 0::bigint, 'few pages are renewed at once');
insert into site.meeting (document_id, forum, type, starts, status, place)
  select d.id, (select id from site.document where key = 'forum'), 'event', '2031', 'planned', 'liege'
    from site.document d where d.key = 'none';
update site.meeting set place = 'liege';
select import_document('later-' || n, jsonb_build_object('kind', 'meeting', 'position', 0, 'original', 'nl',
  'forum', 'forum', 'type', 'event', 'starts', '2031', 'status', 'planned', 'place', 'liege'),
    jsonb_build_object('nl', format(E'title: Later %s\nshort: %s\nslug: later-%s\nsummary: Nummer.\n\n', n, n,
    n))) from generate_series(1, 40) n;
select pg_temp.save('place', site.name_form('place', 'liege') || '{"nl": "LUYK"}');
select cmp_ok((select count(*) from site.renewal), '>', 40::bigint, 'many are left to the keeper');
select doesnt_match(pg_temp.shown('later-1', 'nl'), 'LUYK', 'so they show what was, for now');
select site.keep() from generate_series(1, 20);
select is((select count(*) from site.renewal), 0::bigint, 'which does not take long');
select matches(pg_temp.shown('later-1', 'nl'), 'LUYK', 'to renew them');
select is((select place from visitor.meeting where key = 'later-40' and for_language = 'nl'), 'LUYK',
  'and the lists');
create temporary table rows_before as select document_id, for_language, xmin as written from visitor.page;
update site.party set website = 'https://y.example/' where key = 'bureau';
select is((select count(*) from site.renewal), 0::bigint, 'what no page shows renews none');

-- Lists
select is((select array_agg(key) from site.names_of('party', 'nl', null, 'büreau', 10)), array['bureau'],
  'words are found without accents');
select is((select array_agg(key order by key) from site.names_of('party', 'nl', 'country', null, 10)),
  array['AT', 'BE', 'DE', 'NL'], 'of a kind');
select is((select array_agg(key) from site.names_of('place', 'de', null, 'LÜTT', 10)), array['liege'],
  'of places, in any language');
select is((select note || used from site.names_of('place', 'fr', null, 'luik', 10)), null,
  'by what they are called now');
select is((select note || ' ' || used from site.names_of('place', 'fr', null, 'luyk', 10)), 'Belgique true',
  'with the country, and whether anything names it');
select is((select count(*) || ' of ' || max(total) from site.names_of('party', 'nl', null, null, 2)),
  '2 of 9', 'so many of all');
select is((select array_agg(key order by key) from site.named_on('party', 'bureau', 10)),
  array['forum', 'obstacle-solved', 'practice-checks'],
  'what names a party, without the meetings that follow a term');
select is((select array_agg(key) from site.named_on('party', 'BE', 10) where place),
  array['liege', 'long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long'],
  'and the places of a country');
select is((select count(*) || ' of ' || max(total) from site.named_on('place', 'liege', 5)),
  '5 of ' || (select count(*) + 1 from site.meeting where place = 'liege'),
  'so many of all that name a place');
select is((select key from site.named_on('place', 'liege', 1)), 'forum', 'cooperations first');

select * from finish();
rollback;
