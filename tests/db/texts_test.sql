-- SPDX-License-Identifier: EUPL-1.2
-- Texts: addresses from titles, publishing at a time, translations that are still correct, and earlier saves
-- that come back.
begin;
set constraints all immediate;   -- what is composed at commit is looked at before
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
  and site.slug_of(repeat('woord ', 40), 'nl') ~ 'woord$', 'a long one ends with a word');
select is(length(site.slug_of(repeat('x', 300), 'nl')), 100, 'or after a hundred characters');
select ok(bool_and((site.slug_of(chr(n) || 'a ' || chr(n), 'de'))::site.slug is not null),
  'whatever the characters, it is an address')
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
select is(pg_temp.slug(pg_temp.newest('region', 'nl')), 'de-regio', 'and gets one from its title');
insert into site.document (key, kind, position, original) values ('region-two', 'partner', 7, 'nl'),
  ('region-three', 'partner', 8, 'nl');
select pg_temp.write('publish', 'region-two', 'nl', null,
  '{"title": "De regio", "short": "Regio", "summary": "Nog een."}', '');
select is(pg_temp.slug(pg_temp.newest('region-two', 'nl')), 'de-regio-2', 'which no draft of another has');
select pg_temp.write('save', 'region-three', 'nl', null, '{"title": "De regio"}', '');
select is(pg_temp.slug(pg_temp.newest('region-three', 'nl')), 'de-regio-3', 'nor a public text');
select is((select result
  from pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  '{"title": "De regio"}', '')), 'unchanged', 'asked again it is the same');
select is((select result
  from pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  '{"title": "De regio"}', 'de-regio-2')), 'taken', 'an address where another is public is refused at once');
select is((select result from pg_temp.write('save', 'region-three', 'fr', null, '{"title": "x"}',
  'de-regio-2')), 'saved', 'in another language it is free');
select is((select result from pg_temp.write('save', 'region-three', 'de', null, '{"title": "日本"}', '')),
  'saved', 'a title without letters of ours');
select is(pg_temp.slug(pg_temp.newest('region-three', 'de')), 'region-three', 'leaves the key');

-- Moments
select is(fault, wanted, format('%s %s', day, clock_time)) from (values
  ('2031-02-28', '09:30', null), ('2031-02-28', '09:30:15', null), ('2001-02-28', '09:30', 'past'),
  ('2031-03-30', '02:30', 'skipped'),
  ('2031-03-30', '03:00', null), ('2031-10-26', '01:59', null), ('2031-10-26', '02:30', 'twice'),
  ('2031-10-26', '03:00', null))
  t (day, clock_time, wanted) cross join lateral site.moment(day::date, clock_time::time, null) m;
select is((site.moment('2031-07-01', '09:30', null)).at, '2031-07-01 07:30+00'::timestamptz,
  'a moment is one of Brussels');
select is((site.moment('2031-10-26', '02:30', 'first')).at, '2031-10-26 00:30+00'::timestamptz,
  'in the night in which the clocks go back the first is in summer time');
select is((site.moment('2031-10-26', '02:30', 'second')).at, '2031-10-26 01:30+00'::timestamptz,
  'the second in winter time');
select is((site.moment('2031-07-01', '09:30', 'first')).at, '2031-07-01 07:30+00'::timestamptz,
  'where there is one that is it');

-- Publishing at a time
create temporary table was as select pg_temp.newest('about', 'nl') as id;
select is((select result from pg_temp.write('save', 'about', 'nl', (select id from was),
  pg_temp.texts((select id from was)) || '{"summary": "Straks."}', null, now() + interval '1 hour')), 'saved',
  'a draft may have a time');
select is(site.publish_due(), 0, 'before it nothing happens');
select is((select result from pg_temp.write('save', 'about', 'nl', pg_temp.newest('about', 'nl'),
  pg_temp.texts(pg_temp.newest('about', 'nl')), null, now() + interval '2 hours')), 'unchanged',
  'another time is no other text');
select is((select publish_at from site.edition where id = pg_temp.newest('about', 'nl')),
  now() + interval '2 hours', 'but it is kept');
select is((select count(*) from site.audit where action = 'schedule' and account = 'jan'), 1::bigint,
  'and told in the log');
update site.edition set publish_at = now() where id = pg_temp.newest('about', 'nl');
select is(site.keep(), 1, 'when it has come, the text is published');
select is((select summary from visitor.page where key = 'about' and for_language = 'nl'), 'Straks.',
  'for everybody');
