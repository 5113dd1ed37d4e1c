-- SPDX-License-Identifier: EUPL-1.2
-- Findings: each kind is found where it exists, and only there. Also the tables beside the editions, the
-- overview and the log.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();

create function pg_temp.id(its_key text) returns bigint language sql
  as $$ select id from site.document where key = its_key $$;
create function pg_temp.found(its_kind text, its_key text) returns text language sql as $$
  select string_agg(coalesce(language, '-') || coalesce(' ' || detail, ''), ', ') from site.findings(null)
    where kind = its_kind and key = its_key $$;
create function pg_temp.make_meeting(its_key text, its_type text, its_status text,
  starts text) returns void language sql as $$
  select site.import_document(its_key, jsonb_build_object('kind', 'meeting', 'position', 0, 'original', 'nl',
    'forum', 'forum', 'type', its_type, 'status', its_status, 'starts', starts),
         jsonb_build_object('nl',
         format(E'title: Overleg %s\nshort: %1$s\nslug: %1$s\nsummary: Wat was.\n\nTekst.\n', its_key))) $$;
-- Publishes a new text of a document without a word to its translations.
create function pg_temp.publish(its_key text, in_language text, its_body text) returns void language plpgsql
  as $$
declare
  base bigint := (select id from site.newest_edition where document_id = pg_temp.id(its_key)
  and language = in_language);
  fields jsonb := (select jsonb_object_agg(field, value) from site.edition_text where edition_id = base);
begin
  perform site.save_text('jan', '192.0.2.1', pg_temp.id(its_key), in_language, base, null,
                         (select slug from site.edition where id = base),
                         fields || jsonb_build_object('body', its_body), '', false);
  perform site.publish_text('jan', '192.0.2.1', its_key, in_language);
end
$$;

-- Meetings
select pg_temp.make_meeting('over', 'summit', 'held', '2020-02-01'),
  pg_temp.make_meeting('over-planned', 'ministerial', 'planned', '2020-03'),
       pg_temp.make_meeting('over-moved', 'working-group', 'moved', '2020-04-01'),
       pg_temp.make_meeting('over-cancelled', 'summit', 'cancelled', '2020-05-01'),
       pg_temp.make_meeting('over-postponed', 'summit', 'postponed', '2020-05-02'),
       pg_temp.make_meeting('over-event', 'event', 'held', '2020-06-01'),
       pg_temp.make_meeting('over-event-planned', 'event', 'planned', '2020-07-01'),
       pg_temp.make_meeting('to-come', 'summit', 'planned', '2999-01-01'),
       pg_temp.make_meeting('this-year', 'summit', 'planned', to_char(now(), 'YYYY'));
select is(pg_temp.found('conclusions', 'over'), '- 2020-02-01',
  'a meeting that was held without conclusions is found');
select is(pg_temp.found('conclusions', 'over-planned'), '- 2020-03-31',
  'a planned meeting without conclusions is found, by its last possible day');
select is(pg_temp.found('conclusions', 'over-moved'), '- 2020-04-01',
  'a moved meeting without conclusions is found');
select is(pg_temp.found('conclusions', key), null, 'not ' || key)
  from unnest(array['over-cancelled', 'over-postponed', 'over-event', 'over-event-planned', 'to-come',
  'this-year', 'meeting-held']) key;
select is(pg_temp.found('planned', 'over-planned'), '- 2020-03-31',
  'a planned meeting that is over is found');
select is(pg_temp.found('planned', 'over-moved'), '- 2020-04-01', 'a moved meeting that is over is found');
select is(pg_temp.found('planned', 'over-event-planned'), '- 2020-07-01',
  'a planned event that is over is found');
select is(pg_temp.found('planned', key), null, 'not ' || key)
  from unnest(array['over', 'to-come', 'this-year', 'over-postponed', 'over-cancelled']) key;
insert into site.conclusion (document_id, number) values (pg_temp.id('over'), 1);
select is(pg_temp.found('conclusions', 'over'), null, 'a meeting with a conclusion is no finding');
delete from site.conclusion where document_id = pg_temp.id('over');
select is(pg_temp.found('conclusions', 'over'), '- 2020-02-01',
  'the same meeting without a conclusion is a finding');
