-- SPDX-License-Identifier: EUPL-1.2
-- Reports: which are taken from visitors, how long they are kept, and what editors do with them.
set search_path = tap, site, public;

-- A report that is not kept writes nothing, since a write changes the state for which pages are kept. Each of
-- these is a transaction of its own, before pgTAP writes.
insert into site.report_attempt (network, at) select '203.0.113.250'::cidr, now() from generate_series(1, 5)
  union all select '203.0.113.251', now() - interval '2 hours';
create function public.sent(stamp text) returns text language sql
  as $$ select result from visitor.send_report('nl', stamp, '203.0.113.250', 'x', 'x', 'x', null, null) $$;
select case when result = expected and pg_current_xact_id_if_assigned() is null then 'ok'
  else 'not ok' end || ' - nothing is written for a report that is ' || expected
  from (select 'expired' as expected, public.sent('x') as result union all select 'too-soon',
  public.sent(site.report_stamp(now()))
        union all select 'too-many', public.sent(site.report_stamp(now() - interval '1 minute'))) t;
drop function public.sent;
delete from site.report_attempt;

begin;
set constraints all immediate;   -- so that tests see what a commit would compose
select no_plan();

create function pg_temp.stamp(age interval) returns text language sql
  as $$ select site.report_stamp(now() - age) $$;
create function pg_temp.send(obstacle text, stamp text default pg_temp.stamp('1 minute'),
  address text default '192.0.2.1', email text default null,
                             place text default 'Maastricht – Aken', affected text default 'Wie hier woont.',
                             cause text default null, language text default 'nl')
  returns table (result text, reference text, wait integer) language sql as $$
  select * from visitor.send_report(language, stamp, address, obstacle, place, affected, cause, email) $$;
create function pg_temp.result(obstacle text, stamp text default pg_temp.stamp('1 minute'),
  address text default '192.0.2.1') returns text language sql as $$
  select result from pg_temp.send(obstacle, stamp, address) $$;
create function pg_temp.forget_attempts() returns void language sql as $$ delete from site.report_attempt $$;

