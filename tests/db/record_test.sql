-- SPDX-License-Identifier: EUPL-1.2
-- A record is one document: a save of a public record is a draft, with facts and texts, until it is
-- published.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();

create function pg_temp.id(its_key text) returns bigint language sql
  as $$ select id from site.document where key = its_key $$;
create function pg_temp.shown() returns jsonb language sql
  as $$ select site.record_form(pg_temp.id('meeting-held')) $$;
create function pg_temp.save(change jsonb, publishing boolean default false) returns text language sql as $$
    select string_agg(concat_ws(' ', result, field, fault), ', ' order by field)
      from site.save_record('meeting', 'lisa', '127.0.0.1', pg_temp.shown() || change, null, publishing)
$$;
-- The form, the status, the titles of the documents and the conclusions, as visitors see them.
create function pg_temp.public() returns text language sql as $$
    select concat_ws(' ', content #>> '{meeting,mode}', content #>> '{meeting,status}',
                     (select string_agg(l ->> 'title', '+' order by n)
                     from jsonb_array_elements(nullif(content::jsonb #> '{meeting,links}',
                     'null')) with ordinality t (l, n)),
                     (select string_agg(c ->> 'number', '+' order by n)
                     from jsonb_array_elements(nullif(content::jsonb #> '{meeting,conclusions}',
                     'null')) with ordinality t (c, n)))
      from visitor.page where key = 'meeting-held' and for_language = 'nl'
$$;
create temporary table before as select pg_temp.public() as seen,
  site.record_facts(pg_temp.id('meeting-held')) as facts, pg_temp.shown() as form;

select is(site.form_of(site.facts_in(form), site.texts_in(form)) || jsonb_build_object('key', form -> 'key',
  'original', form -> 'original', 'slug', form -> 'slug', 'base', form -> 'base'),
          form, 'facts and texts are the form') from before;
select is(pg_temp.save('{"mode": "online", "document": [], "conclusion": [{"number": "2", "text": "Enige.",
  "state": "open"}]}'), 'saved', 'the facts of a public meeting are changed');
select is(pg_temp.public(), (select seen from before), 'visitors see none of it');
select is(site.record_facts(pg_temp.id('meeting-held')), (select facts from before),
  'the tables do not have it');
select is(array[pg_temp.shown() ->> 'mode', pg_temp.shown() #>> '{conclusion,0,text}',
  (pg_temp.shown() ? 'document')::text], array['online', 'Enige.', 'false'], 'the form has it');
select is((select drafted is not null from site.text_state where document_id = pg_temp.id('meeting-held')
  and language = 'nl'), true, 'the save is a draft');
select ok((select count(*) > 0 from site.editable_fields(pg_temp.id('meeting-held')) f
  where f.field = 'conclusion.' || (pg_temp.shown() #>> '{conclusion,0,number}')),
          'its texts can already be translated');

-- A preview shows facts and texts.
savepoint preview;
select site.rehearse(pg_temp.id('meeting-held'), 'nl');
set search_path = tap, site, public;
select alike(pg_temp.public(), 'online held %', 'a preview has the facts, too');
rollback to preview;

select is((select result from site.save_text('jan', '127.0.0.1', pg_temp.id('meeting-held'), 'nl',
  (pg_temp.shown() ->> 'base')::bigint, null, pg_temp.shown() ->> 'slug',
                  site.texts_in(pg_temp.shown()) || '{"title": "Met de hand"}', '', false)), 'saved',
                  'saving a text of the record alone is a save');
select is(array[pg_temp.shown() ->> 'mode', pg_temp.shown() ->> 'title'], array['online', 'Met de hand'],
  'the draft keeps its facts');

select lives_ok($$ select site.publish_text('jan', '127.0.0.1', 'meeting-held', 'nl') $$,
  'publishing the text publishes');
select is(pg_temp.public(), 'online held ' || (pg_temp.shown() #>> '{conclusion,0,number}'),
  'publishing the text publishes the facts');
select is(site.record_facts(pg_temp.id('meeting-held')), site.facts_in(pg_temp.shown()),
  'the tables have the facts');

-- Imported content has a state before its first save, which can be restored.
select is((select result from site.restore_text('jan', '127.0.0.1', 'meeting-held', 'nl',
  (select (form ->> 'base')::bigint from before))), 'saved', 'an earlier save is restored');
select is(site.form_says(pg_temp.shown()), (select site.form_says(form) from before),
  'facts and texts are restored');
select is(pg_temp.public(), 'online held ' || (select max(c.number)::text from site.conclusion c
  where c.document_id = pg_temp.id('meeting-held')), 'the restored save is a draft');
select is(pg_temp.save('{}', true), 'unchanged', 'published');
select is(pg_temp.public(), (select seen from before),
  'after its publication visitors see what they saw before');
select is(site.record_facts(pg_temp.id('meeting-held')), (select facts from before),
  'the tables have the former facts');

-- Publication at a time.
select is(pg_temp.save('{"status": "cancelled"}'), 'saved', 'a draft may wait for its time');
update site.edition set publish_at = now(), scheduled_by = 'lisa'
  where document_id = pg_temp.id('meeting-held') and state = 'draft';
select is(site.publish_due(), 1, 'the draft becomes public at its time');
select alike(pg_temp.public(), '% cancelled %', 'its facts become public with it');

-- Rows with equal names would be multiplied with each other at every save.
select throws_ok(format('select pg_temp.save(%L)',
  jsonb_build_object(name,
  jsonb_build_array(jsonb_build_object(row_name, '1'), jsonb_build_object(row_name, '1')))),
                 '22023', null, format('two rows of one name are refused: %s', name)) from site.text_group;

-- Names in drafts.
insert into site.place (key, name, country, latitude, longitude)
  values ('tweede', '{"nl": "Tweede", "fr": "Tweede", "de": "Tweede", "en": "Tweede"}', 'BE', 50, 4);
select is(pg_temp.save('{"place": "tweede"}'), 'saved', 'a draft names a place');
select is(site.delete_name('lisa', '127.0.0.1', 'place', 'tweede',
  (select version from site.place where key = 'tweede')), 'used', 'that place cannot be deleted');
select is((select string_agg(key, ' ') from site.named_on('place', 'tweede', 9)), 'meeting-held',
  'the place shows which draft names it');

-- A text that was saved before any save of the record.
select id as first from site.edition where document_id = pg_temp.id('obstacle-solved') and language = 'nl'
  order by id limit 1 \gset
select is((select result from site.save_text('jan', '127.0.0.1', pg_temp.id('obstacle-solved'), 'nl', :first,
  null, (select slug from site.edition where id = :first),
                  site.texts_in(site.record_form(pg_temp.id('obstacle-solved'))) || '{"summary": "Anders."}',
                  '', false)), 'saved', 'a text is saved alone');
create temporary table solved as select site.record_form(pg_temp.id('obstacle-solved'), :first) as form;
select is((select result
  from site.save_record('obstacle', 'lisa', '127.0.0.1',
  site.record_form(pg_temp.id('obstacle-solved')) || '{"field": "energy"}', null, true)), 'saved',
          'then the record is saved and published');
select is(site.record_form(pg_temp.id('obstacle-solved'), :first), (select form from solved),
  'the state before both is kept, with facts and texts');
select * from finish();
rollback;