update site.meeting set starts = '2999-01-01' where document_id = pg_temp.id('over');
select is(pg_temp.found('conclusions', 'over'), null, 'a meeting in the future is no finding');
update site.meeting set starts = '2020-02-01', status = 'cancelled' where document_id = pg_temp.id('over');
select is(pg_temp.found('conclusions', 'over'), null, 'a cancelled meeting is no finding');
select site.withdraw_text('jan', '192.0.2.1', 'over-planned', 'nl');
select is(pg_temp.found('conclusions', 'over-planned'), null,
  'a meeting that is no longer public needs no conclusions');
select is(pg_temp.found('planned', 'over-planned'), null,
  'a meeting that is no longer public need not have been held');

-- Languages
select is(pg_temp.found('missing', 'region'), 'nl, de, en', 'a document in one language lacks three');
select is(pg_temp.found('missing', 'forum'), 'de draft, en', 'the finding names a draft');
select is(pg_temp.found('missing', 'about'), null, 'a document in four languages lacks none');
select is(pg_temp.found('missing', 'secret'), null, 'a document that was never public lacks none yet');
select site.withdraw_text('jan', '192.0.2.1', 'about', 'fr');
select is(pg_temp.found('missing', 'about'), 'fr', 'a withdrawn text is missing');
select site.withdraw_text('jan', '192.0.2.1', 'about', language)
  from unnest(array['nl', 'de', 'en']) language;
select is(pg_temp.found('missing', 'about'), null, 'a withdrawn document lacks none');

-- Translations
select is(pg_temp.found('outdated', 'overview'), null,
  'a translation in line with its original is not outdated');
select pg_temp.publish('overview', 'nl', 'Een nieuwe tekst.');
select is(pg_temp.found('outdated', 'overview'), 'fr body, de body, en body',
  'a changed original makes its translations outdated');
select pg_temp.publish('overview', 'nl', E'Body   of\noverview.');
select is(pg_temp.found('outdated', 'overview'), null,
  'the same text in other lines makes them up to date again');
select results_eq($$select t.document_id, t.language, site.outdated_fields(t.id, o.id)
                      from site.edition t join site.document d on d.id = t.document_id
                      and d.original <> t.language
                      left join site.edition o on o.document_id = d.id and o.language = d.original
                      and o.state = 'published'
                     where t.state = 'published' and site.outdated_fields(t.id, o.id) is not null order by 1,
                     2$$,
                  $$select document_id, language, outdated from site.text_state where outdated is not null
                  order by 1, 2$$, 'the kept states follow from the hashes');

-- Presidencies
select is(pg_temp.found('gap', 'forum'), null, 'terms that follow each other have no gap');
select is(pg_temp.found('vacant', 'forum'), null, 'a term without an end includes today');
select is(pg_temp.found('vacant', 'moved'), null, 'a forum without terms lacks none');
select site.write_terms(pg_temp.id('moved'), '{"term": [{"from": "2001", "to": "2002-06", "party": "DE"},
  {"from": "2002-07-01", "to": "2003", "party": "BE"},
                                                        {"from": "2005", "to": "2006", "party": "BE"}]}');
select is(pg_temp.found('gap', 'moved'), '- 2004-01-01/2004-12-31', 'days between two terms are found');
select is(pg_temp.found('vacant', 'moved'), '- 2007-01-01/..', 'a last term that is over is found');
insert into site.presidency (forum, starts) values (pg_temp.id('moved'), '2999');
select is(pg_temp.found('gap', 'moved'), '- 2007-01-01/2998-12-31, - 2004-01-01/2004-12-31',
  'a gap that includes today is found, the latest first');
select is(pg_temp.found('vacant', 'moved'), null, 'it is found once');
delete from site.presidency where forum = pg_temp.id('moved') and starts <> '2999';
select is(pg_temp.found('vacant', 'moved'), '- ../2998-12-31',
  'before the first term the presidency is vacant');

