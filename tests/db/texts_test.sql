-- SPDX-License-Identifier: EUPL-1.2
-- Texts: addresses from titles, publication at a time, confirmed translations, and the restoring of earlier
-- saves.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();
create temporary view outdated_text as select document_id, language, unnest(outdated) as field
  from site.text_state;

-- Addresses from titles
select is(site.slug_of(title, language), slug, format('%s of %s', title, language)) from (values
  ('Éen  Benelux: de “eerste” stap!', 'nl', 'een-benelux-de-eerste-stap'),
  ('Über die Größe der Bäche', 'de', 'ueber-die-groesse-der-baeche'),
  ('Über die Größe', 'nl', 'uber-die-grosse'), ('L’œuvre de l''État', 'fr', 'l-oeuvre-de-l-etat'),
  ('STRAẞE', 'en', 'strasse'),
  (U&'Cafe\0301', 'fr', 'cafe'), (U&'U\0308ber', 'de', 'ueber'), ('日本', 'en', ''), ('--', 'en', '')) t (title,
  language, slug);
select ok(length(site.slug_of(repeat('woord ', 40), 'nl')) <= 100
  and site.slug_of(repeat('woord ', 40), 'nl') ~ 'woord$', 'a long address ends with a word');
select is(length(site.slug_of(repeat('x', 300), 'nl')), 100,
  'an address without spaces ends after a hundred characters');
select ok(bool_and((site.slug_of(chr(n) || 'a ' || chr(n), 'de'))::site.slug is not null),
  'any title gives an address')
  from generate_series(33, 8191) n;

create function pg_temp.document(its_key text) returns bigint language sql
  as $$ select id from site.document where key = its_key $$;
create function pg_temp.newest(document_key text, its_language text) returns bigint language sql as $$
  select n.id from site.newest_edition n where n.document_id = pg_temp.document(document_key)
    and n.language = its_language $$;
create function pg_temp.write(what text, document_key text, its_language text, base bigint, fields jsonb,
  its_slug text default null, at timestamptz default null)
  returns table (result text, edition bigint) language sql as $$
  select (site.write_text(what, 'jan', '192.0.2.1', d.id, its_language, base,
                          case when d.original <> its_language
                          then pg_temp.newest(document_key, d.original) end,
                          coalesce(its_slug, (select slug from site.edition where id = base)), fields, 'noot',
                          false, at)).*
    from site.document d where d.key = document_key $$;
create function pg_temp.texts(edition bigint) returns jsonb language sql
  as $$ select jsonb_object_agg(field, value) from site.edition_text where edition_id = edition $$;
create function pg_temp.slug(its_id bigint) returns text language sql
  as $$ select slug::text from site.edition where id = its_id $$;
create function pg_temp.state(its_id bigint) returns text language sql
  as $$ select state from site.edition where id = its_id $$;
create function pg_temp.outdated(document_key text, its_language text) returns bigint language sql as $$
  select count(*) from pg_temp.outdated_text where document_id = pg_temp.document(document_key)
    and language = its_language $$;

select is((select result
  from pg_temp.write('save', 'region', 'nl', null,
  '{"title": "De Regio", "short": "Regio", "summary": "Een regio."}', '')), 'saved',
  'a text without an address is saved');
select is(pg_temp.slug(pg_temp.newest('region', 'nl')), 'de-regio',
  'the text gets an address from its title');
insert into site.document (key, kind, position, original) values ('region-two', 'partner', 7, 'nl'),
  ('region-three', 'partner', 8, 'nl');
select pg_temp.write('publish', 'region-two', 'nl', null,
  '{"title": "De regio", "short": "Regio", "summary": "Nog een."}', '');
select is(pg_temp.slug(pg_temp.newest('region-two', 'nl')), 'de-regio-2',
  'the address differs from that of another draft');
select pg_temp.write('save', 'region-three', 'nl', null, '{"title": "De regio"}', '');
select is(pg_temp.slug(pg_temp.newest('region-three', 'nl')), 'de-regio-3',
  'the address differs from that of a public text');
select is((select result
  from pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  '{"title": "De regio"}', '')), 'unchanged', 'saving again keeps the address');
select is((select result
  from pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  '{"title": "De regio"}', 'de-regio-2')), 'taken',
    'an address of another public document is refused at once');
select is((select result from pg_temp.write('save', 'region-three', 'fr', null, '{"title": "x"}',
  'de-regio-2')), 'saved', 'in another language that address is free');