select is((select publish_at from site.edition where id = pg_temp.newest('about', 'nl')), null,
  'and waits no more');
select is((select account || ' ' || detail from site.audit where action = 'publish' and document = 'about'
  order by id desc limit 1), 'jan scheduled edition ' || pg_temp.newest('about', 'nl'),
  'by whoever said when');
select is(site.keep(), 0, 'once');
select throws_ok($$update site.edition set publish_at = now(), scheduled_by = 'jan'
  where id = pg_temp.newest('about', 'nl')$$, '23001', null, 'what is public has no time');
select throws_ok($$insert into site.edition (document_id, language, slug, publish_at)
  values (pg_temp.document('about'), 'nl', 'x', now())$$, '23514', null, 'somebody said the time');

select pg_temp.write('save', 'about', 'nl', pg_temp.newest('about', 'nl'),
  pg_temp.texts(pg_temp.newest('about', 'nl')) || '{"summary": "Later."}', null, now() + interval '1 hour');
create temporary table later as select pg_temp.newest('about', 'nl') as id;
select pg_temp.write('save', 'about', 'nl', (select id from later),
  pg_temp.texts((select id from later)) || '{"summary": "Nog later."}', null, null);
select is((select publish_at from site.edition where id = (select id from later)), null,
  'a draft that was replaced has no time');
select is((select publish_at from site.edition where id = pg_temp.newest('about', 'nl')), null,
  'nor has one that was saved without');

-- A draft that cannot be public when its time comes
select pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  '{"title": "De regio", "short": "Regio", "summary": "x"}', 'samen', now() + interval '1 hour');
select pg_temp.write('publish', 'region', 'nl', pg_temp.newest('region', 'nl'),
  pg_temp.texts(pg_temp.newest('region', 'nl')), 'samen');
update site.edition set publish_at = now() where id = pg_temp.newest('region-three', 'nl');
update site.edition set publish_at = now(), scheduled_by = 'an' where id = pg_temp.newest('about', 'nl');
select is(site.publish_due(), 1, 'one that cannot be public does not stop the others');
select is((select state || coalesce(publish_at::text, ' without a time') from site.edition
  where id = pg_temp.newest('region-three', 'nl')), 'draft without a time', 'it stays a draft');
select matches((select detail from site.audit where action = 'publish-failed' and document = 'region-three'
  and account = 'jan'), 'another document is public at samen', 'and the log says why');
create function pg_temp.failed(its_key text) returns text language sql
  as $$ select language || ' ' || detail || ' ' || total from site.findings(null) where kind = 'failed'
  and key = its_key $$;
select is(pg_temp.failed('region-three'),
  'nl ' || to_char(now() at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI') || ' address 1',
  'and needs care');
select pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  pg_temp.texts(pg_temp.newest('region-three', 'nl')), 'apart', now() + interval '1 hour');
select is(pg_temp.failed('region-three'), null, 'until it is saved');
update site.edition set publish_at = now() where id = pg_temp.newest('region-three', 'nl');
delete from site.edition_text where edition_id = pg_temp.newest('region-three', 'nl') and field = 'summary';
select is(site.publish_due(), 0, 'what lacks a text is not published');
select matches(pg_temp.failed('region-three'), ' texts 1$', 'which is told, too');
select is((select result
  from pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  pg_temp.texts(pg_temp.newest('region-three', 'nl')), 'apart', now() + interval '1 hour')), 'unchanged',
  'given another time as it is');
select is(pg_temp.failed('region-three'), null, 'it waits again');
update site.edition set publish_at = now() where id = pg_temp.newest('region-three', 'nl');
select site.publish_due();
select pg_temp.write('save', 'region-three', 'nl', pg_temp.newest('region-three', 'nl'),
  pg_temp.texts(pg_temp.newest('region-three', 'nl')), 'apart');
select is(pg_temp.failed('region-three'), null, 'saved as it is it needs no care, and does not wait');
insert into site.edition_text (edition_id, field, value)
  values (pg_temp.newest('region-three', 'nl'), 'summary', 'x');
update site.edition set failed_at = now(), failed_because = 'why'
  where id = pg_temp.newest('region-three', 'nl');
select matches(pg_temp.failed('region-three'), ' why 1$', 'whatever it was');
select site.publish(pg_temp.newest('region-three', 'nl'));
select is(pg_temp.failed('region-three'), null, 'what is public needs none');

