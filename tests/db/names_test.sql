-- SPDX-License-Identifier: EUPL-1.2
-- Names of places and parties at the desk: refusals, keys, two editors at once, the log, and the pages that
-- show a name.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
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
  where key = 'luxembourg'), 'Luxemburg 49.61000 6.13000', 'a place is kept as it was typed');
select is(pg_temp.last_entry(),
  'jan add-place luxembourg: country – → "BE", de – → "Luxemburg", en – → "Luxembourg", fr – → "Luxembourg", latitude – → "49.61", longitude – → "6.13", nl – → "Luxemburg" 192.0.2.1',
    'the log has the new place');
select is(pg_temp.save('place', pg_temp.place('{}')), 'saved luxembourg',
  'the same form sent twice gives the same answer');
select is((select count(*) from site.place where name ->> 'en' = 'Luxembourg'), 1::bigint,
  'the same form sent twice makes one place');
select is((select count(*) from site.audit where action = 'add-place'), 1::bigint,
  'the same form sent twice makes one entry of the log');
select is(pg_temp.save('place', pg_temp.place('{"latitude": "49.7"}')), 'fault en taken',
  'two places of one country cannot share an English name');
select is(pg_temp.save('place', pg_temp.place('{"country": "DE"}')), 'saved luxembourg-2',
  'places of two countries can, with two keys');
select is(pg_temp.save('place', pg_temp.place('{"en": "日本"}')), 'fault en unfit',
  'a key needs Latin letters');
select is(pg_temp.save('place', pg_temp.place('{"en": "X", "country": "bureau"}')), 'fault country unknown',
  'a place needs a country');
select throws_ok($$select pg_temp.save('place', pg_temp.place('{"en": "X", "latitude": "91"}'))$$, '23514',
  null, 'a place is on this earth');
select throws_ok($$select pg_temp.save('place', pg_temp.place('{"en": "X", "fr": null}'))$$, '23514', null,
  'a place needs four names');
select is(pg_temp.save('place', pg_temp.place(jsonb_build_object('en', repeat('Long ', 30)))),
  'saved ' || rtrim(repeat('long-', 18), '-'), 'a long key is cut');

-- Two editors
select is(pg_temp.save('place', site.name_form('place', 'luxembourg')), 'unchanged luxembourg',
  'saving without a change makes no save');
select is(pg_temp.save('place', site.name_form('place', 'luxembourg') || '{"longitude": "6.130001"}'),
  'unchanged luxembourg', 'a difference beyond the kept digits is no change');
create temporary table seen as select site.name_form('place', 'luxembourg') as form;
select is(pg_temp.save('place', (select form from seen) || '{"nl": "Lëtzebuerg"}'), 'saved luxembourg',
  'a name is changed');
select is(pg_temp.last_entry(), 'jan change-place luxembourg: nl "Luxemburg" → "Lëtzebuerg" 192.0.2.1',
  'the log has the former name');
select is(pg_temp.save('place', (select form from seen) || '{"de": "Luxemburg-Stadt"}'),
  'conflict luxembourg', 'somebody who has not seen the change gets a conflict');
select is((select name ->> 'de' from site.place where key = 'luxembourg'), 'Luxemburg',
  'a conflict changes nothing');
select is(pg_temp.save('place', (select form from seen) || '{"nl": "Lëtzebuerg"}'), 'unchanged luxembourg',
  'typing the same is no conflict');
select is(pg_temp.save('place', pg_temp.place('{"key": "nowhere", "version": "1"}')), 'gone nowhere',
  'a deleted place is gone');
select is(site.delete_name('jan', '192.0.2.1', 'place', 'luxembourg', 1), 'conflict',
  'a place that has changed meanwhile is not deleted');
select is(site.delete_name('jan', '192.0.2.1', 'place', 'luxembourg', 2), 'deleted',
  'a place that nothing names is deleted');
select matches(pg_temp.last_entry(), '^jan delete-place luxembourg: .*nl "Lëtzebuerg" → –',
  'the log has the deleted place');
select is(site.delete_name('jan', '192.0.2.1', 'place', 'luxembourg', 2), 'gone', 'once');
select is(site.delete_name('jan', '192.0.2.1', 'place', 'liege', 1), 'used',
  'a place that a document names cannot be deleted');
select is(site.delete_name('jan', '192.0.2.1', 'party', 'DE', 1), 'used',
  'a party that a document names cannot be deleted');
update site.meeting set place = null;
update site.cooperation set seat = null;
select is(site.is_named('place', 'liege'), false, 'nothing names the place');
select is(site.is_named('party', 'BE'), true, 'but the place names its country');

-- Parties
select is(pg_temp.save('party', pg_temp.party('{}')), 'saved council', 'a party is added');
select is(pg_temp.save('party', pg_temp.party('{"website": "https://council.example/"}')), 'fault en taken',
  'two organisations cannot share a name');
select is(pg_temp.save('party', pg_temp.party('{"kind": "region"}')), 'saved council-2',
  'a region may have the name of an organisation');
select is(pg_temp.save('party', pg_temp.party('{"kind": "country"}')), 'fault code unfit',
  'a country needs a code');
select is(pg_temp.save('party', pg_temp.party(jsonb_build_object('kind', 'country', 'code', code))), wanted,
  format('%s: %s', code, wanted)) from (values
  ('be', 'fault code unfit'), ('XX', 'fault code unfit'), ('B ', 'fault code unfit'),
  ('BE', 'fault code taken'), ('AT', 'saved AT')) t (code, wanted);