-- Links
select is(pg_temp.found('link', 'forum'), 'nl about, nl nowhere',
  'links to unknown and to withdrawn documents are found');
select pg_temp.publish('forum', 'nl', 'Zie [het overzicht](doc:overview).');
select is(pg_temp.found('link', 'forum'), null, 'a new text without them is no finding');
select pg_temp.publish('forum', 'nl',
  E'[a](<doc:one>) [b](doc:two "Titel") ![c](DOC:three) [d]\n\n[d]: doc:four\n\n<doc:five> [e](https://x.example/doc:six) doc:seven [f](doc:over)');
select is(pg_temp.found('link', 'forum'), 'nl five, nl four, nl one, nl three, nl two',
  'all forms of links in Markdown are found, and no others; a meeting may be linked to');
select pg_temp.publish('forum', 'nl', '[x](doc:' || repeat('y', 5000) || ')');
select is(length(pg_temp.found('link', 'forum')), 203, 'a long key is cut');
insert into site.edition (document_id, language, slug) values (pg_temp.id('region'), 'fr', 'la-region');
insert into site.edition_text (edition_id, field, value) select id, 'body', '[x](doc:nowhere)'
  from site.edition where document_id = pg_temp.id('region') and state = 'draft';
select is(pg_temp.found('link', 'region'), null, 'a draft may link to documents that do not exist yet');
update site.edition_text set value = '[x](doc:elsewhere)' where field = 'body'
  and edition_id = (select id from site.edition where document_id = pg_temp.id('region') and state = 'draft');
select is((select string_agg(key, ' ') from site.text_link l join site.edition e on e.id = l.edition_id
  where e.document_id = pg_temp.id('region')), 'elsewhere', 'links follow a text that changes');
delete from site.edition where document_id = pg_temp.id('region') and state = 'draft';
select is_empty($$select from site.text_link l left join site.edition e on e.id = l.edition_id
  where e.id is null$$, 'links go with their text');
select is((select drafted from site.text_state where document_id = pg_temp.id('region') and language = 'fr'),
  null, 'a withdrawn draft goes, too');

-- Drafts
select is(pg_temp.found('draft', 'secret'), null, 'a draft of today is no finding');
update site.text_state set drafted = now() - interval '31 days' where document_id = pg_temp.id('secret')
  and language = 'nl';
select is(pg_temp.found('draft', 'secret'),
  'nl ' || ((now() - interval '31 days') at time zone 'Europe/Brussels')::date,
  'an old draft is found, public or not');

-- So many of each
select is((select count(*) from site.findings(2) where kind = 'missing'), 2::bigint,
  'each kind shows a limited number');
select is((select max(total) from site.findings(2) where kind = 'missing'),
  (select count(*) from site.findings(null) where kind = 'missing'), 'all findings of a kind are counted');
select is((select count(*) from site.findings(null)
  where total <> (select count(*) from site.findings(null) other where other.kind = findings.kind)),
  0::bigint, 'all kinds are counted');

-- Headings
select is((select title from site.heading where document_id = pg_temp.id('over')), 'Overleg over',
  'the heading of a document is the title of its original');
select is((select title from site.heading where document_id = pg_temp.id('secret')), 'UNPUBLISHED title',
  'without a public text it is that of the draft');
select is((select title from site.heading where document_id = pg_temp.id('meeting-secret')), 'meeting-secret',
  'without a text it is the key');
update site.meeting set starts = '2030-05' where document_id = pg_temp.id('meeting-secret');
select is((select starts from site.heading where document_id = pg_temp.id('meeting-secret')), '2030-05',
  'the place of a meeting follows from its day');
select is((select count(*) from site.text_state), 4 * (select count(*) from site.document),
  'each document has four states');

-- The overview
create function pg_temp.keys(its_kind text, in_language text, in_state text,
  with_words text) returns text[] language sql as $$
  select array(select distinct key from site.matrix_of(its_kind, in_language, in_state, with_words, 1000)
    order by key) $$;