select is((select result from pg_temp.write('save', 'region-three', 'de', null, '{"title": "日本"}', '')),
  'saved', 'a title without Latin letters is saved');
select is(pg_temp.slug(pg_temp.newest('region-three', 'de')), 'region-three',
  'such a title gets the key as address');

-- Moments
select is(fault, wanted, format('%s %s', day, clock_time)) from (values
  ('2031-02-28', '09:30', null), ('2031-02-28', '09:30:15', null), ('2001-02-28', '09:30', 'past'),
  ('2031-03-30', '02:30', 'skipped'),
  ('2031-03-30', '03:00', null), ('2031-10-26', '01:59', null), ('2031-10-26', '02:30', 'twice'),
  ('2031-10-26', '03:00', null))
  t (day, clock_time, wanted) cross join lateral site.moment(day::date, clock_time::time, null) m;
select is((site.moment('2031-07-01', '09:30', null)).at, '2031-07-01 07:30+00'::timestamptz,
  'a moment is in Brussels time');
select is((site.moment('2031-10-26', '02:30', 'first')).at, '2031-10-26 00:30+00'::timestamptz,
  'when the clocks go back, the first moment is in summer time');
select is((site.moment('2031-10-26', '02:30', 'second')).at, '2031-10-26 01:30+00'::timestamptz,
  'the second moment is in winter time');
select is((site.moment('2031-07-01', '09:30', 'first')).at, '2031-07-01 07:30+00'::timestamptz,
  'a time that exists once has one moment');

-- Publishing at a time
create temporary table was as select pg_temp.newest('about', 'nl') as id;
select is((select result from pg_temp.write('save', 'about', 'nl', (select id from was),
  pg_temp.texts((select id from was)) || '{"summary": "Straks."}', null, now() + interval '1 hour')), 'saved',
  'a draft may have a time');
select is(site.publish_due(), 0, 'before its time nothing is published');
select is((select result from pg_temp.write('save', 'about', 'nl', pg_temp.newest('about', 'nl'),
  pg_temp.texts(pg_temp.newest('about', 'nl')), null, now() + interval '2 hours')), 'unchanged',
  'another time makes no other text');
select is((select publish_at from site.edition where id = pg_temp.newest('about', 'nl')),
  now() + interval '2 hours', 'but the new time is kept');
select is((select count(*) from site.audit where action = 'schedule' and account = 'jan'), 1::bigint,
  'the log has the new time');
update site.edition set publish_at = now() where id = pg_temp.newest('about', 'nl');
select is(site.keep(), 1, 'at its time the text is published');
select is((select summary from visitor.page where key = 'about' and for_language = 'nl'), 'Straks.',
  'everybody sees the text');
select is((select publish_at from site.edition where id = pg_temp.newest('about', 'nl')), null,
  'the text no longer waits');
select is((select account || ' ' || detail from site.audit where action = 'publish' and document = 'about'
  order by id desc limit 1), 'jan scheduled edition ' || pg_temp.newest('about', 'nl'),
  'its publisher is whoever set the time');
select is(site.keep(), 0, 'once');
select throws_ok($$update site.edition set publish_at = now(), scheduled_by = 'jan'
  where id = pg_temp.newest('about', 'nl')$$, '23001', null, 'a public text has no time');
select throws_ok($$insert into site.edition (document_id, language, slug, publish_at)
  values (pg_temp.document('about'), 'nl', 'x', now())$$, '23514', null, 'a time needs somebody who set it');

select pg_temp.write('save', 'about', 'nl', pg_temp.newest('about', 'nl'),
  pg_temp.texts(pg_temp.newest('about', 'nl')) || '{"summary": "Later."}', null, now() + interval '1 hour');
create temporary table later as select pg_temp.newest('about', 'nl') as id;
select pg_temp.write('save', 'about', 'nl', (select id from later),
  pg_temp.texts((select id from later)) || '{"summary": "Nog later."}', null, null);
select is((select publish_at from site.edition where id = (select id from later)), null,
  'a replaced draft has no time');
select is((select publish_at from site.edition where id = pg_temp.newest('about', 'nl')), null,
  'a draft saved without a time has none');

-- A draft that cannot be published at its time
select pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  '{"title": "De regio", "short": "Regio", "summary": "x"}', 'samen', now() + interval '1 hour');
select pg_temp.write('publish', 'region', 'nl', pg_temp.newest('region', 'nl'),
  pg_temp.texts(pg_temp.newest('region', 'nl')), 'samen');
