-- SPDX-License-Identifier: EUPL-1.2
-- The form that records an obstacle or a practice: it shows what was saved; steps are added and never
-- changed; nothing is overwritten unseen.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
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
-- The form as it is now, with STEPS added after its own.
create function pg_temp.with(steps jsonb, change jsonb default '{}') returns jsonb language sql as $$
    select pg_temp.shown() || jsonb_build_object('step', pg_temp.shown() -> 'step' || steps) || change $$;

-- An obstacle, its key, its facts.
select is(pg_temp.save(pg_temp.form()), 'saved bussen-over-de-grens',
  'an obstacle is recorded with a key from its title');
select is(pg_temp.facts(pg_temp.shown()), pg_temp.facts(pg_temp.form()), 'the form shows what was saved');
select is(pg_temp.steps(), array['1 2026-03 reported Gemeld door reizigers.'], 'steps get numbers');
select is((select jsonb_object_agg(t.field, t.value) -> 'step.1' from site.newest_edition n
  join site.document d on d.id = n.document_id join site.edition_text t on t.edition_id = n.id
            where d.key = 'bussen-over-de-grens'), '"Gemeld door reizigers."',
            'the reason of a step is a text that can be translated');
select is(pg_temp.save(pg_temp.form()), 'saved bussen-over-de-grens',
  'the same form sent twice gives the same answer');
select is((select count(*)::integer from site.document where key like 'bussen%'), 1,
  'the same form sent twice makes one obstacle');
select is(pg_temp.save(pg_temp.form(), repeat('b', 64)), 'saved bussen-over-de-grens-2',
  'another form makes another obstacle');
select is(pg_temp.save(pg_temp.form('{"title": "***"}'), repeat('c', 64)), 'saved obstacle',
  'a title without letters gives a key, too');
select is((select count(*)::integer from visitor.register_item where key like 'bussen%'), 0,
  'nothing is public before publication');
select is((select array_agg(action::text order by id) from site.audit
  where document = 'bussen-over-de-grens'), array['save-text', 'save-obstacle'], 'the log has the obstacle');

-- A practice.
select is(pg_temp.save(pg_temp.practice(), repeat('d', 64)), 'saved naechster-rettungswagen',
  'a practice is recorded');
select is(pg_temp.facts(pg_temp.shown('naechster-rettungswagen')), pg_temp.facts(pg_temp.practice()),
  'the form shows the practice');
select is((select action from site.audit where document = 'naechster-rettungswagen' order by id desc limit 1),
  'save-practice', 'the log has the practice');
select throws_ok($$ select pg_temp.save(pg_temp.shown('naechster-rettungswagen')
  || '{"kind": "obstacle"}') $$, 'P0002', null, 'a practice is no obstacle');

-- Saving again.
select is(pg_temp.save(pg_temp.shown()), 'unchanged bussen-over-de-grens',
  'saving without a change makes no save');
create temporary table stale as select pg_temp.shown() as form;
select is(pg_temp.save(pg_temp.with('[{"date": "2026-05-02", "status": "examined",
  "reason": "Wordt bekeken."}]', '{"authority": [{"party": "BE"}], "field": "taxes"}')),
          'saved bussen-over-de-grens', 'facts are changed and a step is added');
select is(pg_temp.steps(),
  array['1 2026-03 reported Gemeld door reizigers.', '2 2026-05-02 examined Wordt bekeken.'],
  'the new step follows the first');
select is((select array[pg_temp.shown() ->> 'field', (pg_temp.shown() -> 'authority')::text]),
  array['taxes', '[{"party": "BE"}]'], 'the facts are new');
select is(pg_temp.save((select form || '{"field": "work"}' from stale)), 'conflict field',
  'somebody whose record has changed meanwhile gets a conflict');
select is(pg_temp.shown() ->> 'field', 'taxes', 'a conflict overwrites nothing');
select is((select count(*)::integer from site.edition e join site.document d on d.id = e.document_id
  where d.key = 'bussen-over-de-grens' and e.facts is not null), 2,
          'each save is kept');

-- Steps are added, not changed.
select is(pg_temp.save(pg_temp.with('[{"date": "2026-04", "status": "solved", "reason": "Te vroeg."}]')),
  'fault step.3.date early', 'a step cannot be earlier than the last one');
