-- SPDX-License-Identifier: EUPL-1.2
-- The form that records an obstacle or a practice: what is saved is what is shown again; steps are added and
-- never changed; nothing is overwritten unseen.
begin;
set constraints all immediate;   -- what is composed at commit is looked at before
set search_path = tap, site, public;
select no_plan();

create function pg_temp.form(change jsonb default '{}') returns jsonb language sql as $$
    select '{"kind": "obstacle", "original": "nl", "field": "transport", "title": "Bussen over de grens",
      "short": "Bussen", "slug": "bussen", "summary": "Een bus stopt.",
             "body": "Alinea.", "affects": "Reizigers.", "done": "Er is overleg.", "provision": "Wet C",
             "provision_url": "https://law.example/c",
             "border": [{"border": "be-de"}, {"border": "be-nl"}], "concerned": [{"party": "valley"}],
             "authority": [{"party": "bureau"}, {"party": "BE"}],
             "step": [{"date": "2026-03", "status": "reported", "reason": "Gemeld door reizigers."}],
             "relation": [{"document": "forum"}, {"document": "meeting-held", "conclusion": "2"}],
             "source": [{"url": "https://source.example/b", "title": "Bron", "publisher": "Uitgever",
             "language": "nl"}]}'::jsonb || change
$$;
create function pg_temp.practice(change jsonb default '{}') returns jsonb language sql as $$
    select '{"kind": "practice", "original": "de", "field": "health", "title": "Nächster Rettungswagen",
      "short": "Rettung", "slug": "rettung", "summary": "Der nächste fährt.",
             "instrument": "Abkommen", "instrument_url": "https://law.example/d", "since": "2020",
             "contact": "Fragen Sie.", "contact_party": "bureau",
             "contact_url": "https://contact.example/", "border": [{"border": "be-de"}],
             "relation": [{"document": "obstacle-solved"}]}'::jsonb || change
$$;
create function pg_temp.save(form jsonb, once text default repeat('a', 64),
  publishing boolean default false) returns text language sql as $$
    select string_agg(concat_ws(' ', result, coalesce(field, key), fault), ', ' order by field)
      from site.save_record(form ->> 'kind', 'lisa', '127.0.0.1', form - 'kind', once, publishing)
$$;
create function pg_temp.shown(its_key text default 'bussen-over-de-grens') returns jsonb language sql as $$
    select site.record_form(d.id) || jsonb_build_object('kind', d.kind) from site.document d
      where d.key = its_key $$;
create function pg_temp.facts(form jsonb) returns jsonb language sql
  as $$ select form - array['key', 'base', 'step'] $$;
create function pg_temp.steps(its_key text default 'bussen-over-de-grens') returns text[] language sql as $$
    select array_agg(concat_ws(' ', item ->> 'number', item ->> 'date', item ->> 'status', item ->> 'reason',
      item ->> 'public') order by place)
      from site.form_rows(pg_temp.shown(its_key), 'step') $$;
-- The form as it is, with STEPS behind those that it has.
create function pg_temp.with(steps jsonb, change jsonb default '{}') returns jsonb language sql as $$
    select pg_temp.shown() || jsonb_build_object('step', pg_temp.shown() -> 'step' || steps) || change $$;

-- An obstacle, its key, its facts.
select is(pg_temp.save(pg_temp.form()), 'saved bussen-over-de-grens',
  'an obstacle is recorded, and its key is its title');
select is(pg_temp.facts(pg_temp.shown()), pg_temp.facts(pg_temp.form()), 'what was saved is what is shown');
select is(pg_temp.steps(), array['1 2026-03 reported Gemeld door reizigers.'], 'steps get numbers');
select is((select jsonb_object_agg(t.field, t.value) -> 'step.1' from site.newest_edition n
  join site.document d on d.id = n.document_id join site.edition_text t on t.edition_id = n.id
            where d.key = 'bussen-over-de-grens'), '"Gemeld door reizigers."',
            'the reason of a step is a text, which can be translated');
select is(pg_temp.save(pg_temp.form()), 'saved bussen-over-de-grens', 'the same form sent twice');
select is((select count(*)::integer from site.document where key like 'bussen%'), 1, 'makes one obstacle');
select is(pg_temp.save(pg_temp.form(), repeat('b', 64)), 'saved bussen-over-de-grens-2',
  'another form makes another');
select is(pg_temp.save(pg_temp.form('{"title": "***"}'), repeat('c', 64)), 'saved obstacle',
  'a title without letters makes a key too');
select is((select count(*)::integer from visitor.register_item where key like 'bussen%'), 0,
  'nothing is public before it is published');
