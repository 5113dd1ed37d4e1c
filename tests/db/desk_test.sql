-- SPDX-License-Identifier: EUPL-1.2
-- The desk: sessions, delays of logins, the log, and saves that lose nothing.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();
create temporary view outdated_text as select document_id, language, unnest(outdated) as field
  from site.text_state;

insert into site.account (name, role, password) values ('jan', 'editor', '$argon2id$x'),
  ('an', 'administrator', '$argon2id$y');
create function pg_temp.account_of(its_name text) returns bigint language sql
  as $$ select id from site.account where name = its_name $$;

-- Accounts and sessions
select throws_ok($$insert into site.account (name, role, password) values ('x', 'editor', 'plain')$$, '23514',
  null, 'only the hash of a password is kept');
select throws_ok($$insert into site.account (name, role, password) values ('x', 'king', '$argon2id$x')$$,
  '23514', null, 'an account has one of two roles');
select throws_ok($$insert into site.account (name, role, password) values ('X y', 'editor', '$argon2id$x')$$,
  '23514', null, 'names of accounts are plain');
insert into site.session (token, account) values (sha256('a'), pg_temp.account_of('jan'));
select is((select name from site.live_session where token = sha256('a')), 'jan', 'a new session is live');
update site.session set used_at = now() - interval '31 minutes' where token = sha256('a');
select is_empty($$select from site.live_session where token = sha256('a')$$,
  'half an hour without use ends a session');
update site.session set used_at = now(), opened_at = now() - interval '12 hours 1 minute'
  where token = sha256('a');
select is_empty($$select from site.live_session where token = sha256('a')$$, 'twelve hours end a session');
update site.session set opened_at = now() - interval '1 hour' where token = sha256('a');
update site.account set changed_at = now() - interval '1 minute' where name = 'jan';
select is_empty($$select from site.live_session where token = sha256('a')$$,
  'a new password ends earlier sessions');
update site.account set changed_at = now() - interval '2 hours', enabled = false where name = 'jan';
select is_empty($$select from site.live_session where token = sha256('a')$$,
  'disabling an account ends its sessions');
update site.account set enabled = true where name = 'jan';

-- Changes of accounts
select is(site.change_account('an', '192.0.2.1', 'add', 'piet', 'editor', '$argon2id$z'), 'done',
  'an account is added');
select is(site.change_account('an', '192.0.2.1', 'add', 'piet', 'editor', '$argon2id$z'), 'taken', 'once');
select is(site.change_account('an', '192.0.2.1', 'role', 'nobody', 'editor', null), 'unknown',
  'an unknown account cannot be changed');
select is(site.change_account('an', '192.0.2.1', 'disable', 'an', null, null), 'last',
  'the last administrator cannot be disabled');
select is(site.change_account('an', '192.0.2.1', 'role', 'an', 'editor', null), 'last',
  'the last administrator keeps that role');
select is(site.change_account('an', '192.0.2.1', 'role', 'piet', 'administrator', null), 'done',
  'another account becomes administrator');
select is(site.change_account('an', '192.0.2.1', 'role', 'an', 'editor', null), 'done',
  'then the first one can be changed');
select is((select count(*) from site.audit where account = 'an' and action like 'account-%'), 3::bigint,
  'the log has what was done, and not what was refused');

-- The networks of an address, each with its share of what one subscriber may do
select is((select string_agg(network || ' ' || share, ', ' order by share) from site.networks(address)),
  networks, 'networks of ' || coalesce(address, 'nothing')) from (values
  ('192.0.2.77', '192.0.2.77/32 1, 192.0.2.0/24 4'), ('::ffff:192.0.2.77', '192.0.2.77/32 1, 192.0.2.0/24 4'),
  ('2001:db8:1:2345:6:7:8:9', '2001:db8:1:2345::/64 1, 2001:db8:1:2300::/56 4, 2001:db8:1::/48 16'),
  ('unix:', '0.0.0.0/32 1'), ('', '0.0.0.0/32 1'), (null, '0.0.0.0/32 1'),
  (repeat('1', 500), '0.0.0.0/32 1')) t (address, networks);

