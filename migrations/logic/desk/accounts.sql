-- SPDX-License-Identifier: EUPL-1.2
-- Accounts and sessions.

-- Adds or changes an account. WHAT is
--   add
--   enable
--   disable   ends its sessions, and the links to previews that it made, since they need no session
--   role
--   password  ends its sessions
--   log-out   ends its sessions
--   codes     deletes its one-time codes, for somebody who has lost device and recovery codes, and ends its
--             sessions
-- Returns 'taken' when the name exists already, 'unknown' when it does not exist, 'last' when no
-- administrator would be left; otherwise 'done'.
create or replace function site.change_account(by_account text, from_address inet, what text, target text,
                                               new_role text, new_password text) returns text
    language plpgsql as $$
begin
    -- one change at a time, since an administrator has to be left
    lock table site.account in share row exclusive mode;
    if what = 'add' then
        insert into site.account (name, role, password) values (target, new_role, new_password)
            on conflict do nothing;
        if not found then
            return 'taken';
        end if;
    else
        if not exists (select from site.account where name = target) then
            return 'unknown';
        end if;
        if (what = 'disable' or (what = 'role' and new_role <> 'administrator'))
           and not exists (select from site.account
                           where name <> target and enabled and role = 'administrator') then
            return 'last';
        end if;
        update site.account
           set enabled = case what when 'enable' then true when 'disable' then false else enabled end,
               role = case what when 'role' then new_role else role end,
               password = case what when 'password' then new_password else password end,
               changed_at = case when what in ('disable', 'password', 'codes', 'log-out')
                                 then clock_timestamp()
                             else changed_at end
         where name = target;
        if what = 'disable' then
            update site.preview set expires_at = now() where account = target and expires_at > now();
        end if;
        if what = 'codes' then
            update site.account set code_secret = null, code_step = 0, code_offered = null,
                code_offered_at = null where name = target;
            delete from site.recovery_code r using site.account a where a.id = r.account and a.name = target;
        end if;
    end if;
    insert into site.audit (account, action, detail, address)
         values (by_account, 'account-' || what, target || case when new_role is null then ''
                 else ' ' || new_role end, from_address);
    return 'done';
end $$;

-- Changes the one-time codes of an account, which has given its password. WHAT is
--   offer    shows SECRET, to be confirmed within an hour; until then nothing else changes
--   confirm  puts the offered SECRET to use; its code of STEP is used up, and RECOVERY are the hashes of the
--            recovery codes
--   renew    replaces the recovery codes by RECOVERY
--   off      asks for no codes any more
-- Returns 'done', or 'unknown' when it does not fit: SECRET was not offered, or there are no codes.
-- Confirming and turning off end the sessions of the account, as a new password does.
create or replace function site.change_codes(account_name text, from_address inet, what text, secret bytea,
                                             step bigint, recovery bytea[]) returns text
    language plpgsql as $$
declare
    who bigint;
begin
    if what = 'offer' then
        update site.account set code_offered = secret, code_offered_at = now()
            where name = account_name and code_secret is null returning id into who;
    elsif what = 'confirm' then
        update site.account
           set code_secret = code_offered, code_step = step, code_offered = null, code_offered_at = null,
               changed_at = clock_timestamp()
         where name = account_name and code_secret is null and code_offered = secret
             and code_offered_at > now() - interval '1 hour' returning id into who;
    elsif what = 'off' then
        update site.account
           set code_secret = null, code_step = 0, code_offered = null, code_offered_at = null,
               changed_at = clock_timestamp()
         where name = account_name and code_secret is not null returning id into who;
    else
        select id into who from site.account
            where name = account_name and code_secret is not null for no key update;
    end if;
    if who is null then
        return 'unknown';
    end if;
    if what <> 'offer' then
        delete from site.recovery_code where account = who;
        insert into site.recovery_code (account, hash) select who, unnest(recovery);
        insert into site.audit (account, action, address)
            values (account_name, 'codes-' || what, from_address);
    end if;
    return 'done';
end $$;