update site.edition set publish_at = now() where id = pg_temp.newest('region-three', 'nl');
update site.edition set publish_at = now(), scheduled_by = 'an' where id = pg_temp.newest('about', 'nl');
select is(site.publish_due(), 1, 'such a draft does not stop the others');
select is((select state || coalesce(publish_at::text, ' without a time') from site.edition
  where id = pg_temp.newest('region-three', 'nl')), 'draft without a time', 'such a draft stays a draft');
select matches((select detail from site.audit where action = 'publish-failed' and document = 'region-three'
  and account = 'jan'), 'another document is public at samen', 'the log says why');
create function pg_temp.failed(its_key text) returns text language sql
  as $$ select language || ' ' || detail || ' ' || total from site.findings(null) where kind = 'failed'
  and key = its_key $$;
select is(pg_temp.failed('region-three'),
  'nl ' || to_char(now() at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI') || ' address 1',
  'such a draft is a finding');
select pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  pg_temp.texts(pg_temp.newest('region-three', 'nl')), 'apart', now() + interval '1 hour');
select is(pg_temp.failed('region-three'), null, 'a saved draft is no longer a finding');
update site.edition set publish_at = now() where id = pg_temp.newest('region-three', 'nl');
delete from site.edition_text where edition_id = pg_temp.newest('region-three', 'nl') and field = 'summary';
select is(site.publish_due(), 0, 'a draft that lacks a text is not published');
select matches(pg_temp.failed('region-three'), ' texts 1$', 'the finding names that reason, too');
select is((select result
  from pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  pg_temp.texts(pg_temp.newest('region-three', 'nl')), 'apart', now() + interval '1 hour')), 'unchanged',
  'the draft gets another time unchanged');
select is(pg_temp.failed('region-three'), null, 'with another time it is no finding');
update site.edition set publish_at = now() where id = pg_temp.newest('region-three', 'nl');
select site.publish_due();
select pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  pg_temp.texts(pg_temp.newest('region-three', 'nl')), 'apart');
select is(pg_temp.failed('region-three'), null, 'saved without a change it is no finding and does not wait');
insert into site.edition_text (edition_id, field, value)
  values (pg_temp.newest('region-three', 'nl'), 'summary', 'x');
update site.edition set failed_at = now(), failed_because = 'why'
  where id = pg_temp.newest('region-three', 'nl');
select matches(pg_temp.failed('region-three'), ' why 1$', 'any other reason is a finding, too');
select site.publish(pg_temp.newest('region-three', 'nl'));
select is(pg_temp.failed('region-three'), null, 'a public text is no finding');

-- Cleaning up
insert into site.account (name, role, password) values ('jan', 'editor', '$argon2id$x');
insert into site.session (token, account, used_at, opened_at) select sha256(n::text::bytea), a.id,
  now() - used, now() - opened
  from site.account a, (values (1, interval '1 minute', interval '1 hour'), (2, '31 minutes', '1 hour'),
  (3, '25 hours', '26 hours')) t (n, used, opened) where a.name = 'jan';
insert into site.failed_login (name, network, at) values ('jan', '192.0.2.1', now() - interval '25 hours'),
  ('jan', '192.0.2.1', now());
select site.keep();
select is((select count(*) from site.session s join site.account a on a.id = s.account where a.name = 'jan'),
  2::bigint, 'sessions are deleted a day after their last use');
select is((select count(*) from site.failed_login where name = 'jan'), 1::bigint,
  'old failed logins are deleted, too');

-- Characters: the same as in tests/base/characters_test.c
select ok(site.is_text(value), format('%L is text', value))
  from unnest(array['', 'Straßburg', E'a\n\tb', '日本 😀',
  U&'\00A0\200C\200D\200E\FFFD\+10FFFD\FDCF\FDF0']) value;
select is((select array_agg(to_hex(n) order by n) from generate_series(1, 1114111) n
            where n not between 55296 and 57343 and not site.is_text('a' || chr(n))),
          (select array_agg(to_hex(n) order by n) from (
             select generate_series(1, 8) n union select generate_series(11, 31) union
               select generate_series(127, 159) union select generate_series(8234, 8238)
             union select generate_series(8294, 8297) union select generate_series(64976, 65007)
             union select p * 65536 + l from generate_series(0, 16) p, unnest(array[65534, 65535]) l) t),
               'exactly these characters are refused');