select is((select count(*) from site.matrix_of(null, null, null, null, 1000)),
  4 * (select count(*) from site.document), 'the overview without a filter has all documents');
select is(pg_temp.keys('home', null, null, null), array['home', 'overview'],
  'the home page is listed with the overview');
select is(pg_temp.keys('partner', null, null, null), array['region'], 'the filter of kinds works');
select is(pg_temp.keys(null, 'de', 'draft', null), array['forum'],
  'the filter of drafts in a language works');
select is(pg_temp.keys(null, 'fr', 'draft', null), '{}', 'another language has no such draft');
select is(pg_temp.keys('partner', 'fr', 'missing', null), '{}', 'a public text is not missing');
select is(pg_temp.keys('partner', 'nl', 'missing', null), array['region'],
  'a text that is not public is missing');
select pg_temp.publish('overview', 'nl', 'Nog een nieuwe tekst.');
select is(pg_temp.keys(null, null, 'outdated', null),
  array['forum', 'meeting-held', 'obstacle-solved', 'overview'], 'outdated ones');
select ok(not 'overview' = any (pg_temp.keys(null, 'fr', 'published', null))
  and 'overview' = any (pg_temp.keys(null, 'nl', 'published', null)),
  'an outdated text is not listed as published');
select is(pg_temp.keys(null, null, null, 'OVERL event'), array['over-event', 'over-event-planned'],
  'words match a title, or beginnings of its words');