-- The stamp: RFC 4231, test case 2, says what HMAC-SHA-256 is.
create temporary table own_key as select * from site.report_key;
update site.report_key set key = 'Jefe';
select is(site.report_mac('what do ya want for nothing?'),
  '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'a stamp has an HMAC-SHA-256');
update site.report_key k set key = o.key from own_key o;
select isnt(site.report_mac('what do ya want for nothing?'),
  '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'the HMAC uses a key of this database');
select is(site.report_stamped_at(visitor.report_stamp()), date_trunc('second', now()),
  'a stamp has the time of its making');
select is(pg_temp.result('x', s), 'expired', format('%s is no stamp of ours', coalesce(s, 'nothing')))
  from unnest(array[
  null, '', 'x', '1.2', repeat('1', 200), '99999999999.' || repeat('0', 64),
  (floor(extract(epoch from now())) - 60)::bigint || '.' || repeat('0', 64),
  (floor(extract(epoch from now())) - 61)::bigint || substr(pg_temp.stamp('1 minute'),
  strpos(pg_temp.stamp('1 minute'), '.'))]) s;
select is(pg_temp.result('too soon', pg_temp.stamp('4 seconds')), 'too-soon',
  'a report within four seconds is too soon');
select is(pg_temp.result('from tomorrow', pg_temp.stamp('-1 day')), 'too-soon',
  'a report before its page was made is refused');
select is(pg_temp.result('too late', pg_temp.stamp('24 hours 1 second')), 'expired',
  'a report after a day is too late');
select is((select count(*) from site.report), 0::bigint, 'none of these is kept');
select is((select count(*) from site.report_attempt), 0::bigint, 'none of these is counted');

-- A report is kept once.
create temporary table kept as select *
  from pg_temp.send('Mijn diploma telt niet.', pg_temp.stamp('6 seconds'), email => 'jan@voorbeeld.example',
  cause => 'Wet X');
select is((select result from kept), 'kept', 'a report is kept');
select matches((select reference from kept), '^[2-9AC-HJKMNPQRTVWXY]{4}-[2-9AC-HJKMNPQRTVWXY]{4}$',
  'the report has a reference');
select is((select array[language, obstacle, place, affected, cause, email, outcome, day::text]
  from site.report r join kept using (reference)),
          array['nl', 'Mijn diploma telt niet.', 'Maastricht – Aken', 'Wie hier woont.', 'Wet X',
          'jan@voorbeeld.example', 'new', (now() at time zone 'Europe/Brussels')::date::text],
          'the report is kept whole');
select is((select reference from pg_temp.send('Mijn diploma telt niet.', pg_temp.stamp('6 seconds'),
  email => 'jan@voorbeeld.example', cause => 'Wet X')), (select reference from kept),
  'the same report again has the same reference');
select is((select count(*) from site.report), 1::bigint, 'the same report again is not kept twice');
select is((select reference from pg_temp.send('Oud.', pg_temp.stamp('1 hour'), '192.0.2.9')),
          (select reference from pg_temp.send('Oud.', pg_temp.stamp('1 hour'), '198.51.100.9')),
          'the same report from elsewhere is kept once');
select isnt((select reference from pg_temp.send('Mijn diploma telt nog niet.', pg_temp.stamp('6 seconds'))),
  (select reference from kept), 'other words are another report');
select is((select email from site.report where obstacle = 'Mijn diploma telt nog niet.'), null,
  'an empty address is kept as none');
select is((select count(*) from site.report where to_jsonb(report)::text like '%192.0.2%'), 0::bigint,
  'a report does not have its sender''s IP address');

-- Bounds
create function pg_temp.refused(what text, label text) returns text language sql
  as $$ select throws_ok('select * from pg_temp.send(' || what || ')', '23514', null, label) $$;
select pg_temp.forget_attempts();
select pg_temp.refused($$repeat('x', 4001)$$, 'an obstacle is bounded');
select pg_temp.refused($$E' \n'$$, 'an empty obstacle is refused');
select pg_temp.refused($$'x', place => repeat('x', 301)$$, 'a place is bounded');
select pg_temp.refused($$'x', place => ' '$$, 'an empty place is refused');
select pg_temp.refused($$'x', affected => repeat('x', 1001)$$, 'whom it affects is bounded');
select pg_temp.refused($$'x', affected => ''$$, 'an empty "whom it affects" is refused');
select pg_temp.refused($$'x', cause => repeat('x', 1001)$$, 'a cause is bounded');
select pg_temp.refused($$'x', place => null$$, 'no field may be missing');
select pg_temp.refused(format($$'x', email => %L$$, email), email || ' is no address of mail')
  from unnest(array['jan', 'jan@', '@x.example', 'jan@x', 'a b@x.example', E'jan@x.example\nbcc: x',
  repeat('x', 250) || '@x.example']) email;
select throws_ok($$select pg_temp.send('x', language => 'es')$$, '23503', null,
  'the language is one of the site');
select is((select count(*) from site.report_attempt), 0::bigint, 'refused reports do not count');

-- Limits of one sender
select is(pg_temp.result('n' || n), 'kept', format('report %s of an hour', n)) from generate_series(1, 5) n;
select is(pg_temp.result('n6'), 'too-many', 'the sixth report is too many');
select ok((select wait between 3590 and 3600 from pg_temp.send('n6')),
  'the answer says when another is possible');
select is(pg_temp.result('n1'), 'kept', 'a report that is already kept is not too many');
select is(pg_temp.result('n6', address => '192.0.2.2'), 'kept', 'another address is free');
select is(pg_temp.result('v6 ' || n, address => '2001:db8::' || n), 'kept', 'of a network of 64 bits too')
  from generate_series(1, 5) n;
select is(pg_temp.result('v6 6', address => '2001:db8::99'), 'too-many',
  'five reports of an IPv6 network are enough');
select is(pg_temp.result('v6 6', address => '2001:db8:0:1::1'), 'kept', 'another IPv6 network is free');
update site.report_attempt set at = now() - interval '59 minutes' where network = '192.0.2.1';
select is(pg_temp.result('n7'), 'too-many', 'reports within the hour count');
update site.report_attempt set at = now() - interval '60 minutes' where network = '192.0.2.1';
select is(pg_temp.result('n7'), 'kept', 'reports count for an hour only');
update site.report_attempt set at = now() - interval '60 minutes' where network = '192.0.2.1';
select site.keep();
select is((select count(*) from site.report_attempt where network = '192.0.2.1'), 0::bigint,
  'the address is kept for no longer');
select pg_temp.forget_attempts();

-- Floods: reports in a flood are kept apart, and nobody is refused because of others.
create function pg_temp.held(words text) returns smallint language sql
  as $$ select held from site.report where obstacle = words $$;
select is(pg_temp.result('near ' || n, address => '192.0.2.' || n), 'kept', 'neighbours may send')
  from generate_series(1, 20) n;
select is(pg_temp.held('near 20'), null, 'twenty reports an hour of neighbours are read');
select is(pg_temp.result('near 21', address => '192.0.2.21'), 'kept', 'a report of the flood is kept');
select is(pg_temp.held('near 21'), 20::smallint, 'a further one is held back, with the number of the flood');
select is(pg_temp.result('away', address => '192.0.3.1'), 'kept', 'others may send, too');
select is(pg_temp.held('away'), null, 'reports of others are not held back');
select is(pg_temp.result('near v6 ' || n, address => format('2001:db8:%s:1::%s', 1 + n / 5, n)), 'kept',
  'by IPv6 as well') from generate_series(0, 79) n;
select pg_temp.forget_attempts();
select is(pg_temp.result('wide ' || n, address => format('2001:db8:9:%s::1', to_hex(n * 256))), 'kept',
  'of a network of 48 bits') from generate_series(1, 81) n;
select is(array[pg_temp.held('wide 80'), pg_temp.held('wide 81')], array[null, 80]::smallint[],
  'eighty reports an hour are read');
delete from site.report where obstacle like 'near%' or obstacle like 'wide%' or obstacle = 'away';
select pg_temp.forget_attempts();

insert into site.report (reference, language, day, obstacle, place, affected)
     select site.report_reference(), 'fr', current_date, 'many', 'x', 'x'
       from generate_series(1, 200 - (select count(*)::integer from site.report));
select is((select result from pg_temp.send('one more', email => 'x@y.example')), 'kept',
  'two hundred reports a day do not refuse another one');
select is(pg_temp.held('one more'), 0::smallint, 'but the next one is held back');
select is((select email from site.report where obstacle = 'one more'), 'x@y.example', 'whole');
update site.report set came_at = now() - interval '24 hours' where obstacle = 'many';
select is(pg_temp.result('the day after', address => '198.51.100.1'), 'kept',
  'a day later further reports are taken');
select is(pg_temp.held('the day after'), null, 'these are not held back');
delete from site.report where obstacle in ('the day after', 'one more');
update site.report set came_at = now() where obstacle = 'many';

-- Room: two thousand are held for thirty days. The largest crowd loses first; of the others the latest.
create function pg_temp.fill(n integer, crowd integer, words text) returns void language sql as
  $$ insert into site.report (reference, language, day, held, obstacle, place, affected)
  select site.report_reference(), 'fr', current_date, crowd, words, 'x', 'x' from generate_series(1, n) $$;
create function pg_temp.dropped() returns bigint language sql
  as $$ select coalesce(sum(n), 0) from site.report_dropped $$;
create function pg_temp.here(words text) returns bigint language sql
  as $$ select count(*) from site.report where obstacle = words $$;
select pg_temp.fill(1, 0, 'of one alone'), pg_temp.fill(1998, 7, 'of a crowd'),
  pg_temp.fill(1, 20, 'of a large crowd');
select is(pg_temp.result('honest', address => '203.0.113.77'), 'kept', 'there is room for one more');
select is(array[pg_temp.here('honest'), pg_temp.here('of one alone'), pg_temp.here('of a crowd'),
  pg_temp.here('of a large crowd')], array[1, 1, 1998, 0]::bigint[], 'one of the largest crowd makes room');
select is(pg_temp.dropped(), 1::bigint, 'the dropped report is counted');
select is(pg_temp.result('honest too', address => '203.0.113.78'), 'kept', 'there is room for another one');
select is(array[pg_temp.here('honest'), pg_temp.here('honest too'), pg_temp.here('of one alone'),
  pg_temp.here('of a crowd')], array[1, 1, 1, 1997]::bigint[],
    'somebody who sent one report keeps it longest');
update site.report set came_at = now() - interval '30 days' + interval '1 second'
  where obstacle = 'of a crowd';
select site.keep();
select is(pg_temp.here('of a crowd'), 1997::bigint, 'reports are held for thirty days');
update site.report set came_at = now() - interval '30 days' where obstacle = 'of a crowd';
select site.keep();
select is(array[pg_temp.here('of a crowd'), pg_temp.here('honest'), pg_temp.dropped()],
  array[0, 1, 1999]::bigint[], 'then all are gone and counted');
delete from site.report where obstacle in ('many', 'honest', 'honest too', 'of one alone');
select pg_temp.forget_attempts();

-- Taking reports over
insert into site.party (key, kind, name)
  values ('NL', 'country', '{"nl": "Nederland", "fr": "Pays-Bas", "de": "Niederlande", "en": "Netherlands"}')
  on conflict do nothing;
select site.import_borders();
create function pg_temp.its(words text) returns site.report language sql
  as $$ select r from site.report r where obstacle = words $$;
create function pg_temp.ref(words text) returns text language sql
  as $$ select lower(reference) from site.report r where obstacle = words $$;
update site.report set day = '2031-03-05' where obstacle = 'Mijn diploma telt niet.';
create temporary table taken as select *
  from site.take_report('lisa', '192.0.2.7', pg_temp.ref('Mijn diploma telt niet.'), 'education', 'be-nl',
  'nl', 'Diploma’s worden niet erkend', 'Gemeld via deze site.');
select is((select array[result, key] from taken), array['done', 'diploma-s-worden-niet-erkend'],
  'a report becomes an obstacle');
select is((select array[d.kind, d.original, i.field, b.border, s.number::text, s.date, s.status]
             from site.document d join site.register_item i on i.document_id = d.id
             join site.register_border b on b.document_id = d.id join site.step s on s.document_id = d.id
            where d.key = (select key from taken)),
            array['obstacle', 'nl', 'education', 'be-nl', '1', '2031-03-05', 'reported'],
            'the obstacle has the facts of the report and its day');
select is((select jsonb_object_agg(t.field, t.value) from site.document d join site.edition e
  on e.document_id = d.id join site.edition_text t on t.edition_id = e.id
            where d.key = (select key from taken) and e.state = 'draft' and e.language = 'nl'),
          jsonb_build_object('title', 'Diploma’s worden niet erkend', 'affects', 'Wie hier woont.', 'body',
          E'Mijn diploma telt niet.\n\nMaastricht – Aken\n\nWet X', 'step.1', 'Gemeld via deze site.'),
          'the draft has the words of the visitor');
select is((select count(*) from visitor.page where key = (select key from taken)), 0::bigint,
  'nothing of it is public');
select is((select array[outcome, handled_by, email] from site.report join kept using (reference)),
  array['taken', 'lisa', 'jan@voorbeeld.example'], 'the report has its outcome');
select is((select document_id from site.report join kept using (reference)),
  (select id from site.document where key = (select key from taken)), 'the report has its obstacle');
select is((select array[account, document, language, detail, host(address)] from site.audit
  where action = 'report-take'),
          array['lisa', 'diploma-s-worden-niet-erkend', 'nl', (select reference from kept), '192.0.2.7'],
          'the log has the outcome');
select is((select array[result, key] from site.take_report('jan', '192.0.2.8', (select reference from kept),
  'work', 'be-nl', 'nl', 'Nog eens', 'Gemeld via deze site.')), array['handled', null],
  'a report is not taken over twice');
select is(site.merge_report('jan', '192.0.2.8', (select reference from kept), (select key from taken)),
  'handled', 'a report that was taken over is not merged');
select is(site.reject_report('jan', '192.0.2.8', (select reference from kept), 'Nee.'), 'handled',
  'a report that was taken over is not rejected');
select is((select count(*) from site.audit where action like 'report-%'), 1::bigint,
  'the log does not have these attempts');
select is((select key from site.take_report('lisa', '192.0.2.7', pg_temp.ref('Oud.'), 'work', 'be-nl', 'fr',
  'Diploma’s worden niet erkend', 'Gemeld via deze site.')), 'diploma-s-worden-niet-erkend-2',
  'each obstacle has its own key');
select is((select key from site.take_report('lisa', '192.0.2.7', pg_temp.ref('n2'), 'work', 'be-nl', 'fr',
  '日本', 'Gemeld via deze site.')), 'report-' || pg_temp.ref('n2'),
    'a title without letters gives a key, too');
select throws_ok($$select site.take_report('lisa', null, pg_temp.ref('n3'), 'nonsense', 'be-nl', 'nl', 'x',
  'Gemeld via deze site.')$$, '23514', null, 'a subject is one of ten');
select throws_ok($$select site.take_report('lisa', null, pg_temp.ref('n3'), 'work', 'be-xx', 'nl', 'x',
  'Gemeld via deze site.')$$, '23503', null, 'a border is one of the site');
select is((pg_temp.its('n3')).outcome, 'new', 'a failure changes nothing');
select throws_ok($$select site.take_report('lisa', null, '2222-2222', 'work', 'be-nl', 'nl', 'x',
  'Gemeld via deze site.')$$, 'P0002', null, 'an unknown report is refused');

-- Merging and rejecting
select is(site.merge_report('lisa', '192.0.2.7', pg_temp.ref('n3'), 'about'), 'unknown',
  'a report cannot be merged with a page');
select is(site.merge_report('lisa', '192.0.2.7', pg_temp.ref('n3'), 'nowhere'), 'unknown',
  'a report cannot be merged with an unknown document');
select is(site.merge_report('lisa', '192.0.2.7', pg_temp.ref('n3'), (select key from taken)), 'done',
  'a report is merged with an obstacle');
select is(((pg_temp.its('n3')).outcome, (pg_temp.its('n3')).document_id),
  ('merged'::text, (select id from site.document where key = (select key from taken))),
    'the report has that obstacle');
select is((select array[document, detail] from site.audit where action = 'report-merge'),
  array[(select key from taken), (pg_temp.its('n3')).reference], 'the log has the merging');
select is(site.reject_report('lisa', '192.0.2.7', pg_temp.ref('n4'), 'Geen grens.'), 'done',
  'a report is rejected');
select is(array[(pg_temp.its('n4')).outcome, (pg_temp.its('n4')).reason], array['rejected', 'Geen grens.'],
  'the rejection has a reason');
select throws_ok($$select site.reject_report('lisa', '192.0.2.7', pg_temp.ref('n5'), '')$$, '23514', null,
  'a rejection without a reason is refused');
select is((select detail from site.audit where action = 'report-reject'), (pg_temp.its('n4')).reference,
  'the log has the rejection without its reason');

select pg_temp.fill(1, 3, 'held back');
select is((select result from site.take_report('lisa', null, pg_temp.ref('held back'), 'work', 'be-nl', 'fr',
  'Vastgehouden', 'Gemeld.')), 'done', 'a report that was held back is handled like others');
select site.keep();
select is((pg_temp.its('held back')).outcome, 'taken', 'a report that was taken over stays');

-- The same report from another page, and taking decisions back
select pg_temp.forget_attempts();
create temporary table twice as select *
  from pg_temp.send('twice', pg_temp.stamp('1 minute'), '203.0.113.30');
select is((select reference from pg_temp.send('twice', pg_temp.stamp('2 minutes'), '203.0.113.30')),
  (select reference from twice), 'the same report from another page is kept once');
select is(site.reject_report('lisa', '192.0.2.7', pg_temp.ref('twice'), 'Geen grens.'), 'done',
  'that holds until it is handled');
select isnt((select reference from pg_temp.send('twice', pg_temp.stamp('3 minutes'), '203.0.113.30')),
  (select reference from twice), 'then it is another report');
delete from site.report where obstacle = 'twice' and outcome = 'new';
select is(site.reopen_report('lisa', '192.0.2.7', pg_temp.ref('twice')), 'done',
  'a decision is taken back');
select is(array[(pg_temp.its('twice')).outcome, (pg_temp.its('twice')).reason,
  (pg_temp.its('twice')).handled_by], array['new', null, null], 'the report waits as before');
select is(site.reopen_report('lisa', '192.0.2.7', pg_temp.ref('twice')), 'handled',
  'a waiting report is not opened again');
select is((select detail from site.audit where action = 'report-reopen'), (pg_temp.its('twice')).reference,
  'the log has the change');
create function pg_temp.unique_one() returns bigint language sql as $$
  select min(d.id) from site.document d join site.heading h on h.document_id = d.id where d.kind = 'obstacle'
    group by h.title having count(*) = 1 order by 1 limit 1 $$;
select site.archive_document('lisa', '192.0.2.7', (select key from taken));
select is(site.merge_report('lisa', '192.0.2.7', pg_temp.ref('twice'), (select key from taken)), 'unknown',
  'an archived obstacle gets no reports');
select site.unarchive_document('lisa', '192.0.2.7', (select key from taken));
select is(site.merge_report('lisa', '192.0.2.7', pg_temp.ref('twice'),
  (select min(h.title) from site.heading h where h.document_id = pg_temp.unique_one())), 'done',
          'an obstacle is found by its title alone');
select is((pg_temp.its('twice')).document_id, pg_temp.unique_one(),
  'the report has the obstacle of that title');
update site.report set came_at = now() - interval '12 months' where obstacle = 'twice';
select is(site.reopen_report('lisa', '192.0.2.7', pg_temp.ref('twice')), 'handled',
  'a report that is about to be deleted stays decided');

-- Retention
select pg_temp.send('mail', email => 'x@y.example', address => '203.0.113.1');
update site.report set handled_at = now() - interval '30 days' + interval '1 second'
  where obstacle = 'Mijn diploma telt niet.';
select site.keep();
select is((pg_temp.its('Mijn diploma telt niet.')).email, 'jan@voorbeeld.example',
  'a mail address is kept for thirty days');
update site.report set handled_at = now() - interval '30 days', came_at = now() - interval '2 years'
  where obstacle = 'Mijn diploma telt niet.';
update site.report set came_at = now() - interval '12 months' + interval '1 second'
  where obstacle in ('n3', 'n4', 'n5', 'mail');
select site.keep();
select is((pg_temp.its('Mijn diploma telt niet.')).email, null, 'a mail address is kept no longer');
select is((pg_temp.its('Mijn diploma telt niet.')).affected, 'Wie hier woont.', 'what was taken over stays');
select is((pg_temp.its('mail')).email, 'x@y.example', 'the mail address of a waiting report stays');
create temporary table old as select id, reference, day from site.report
  where obstacle in ('n3', 'n4', 'n5', 'mail');
update site.report set came_at = now() - interval '12 months' where id in (select id from old);
select site.keep();
select is((select array_agg(distinct fields order by fields)
  from (select array_to_string(array(select key from jsonb_each(jsonb_strip_nulls(to_jsonb(r))) order by key),
  ' ') as fields
             from site.report r where id in (select id from old)) t),
             array['day id language outcome reference'],
             'after a year only day, language, outcome and reference are left');
select is((select array_agg(outcome order by outcome) from site.report where id in (select id from old)),
  array['lapsed', 'lapsed', 'merged', 'rejected'], 'the outcome says whether anybody handled it');
select ok(bool_and(r.reference = o.reference and r.day = o.day), 'reference and day are what they were')
  from old o join site.report r using (id);
select is(site.reject_report('lisa', null,
  (select reference from site.report where outcome = 'lapsed' limit 1), 'x'), 'handled',
  'a lapsed report cannot be handled');

-- As the visitor's role
set local role benelux_visitor;
select throws_ok($$select * from site.report$$, '42501', null, 'the visitor reads no report');
select throws_ok($$select site.report_stamp(now())$$, '42501', null,
  'the visitor makes no stamp of another time');
select matches(visitor.report_stamp(), '^\d+\.[0-9a-f]{64}$', 'the visitor gets a stamp');
select is((select result from visitor.send_report('nl', visitor.report_stamp(), '192.0.2.1', 'x', 'x', 'x',
  null, null)), 'too-soon', 'the visitor may send a report');
reset role;

select * from finish();
rollback;