-- Logins
create function pg_temp.fails(its_name text, address text, times integer default 1,
  age interval default '0') returns void language sql as
  $$ insert into site.failed_login (name, network, at) select its_name, site.own_network(address), now() - age
  from generate_series(1, times) $$;
create function pg_temp.forget() returns void language sql as $$ delete from site.failed_login $$;
create function pg_temp.attack(its_name text) returns void language sql as
  $$ select pg_temp.fails(its_name, '198.51.' || n || '.1') from generate_series(1, 30) n $$;
select is(site.login_wait('jan', '192.0.2.1'), 0, 'a first login does not wait');
select pg_temp.fails('jan', '192.0.2.1', 5);
select ok(site.login_wait('jan', '192.0.2.1') between 1 and 900,
  'five failures slow an address down');
select ok(site.login_wait('somebody', '192.0.2.1') > 0, 'the delay is for every name');
select is(site.login_wait('jan', '192.0.2.2'), 0, 'no other address is slowed down');
select pg_temp.fails('jan', '2001:db8:0:1::' || n) from generate_series(1, 5) n;
select ok(site.login_wait('jan', '2001:db8:0:1::99') > 0, 'an IPv6 network of 64 bits is one subscriber');
select is(site.login_wait('jan', '2001:db8:0:2::1'), 0, 'the next IPv6 network is another subscriber');
select pg_temp.forget();
select pg_temp.fails('somebody', '192.0.2.' || n) from generate_series(1, 20) n;
select ok(site.login_wait('an', '192.0.2.99') > 0, 'neighbours share four times as much');
select pg_temp.forget();
select pg_temp.fails('somebody', '2001:db8:0:' || to_hex(n) || '::1') from generate_series(1, 20) n;
select ok(site.login_wait('an', '2001:db8:0:ff::1') > 0, 'networks of 56 bits share likewise');
select is(site.login_wait('an', '2001:db8:0:100::1'), 0, 'their neighbours do not wait');
select pg_temp.fails('somebody', '2001:db8:0:' || to_hex(n * 256) || '::1') from generate_series(1, 60) n;
select ok(site.login_wait('an', '2001:db8:0:ff00::1') > 0, 'networks of 48 bits share likewise');
select is(site.login_wait('an', '2001:db8:1::1'), 0, 'no wider');

-- Guesses at one account from many networks: somebody who has not failed never waits for those who have.
select pg_temp.forget();
select pg_temp.attack('jan');
select is(site.login_wait('jan', '203.0.113.9'), 0,
  'an editor at a new address is never locked out by guesses');
select is(site.login_wait('jan', '2001:db8:7::1'), 0, 'the same holds for IPv6');
select pg_temp.fails('jan', '203.0.113.9');
select ok(site.login_wait('jan', '203.0.113.9') between 1 and 60,
  'an editor who mistypes during an attack waits a minute at most');
select is(site.login_wait('an', '203.0.113.9'), 0, 'other accounts do not wait');
select pg_temp.fails('jan', '203.0.113.9');
select ok(site.login_wait('jan', '203.0.113.9') between 540 and 600, 'an attacker then waits ten minutes');
select pg_temp.fails('jan', '203.0.113.9');
select ok(site.login_wait('jan', '203.0.113.9') between 7140 and 7200, 'an attacker then waits two hours');
update site.failed_login set at = now() - interval '59 minutes';
select ok(site.login_wait('jan', '203.0.113.9') > 3600, 'the delay lasts as long as the attack');
update site.failed_login set at = now() - interval '61 minutes';
select is(site.login_wait('jan', '203.0.113.9'), 0, 'the delay ends with the attack');
select pg_temp.forget();
select pg_temp.attack('jan');
insert into site.known_network (account, network) values (pg_temp.account_of('jan'), '203.0.113.5'),
  (pg_temp.account_of('jan'), '2001:db8:9:9::/64');