select is(pg_temp.keys('topic', null, null, 'région'), '{}', 'words and kind are combined');
select is(pg_temp.keys(null, null, null, 'region'), array['region'], 'without accents');
select is(pg_temp.keys(null, null, null, words), '{}', format('%s finds nothing, and breaks nothing', words))
  from unnest(array['nowhere', '''', '\', ':*', '&', '!', '''; drop table x; --']) words;
select is((select array_agg(distinct total) from site.matrix_of('meeting', null, null, null, 3)),
  array[(select count(*) from site.meeting)], 'all documents are counted');
select is((select count(*) from site.matrix_of('meeting', null, null, null, 3)), 12::bigint,
  'a page has a limited number');
select is((select count(*) from site.matrix_of('meeting', 'fr', null, null, 3)), 3::bigint,
  'one language is listed alone');
select is((select array_agg(key) from site.matrix_of('meeting', 'nl', null, null, 2)),
  array['to-come', 'meeting-moved'], 'meetings by day, the latest first');

select is(pg_temp.keys(null, null, null, 'meeting-secret'), array['meeting-secret'], 'a key');
select is(pg_temp.keys(null, null, null, '2030-05'), array['meeting-secret'], 'a day');
select ok('region' = any (pg_temp.keys(null, null, null,
  (select t.value from site.edition e join site.edition_text t on t.edition_id = e.id and t.field = 'title'
                                                           where e.document_id = pg_temp.id('region')
                                                           and e.language = 'fr' and e.state = 'published'))),
                                                           'words match a title in another language');
create function pg_temp.listed(in_year text default null, by_account text default null,
  since date default null, sorted text default null, skipped integer default 0, most integer default 1000)
  returns text[] language sql as $$
  select array(select key
    from (select key, row_number() over () as nth
    from site.matrix_of('meeting', 'nl', null, null, most, in_year, by_account, since, sorted, skipped)) m
    order by nth) $$;
select is(pg_temp.listed('2030'), array['meeting-secret'], 'words match a year');
select is(pg_temp.listed(sorted => '-day', most => 1), array['to-come'],
  'documents are sorted by day, the latest first');
select is(pg_temp.listed(sorted => 'day'), array(select d.key::text from site.document d join site.heading h
  on h.document_id = d.id where d.kind = 'meeting' order by h.starts, d.id), 'meetings are sorted by day');
select is(pg_temp.listed(sorted => 'day', skipped => 2), (pg_temp.listed(sorted => 'day'))[3:],
  'the next page follows');
select is(pg_temp.listed(sorted => 'title'), array(select d.key::text from site.document d join site.heading h
  on h.document_id = d.id where d.kind = 'meeting' order by h.title collate "und-x-icu", d.id),
    'meetings are sorted by title');
insert into site.edition (document_id, language, slug, author, created_at)
  values (pg_temp.id('meeting-secret'), 'fr', 'secret-fr', 'anna', now() + interval '1 hour');
select is(pg_temp.listed(by_account => 'anna'), array['meeting-secret'],
  'the filter of who saved last works');
select is(pg_temp.listed(since => current_date + 2), '{}', 'nothing was saved after tomorrow');
select ok('meeting-secret' = any (pg_temp.listed(since => current_date - 1)),
  'something was saved since yesterday');
select is(pg_temp.listed(sorted => '-changed', most => 1), array['meeting-secret'],
  'documents are sorted by their last save');
select is((select array_agg(distinct changed_by) from site.matrix_of('meeting', null, null, 'meeting-secret',
  9)), array['anna'], 'the list names who saved last');

-- Targets of links
create function pg_temp.targets(in_language text, with_words text) returns text language sql as $$
  select string_agg(target || case when public then '' else ' (draft)' end, ', ' order by nth)
    from (select *, row_number() over () as nth from site.link_targets(in_language, with_words, 10)) t $$;
select is(pg_temp.targets('fr', 'region'), 'doc:region', 'a document is found by the beginning of its title');
select is((select title || ' ' || language from site.link_targets('nl', 'region', 10)),
          (select title || ' ' || language from visitor.page where key = 'region' and for_language = 'nl'),
          'a target has the title that visitors see');
select is(pg_temp.targets('nl', 'meeting-secret'),
  (select 'doc:meeting-secret (draft), /files/' || encode(file, 'hex') || '.pdf (draft)' from site.link
            where document_id = pg_temp.id('meeting-secret')),
            'a target that is not public yet says so, and its files follow it');
select is(pg_temp.targets('nl', 'nowhere'), null, 'nothing');

-- The log
insert into site.audit (account, action, document, at) select 'keeper', 'count', 'd-' || n % 2,
  timestamptz '2001-01-01 00:00 Europe/Brussels' + n * interval '12 hours' from generate_series(0, 9) n;
create function pg_temp.days(by_account text, of_action text, of_document text, first date, last date,
  before bigint default null, after bigint default null, most integer default 100)
  returns text language sql
  as $$ select string_agg(to_char(at at time zone 'Europe/Brussels', 'DD.HH24'), ' ' order by id)
                                    from site.audit_of(by_account, of_action, of_document, first, last,
                                    before, after, most) $$;
select is(pg_temp.days('keeper', null, null, '2001-01-02', '2001-01-03'), '02.00 02.12 03.00 03.12',
  'days are whole days in Brussels');
select is(pg_temp.days('keeper', 'count', 'd-1', null, '2001-01-02'), '01.12 02.12',
  'all filters work together');
select is(pg_temp.days('keeper', 'publish', null, null, null), null, 'another action');
select is(pg_temp.days('keeper', null, null, null, null, most => 3), '04.12 05.00 05.12', 'the latest');
select is(pg_temp.days('keeper', null, null, null, null,
  before => (select id from site.audit where at = '2001-01-04 12:00 Europe/Brussels'), most => 3),
  '03.00 03.12 04.00', 'the page before follows');
select is(pg_temp.days('keeper', null, null, null, null,
  after => (select id from site.audit where at = '2001-01-03 00:00 Europe/Brussels'), most => 3),
  '03.12 04.00 04.12', 'the page after follows');
select set_eq('select account from site.audit_account', 'select distinct account from site.audit',
  'the accounts of the log are listed');
select set_eq('select action from site.audit_action', 'select distinct action from site.audit',
  'the actions of the log are listed');

select ok(not has_table_privilege('benelux_visitor', name::regclass, 'select'),
  'visitors do not read ' || name)
  from unnest(array['site.text_state', 'site.heading', 'site.text_link', 'site.audit_account',
  'site.audit_action']) name;
select * from finish();
rollback;