select throws_ok(format($$insert into site.edition_text (edition_id, field, value)
  values (%s, 'affects', %L)$$, (select min(id) from site.edition where state = 'draft'), value), '23514',
  null,
                 format('%L is no text', value))
                 from unnest(array[U&'a\FFFF', U&'a\202E', E'a\x0B', U&'\0080']) value;

-- Saving and publishing in one step
select is((select result from pg_temp.write('publish', 'about', 'nl', (select id from was),
  '{"title": "x", "short": "x", "summary": "Blind."}')), 'conflict',
  'somebody who has not seen the newest save publishes nothing');
select throws_ok($$select pg_temp.write('publish', 'about', 'nl', pg_temp.newest('about', 'nl'),
  '{"title": "x"}')$$, '23514', null, 'an incomplete text is not published');
select is((select summary from visitor.page where key = 'about' and for_language = 'nl'), 'Nog later.',
  'a refusal changes nothing');

-- Confirming a translation
select ok(pg_temp.outdated('about', 'fr') > 0, 'the translation is outdated');
create temporary table french as select pg_temp.newest('about', 'fr') as id;
select is((select result from pg_temp.write('aligned', 'about', 'fr', (select id from french),
  pg_temp.texts((select id from french)))), 'published', 'a translation is confirmed');
select is(pg_temp.outdated('about', 'fr'), 0::bigint, 'a confirmed translation is no longer outdated');
select is(pg_temp.state(pg_temp.newest('about', 'fr')), 'published', 'a confirmation leaves no draft');
select is((select result from pg_temp.write('aligned', 'about', 'fr', (select id from french),
  pg_temp.texts((select id from french)))), 'unchanged', 'the same form sent twice does nothing');
select is((select result from pg_temp.write('aligned', 'about', 'de', pg_temp.newest('about', 'de'),
  pg_temp.texts(pg_temp.newest('about', 'de')) || '{"summary": "Neu."}')), 'saved',
  'a change beside the confirmation makes a draft');
select is(pg_temp.state(pg_temp.newest('about', 'de')), 'draft', 'somebody has to publish that draft');
create temporary table german as select pg_temp.newest('about', 'de') as id;
select pg_temp.write('save', 'about', 'nl', pg_temp.newest('about', 'nl'),
  pg_temp.texts(pg_temp.newest('about', 'nl')) || '{"summary": "En weer."}');
select is((select result from pg_temp.write('aligned', 'about', 'de', (select id from german),
  pg_temp.texts((select id from german)))), 'saved', 'a draft is confirmed');
select is((select translated_from from site.edition_text where edition_id = pg_temp.newest('about', 'de')
  and field = 'summary'), site.text_hash('En weer.'),
    'the draft has the hash of the text it was compared with');
select is((select result from pg_temp.write('aligned', 'about', 'fr', pg_temp.newest('about', 'fr'),
  pg_temp.texts(pg_temp.newest('about', 'fr')))), 'saved', 'a translation is compared with a draft');
select is(pg_temp.state(pg_temp.newest('about', 'fr')), 'draft', 'such a translation waits as a draft');

-- Texts that a translation lacks
create function pg_temp.fields(document_key text, its_language text) returns text language sql as $$
  select string_agg(field, ' ' order by field) from pg_temp.outdated_text
    where document_id = pg_temp.document(document_key) and language = its_language $$;
create function pg_temp.kept(document_key text, its_language text) returns text language sql as $$
  select array_to_string(outdated, ' ') from site.text_state
    where document_id = pg_temp.document(document_key) and language = its_language $$;
create function pg_temp.with(document_key text, its_language text, changes jsonb) returns jsonb language sql
  as $$
  select pg_temp.texts(pg_temp.newest(document_key, its_language)) || changes $$;
select is(pg_temp.fields('meeting-held', 'fr'), null, 'a complete translation is not outdated');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.with('meeting-held', 'nl', '{"reason": "Er was een staking.", "body": "Meer tekst."}'));
select is(pg_temp.fields('meeting-held', 'fr'), 'body reason',
  'a new text of the original makes a translation outdated');
select is(pg_temp.kept('meeting-held', 'fr'), 'body reason', 'the state of the translation has that');
select is((select detail from site.findings(null) where kind = 'outdated' and key = 'meeting-held'
  and language = 'fr'), 'body reason', 'the finding has these texts');
select is(pg_temp.fields('meeting-held', 'de'), null,
  'a missing language is missing, not outdated');