select pg_temp.fails('jan', '203.0.113.' || n, 10) from generate_series(6, 9) n;
select ok(site.login_wait('jan', '203.0.113.10') > 0, 'neighbours of an attacker wait, too');
select is(site.login_wait('jan', '203.0.113.5'), 0, 'networks that the account has used do not wait');
select pg_temp.fails('jan', '203.0.113.5');
select is(site.login_wait('jan', '203.0.113.5'), 0, 'there a further mistake costs no time');
select pg_temp.fails('jan', '2001:db8:9:9::1');
select is(site.login_wait('jan', '2001:db8:9:9:ffff::7'), 0, 'a known network is a network, not one address');
update site.known_network set used_at = now() - interval '90 days';
select ok(site.login_wait('jan', '203.0.113.5') > 0, 'a network is known for ninety days');
select pg_temp.attack('nobody-of-this-name');
select pg_temp.fails(n, '203.0.114.9') from unnest(array['jan', 'nobody-of-this-name']) n;
select is(site.login_wait('nobody-of-this-name', '203.0.114.9'), site.login_wait('jan', '203.0.114.9'),
  'the delay does not reveal whether an account exists');

-- Guesses during other guesses: even the right password opens no session during a delay, so that it reveals
-- nothing.
select pg_temp.forget();
create function pg_temp.log_in(proven text, address text) returns text language sql as
  $$ select case when opened then 'opened' when wait > 0 then 'wait' else 'failed' end
       from site.log_in('jan', address::inet, proven, 0, sha256(''),
       sha256(gen_random_uuid()::text::bytea)) $$;
select is(pg_temp.log_in('$argon2id$x', '192.0.2.9'), 'opened', 'a right password opens a session');
select is((select array_agg(network::text) from site.known_network where network = '192.0.2.9'),
  array['192.0.2.9/32'], 'a session makes its network known');
select is(pg_temp.log_in(null, '192.0.2.10'), 'failed', 'a wrong one does not') from generate_series(1, 5);
select is(pg_temp.log_in('$argon2id$x', '192.0.2.10'), 'wait',
  'a sixth guess at the same time finds that it should have waited');
select is((select count(*) from site.failed_login), 5::bigint, 'that guess is not recorded');

-- Forms sent without a session
create function pg_temp.keep(its_name text, its_address inet, its_form text) returns boolean language sql
  as $$
  select site.keep_form(sha256(its_form::bytea), (select id from site.account where name = its_name),
    its_address, '/admin/x', its_form, false) $$;
select ok(pg_temp.keep('jan', '192.0.2.1', 'editor'), 'the form of an editor is kept');
select ok(bool_and(pg_temp.keep(null, ('2001:db8::' || n)::inet, 'a' || n)), 'so is what strangers send')
  from generate_series(1, 10) n;
select ok(not pg_temp.keep(null, '2001:db8::b', 'a11'), 'each subscriber may leave ten forms an hour');
update site.kept_form set at = at - interval '61 minutes' where account is null;
select ok(bool_and(pg_temp.keep(null, ('2001:db8::' || n)::inet, 'a' || n)), 'then others')
  from generate_series(12, 14) n;
select is((select array_agg(form order by substr(form, 2)::int) from site.kept_form where account is null),
  array(select 'a' || n from unnest(array[4, 5, 6, 7, 8, 9, 10, 12, 13, 14]) n),
          'a further form replaces the oldest');
select ok(bool_and(pg_temp.keep(null, ('192.0.3.' || n % 19)::inet, 'b' || n)), 'of twenty')
  from generate_series(1, 190) n;
select ok(not pg_temp.keep(null, '198.51.100.7', 'c'), 'a full store takes no form of a new subscriber');
select ok(pg_temp.keep(null, '2001:db8::1', 'd'), 'a subscriber of kept forms may replace one of them');
select ok(pg_temp.keep('jan', '192.0.2.1', 'editor again'), 'an editor''s form is always kept');
select results_eq($$select * from site.take_form(sha256('editor'))$$,
  $$values ('/admin/x', 'editor', false)$$, 'a kept form is given back');
select is_empty($$select * from site.take_form(sha256('editor'))$$, 'once');
update site.kept_form set at = now() - interval '12 hours 1 second' where form = 'd';
select is_empty($$select * from site.take_form(sha256('d'))$$,
  'a form is given back within twelve hours only');
select throws_ok($$select pg_temp.keep('jan', '192.0.2.1', repeat('x', 250001))$$, '23514', null,
  'the forms of one subscriber are bounded');