-- The seconds that a login has to wait. Recent failures slow down the networks that they came from:
--   five failures in a quarter of an hour, times the share of the network: 2 seconds, 4, 8 … up to a quarter
--   of an hour
--   when thirty logins to the account failed within an hour, from anywhere: a minute after the first failure
--   of a day, ten after the second, two hours after each further one; failures are divided by the share
-- So no login waits for failures elsewhere: whoever guesses from many networks keeps nobody out, and has
-- three guesses from each, then one in two hours. From a network that used the account before, only its own
-- failures count, by the first rule. Nothing depends on whether the account exists.
create or replace function site.login_wait(for_name text, from_address inet) returns integer
    language sql stable as $$
    with its as (select n.network, n.share, count(f.at) as today, max(f.at) as last,
                        count(f.at) filter (where f.at > now() - interval '15 minutes') as lately
                   from site.networks(host(from_address)) n
                   left join site.failed_login f
                          on f.network <<= n.network and f.at > now() - interval '1 day'
                  group by n.network, n.share),
         attacked as (select count(*) = 30 as yes
                        from (select from site.failed_login
                               where name = for_name and at > now() - interval '1 hour' limit 30) failed),
         known as (select exists (select from site.known_network k join site.account a on a.id = k.account
                                   where a.name = for_name and k.used_at > now() - interval '90 days'
                                     and k.network = site.own_network(host(from_address))) as yes),
         wait as (select its.last + interval '1 second' * greatest(
                             case when its.lately >= 5 * its.share
                                  then least(900, power(2, least(its.lately - 5 * its.share + 1, 10))) end,
                             case when attacked.yes and not known.yes
                                  then (array[60, 600, 7200])[least(its.today / its.share, 3)] end) as until
                    from its, attacked, known
                   where its.share = 1 or not known.yes)
    select greatest(0, ceil(extract(epoch from max(until) - now())))::integer from wait
$$;

create or replace function site.count_failed_login(its_name text, from_address inet) returns void
    language sql as $$
    delete from site.failed_login where at < now() - interval '1 day';
    insert into site.failed_login (name, network)
         values (left(its_name, 100), site.own_network(host(from_address)));
$$;

create or replace function site.know_network(its_account bigint, from_address inet) returns void
    language sql as $$
    insert into site.known_network (account, network)
         values (its_account, site.own_network(host(from_address)))
        on conflict (account, network) do update set used_at = now();
$$;

-- Opens a session, or counts a failure, in one round trip whatever is wrong. PROVEN is the hash of the
-- password with which the typed one was compared, null when it did not match; STEP is that of the typed code,
-- 0 without a valid one; RECOVERY is the hash of the typed text as a recovery code. Only one login runs at a
-- time, so that a code is used once. If many were told at the same moment that they need not wait, those
-- beyond the limit have to WAIT after all; they learn nothing, since even a correct login opens no session
-- then.
create or replace function site.log_in(account_name text, from_address inet, proven text, step bigint,
                                       recovery bytea, session_token bytea,
                                       out opened boolean, out wait integer)
    language plpgsql as $$
declare
    who  record;
    may  boolean;
    told text;
begin
    perform pg_advisory_xact_lock(hashtext('site.log_in'));
    opened := false;
    wait := site.login_wait(account_name, from_address);
    if wait > 0 then
        return;
    end if;
    select id, name, code_secret into who from site.account where name = account_name and enabled
        and password = proven for no key update;
    may := found;
    if may and who.code_secret is not null then
        update site.account set code_step = step where id = who.id and code_step < step;
        may := found;
        if not may then
            delete from site.recovery_code where account = who.id and hash = recovery;
            may := found;
            told := 'recovery code, ' || (select count(*) from site.recovery_code where account = who.id)
                || ' left';
        end if;
    end if;
    if not may then
        perform site.count_failed_login(account_name, from_address);
        return;
    end if;
    delete from site.session where used_at < now() - interval '1 day';
    perform site.know_network(who.id, from_address);
    insert into site.session (account, token, address) values (who.id, session_token, from_address);
    insert into site.audit (account, action, detail, address) values (who.name, 'log-in', told, from_address);
    opened := true;
end $$;

create or replace view site.live_session as
    select s.token, s.opened_at, a.id, a.name, a.role, a.language
      from site.session s join site.account a on a.id = s.account
     where a.enabled and s.used_at > now() - interval '30 minutes'
         and s.opened_at > now() - interval '12 hours' and s.opened_at >= a.changed_at;