select pg_temp.write('publish', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.with('meeting-held', 'fr', '{"body": "Plus de texte."}'));
select is(pg_temp.fields('meeting-held', 'fr'), 'reason',
  'only a changed text is translated from the present original');
select is((site.write_text('publish', 'jan', '192.0.2.1', pg_temp.document('meeting-held'), 'fr',
  pg_temp.newest('meeting-held', 'fr'), pg_temp.newest('meeting-held', 'nl'), null,
           pg_temp.with('meeting-held', 'fr', '{"reason": "Il y avait une grève."}'), '', false,
           null)).result, 'published', 'the translation is published with all its texts');
select is(pg_temp.kept('meeting-held', 'fr'), null, 'the translation is up to date again');
select is(pg_temp.fields('meeting-held', 'fr'), null, 'the hashes agree');
select pg_temp.write('publish', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'fr')) - 'reason');
select is(pg_temp.kept('meeting-held', 'fr'), 'reason', 'a translation that loses a text is outdated');
select is((select result
  from pg_temp.write('aligned', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'fr')))), 'published',
  'a text may be left out on purpose');
select is(pg_temp.kept('meeting-held', 'fr'), null, 'then the translation is not outdated');
select is(pg_temp.fields('meeting-held', 'fr'), null, 'the hashes agree with that');
create temporary table omitting as select pg_temp.newest('meeting-held', 'fr') as id;
select pg_temp.write('aligned', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'fr')));
select is(pg_temp.newest('meeting-held', 'fr'), (select id from omitting),
  'confirming twice makes no other save');
select pg_temp.write('publish', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.with('meeting-held', 'fr', '{"short": "Liège, le 1er décembre 2021"}'));
select is(pg_temp.kept('meeting-held', 'fr'), null, 'another save of the translation keeps the confirmation');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.with('meeting-held', 'nl', '{"reason": "Er was een grote staking."}'));
select is(pg_temp.kept('meeting-held', 'fr'), 'reason',
  'a change of that text in the original makes it outdated again');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'nl')) - 'reason');
select is(pg_temp.kept('meeting-held', 'fr'), null, 'a text that the original no longer has is not missing');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.with('meeting-held', 'nl', '{"reason": "Er was een staking."}'));
select is(pg_temp.kept('meeting-held', 'fr'), null,
  'a text that was left out on purpose may be left out again');
delete from site.omitted_text where edition_id = pg_temp.newest('meeting-held', 'fr');
select is((select result from site.restore_text('jan', '192.0.2.1', 'meeting-held', 'fr',
  (select id from omitting))), 'saved', 'a save is restored');
select site.publish(pg_temp.newest('meeting-held', 'fr'));
select is(pg_temp.kept('meeting-held', 'fr'), null, 'the restored save keeps what it left out');
insert into site.agenda_item (document_id, position, key)
  values (pg_temp.document('meeting-held'), 9, 'gone');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.with('meeting-held', 'nl', '{"agenda.gone": "Iets."}'));
select is(pg_temp.kept('meeting-held', 'fr'), 'agenda.gone', 'a new item of an agenda has to be translated');
delete from site.agenda_item where document_id = pg_temp.document('meeting-held') and key = 'gone';
select is(pg_temp.fields('meeting-held', 'fr'), null, 'a removed item is not missed');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'nl')) - 'agenda.gone');
select is(pg_temp.kept('meeting-held', 'fr'), null, 'saving the original keeps that');
select results_eq($$select t.document_id, t.language::text, site.outdated_fields(t.id, o.id)
                      from site.edition t join site.document d on d.id = t.document_id
                      and d.original <> t.language
                      left join site.edition o on o.document_id = d.id and o.language = d.original
                      and o.state = 'published'
                     where t.state = 'published' and site.outdated_fields(t.id, o.id) is not null order by 1,
                     2$$,
                  $$select document_id, language::text, outdated from site.text_state
                  where outdated is not null order by 1, 2$$,
                  'the kept states follow from the hashes');

-- Small corrections
create function pg_temp.minor(what text, its_language text, changes jsonb,
  minor boolean default true) returns text language sql as $$
  select (site.write_text(what, 'jan', '192.0.2.1', pg_temp.document('meeting-held'), its_language,
    pg_temp.newest('meeting-held', its_language), null, null,
                          pg_temp.with('meeting-held', its_language, changes), '', minor, null)).result $$;