-- Answers to forms
create function pg_temp.answer(its_name text, its_answer text,
  once boolean default false) returns boolean language sql as $$
  select site.keep_answer(sha256(its_answer::bytea), (select id from site.account where name = its_name),
    '192.0.2.77', '/admin/x', its_answer, 422, 'p', once) $$;
create function pg_temp.answered(its_name text, its_answer text,
  its_path text default '/admin/x') returns setof text language sql as $$
  select answer || status || policy
    from site.kept_answer(sha256(its_answer::bytea), (select id from site.account where name = its_name),
    its_path) $$;
select ok(pg_temp.answer('jan', 'page'), 'an answer is kept');
select is(pg_temp.answered('jan', 'page'), 'page422p', 'it is shown as often as it is asked for')
  from generate_series(1, 2);
select is_empty($$select pg_temp.answered(null, 'page')$$, 'an answer is for its account only');
select is_empty($$select pg_temp.answered('jan', 'page', '/admin/y')$$, 'an answer is for its address only');
select is_empty($$select * from site.take_form(sha256('page'))$$, 'an answer is not a form');
select ok(pg_temp.answer('jan', 'codes', true), 'an answer with a secret is kept');
select is_empty($$select pg_temp.answered(null, 'codes')$$,
  'an answer with a secret is for its account only');
select is(pg_temp.answered('jan', 'codes'), 'codes422p', 'shown');
select is_empty($$select pg_temp.answered('jan', 'codes')$$, 'once');
select ok(bool_and(pg_temp.answer('jan', 'page ' || n)), 'of an account') from generate_series(1, 40) n;
select is((select count(*) from site.kept_form where answer is not null), 40::bigint,
  'the newest forty answers stay');
select ok(exists (select from site.kept_form where form = 'editor again'), 'answers push out no forms');
select ok(bool_and(pg_temp.answer(null, 'login ' || n)), 'of strangers') from generate_series(1, 10) n;
select ok(not pg_temp.answer(null, 'login 11'),
  'each subscriber may get ten answers an hour without a session');
select is(pg_temp.answered('jan', 'login 1'), 'login 1422p',
  'somebody who has logged in since still sees these answers');
update site.kept_form set at = now() - interval '12 hours 1 second' where answer = 'page 40';
select is_empty($$select pg_temp.answered('jan', 'page 40')$$, 'an answer is kept for twelve hours');
select ok(pg_temp.keep('jan', '192.0.2.1', 'of jan'), 'the form of an account is kept');
select is_empty($$select * from site.take_form(sha256('of jan'), -1)$$,
  'the form of an account is not given to another');

-- The log
insert into site.audit (account, action) values ('jan', 'save-text');
select throws_ok($$update site.audit set account = 'an'$$, '23001', null,
  'an entry of the log cannot change');
select throws_ok($$delete from site.audit$$, '23001', null, 'an entry of the log cannot be deleted');
select throws_ok($$truncate site.audit$$, '23001', null, 'the log cannot be emptied');
select ok(not has_table_privilege('benelux_desk', 'site.audit', 'update, delete, truncate'),
  'the desk may not even try');
select ok(not has_table_privilege('benelux_visitor', c.oid, 'select'),
  format('visitors do not read %s', relname))
  from pg_class c where oid in ('site.account'::regclass, 'site.session'::regclass, 'site.audit'::regclass,
  'site.failed_login'::regclass, 'site.known_network'::regclass,
                      'site.kept_form'::regclass);

-- Saves
create function pg_temp.newest(document_key text, its_language text) returns bigint language sql as $$
  select n.id from site.newest_edition n join site.document d on d.id = n.document_id
    where d.key = document_key and n.language = its_language $$;
create function pg_temp.save(document_key text, its_language text, base bigint, fields jsonb,
  aligned boolean default false, its_slug text default null)
  returns table (result text, edition bigint) language sql as $$
  select (site.save_text('jan', '192.0.2.1', d.id, its_language, base,
                         case when d.original <> its_language
                         then pg_temp.newest(document_key, d.original) end,
                         coalesce(its_slug, (select slug from site.edition where id = base), 'nieuw'), fields,
                         'noot', aligned)).*
    from site.document d where d.key = document_key $$;