-- Keeping house
insert into site.account (name, role, password) values ('jan', 'editor', '$argon2id$x');
insert into site.session (token, account, used_at, opened_at) select sha256(n::text::bytea), a.id,
  now() - used, now() - opened
  from site.account a, (values (1, interval '1 minute', interval '1 hour'), (2, '31 minutes', '1 hour'),
  (3, '25 hours', '26 hours')) t (n, used, opened) where a.name = 'jan';
insert into site.failed_login (name, network, at) values ('jan', '192.0.2.1', now() - interval '25 hours'),
  ('jan', '192.0.2.1', now());
select site.keep();
select is((select count(*) from site.session s join site.account a on a.id = s.account where a.name = 'jan'),
  2::bigint, 'sessions are cleared away a day after they were used');
select is((select count(*) from site.failed_login where name = 'jan'), 1::bigint,
  'and failures of days before');

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
               'no other characters are refused, nor fewer');
select throws_ok(format($$insert into site.edition_text (edition_id, field, value)
  values (%s, 'affects', %L)$$, (select min(id) from site.edition where state = 'draft'), value), '23514',
  null,
                 format('%L is no text', value))
                 from unnest(array[U&'a\FFFF', U&'a\202E', E'a\x0B', U&'\0080']) value;

-- Saving and publishing is one thing
select is((select result from pg_temp.write('publish', 'about', 'nl', (select id from was),
  '{"title": "x", "short": "x", "summary": "Blind."}')), 'conflict',
  'who has not seen the newest publishes nothing');
select throws_ok($$select pg_temp.write('publish', 'about', 'nl', pg_temp.newest('about', 'nl'),
  '{"title": "x"}')$$, '23514', null, 'what is not whole is not published');
select is((select summary from visitor.page where key = 'about' and for_language = 'nl'), 'Nog later.',
  'and nothing has changed');

-- Still correct
select ok(pg_temp.outdated('about', 'fr') > 0, 'the translation is outdated');
create temporary table french as select pg_temp.newest('about', 'fr') as id;
select is((select result from pg_temp.write('aligned', 'about', 'fr', (select id from french),
  pg_temp.texts((select id from french)))), 'published', 'one that is still correct');
select is(pg_temp.outdated('about', 'fr'), 0::bigint, 'is not outdated any more');
select is(pg_temp.state(pg_temp.newest('about', 'fr')), 'published', 'and there is no draft to publish');
select is((select result from pg_temp.write('aligned', 'about', 'fr', (select id from french),
  pg_temp.texts((select id from french)))), 'unchanged', 'the same form sent twice does nothing');
select is((select result from pg_temp.write('aligned', 'about', 'de', pg_temp.newest('about', 'de'),
  pg_temp.texts(pg_temp.newest('about', 'de')) || '{"summary": "Neu."}')), 'saved',
  'what was changed at once is a draft');
select is(pg_temp.state(pg_temp.newest('about', 'de')), 'draft', 'for somebody to publish');
create temporary table german as select pg_temp.newest('about', 'de') as id;
select pg_temp.write('save', 'about', 'nl', pg_temp.newest('about', 'nl'),
  pg_temp.texts(pg_temp.newest('about', 'nl')) || '{"summary": "En weer."}');
select is((select result from pg_temp.write('aligned', 'about', 'de', (select id from german),
  pg_temp.texts((select id from german)))), 'saved', 'a draft is marked');
select is((select translated_from from site.edition_text where edition_id = pg_temp.newest('about', 'de')
  and field = 'summary'), site.text_hash('En weer.'), 'with what it was compared with');
select is((select result from pg_temp.write('aligned', 'about', 'fr', pg_temp.newest('about', 'fr'),
  pg_temp.texts(pg_temp.newest('about', 'fr')))), 'saved', 'compared with a draft');
select is(pg_temp.state(pg_temp.newest('about', 'fr')), 'draft', 'it waits as a draft');

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
select is(pg_temp.fields('meeting-held', 'fr'), null, 'a translation that has all is not outdated');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.with('meeting-held', 'nl', '{"reason": "Er was een staking.", "body": "Meer tekst."}'));
select is(pg_temp.fields('meeting-held', 'fr'), 'body reason', 'what the original gained makes it outdated');
select is(pg_temp.kept('meeting-held', 'fr'), 'body reason', 'and that is kept');
select is((select detail from site.findings(null) where kind = 'outdated' and key = 'meeting-held'
  and language = 'fr'), 'body reason', 'and told');