select is(pg_temp.save(pg_temp.with('[{"date": "2026-06", "status": "solved", "reason": "A"},
  {"date": "2026-05-30", "status": "closed", "reason": "B"}]')),
          'fault step.4.date early', 'a step cannot be earlier than another new one');
select is(pg_temp.save(pg_temp.with('[{"date": "2026", "status": "solved", "reason": "In dat jaar."}]')),
  'saved bussen-over-de-grens', 'a step of the same year may follow');
select is(pg_temp.save(jsonb_set(pg_temp.shown(), '{step,0}',
  '{"number": "1", "date": "2020", "status": "closed", "reason": "Anders gezegd."}')),
  'saved bussen-over-de-grens',
          'a reason can change like other texts');
select is((pg_temp.steps())[1], '1 2026-03 reported Anders gezegd.',
  'the date and the status of a saved step stay');
select is(pg_temp.save(jsonb_set(pg_temp.shown(), '{step,0,number}', '"9"')), 'fault step.1.date unknown',
  'an unknown step cannot be changed');
select is(pg_temp.save(pg_temp.shown() || '{"step": []}'), 'fault step.1.date missing',
  'an obstacle has at least one step');
select is(pg_temp.save(pg_temp.shown() #- '{step,1}'), 'saved bussen-over-de-grens',
  'a step that was never public can be removed');
select is(pg_temp.steps(), array['1 2026-03 reported Anders gezegd.', '3 2026 solved In dat jaar.'],
  'the other steps keep their numbers');
select is(pg_temp.save(pg_temp.with('[{"date": "2026-12", "status": "examined", "reason": "Toch niet."}]')),
  'saved bussen-over-de-grens', 'a solved obstacle may be opened again');
select is((pg_temp.steps())[3], '4 2026-12 examined Toch niet.',
  'a used number is not used again');

-- Publishing.
select is(pg_temp.save(pg_temp.shown(), null, true), 'unchanged bussen-over-de-grens',
  'publishing without a change publishes');
select is((select array[status, date, language] from visitor.register_item where key = 'bussen-over-de-grens'
  and for_language = 'fr'), array['examined', '2026-12', 'nl'],
          'publishing makes the obstacle public, with the status of its last step');
select is((select json_array_length(content #> '{register,steps}') from visitor.page
  where key = 'bussen-over-de-grens' and for_language = 'nl'), 3, 'the page has its steps');
select is((pg_temp.steps())[2], '3 2026 solved In dat jaar. yes', 'the form knows which steps are public');
select is(pg_temp.save(pg_temp.shown() #- '{step,1}' || '{"done": "Iets anders."}'),
  'saved bussen-over-de-grens', 'a form without a public step is saved');
select is((pg_temp.steps())[2], '3 2026 solved In dat jaar. yes', 'the public step stays, with its reason');
select is(pg_temp.save(pg_temp.shown() #- '{step,2,public}'), 'unchanged bussen-over-de-grens',
  'the form cannot say whether a step is public');
select is(pg_temp.save(pg_temp.with('[{"date": "2027", "status": "solved", "reason": "Nu wel."}]')),
  'saved bussen-over-de-grens', 'a step is added to a public obstacle');
select is((select count(*)::integer from site.step s join site.document d on d.id = s.document_id
  where d.key = 'bussen-over-de-grens'), 3, 'the new step is a draft');
select is((select status from visitor.register_item where key = 'bussen-over-de-grens'
  and for_language = 'nl'), 'examined', 'visitors do not see the new step');
select is(pg_temp.save(pg_temp.shown(), null, true), 'unchanged bussen-over-de-grens',
  'visitors do not see it before its reason is published');
select is((select status from visitor.register_item where key = 'bussen-over-de-grens'
  and for_language = 'nl'), 'solved', 'then visitors see it');
select throws_ok($$ select pg_temp.save(pg_temp.form(), repeat('e', 64), true) $$, '23505', null,
  'the address of another document is refused');
select throws_ok($$ select pg_temp.save(pg_temp.form('{"slug": "ander"}') - 'summary', repeat('e', 64),
  true) $$, '23514', null, 'an obstacle without a summary is refused');

-- Faults.
select is(pg_temp.save(pg_temp.form('{"border": [{"border": "be-nl"}, {"border": "be-xx"},
  {"border": "be-nl"}]}'), 'x'), 'fault border.2.border unknown, fault border.3.border taken',
          'unknown and repeated borders are refused');
select is(pg_temp.save(pg_temp.form('{"concerned": [{"party": "XX"}], "authority": [{"party": "BE"},
  {"party": "BE"}]}'), 'x'),
          'fault authority.2.party taken, fault concerned.1.party unknown',
          'unknown and repeated parties are refused');
select is(pg_temp.save(pg_temp.practice('{"contact_party": "XX"}'), 'x'), 'fault contact_party unknown',
  'an unknown contact is refused');
select is(pg_temp.save(pg_temp.form('{"relation": [{"document": "nowhere"}, {"document": "forum"},
  {"document": "forum"}, {"document": "home"}]}'), 'x'),
          'fault relation.1.document unknown, fault relation.3.document taken, fault relation.4.document unknown',
            'unknown, repeated and unfit documents are refused');
select is(pg_temp.save(pg_temp.form('{"relation": [{"document": "meeting-held", "conclusion": "99"},
  {"document": "forum", "conclusion": "1"}]}'), 'x'),
          'fault relation.1.conclusion unknown, fault relation.2.conclusion unknown',
          'unknown conclusions are refused');
select is(pg_temp.save(pg_temp.shown() || '{"relation": [{"document": "bussen-over-de-grens"}]}'),
  'fault relation.1.document unknown', 'nothing is related to itself');
select is((select count(*)::integer from site.document where key like 'bussen%'), 2,
  'nothing of these is kept');

-- References to a document.
select is((select array[reason, detail] from site.document d, site.used_on(d.id) u join site.document o
  on o.id = u.document_id
            where d.key = 'meeting-held' and o.key = 'bussen-over-de-grens'), array['relation', '2'],
            'the desk shows the obstacles that a meeting belongs to');

-- The sources of meetings.
create function pg_temp.meeting() returns jsonb language sql
  as $$ select site.record_form(id) from site.document where key = 'meeting-held' $$;
select is((select result
  from site.save_record('meeting', 'lisa', '127.0.0.1',
  pg_temp.meeting() || '{"source": [{"url": "https://source.example/m", "title": "Verslag", "publisher": "P",
  "language": "nl"}]}', null, false)),
          'saved', 'a meeting has sources');
select is((select content #>> '{sources,0,title}' from visitor.page where key = 'meeting-held'
  and for_language = 'nl'), null, 'visitors do not see the sources');
select is((select result from site.save_record('meeting', 'lisa', '127.0.0.1', pg_temp.meeting(), null,
  true)), 'unchanged', 'the sources wait for their publication');
select is((select content #>> '{sources,0,title}' from visitor.page where key = 'meeting-held'
  and for_language = 'nl'), 'Verslag', 'then visitors see the sources');
select is((select site.meeting_copy(id) -> 'source' from site.document where key = 'meeting-held'), null,
  'the next meeting does not have them');
select * from finish();
rollback;
