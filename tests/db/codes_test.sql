-- SPDX-License-Identifier: EUPL-1.2
-- One-time codes: what a login needs, that each code works once, and how codes are set up and removed.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();

insert into site.account (name, role, password) values ('jan', 'editor', '$argon2id$x'),
  ('an', 'administrator', '$argon2id$y');
create temporary sequence turn; -- a new address for each login, so that none has to wait
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

-- An account without codes
select ok(pg_temp.log_in('jan', '$argon2id$x'), 'the password opens a session');
select ok(pg_temp.log_in('jan', '$argon2id$x', 7, 'x'), 'a needless code does not matter');
select is(pg_temp.sessions(), 2::bigint, 'each login has its own session');
select is(pg_temp.failures(), 0::bigint, 'nothing failed');
select ok(not pg_temp.log_in('jan', null), 'without the password there is no session');
select ok(not pg_temp.log_in('jan', '$argon2id$old'), 'a password changed in the meantime opens no session');
select ok(not pg_temp.log_in('nobody', null), 'an unknown account opens no session');
select is(pg_temp.failures(), 2::bigint, 'failures are counted');
select is((select count(*) from site.audit where account = 'jan' and action = 'log-in'), 2::bigint,
  'logins are in the log');

-- Setting up
select is(pg_temp.change('confirm', 'aaaaaaaaaaaaaaaaaaaa', 5), 'unknown',
  'a secret that was not offered is not confirmed');
select is(pg_temp.change('offer', 'aaaaaaaaaaaaaaaaaaaa'), 'done', 'a secret is offered');
select ok(pg_temp.log_in('jan', '$argon2id$x'), 'no login asks for an offered secret');
select is(pg_temp.change('offer', 'bbbbbbbbbbbbbbbbbbbb'), 'done', 'another secret is offered');
select is(pg_temp.change('confirm', 'aaaaaaaaaaaaaaaaaaaa', 5), 'unknown',
  'the first secret is no longer valid');
update site.account set code_offered_at = now() - interval '61 minutes' where name = 'jan';
select is(pg_temp.change('confirm', 'bbbbbbbbbbbbbbbbbbbb', 5), 'unknown',
  'the second secret is not valid after an hour');
select is(pg_temp.change('offer', 'cccccccccccccccccccc'), 'done', 'a third secret is offered');
select throws_ok($$select pg_temp.change('offer', 'short')$$, '23514', null, 'a secret has 20 bytes');
select is(pg_temp.change('renew', null, 0, array[sha256('one')]), 'unknown',
  'without codes there are no recovery codes');
select is(pg_temp.change('off'), 'unknown', 'without codes there is nothing to turn off');
select is(pg_temp.change('confirm', 'cccccccccccccccccccc', 100, array[sha256('one'), sha256('two')]), 'done',
  'an offered secret is confirmed');
select is(pg_temp.sessions(), 0::bigint, 'earlier sessions end');
select is((select code_offered from site.account where name = 'jan'), null,
  'no secret is offered any longer');
select is(pg_temp.change('offer', 'dddddddddddddddddddd'), 'unknown',
  'a secret in use is not replaced');

-- With codes
delete from site.failed_login;
select ok(not pg_temp.log_in('jan', '$argon2id$x'), 'the password alone is not enough');
select ok(not pg_temp.log_in('jan', '$argon2id$x', 100), 'the code of the set-up counts as used');
select ok(not pg_temp.log_in('jan', null, 101, 'one'), 'a code without the password is not enough');
select is(pg_temp.failures(), 3::bigint, 'each attempt counts as a failed login');
select ok(pg_temp.log_in('jan', '$argon2id$x', 101),
  'both open a session; a code without the password was not used up');
select ok(not pg_temp.log_in('jan', '$argon2id$x', 101), 'a code works once');
select ok(not pg_temp.log_in('jan', '$argon2id$x', 100), 'an older code does not work');
select ok(pg_temp.log_in('jan', '$argon2id$x', 102), 'a newer code works');
select ok(pg_temp.log_in('jan', '$argon2id$x', 0, 'one'), 'a recovery code works');
select is((select detail from site.audit where account = 'jan' and action = 'log-in' order by id desc
  limit 1), 'recovery code, 1 left', 'the log has the recovery code');
select ok(not pg_temp.log_in('jan', '$argon2id$x', 0, 'one'), 'once');
select ok(not pg_temp.log_in('an', '$argon2id$x', 0, 'two'),
  'a recovery code works for its own account only');
update site.account set enabled = false where name = 'jan';
select ok(not pg_temp.log_in('jan', '$argon2id$x', 103), 'a disabled account has no login');
update site.account set enabled = true where name = 'jan';

-- New recovery codes
select is(pg_temp.change('renew', null, 0, array[sha256('three')]), 'done', 'recovery codes are renewed');
select ok(not pg_temp.log_in('jan', '$argon2id$x', 0, 'two'), 'the old recovery codes no longer work');
select ok(pg_temp.log_in('jan', '$argon2id$x', 0, 'three'), 'the new recovery codes work');

-- Turning codes off, and resetting them
select is(pg_temp.change('off'), 'done', 'codes are turned off');
select ok(pg_temp.log_in('jan', '$argon2id$x'), 'without codes the password is enough');
select is_empty($$select from site.recovery_code$$, 'no recovery code is left');
select is(pg_temp.change('offer', 'eeeeeeeeeeeeeeeeeeee') || pg_temp.change('confirm', 'eeeeeeeeeeeeeeeeeeee',
  1, array[sha256('four')]), 'donedone', 'codes are set up again');
select ok(pg_temp.log_in('jan', '$argon2id$x', 2), 'the new codes have a count of their own');
select is(site.change_account('an', '192.0.2.1', 'codes', 'nobody', null, null), 'unknown',
  'an unknown account has no codes');
select is(site.change_account('an', '192.0.2.1', 'codes', 'jan', null, null), 'done',
  'an administrator resets codes');
select is(pg_temp.sessions(), 0::bigint, 'a reset ends the sessions');
select is_empty($$select from site.recovery_code$$, 'a reset removes the recovery codes');
select ok(pg_temp.log_in('jan', '$argon2id$x'), 'after a reset the password is enough');
select is(array(select action from site.audit where action like 'codes-%' or action = 'account-codes'
  order by id),
          array['codes-confirm', 'codes-renew', 'codes-off', 'codes-confirm', 'account-codes'],
          'the log has every change');
select ok(not has_table_privilege('benelux_visitor', 'site.recovery_code', 'select'),
  'visitors cannot read recovery codes');

select * from finish();
rollback;