select is(pg_temp.fields('meeting-held', 'de'), null,
  'a language that is not public is missing, not outdated');
select pg_temp.write('publish', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.with('meeting-held', 'fr', '{"body": "Plus de texte."}'));
select is(pg_temp.fields('meeting-held', 'fr'), 'reason',
  'a text that is changed is translated from what the original says, and no other');
select is((site.write_text('publish', 'jan', '192.0.2.1', pg_temp.document('meeting-held'), 'fr',
  pg_temp.newest('meeting-held', 'fr'), pg_temp.newest('meeting-held', 'nl'), null,
           pg_temp.with('meeting-held', 'fr', '{"reason": "Il y avait une grève."}'), '', false,
           null)).result, 'published', 'with all its texts');
select is(pg_temp.kept('meeting-held', 'fr'), null, 'it is right again');
select is(pg_temp.fields('meeting-held', 'fr'), null, 'by the hashes, too');
select pg_temp.write('publish', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'fr')) - 'reason');
select is(pg_temp.kept('meeting-held', 'fr'), 'reason', 'one that loses a text is outdated');
select is((select result
  from pg_temp.write('aligned', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'fr')))), 'published',
  'unless somebody says that it is correct without');
select is(pg_temp.kept('meeting-held', 'fr'), null, 'then it is not outdated');
select is(pg_temp.fields('meeting-held', 'fr'), null, 'by the hashes, too');
create temporary table omitting as select pg_temp.newest('meeting-held', 'fr') as id;
select pg_temp.write('aligned', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'fr')));
select is(pg_temp.newest('meeting-held', 'fr'), (select id from omitting),
  'and said again it makes no other save');
select pg_temp.write('publish', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.with('meeting-held', 'fr', '{"short": "Liège, le 1er décembre 2021"}'));
select is(pg_temp.kept('meeting-held', 'fr'), null, 'another save of it does not forget that');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.with('meeting-held', 'nl', '{"reason": "Er was een grote staking."}'));
select is(pg_temp.kept('meeting-held', 'fr'), 'reason', 'until the original says something else there');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'nl')) - 'reason');
select is(pg_temp.kept('meeting-held', 'fr'), null, 'or nothing');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.with('meeting-held', 'nl', '{"reason": "Er was een staking."}'));
select is(pg_temp.kept('meeting-held', 'fr'), null,
  'what was left out on purpose once may be left out when it comes back');
delete from site.omitted_text where edition_id = pg_temp.newest('meeting-held', 'fr');
select is((select result from site.restore_text('jan', '192.0.2.1', 'meeting-held', 'fr',
  (select id from omitting))), 'saved', 'a save is brought back');
select site.publish(pg_temp.newest('meeting-held', 'fr'));
select is(pg_temp.kept('meeting-held', 'fr'), null, 'with what it left out');
insert into site.agenda_item (document_id, position, key)
  values (pg_temp.document('meeting-held'), 9, 'gone');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.with('meeting-held', 'nl', '{"agenda.gone": "Iets."}'));
select is(pg_temp.kept('meeting-held', 'fr'), 'agenda.gone', 'a new item of an agenda is to be translated');
delete from site.agenda_item where document_id = pg_temp.document('meeting-held') and key = 'gone';
select is(pg_temp.fields('meeting-held', 'fr'), null, 'until it is taken off');
select pg_temp.write('publish', 'meeting-held', 'nl', pg_temp.newest('meeting-held', 'nl'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'nl')) - 'agenda.gone');
select is(pg_temp.kept('meeting-held', 'fr'), null, 'and the original saved');
select results_eq($$select t.document_id, t.language::text, site.outdated_fields(t.id, o.id)
                      from site.edition t join site.document d on d.id = t.document_id
                      and d.original <> t.language
                      left join site.edition o on o.document_id = d.id and o.language = d.original
                      and o.state = 'published'
                     where t.state = 'published' and site.outdated_fields(t.id, o.id) is not null order by 1,
                     2$$,
                  $$select document_id, language::text, outdated from site.text_state
                  where outdated is not null order by 1, 2$$,
                  'what is kept is what follows from the hashes');

-- Small corrections
create function pg_temp.minor(what text, its_language text, changes jsonb,
  minor boolean default true) returns text language sql as $$
  select (site.write_text(what, 'jan', '192.0.2.1', pg_temp.document('meeting-held'), its_language,
    pg_temp.newest('meeting-held', its_language), null, null,
                          pg_temp.with('meeting-held', its_language, changes), '', minor, null)).result $$;
