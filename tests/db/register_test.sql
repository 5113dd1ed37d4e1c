-- SPDX-License-Identifier: EUPL-1.2
-- The register of obstacles and practices: its lists follow what is published.
set client_min_messages = warning;
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set local search_path = site, tap, public;
select plan(34);

create function pg_temp.page(its_key text, lang text) returns json language sql as $$
    select content from visitor.page where key = its_key and for_language = lang $$;
create function pg_temp.id(its_key text) returns bigint language sql
  as $$ select id from site.document where key = its_key $$;

select is((select array[status, date, language] from visitor.register_item where key = 'obstacle-solved'
  and for_language = 'fr'),
          array['solved', '2016-06-01', 'fr'], 'the status of an obstacle is that of its last step');
select is((select language::text from visitor.register_item where key = 'obstacle-reported'
  and for_language = 'de'), 'nl', 'without an edition in a language the original is listed');
select is((select areas from visitor.register_item where key = 'obstacle-solved' and for_language = 'nl'),
  array['be-de', 'be-nl', 'valley'],
          'borders come first, then whom it concerns');
select set_eq($$select area from visitor.register_place where document_id = pg_temp.id('obstacle-solved')$$,
  array['', 'be-de', 'be-nl', 'valley', 'forum'],
              'an obstacle is found by border, by party and by topic');
select is((select day from visitor.register_item where key = 'practice-checks' and for_language = 'nl'),
  '2017-06-01'::date, 'a practice has the day since when it exists');

select results_eq($$select key, n from visitor.register_counts('obstacle', null, null, null)
  where choice = 'all' order by key$$,
                  $$values ('reported', 1::bigint), ('solved', 1)$$, 'all obstacles are counted by status');
select results_eq($$select key, n from visitor.register_counts('obstacle', 'be-nl', null, 'solved')
  where choice = 'field' order by key$$,
                  $$values ('transport', 1::bigint)$$, 'fields are counted for the other two choices');
select results_eq($$select key, n from visitor.register_counts('obstacle', null, 'transport', null)
  where choice = 'area' order by key collate "C"$$,
                  $$values ('be-de', 1::bigint), ('be-nl', 1), ('forum', 1), ('valley', 1)$$,
                  'areas are counted likewise');
select is(visitor.register_found('nl', 'obstacle', 'thuiswerken', 10), array[pg_temp.id('obstacle-reported')],
  'words find obstacles');
select is(visitor.register_found('nl', 'obstacle', 'controleren', 10), '{}'::bigint[],
  'these words find no practices');
select is((select count(*) from visitor.searchable where not words @@ format('''=%s''', kind)::tsquery),
  0::bigint, 'the index of words knows kinds, and ignores frequent words of meetings');
select is(visitor.register_found('nl', 'obstacle', '=practice obstacle', 10), '{}'::bigint[],
  'nobody can type the word of a kind');
select is(visitor.register_found('nl', 'obstacle', '!!', 10), null, 'a search without words finds nothing');
select is((select first_day from visitor.searchable where language = 'nl'
  and document_id = pg_temp.id('obstacle-solved')), '2016-06-01'::date,
  'search knows the day of the last step');

select is(pg_temp.page('obstacle-solved', 'nl') #>> '{register,steps,1,text}', 'Het besluit geldt.',
  'a page has the reasons of its steps');
select is(pg_temp.page('obstacle-solved', 'nl') #>> '{related,0,key}', 'forum',
  'a topic is named by its key; menus have the rest');
select is(pg_temp.page('obstacle-solved', 'nl') #>> '{related,1,named,slug}', 'zevende',
  'a meeting is named with its address');
select is(pg_temp.page('obstacle-solved', 'nl') #>> '{related,1,conclusion}', '2',
  'the address leads to the conclusion');
select is(pg_temp.page('obstacle-solved', 'nl') #>> '{named_by,0,slug}', 'samen-controleren',
  'an obstacle shows the practices that answer it');
select is(pg_temp.page('obstacle-solved', 'nl') #>> '{links,0,slug}', 'samen-controleren',
  'a text links to documents that are in no menu');
select is(pg_temp.page('meeting-held', 'fr') #>> '{named_by,0,slug}', 'longs-camions',
  'a meeting shows the obstacles that name it, in its language');

-- A step counts when its reason is public.
insert into step (document_id, number, date, status)
  values (pg_temp.id('obstacle-reported'), 2, '2026-01', 'examined');
select is((select status from visitor.register_item where key = 'obstacle-reported' and for_language = 'nl'),
  'reported', 'a step without a public reason does not show');
select results_eq($$select field from editable_fields(pg_temp.id('obstacle-reported'))
  where field like 'step.%'$$, $$values ('step.1'), ('step.2')$$, 'such a reason can be written');
insert into edition (document_id, language, slug) values (pg_temp.id('obstacle-reported'), 'nl', 'thuis');
insert into edition_text (edition_id, field, value)
     select e.id, field, 'x ' || field from edition e,
       unnest(array['title', 'short', 'summary', 'step.1', 'step.2']) field
      where e.document_id = pg_temp.id('obstacle-reported') and e.state = 'draft';
select publish(e.id) from edition e where e.document_id = pg_temp.id('obstacle-reported')
  and e.state = 'draft';
select is((select status from visitor.register_item where key = 'obstacle-reported' and for_language = 'nl'),
  'examined', 'it shows when its reason is published');
select results_eq($$select key, n from visitor.register_counts('obstacle', null, null, null)
  where choice = 'all' and n > 0 order by key$$,
                  $$values ('examined', 1::bigint), ('solved', 1)$$, 'the counts follow');
select throws_ok($$insert into step (document_id, number, date, status)
  values (pg_temp.id('obstacle-reported'), 3, '2025', 'solved')$$, '23514', null,
  'a step does not come before an earlier one');
select lives_ok($$insert into step (document_id, number, date, status)
  values (pg_temp.id('obstacle-reported'), 3, '2026', 'solved')$$, 'a step of the same year may follow');

-- A step that was struck out does not count, but is shown.
update step set struck = true where document_id = pg_temp.id('obstacle-solved') and number = 2;
select is((select array[status, date] from visitor.register_item where key = 'obstacle-solved'
  and for_language = 'fr'),
          array['reported', '2014'], 'the status is that of the last step not struck out');
select is((pg_temp.page('obstacle-solved', 'nl') #>> '{register,steps,1,struck}'), 'true',
  'the page has the step that was struck out');
select is((export_facts(pg_temp.id('obstacle-solved'))::jsonb #> '{step,1,struck}'), '"yes"'::jsonb,
  'the export has the step that was struck out');
select lives_ok($$insert into step (document_id, number, date, status)
  values (pg_temp.id('obstacle-solved'), 3, '2015', 'closed')$$,
  'a step may come before one that was struck out');
select throws_ok($$update step set struck = false where document_id = pg_temp.id('obstacle-solved')
  and number = 2$$, '23514', null, 'a step counts again only if the order allows it');
delete from step where document_id = pg_temp.id('obstacle-solved') and number = 3;
update step set struck = false where document_id = pg_temp.id('obstacle-solved') and number = 2;

-- A page follows what it names.
delete from relation where document_id = pg_temp.id('practice-checks');
select is(pg_temp.page('obstacle-solved', 'nl') ->> 'named_by', null,
  'an ended relation no longer shows on the other side');
update edition set state = 'superseded' where document_id = pg_temp.id('obstacle-solved')
  and state = 'published';
select is((select sum(n) from visitor.register_count where kind = 'obstacle' and area = 'valley'), 0::bigint,
  'a withdrawn obstacle is no longer counted');
select * from finish();
rollback;
