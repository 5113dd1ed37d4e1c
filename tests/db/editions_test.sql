-- SPDX-License-Identifier: EUPL-1.2
-- The life of an edition: draft, published, superseded; addresses; hashes.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();
create temporary view outdated_text as select document_id, language, unnest(outdated) as field
  from site.text_state;

create function pg_temp.edition_of(document_key text, in_language text,
  in_state text) returns bigint language sql as
$$ select e.id from site.edition e join site.document d on d.id = e.document_id where d.key = document_key
and e.language = in_language and e.state = in_state $$;
create function pg_temp.draft(document_key text, in_language text, its_slug text) returns bigint language sql
  as
$$ insert into site.edition (document_id, language, slug) select id, in_language, its_slug from site.document
where key = document_key returning id $$;
create function pg_temp.fill(draft bigint) returns void language sql as
$$ insert into site.edition_text (edition_id, field, value) select draft, f, 'new ' || f
from unnest(array['title', 'short', 'summary', 'body']) f $$;

-- A published edition never changes again.
select throws_ok(format('update site.edition set slug = %L where id = %s', 'other',
  pg_temp.edition_of('forum', 'nl', 'published')), '23001', null, 'a published edition keeps its slug');
select throws_ok(format('update site.edition set state = %L, published_at = null where id = %s', 'draft',
  pg_temp.edition_of('forum', 'nl', 'published')), '23001', null,
  'a published edition does not become a draft again');
select throws_ok(format('delete from site.edition where id = %s',
  pg_temp.edition_of('forum', 'nl', 'published')), '23001', null, 'a published edition is not deleted');
select throws_ok(format('update site.edition_text set value = %L where edition_id = %s and field = %L', 'x',
  pg_temp.edition_of('forum', 'nl', 'published'), 'title'), '23001', null,
  'a text of a published edition does not change');
select throws_ok(format('delete from site.edition_text where edition_id = %s',
  pg_temp.edition_of('forum', 'nl', 'published')), '23001', null,
  'a text of a published edition is not deleted');
select throws_ok(format('insert into site.edition_text (edition_id, field, value) values (%s, %L, %L)',
  pg_temp.edition_of('forum', 'nl', 'published'), 'extra', 'x'), '23001', null,
  'a published edition gets no further text');
select throws_ok(format('update site.edition_text set edition_id = %s where edition_id = %s and field = %L',
  pg_temp.edition_of('forum', 'nl', 'published'), pg_temp.edition_of('forum', 'nl', 'draft'), 'body'),
  '23001', null, 'no text moves into a published edition');
select throws_ok(format('update site.edition set state = %L where id = %s', 'published',
  pg_temp.edition_of('moved', 'nl', 'superseded')), '23001', null, 'a superseded edition does not come back');
select throws_ok(format('delete from site.edition where id = %s',
  pg_temp.edition_of('moved', 'nl', 'superseded')), '23001', null, 'a superseded edition is not deleted');
select lives_ok(format('update site.edition_text set value = %L where edition_id = %s and field = %L', 'x',
  pg_temp.edition_of('forum', 'nl', 'draft'), 'title'), 'a draft changes');

-- One draft and one published edition of each language.
select throws_ok($$select pg_temp.draft('forum', 'nl', 'again')$$, '23505', null, 'there is no second draft');
select is((select count(*) from site.edition e join site.document d on d.id = e.document_id
  where d.key = 'moved' and e.state = 'published'), 1::bigint, 'publishing supersedes the edition before');

-- Publishing.
select throws_ok(format('select site.publish(%s)', pg_temp.draft('about', 'nl', 'empty')), '23514', null,
  'an edition without title is not published');
select pg_temp.fill(pg_temp.edition_of('about', 'nl', 'draft'));
update site.edition set slug = 'hostile' where id = pg_temp.edition_of('about', 'nl', 'draft');
select throws_ok(format('select site.publish(%s)', pg_temp.edition_of('about', 'nl', 'draft')), '23505', null,
  'an address at which another document is public is not taken');
select throws_ok(format('select site.publish(%s)', pg_temp.edition_of('about', 'fr', 'published')), null,
  null, 'a published edition is not published again');
select pg_temp.draft('region', 'nl', 'de-regio');
select pg_temp.fill(pg_temp.edition_of('region', 'nl', 'draft'));
select lives_ok(format('select site.publish(%s)', pg_temp.edition_of('region', 'nl', 'draft')),
  'a whole draft is published');