select is((select array_agg(action::text order by id) from site.audit
  where document = 'bussen-over-de-grens'), array['save-text', 'save-obstacle'], 'it is in the log');

-- A practice.
select is(pg_temp.save(pg_temp.practice(), repeat('d', 64)), 'saved naechster-rettungswagen',
  'a practice is recorded');
select is(pg_temp.facts(pg_temp.shown('naechster-rettungswagen')), pg_temp.facts(pg_temp.practice()),
  'and shown again');
select is((select action from site.audit where document = 'naechster-rettungswagen' order by id desc limit 1),
  'save-practice', 'and in the log');
select throws_ok($$ select pg_temp.save(pg_temp.shown('naechster-rettungswagen')
  || '{"kind": "obstacle"}') $$, 'P0002', null, 'it is no obstacle');

-- Saving again.
select is(pg_temp.save(pg_temp.shown()), 'unchanged bussen-over-de-grens',
  'saving what was not changed is no save');
create temporary table stale as select pg_temp.shown() as form;
select is(pg_temp.save(pg_temp.with('[{"date": "2026-05-02", "status": "examined",
  "reason": "Wordt bekeken."}]', '{"authority": [{"party": "BE"}], "field": "taxes"}')),
          'saved bussen-over-de-grens', 'facts are changed and a step is added');
select is(pg_temp.steps(),
  array['1 2026-03 reported Gemeld door reizigers.', '2 2026-05-02 examined Wordt bekeken.'],
  'it follows on the first');
select is((select array[pg_temp.shown() ->> 'field', (pg_temp.shown() -> 'authority')::text]),
  array['taxes', '[{"party": "BE"}]'], 'the facts are new');
select is(pg_temp.save((select form || '{"field": "work"}' from stale)), 'conflict field',
  'who changes what somebody else has changed meanwhile is told so');
select is(pg_temp.shown() ->> 'field', 'taxes', 'and nothing is overwritten');
select is((select count(*)::integer from site.edition e join site.document d on d.id = e.document_id
  where d.key = 'bussen-over-de-grens' and e.facts is not null), 2,
          'each save is kept');

-- Steps are added, not changed.
select is(pg_temp.save(pg_temp.with('[{"date": "2026-04", "status": "solved", "reason": "Te vroeg."}]')),
  'fault step.3.date early', 'a step does not come before the last one');