select is(pg_temp.save('party', pg_temp.party('{"code": "NL", "en": "Y"}')), 'fault code surplus',
  'an organisation has no code');
select is(pg_temp.save('party', pg_temp.party(jsonb_build_object('kind', 'region', 'en', 'Y', 'code', code))),
  wanted, format('%s: %s', code, wanted)) from (values
  ('NL', 'fault code unfit'), ('XX-1', 'fault code unfit'), ('BE-wal', 'fault code unfit'),
  ('BE-WAL', 'saved y')) t (code, wanted);
select is(site.name_form('party', 'y') ->> 'code', 'BE-WAL', 'a region has its code');
select is(site.export_parties()::jsonb @> '[{"key": "y", "code": "BE-WAL"}]', true,
  'the export has the code');
select is(pg_temp.save('party', site.name_form('party', 'council') || '{"kind": "country", "en": "Other"}'),
  'fault council kind unfit', 'an organisation cannot become a country');
select is(pg_temp.save('party', site.name_form('party', 'AT') || '{"kind": "region", "en": "Other"}'),
  'fault AT kind unfit', 'a country cannot become an organisation');
select is(pg_temp.save('party', site.name_form('party', 'council') || '{"kind": "region", "en": "Board",
  "website": "https://x.example/"}'), 'saved council',
  'an organisation may become a region, and keeps its key');
select is(site.name_form('party', 'council') ->> 'website', 'https://x.example/',
  'a party may have a website');
select is(pg_temp.save('party',
  site.name_form('party', 'council') || '{"authority": "http://data.europa.eu/nuts/code/DEA"}'),
  'saved council', 'a party gets its address in the tables of the EU');
select is((select authority from visitor.area where key = 'council' and for_language = 'nl'),
  'http://data.europa.eu/nuts/code/DEA', 'open data has that address');
select is(pg_temp.save('party', site.name_form('party', 'council') - 'authority'), 'saved council',
  'an empty form removes the address');
select is((select authority::text from site.party where key = 'council'), null, 'the address is removed');
select throws_ok($$select pg_temp.save('party',
  pg_temp.party('{"en": "Z", "website": "javascript:alert(1)"}'))$$, '23514', null,
    'a website has to be a web address');

-- Names on pages
select pg_temp.save('party', site.name_form('party', 'bureau') || '{"nl": "NIEUW BUREAU"}');
select matches(pg_temp.shown('forum', 'nl'), 'NIEUW BUREAU', 'a page shows the present name of a party');
update site.cooperation set seat = 'liege'
  where document_id = (select id from site.document where key = 'forum');
select pg_temp.save('place', site.name_form('place', 'liege') || '{"de": "LÜTTICH"}');
select matches(pg_temp.shown('forum', 'de'), 'LÜTTICH', 'a page shows the present name of a place');
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
select cmp_ok((select count(*) from site.renewal), '>', 40::bigint, 'many pages are left to the keeper');
select doesnt_match(pg_temp.shown('later-1', 'nl'), 'LUYK', 'these pages show the former name for now');
select site.keep() from generate_series(1, 20);
select is((select count(*) from site.renewal), 0::bigint, 'the keeper renews them soon');
select matches(pg_temp.shown('later-1', 'nl'), 'LUYK', 'then they show the new name');
select is((select place from visitor.meeting where key = 'later-40' and for_language = 'nl'), 'LUYK',
  'the lists show it, too');
create temporary table rows_before as select document_id, for_language, xmin as written from visitor.page;
update site.party set website = 'https://y.example/' where key = 'bureau';
select is((select count(*) from site.renewal), 0::bigint, 'a name on no page renews none');

-- Lists
select is((select array_agg(key) from site.names_of('party', 'nl', null, 'büreau', 10)), array['bureau'],
  'words match names without accents');
select is((select array_agg(key order by key) from site.names_of('party', 'nl', 'country', null, 10)),
  array['AT', 'BE', 'DE', 'NL'], 'parties are filtered by kind');
select is((select array_agg(key) from site.names_of('place', 'de', null, 'LÜTT', 10)), array['liege'],
  'places are filtered in any language');
select is((select note || used from site.names_of('place', 'fr', null, 'luik', 10)), null,
  'words match present names only');
select is((select note || ' ' || used from site.names_of('place', 'fr', null, 'luyk', 10)), 'Belgique true',
  'the list has the country and whether anything names the place');
select is((select count(*) || ' of ' || max(total) from site.names_of('party', 'nl', null, null, 2)),
  '2 of 9', 'the list counts what it shows and all');
select is((select array_agg(key order by key) from site.named_on('party', 'bureau', 10)),
  array['forum', 'obstacle-solved', 'practice-checks'],
  'the names of a party are found, without meetings that follow a term');
select is((select array_agg(key) from site.named_on('party', 'BE', 10) where place),
  array['liege', 'long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long'],
  'the places of a country are found');
select is((select count(*) || ' of ' || max(total) from site.named_on('place', 'liege', 5)),
  '5 of ' || (select count(*) + 1 from site.meeting where place = 'liege'),
  'documents that name a place are counted, and some shown');
select is((select key from site.named_on('place', 'liege', 1)), 'forum', 'cooperations first');

select * from finish();
rollback;