select is((select document_id from site.address where kind = 'partner' and language = 'nl'
  and slug = 'de-regio'), (select id from site.document where key = 'region'), 'its slug is an address');
select is((select count(*) from site.address a join site.document d on d.id = a.document_id
  where d.key = 'moved'), 2::bigint, 'the address before is kept');
-- An address that was left may be taken by another document.
select pg_temp.fill(pg_temp.draft('moved', 'fr', 'le-forum-2'));
select lives_ok(format('select site.publish(%s)', pg_temp.edition_of('moved', 'fr', 'draft')),
  'a second language of a document is published');
update site.edition set slug = 'oud-adres' where id = pg_temp.edition_of('forum', 'nl', 'draft');
select lives_ok(format('select site.publish(%s)', pg_temp.edition_of('forum', 'nl', 'draft')),
  'an address that another document has left is taken');

-- Hashes: what is only reflowed is the same text; what differs in a letter is not.
select is(site.text_hash(E'  one\n two\t three '), site.text_hash('one two three'),
  'white space does not change a hash');
select is(site.text_hash(U&'caf\00E9'), site.text_hash(U&'cafe\0301'),
  'the Unicode form does not change a hash');
select isnt(site.text_hash('one two three'), site.text_hash('one two  Three'), 'a letter changes a hash');
select is((select count(*) from site.edition_text t join site.edition e on e.id = t.edition_id
  join site.document d on d.id = e.document_id
            where d.key = 'overview' and e.language = 'fr' and t.translated_from is null), 0::bigint,
            'an imported translation knows what each text was translated from');

-- Outdated, by hashes alone.
select is_empty($$select * from pg_temp.outdated_text o join site.document d on d.id = o.document_id
  where d.key = 'overview'$$, 'nothing is outdated at first');
create temporary table again as select pg_temp.draft('overview', 'nl', 'overview-nl') as id;
insert into site.edition_text (edition_id, field, value)
  select again.id, t.field, case t.field when 'summary' then 'Changed.' when 'body'
    then E' Body  of\noverview.' else t.value end
    from again, site.edition_text t where t.edition_id = pg_temp.edition_of('overview', 'nl', 'published');
select site.publish(id) from again;
select results_eq($$select o.language::text, o.field from pg_temp.outdated_text o join site.document d
  on d.id = o.document_id where d.key = 'overview' order by 1$$,
                  $$values ('de', 'summary'), ('en', 'summary'), ('fr', 'summary')$$,
                  'a changed original makes that text outdated in each translation, and no other');
drop table again;
create temporary table again as select pg_temp.draft('overview', 'nl', 'overview-nl') as id;
insert into site.edition_text (edition_id, field, value)
  select again.id, t.field, case t.field when 'summary' then 'Summary of overview in nl.' else t.value end
    from again, site.edition_text t where t.edition_id = pg_temp.edition_of('overview', 'nl', 'published');
select site.publish(id) from again;
select is_empty($$select * from pg_temp.outdated_text o join site.document d on d.id = o.document_id
  where d.key = 'overview'$$, 'going back to the text translated makes nothing outdated');

-- Domains.
select ok(site.is_calendar_date(d), d || ' is a date')
  from unnest(array['2005', '2016-06', '2008-12-09', '2024-02-29']) d;
select ok(not site.is_calendar_date(d), d || ' is no date')
  from unnest(array['2025-02-29', '2025-02-31', '2025-13', '25', '2025-1', '2025-06-00', '',
  '2025-06-01T10:00']) d;
select throws_ok(format('select %L::site.slug', s), '23514', null, s || ' is no slug')
  from unnest(array['A', 'a b', '-a', 'a-', 'a--b', 'é', '', 'a/b', '../x']) s;
select throws_ok(format('select %L::site.web_address', s), '23514', null, s || ' is no web address')
  from unnest(array['javascript:alert(1)', 'ftp://x', 'https://a b', '//x', 'https://x"y', 'https://<x>']) s;
select throws_ok($$insert into site.party (key, kind, name)
  values ('x', 'region', '{"nl": "a", "fr": "b", "de": "c"}')$$, '23514', null,
                 'a name is there in each language');
select throws_ok(format('select %L::site.names', name), '23514', null, format('%s is no name', name))
  from unnest(array['{"nl": "a", "fr": "b", "de": "c", "en": ""}', '{"nl": 1}', '"x"', '[]']) name;
select throws_ok($$insert into site.document (key, kind, position, original)
  values ('home-2', 'home', 1, 'nl')$$, '23505', null, 'there is one home page');

select * from finish();
rollback;