create function pg_temp.texts(edition bigint) returns jsonb language sql
  as $$ select jsonb_object_agg(field, value) from site.edition_text where edition_id = edition $$;

create temporary table was as select pg_temp.newest('about', 'nl') as id;
select is((select result
  from pg_temp.save('about', 'nl', (select id from was), pg_temp.texts((select id from was)))), 'unchanged',
  'saving without a change makes no save');
select is((select result
  from pg_temp.save('about', 'nl', (select id from was),
  pg_temp.texts((select id from was)) || '{"summary": "Anders."}')), 'saved', 'saving a change makes a save');
select is((select state from site.edition where id = (select id from was)), 'published',
  'a save does not change what is public');
select is((select author || ' ' || note from site.edition where id = pg_temp.newest('about', 'nl')),
  'jan noot', 'a save has its author and note');
select is((select count(*) from pg_temp.outdated_text o join site.document d on d.id = o.document_id
  where d.key = 'about'), 0::bigint, 'a draft makes no translation outdated');
select is((select result
  from pg_temp.save('about', 'nl', (select id from was),
  pg_temp.texts((select id from was)) || '{"summary": "Van mij."}')), 'conflict',
  'somebody who has not seen the newest save gets a conflict');
select is((select edition
  from pg_temp.save('about', 'nl', (select id from was),
  pg_temp.texts((select id from was)) || '{"summary": "Van mij."}')), pg_temp.newest('about', 'nl'),
  'the conflict names the newest save');
select is((select result
  from pg_temp.save('about', 'nl', (select id from was),
  pg_temp.texts((select id from was)) || '{"summary": "Anders."}')), 'unchanged',
  'the same form sent twice is no conflict');
create temporary table draft as select pg_temp.newest('about', 'nl') as id;
select is((select result
  from pg_temp.save('about', 'nl', (select id from draft),
  pg_temp.texts((select id from draft)) || '{"summary": "Nog anders."}')), 'saved',
  'a draft can follow a draft');
select is((select state from site.edition where id = (select id from draft)), 'replaced',
  'the draft before it is kept as replaced');
select throws_ok($$update site.edition_text set value = 'x' where edition_id = (select id from draft)$$,
  '23001', null, 'a save cannot change');
select lives_ok($$select site.publish_text('jan', '192.0.2.1', 'about', 'nl')$$, 'a draft is published');
select is(array(select distinct language::text from pg_temp.outdated_text o join site.document d
  on d.id = o.document_id where d.key = 'about' order by 1), '{de,en,fr}',
  'after publication the translations are outdated');
create temporary table french as select pg_temp.newest('about', 'fr') as id;
select is((select result
  from pg_temp.save('about', 'fr', (select id from french), pg_temp.texts((select id from french)))),
  'unchanged', 'saving a translation unchanged does not confirm it');
select is((select result
  from pg_temp.save('about', 'fr', (select id from french), pg_temp.texts((select id from french)), true)),
  'saved', 'confirming a translation makes a save');
select site.publish_text('jan', '192.0.2.1', 'about', 'fr');
select is(array(select distinct language::text from pg_temp.outdated_text o join site.document d
  on d.id = o.document_id where d.key = 'about' order by 1), '{de,en}',
    'a confirmed translation is not outdated');
select is((select count(*) from site.audit where account = 'jan' and action in ('save-text', 'publish')
  and document = 'about'), 5::bigint, 'the log has each change once');
select throws_ok($$select site.publish_text('jan', '192.0.2.1', 'about', 'nl')$$, 'P0002', null,
  'a text without a draft is not published');
select lives_ok($$select site.withdraw_text('jan', '192.0.2.1', 'about', 'en')$$, 'a text is withdrawn');
select is((select language::text from visitor.page where key = 'about' and for_language = 'en'), 'nl',
  'visitors see the original instead');
select ok(exists (select from site.edition e join site.document d on d.id = e.document_id
  where d.key = 'about' and e.language = 'en' and e.state = 'superseded'),
    'the history has the withdrawn text');

select * from finish();
rollback;