select is(pg_temp.save(pg_temp.with('[{"date": "2026-06", "status": "solved", "reason": "A"},
  {"date": "2026-05-30", "status": "closed", "reason": "B"}]')),
          'fault step.4.date early', 'nor before another new one');
select is(pg_temp.save(pg_temp.with('[{"date": "2026", "status": "solved", "reason": "In dat jaar."}]')),
  'saved bussen-over-de-grens', 'one of the same year may be later in it');
select is(pg_temp.save(jsonb_set(pg_temp.shown(), '{step,0}',
  '{"number": "1", "date": "2020", "status": "closed", "reason": "Anders gezegd."}')),
  'saved bussen-over-de-grens',
          'a reason is a text like others');
select is((pg_temp.steps())[1], '1 2026-03 reported Anders gezegd.', 'its date and its status stay');
select is(pg_temp.save(jsonb_set(pg_temp.shown(), '{step,0,number}', '"9"')), 'fault step.1.date unknown',
  'a step that there is not cannot be changed');
select is(pg_temp.save(pg_temp.shown() || '{"step": []}'), 'fault step.1.date missing',
  'an obstacle has at least one');
select is(pg_temp.save(pg_temp.shown() #- '{step,1}'), 'saved bussen-over-de-grens',
  'one that was never public can be removed');
select is(pg_temp.steps(), array['1 2026-03 reported Anders gezegd.', '3 2026 solved In dat jaar.'],
  'the others keep their numbers');
select is(pg_temp.save(pg_temp.with('[{"date": "2026-12", "status": "examined", "reason": "Toch niet."}]')),
  'saved bussen-over-de-grens', 'what was solved is opened again');
select is((pg_temp.steps())[3], '4 2026-12 examined Toch niet.',
  'and a number that was used is not used again');

-- Publishing.
select is(pg_temp.save(pg_temp.shown(), null, true), 'unchanged bussen-over-de-grens',
  'publishing what was not changed');
select is((select array[status, date, language] from visitor.register_item where key = 'bussen-over-de-grens'
  and for_language = 'fr'), array['examined', '2026-12', 'nl'],
          'makes it public, as its last step says');
select is((select json_array_length(content #> '{register,steps}') from visitor.page
  where key = 'bussen-over-de-grens' and for_language = 'nl'), 3, 'with its steps');
select is((pg_temp.steps())[2], '3 2026 solved In dat jaar. yes', 'the form knows which of them were public');
select is(pg_temp.save(pg_temp.shown() #- '{step,1}' || '{"done": "Iets anders."}'),
  'saved bussen-over-de-grens', 'one that was public');
select is((pg_temp.steps())[2], '3 2026 solved In dat jaar. yes', 'stays, with its reason');
select is(pg_temp.save(pg_temp.shown() #- '{step,2,public}'), 'unchanged bussen-over-de-grens',
  'whether a step is public is not for the form to say');
select is(pg_temp.save(pg_temp.with('[{"date": "2027", "status": "solved", "reason": "Nu wel."}]')),
  'saved bussen-over-de-grens', 'a step is added to what is public');
select is((select count(*)::integer from site.step s join site.document d on d.id = s.document_id
  where d.key = 'bussen-over-de-grens'), 3, 'as a draft');
select is((select status from visitor.register_item where key = 'bussen-over-de-grens'
  and for_language = 'nl'), 'examined', 'visitors do not see it');
select is(pg_temp.save(pg_temp.shown(), null, true), 'unchanged bussen-over-de-grens',
  'before its reason is published');
select is((select status from visitor.register_item where key = 'bussen-over-de-grens'
  and for_language = 'nl'), 'solved', 'and then they do');
select throws_ok($$ select pg_temp.save(pg_temp.form(), repeat('e', 64), true) $$, '23505', null,
  'not at the address of another');
select throws_ok($$ select pg_temp.save(pg_temp.form('{"slug": "ander"}') - 'summary', repeat('e', 64),
  true) $$, '23514', null, 'not without a summary');

-- What is wrong.
select is(pg_temp.save(pg_temp.form('{"border": [{"border": "be-nl"}, {"border": "be-xx"},
  {"border": "be-nl"}]}'), 'x'), 'fault border.2.border unknown, fault border.3.border taken',
          'borders that there are not, or twice');
select is(pg_temp.save(pg_temp.form('{"concerned": [{"party": "XX"}], "authority": [{"party": "BE"},
  {"party": "BE"}]}'), 'x'),
          'fault authority.2.party taken, fault concerned.1.party unknown',
          'parties that there are not, or twice');
select is(pg_temp.save(pg_temp.practice('{"contact_party": "XX"}'), 'x'), 'fault contact_party unknown',
  'a contact that there is not');
select is(pg_temp.save(pg_temp.form('{"relation": [{"document": "nowhere"}, {"document": "forum"},
  {"document": "forum"}, {"document": "home"}]}'), 'x'),
          'fault relation.1.document unknown, fault relation.3.document taken, fault relation.4.document unknown', 'documents that there are not, twice, or that have nothing of the sort');
select is(pg_temp.save(pg_temp.form('{"relation": [{"document": "meeting-held", "conclusion": "99"},
  {"document": "forum", "conclusion": "1"}]}'), 'x'),
          'fault relation.1.conclusion unknown, fault relation.2.conclusion unknown',
          'conclusions that there are not');
select is(pg_temp.save(pg_temp.shown() || '{"relation": [{"document": "bussen-over-de-grens"}]}'),
  'fault relation.1.document unknown', 'nothing belongs to itself');
select is((select count(*)::integer from site.document where key like 'bussen%'), 2,
  'nothing of these is kept');

-- What refers to a document.
select is((select array[reason, detail] from site.document d, site.used_on(d.id) u join site.document o
  on o.id = u.document_id
            where d.key = 'meeting-held' and o.key = 'bussen-over-de-grens'), array['relation', '2'],
            'a meeting is used on the obstacles that belong to it');

-- The sources of meetings.
create function pg_temp.meeting() returns jsonb language sql
  as $$ select site.record_form(id) from site.document where key = 'meeting-held' $$;
select is((select result
  from site.save_record('meeting', 'lisa', '127.0.0.1',
  pg_temp.meeting() || '{"source": [{"url": "https://source.example/m", "title": "Verslag", "publisher": "P",
  "language": "nl"}]}', null, false)),
          'saved', 'a meeting has sources');
select is((select content #>> '{sources,0,title}' from visitor.page where key = 'meeting-held'
  and for_language = 'nl'), null, 'which visitors do not see');
select is((select result from site.save_record('meeting', 'lisa', '127.0.0.1', pg_temp.meeting(), null,
  true)), 'unchanged', 'before they are published');
select is((select content #>> '{sources,0,title}' from visitor.page where key = 'meeting-held'
  and for_language = 'nl'), 'Verslag', 'and then they do');
select is((select site.meeting_copy(id) -> 'source' from site.document where key = 'meeting-held'), null,
  'and are not those of the next one');
select * from finish();
rollback;
