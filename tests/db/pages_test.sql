-- SPDX-License-Identifier: EUPL-1.2
-- Pages of visitors follow every change of their records, in the same transaction.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();

create function pg_temp.shown(document_key text, for_visitor text) returns text language sql as
$$ select content::text from visitor.page where key = document_key and for_language = for_visitor $$;

select is((select count(*) from visitor.page where key = 'forum'), 4::bigint,
  'a public document has a page for each visitor''s language');
select is((select count(*) from visitor.page where key = 'secret'), 0::bigint,
  'a document without a published edition has none');
select results_eq($$select for_language::text, language::text from visitor.page where key = 'region'
  order by 1$$,
                  $$values ('de', 'fr'), ('en', 'fr'), ('fr', 'fr'), ('nl', 'fr')$$,
                  'a text that lacks a language is shown in its original');

update site.party set name = jsonb_set(name, '{nl}', '"NIEUW"') where key = 'bureau';
select matches(pg_temp.shown('forum', 'nl'), 'NIEUW', 'a page follows the name of a party');
update site.place set name = jsonb_set(name, '{nl}', '"PLAATS"') where key = 'liege';
select matches(pg_temp.shown('forum', 'nl'), 'PLAATS', 'a page follows the name of a place');
update site.cooperation set since = '1999'
  where document_id = (select id from site.document where key = 'forum');
select matches(pg_temp.shown('forum', 'fr'), '1999', 'a fact');
delete from site.participant where party = 'DE';
select doesnt_match(pg_temp.shown('forum', 'nl'), 'Duitsland', 'a page follows a participant that left');
insert into site.participant (document_id, party, role) select id, 'DE', 'observer' from site.document
  where key = 'forum';
select matches(pg_temp.shown('forum', 'nl'), 'Duitsland', 'a page follows a new participant');
update site.milestone set date = '1998' where key = 'start';
select matches(pg_temp.shown('forum', 'nl'), '1998', 'a page follows the date of a milestone');
delete from site.source where document_id = (select id from site.document where key = 'forum');
select doesnt_match(pg_temp.shown('forum', 'nl'), 'source.example', 'a page follows a removed source');
update site.document set position = 77 where key = 'forum';
select is((select position from visitor.page where key = 'forum' and for_language = 'nl'), 77,
  'a page follows its place in the list');

update site.edition set state = 'superseded' where state = 'published' and language = 'fr'
  and document_id = (select id from site.document where key = 'forum');
select is((select language::text from visitor.page where key = 'forum' and for_language = 'fr'), 'nl',
  'a withdrawn language falls back to the original');
update site.edition set state = 'superseded' where state = 'published'
  and document_id = (select id from site.document where key = 'forum');
select is((select count(*) from visitor.page where key = 'forum'), 0::bigint,
  'a withdrawn document has no page');

-- The material of open data: keys, the texts of the shown edition, and nothing that is not public.
create function pg_temp.recorded(document_key text, for_visitor text) returns jsonb language sql as
$$ select (content -> 'record')::jsonb from visitor.page where key = document_key
and for_language = for_visitor $$;
select is(pg_temp.recorded('meeting-held', 'fr') #> '{conclusion,0}', '{"number": "1", "text": "Première."}',
  'a row has its text in the language');
select is(pg_temp.recorded('meeting-held', 'fr') #>> '{conclusion,1,by,key}', 'meeting-moved',
  'a row names what it refers to');
select is(pg_temp.recorded('meeting-held', 'nl') ->> 'place', 'liege', 'a place is given by its key');
select is(pg_temp.recorded('meeting-held', 'nl') - array['title', 'summary', 'body', 'source', 'document',
  'presided'], pg_temp.recorded('meeting-held', 'nl'), 'a record has only its own members');
update site.edition set state = 'superseded' where state = 'published'
  and document_id = (select id from site.document where key = 'meeting-moved');
select is(pg_temp.recorded('meeting-held', 'fr') #> '{conclusion,1}',
  '{"number": "2", "text": "Deuxième.", "state": "taken-up"}', 'a meeting that is not public is not named');
insert into site.step (document_id, number, date, status) select id, 2, '2026-01', 'solved' from site.document
  where key = 'obstacle-reported';
select is(jsonb_array_length(pg_temp.recorded('obstacle-reported', 'nl') -> 'step'), 1,
  'a step that is not published is not named');

-- The kept rows are those that would be made now.
select is((select count(*) from visitor.page p where p.content::jsonb <> site.page_content(
             (select e.id from site.edition e where e.document_id = p.document_id and e.language = p.language
             and e.state = 'published'), p.for_language)::jsonb),
          0::bigint, 'no page is stale');

-- Importing twice adds and changes nothing.
create temporary table before as select count(*) as editions, (select count(*) from site.source) as sources
  from site.edition;
select import_document('region',
  '{"kind": "partner", "position": 5, "original": "fr", "source": [{"url": "https://x.example", "title": "x",
  "publisher": "x", "language": "fr"}]}',
  jsonb_build_object('fr', E'title: Autre\nshort: Autre\nslug: autre\nsummary: Autre.\n\nAutre.\n'));
select is((select editions from before), (select count(*) from site.edition),
  'importing existing content adds no edition');
select is((select sources from before), (select count(*) from site.source),
  'importing existing content adds no source');
select import_document('region', '{"kind": "partner", "position": 5, "original": "fr"}',
  jsonb_build_object('de',
  E'title: Region\nshort: Region\nslug: region-de\nsummary: Eine Region.\n\nText.\n'));
select is((select language::text from visitor.page where key = 'region' and for_language = 'de'), 'de',
  'importing a missing language adds it');
-- The day on which a text was checked against its sources is the day that its page gives.
select import_document('checked',
  '{"kind": "page", "position": 8, "original": "nl", "checked": "2020-02-29"}',
  jsonb_build_object('nl',
  E'title: Nagekeken\nshort: Nagekeken\nslug: nagekeken\nsummary: Nagekeken.\n\nTekst.\n'));
select is((select published::date from visitor.page where key = 'checked' and for_language = 'nl'),
  '2020-02-29'::date, 'a text counts as published on the day of its check');

select * from finish();
rollback;
