-- SPDX-License-Identifier: EUPL-1.2
-- One-time codes: what a login needs, that each code works once, and how they are set up and taken away.
begin;
set constraints all immediate;   -- what is composed at commit is looked at before
set search_path = tap, site, public;
select no_plan();

insert into site.account (name, role, password) values ('jan', 'editor', '$argon2id$x'),
  ('an', 'administrator', '$argon2id$y');
create temporary sequence turn; -- each from an address of its own, so that none has to wait
create function pg_temp.log_in(its_name text, proven text, step bigint default 0,
  recovery text default '') returns boolean language sql as
  $$ select opened from site.log_in(its_name, ('192.0.2.' || nextval('pg_temp.turn'))::inet, proven, step,
  sha256(recovery::bytea), sha256(gen_random_uuid()::text::bytea)) $$;
create function pg_temp.change(what text, secret text default null, step bigint default 0,
  recovery bytea[] default '{}') returns text language sql as
  $$ select site.change_codes('jan', '192.0.2.1', what, secret::bytea, step, recovery) $$;
create function pg_temp.failures() returns bigint language sql
  as $$ select count(*) from site.failed_login where name = 'jan' $$;
create function pg_temp.sessions() returns bigint language sql
  as $$ select count(*) from site.live_session where name = 'jan' $$;

-- Without codes, the password is all
select ok(pg_temp.log_in('jan', '$argon2id$x'), 'the password opens a session');
select ok(pg_temp.log_in('jan', '$argon2id$x', 7, 'x'), 'a code that was typed all the same does not matter');
select is(pg_temp.sessions(), 2::bigint, 'each has its own');
select is(pg_temp.failures(), 0::bigint, 'nothing failed');
select ok(not pg_temp.log_in('jan', null), 'without the password there is none');
select ok(not pg_temp.log_in('jan', '$argon2id$old'), 'nor with one that was changed meanwhile');
select ok(not pg_temp.log_in('nobody', null), 'nor for who is not there');
select is(pg_temp.failures(), 2::bigint, 'failures are counted');
select is((select count(*) from site.audit where account = 'jan' and action = 'log-in'), 2::bigint,
  'logins are in the log');

-- Setting up
select is(pg_temp.change('confirm', 'aaaaaaaaaaaaaaaaaaaa', 5), 'unknown',
  'what was not offered is not confirmed');
select is(pg_temp.change('offer', 'aaaaaaaaaaaaaaaaaaaa'), 'done', 'a secret is offered');
select ok(pg_temp.log_in('jan', '$argon2id$x'), 'and asked for by no login yet');
select is(pg_temp.change('offer', 'bbbbbbbbbbbbbbbbbbbb'), 'done', 'another is offered');
select is(pg_temp.change('confirm', 'aaaaaaaaaaaaaaaaaaaa', 5), 'unknown', 'the first is none any more');
update site.account set code_offered_at = now() - interval '61 minutes' where name = 'jan';
select is(pg_temp.change('confirm', 'bbbbbbbbbbbbbbbbbbbb', 5), 'unknown', 'nor the second after an hour');
select is(pg_temp.change('offer', 'cccccccccccccccccccc'), 'done', 'a third is offered');
select throws_ok($$select pg_temp.change('offer', 'short')$$, '23514', null, 'a secret has 20 bytes');
select is(pg_temp.change('renew', null, 0, array[sha256('one')]), 'unknown',
  'without codes there are no recovery codes');
select is(pg_temp.change('off'), 'unknown', 'and there is nothing to turn off');
select is(pg_temp.change('confirm', 'cccccccccccccccccccc', 100, array[sha256('one'), sha256('two')]), 'done',
  'what is offered is confirmed');
select is(pg_temp.sessions(), 0::bigint, 'the sessions from before end');
select is((select code_offered from site.account where name = 'jan'), null, 'nothing is offered any more');
select is(pg_temp.change('offer', 'dddddddddddddddddddd'), 'unknown',
  'a secret that is in use is not replaced');

-- With codes
delete from site.failed_login;
select ok(not pg_temp.log_in('jan', '$argon2id$x'), 'the password is not enough');
select ok(not pg_temp.log_in('jan', '$argon2id$x', 100), 'the code of the setting up was used');
select ok(not pg_temp.log_in('jan', null, 101, 'one'), 'a code without the password is not enough');
select is(pg_temp.failures(), 3::bigint, 'each counts as a failed login');
select ok(pg_temp.log_in('jan', '$argon2id$x', 101),
  'both are, and a code that came without the password was not used by it');
select ok(not pg_temp.log_in('jan', '$argon2id$x', 101), 'a code works once');
select ok(not pg_temp.log_in('jan', '$argon2id$x', 100), 'an older one no more');
select ok(pg_temp.log_in('jan', '$argon2id$x', 102), 'a newer one does');
select ok(pg_temp.log_in('jan', '$argon2id$x', 0, 'one'), 'a recovery code does');
select is((select detail from site.audit where account = 'jan' and action = 'log-in' order by id desc
  limit 1), 'recovery code, 1 left', 'the log says so');
select ok(not pg_temp.log_in('jan', '$argon2id$x', 0, 'one'), 'once');
select ok(not pg_temp.log_in('an', '$argon2id$x', 0, 'two'), 'for its account');
update site.account set enabled = false where name = 'jan';
select ok(not pg_temp.log_in('jan', '$argon2id$x', 103), 'a disabled account has no login');
update site.account set enabled = true where name = 'jan';

-- New recovery codes
select is(pg_temp.change('renew', null, 0, array[sha256('three')]), 'done', 'recovery codes are made again');
select ok(not pg_temp.log_in('jan', '$argon2id$x', 0, 'two'), 'the old ones are gone');
select ok(pg_temp.log_in('jan', '$argon2id$x', 0, 'three'), 'the new ones work');

-- Turned off, and reset
select is(pg_temp.change('off'), 'done', 'codes are turned off');
select ok(pg_temp.log_in('jan', '$argon2id$x'), 'the password is enough then');
select is_empty($$select from site.recovery_code$$, 'no recovery code is left');
select is(pg_temp.change('offer', 'eeeeeeeeeeeeeeeeeeee') || pg_temp.change('confirm', 'eeeeeeeeeeeeeeeeeeee',
  1, array[sha256('four')]), 'donedone', 'they are set up again');
select ok(pg_temp.log_in('jan', '$argon2id$x', 2), 'with a count of their own');
select is(site.change_account('an', '192.0.2.1', 'codes', 'nobody', null, null), 'unknown',
  'who is not there has no codes');
select is(site.change_account('an', '192.0.2.1', 'codes', 'jan', null, null), 'done',
  'an administrator takes them away');
select is(pg_temp.sessions(), 0::bigint, 'the sessions end');
select is_empty($$select from site.recovery_code$$, 'so do the recovery codes');
select ok(pg_temp.log_in('jan', '$argon2id$x'), 'the password is enough');
select is(array(select action from site.audit where action like 'codes-%' or action = 'account-codes'
  order by id),
          array['codes-confirm', 'codes-renew', 'codes-off', 'codes-confirm', 'account-codes'],
          'the log tells all of it');
select ok(not has_table_privilege('benelux_visitor', 'site.recovery_code', 'select'),
  'visitors do not read recovery codes');

select * from finish();
rollback;