select is(pg_temp.minor('publish', 'nl', '{"reason": "Er was een stakking."}', false), 'published',
  'a text is changed');
select is(pg_temp.kept('meeting-held', 'fr'), 'reason', 'the change makes a translation outdated');
select pg_temp.write('aligned', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'fr')));
select is(pg_temp.minor('publish', 'nl', '{"reason": "Er was een staking!", "summary": "Iets kleins."}'),
  'published', 'a small correction is published');
select is(pg_temp.kept('meeting-held', 'fr'), null,
  'the correction does not make translated or omitted texts outdated');
select is(pg_temp.minor('save', 'nl', '{"summary": "Iets groters."}'), 'saved',
  'a draft may be a small correction');
select ok(site.is_minor(pg_temp.newest('meeting-held', 'nl')), 'the draft is marked as a small correction');
select is(pg_temp.minor('save', 'nl', '{}'), 'unchanged', 'once');
select is(pg_temp.minor('save', 'nl', '{}', false), 'saved', 'the mark can be removed');
select ok(not site.is_minor(pg_temp.newest('meeting-held', 'nl')), 'the draft is not marked any longer');
select is(pg_temp.minor('publish', 'nl', '{}'), 'published', 'the draft is published');
select is(pg_temp.kept('meeting-held', 'fr'), null, 'a second small correction adds to the first');
select is(pg_temp.minor('publish', 'nl', '{"title": "Anders"}', false), 'published',
  'another change is published');
select is(pg_temp.kept('meeting-held', 'fr'), 'title', 'only the changed text is outdated');
select is(pg_temp.minor('publish', 'fr', '{"title": "Autrement"}'), 'published',
  'a translation cannot be a small correction');
select is((select count(*) from site.edition_text where corrects is not null
  and edition_id = pg_temp.newest('meeting-held', 'fr')), 0::bigint, 'no translation is marked');

-- Withdrawn texts
select site.withdraw_text('jan', '192.0.2.1', 'about', 'en');
select is((select result from pg_temp.write('publish', 'about', 'en', pg_temp.newest('about', 'en'),
  pg_temp.texts(pg_temp.newest('about', 'en')))), 'published',
    'a withdrawn text is published again unchanged');
select is((select language::text from visitor.page where key = 'about' and for_language = 'en'), 'en',
  'everybody sees it again');

-- Restoring a save
select is((select result from site.restore_text('jan', '192.0.2.1', 'about', 'fr', (select id from french))),
  'saved', 'an earlier save is restored');
select is(pg_temp.texts(pg_temp.newest('about', 'fr')), pg_temp.texts((select id from french)),
  'the restored save has its texts');
select results_eq($$select field, translated_from from site.edition_text
  where edition_id = pg_temp.newest('about', 'fr') order by 1$$,
                  $$select field, translated_from from site.edition_text
                  where edition_id = (select id from french) order by 1$$,
                  'the restored save has the hashes of its originals');
select is(pg_temp.state(pg_temp.newest('about', 'fr')), 'draft', 'the restored save is a draft');
select is((select restored_from from site.edition where id = pg_temp.newest('about', 'fr')),
  (select id from french), 'the restored save names its source');
select is((select count(*) from site.edition where document_id = pg_temp.document('about') and language = 'fr'
  and state = 'replaced'), 1::bigint, 'the former draft stays');
select is((select detail from site.audit where action = 'restore' and document = 'about'),
  format('edition %s from %s', pg_temp.newest('about', 'fr'), (select id from french)),
    'the log has the restoring');
select is((select result from site.restore_text('jan', '192.0.2.1', 'about', 'fr', (select id from french))),
  'unchanged', 'the present save cannot be restored');
select throws_ok($$select site.restore_text('jan', '192.0.2.1', 'about', 'nl', (select id from french))$$,
  'P0002', null, 'a save of another text cannot be restored');

-- The originals of a translation
select throws_ok(format($$select site.save_text('jan', '192.0.2.1', pg_temp.document('about'), 'fr',
  pg_temp.newest('about', 'fr'), %s, 'x', '{"title": "x"}', '', true)$$, other), '22023', null,
                 format('edition %s is none of its original', other))
  from unnest(array[pg_temp.newest('forum', 'nl'), pg_temp.newest('about', 'fr'), 999999]) other;
select ok(not has_function_privilege('benelux_visitor', 'site.keep()', 'execute'),
  'visitors cannot publish');

select * from finish();
rollback;