select is(pg_temp.minor('publish', 'nl', '{"reason": "Er was een stakking."}', false), 'published',
  'what is changed');
select is(pg_temp.kept('meeting-held', 'fr'), 'reason', 'makes a translation outdated');
select pg_temp.write('aligned', 'meeting-held', 'fr', pg_temp.newest('meeting-held', 'fr'),
  pg_temp.texts(pg_temp.newest('meeting-held', 'fr')));
select is(pg_temp.minor('publish', 'nl', '{"reason": "Er was een staking!", "summary": "Iets kleins."}'),
  'published', 'a small correction');
select is(pg_temp.kept('meeting-held', 'fr'), null,
  'does not, where a text is left out on purpose or translated');
select is(pg_temp.minor('save', 'nl', '{"summary": "Iets groters."}'), 'saved', 'a draft may be one');
select ok(site.is_minor(pg_temp.newest('meeting-held', 'nl')), 'and says so');
select is(pg_temp.minor('save', 'nl', '{}'), 'unchanged', 'once');
select is(pg_temp.minor('save', 'nl', '{}', false), 'saved', 'or be none after all');
select ok(not site.is_minor(pg_temp.newest('meeting-held', 'nl')), 'and says so, too');
select is(pg_temp.minor('publish', 'nl', '{}'), 'published', 'until it is published');
select is(pg_temp.kept('meeting-held', 'fr'), null, 'a second small correction adds to the first');
select is(pg_temp.minor('publish', 'nl', '{"title": "Anders"}', false), 'published', 'after another change');
select is(pg_temp.kept('meeting-held', 'fr'), 'title', 'that one alone is outdated');
select is(pg_temp.minor('publish', 'fr', '{"title": "Autrement"}'), 'published',
  'a translation is no correction of anything');
select is((select count(*) from site.edition_text where corrects is not null
  and edition_id = pg_temp.newest('meeting-held', 'fr')), 0::bigint, 'whoever says so');

-- What was withdrawn
select site.withdraw_text('jan', '192.0.2.1', 'about', 'en');
select is((select result from pg_temp.write('publish', 'about', 'en', pg_temp.newest('about', 'en'),
  pg_temp.texts(pg_temp.newest('about', 'en')))), 'published', 'is published again as it was');
select is((select language::text from visitor.page where key = 'about' and for_language = 'en'), 'en',
  'for everybody');

-- Bringing a save back
select is((select result from site.restore_text('jan', '192.0.2.1', 'about', 'fr', (select id from french))),
  'saved', 'an earlier save is brought back');
select is(pg_temp.texts(pg_temp.newest('about', 'fr')), pg_temp.texts((select id from french)),
  'with its texts');
select results_eq($$select field, translated_from from site.edition_text
  where edition_id = pg_temp.newest('about', 'fr') order by 1$$,
                  $$select field, translated_from from site.edition_text
                  where edition_id = (select id from french) order by 1$$,
                  'and with what they were translated from');
select is(pg_temp.state(pg_temp.newest('about', 'fr')), 'draft', 'as a draft');
select is((select restored_from from site.edition where id = pg_temp.newest('about', 'fr')),
  (select id from french), 'that says where it is from');
select is((select count(*) from site.edition where document_id = pg_temp.document('about') and language = 'fr'
  and state = 'replaced'), 1::bigint, 'the draft before stays');
select is((select detail from site.audit where action = 'restore' and document = 'about'),
  format('edition %s from %s', pg_temp.newest('about', 'fr'), (select id from french)), 'the log tells');
select is((select result from site.restore_text('jan', '192.0.2.1', 'about', 'fr', (select id from french))),
  'unchanged', 'what is there already is not brought back again');
select throws_ok($$select site.restore_text('jan', '192.0.2.1', 'about', 'nl', (select id from french))$$,
  'P0002', null, 'nor a save of another text');

-- What a translation was made from
select throws_ok(format($$select site.save_text('jan', '192.0.2.1', pg_temp.document('about'), 'fr',
  pg_temp.newest('about', 'fr'), %s, 'x', '{"title": "x"}', '', true)$$, other), '22023', null,
                 format('edition %s is none of its original', other))
  from unnest(array[pg_temp.newest('forum', 'nl'), pg_temp.newest('about', 'fr'), 999999]) other;
select ok(not has_function_privilege('benelux_visitor', 'site.keep()', 'execute'),
  'visitors publish nothing');

select * from finish();
rollback;
