-- One-time codes at the login (RFC 6238), for accounts that have set them up, and recovery codes.

alter table site.account
    add column code_secret     bytea check (length(code_secret) = 20),  -- null: the account has no codes
    add column code_step       bigint not null default 0,               -- the last step of time whose code was used: a code works once
    add column code_offered    bytea check (length(code_offered) = 20), -- a secret that was shown and is not confirmed yet
    add column code_offered_at timestamptz;

-- A code that was used is gone. What is kept is a hash: a code has 80 random bits, so a quick one is enough.
create table site.recovery_code (
    account bigint not null references site.account on delete cascade,
    hash    bytea  not null check (length(hash) = 32),                  -- SHA-256
    primary key (account, hash)
);

-- Opens a session, or counts a failure: true or false, in one round trip for all that can be wrong. PROVEN is the hash of the password that was held
-- against what was typed, null when it did not match; STEP that of the code that was typed, 0 when it is none; RECOVERY the hash of what was typed
-- as a recovery code. Two at once come one after the other, so a code is used once.
create function site.log_in(account_name text, from_address inet, proven text, step bigint, recovery bytea, session_token bytea) returns boolean
    language plpgsql as $$
declare
    who  record;
    may  boolean;
    told text;
begin
    select id, name, code_secret into who from site.account where name = account_name and enabled and password = proven for no key update;
    may := found;
    if may and who.code_secret is not null then
        update site.account set code_step = step where id = who.id and code_step < step;
        may := found;
        if not may then
            delete from site.recovery_code where account = who.id and hash = recovery;
            may := found;
            told := 'recovery code, ' || (select count(*) from site.recovery_code where account = who.id) || ' left';
        end if;
    end if;
    if not may then
        delete from site.failed_login where at < now() - interval '1 day';
        insert into site.failed_login (name, address) values (left(account_name, 100), from_address);
        return false;
    end if;
    delete from site.session where used_at < now() - interval '1 day';
    insert into site.known_address (account, address) values (who.id, from_address) on conflict (account, address) do update set used_at = now();
    insert into site.session (account, token, address) values (who.id, session_token, from_address);
    insert into site.audit (account, action, detail, address) values (who.name, 'log-in', told, from_address);
    return true;
end
$$;

-- Changes the codes of the account NAME, who has given their password. WHAT is
--   offer    SECRET is shown, to be confirmed within an hour; what is in use stays in use
--   confirm  the offered SECRET is in use from now on, its code of STEP is used, and RECOVERY are the hashes of the recovery codes
--   renew    RECOVERY take the place of the recovery codes
--   off      none is asked any more
-- 'done', or 'unknown' where there is nothing to do it to: SECRET is not what is offered, there are no codes. A confirm and an off end the sessions
-- of the account, as a new password does.
create function site.change_codes(account_name text, from_address inet, what text, secret bytea, step bigint, recovery bytea[]) returns text
    language plpgsql as $$
declare
    who bigint;
begin
    if what = 'offer' then
        update site.account set code_offered = secret, code_offered_at = now() where name = account_name and code_secret is null returning id into who;
    elsif what = 'confirm' then
        update site.account
           set code_secret = code_offered, code_step = step, code_offered = null, code_offered_at = null, changed_at = clock_timestamp()
         where name = account_name and code_secret is null and code_offered = secret and code_offered_at > now() - interval '1 hour' returning id into who;
    elsif what = 'off' then
        update site.account
           set code_secret = null, code_step = 0, code_offered = null, code_offered_at = null, changed_at = clock_timestamp()
         where name = account_name and code_secret is not null returning id into who;
    else
        select id into who from site.account where name = account_name and code_secret is not null for no key update;
    end if;
    if who is null then
        return 'unknown';
    end if;
    if what <> 'offer' then
        delete from site.recovery_code where account = who;
        insert into site.recovery_code (account, hash) select who, unnest(recovery);
        insert into site.audit (account, action, address) values (account_name, 'codes-' || what, from_address);
    end if;
    return 'done';
end
$$;

-- As before, and WHAT may be codes too: takes the one-time codes of an account away, for who has lost device and recovery codes, and ends its
-- sessions.
create or replace function site.change_account(by_account text, from_address inet, what text, target text, new_role text, new_password text) returns text
    language plpgsql as $$
begin
    lock table site.account in share row exclusive mode;   -- one change after the other: there has to be an administrator left
    if what = 'add' then
        insert into site.account (name, role, password) values (target, new_role, new_password) on conflict do nothing;
        if not found then
            return 'taken';
        end if;
    else
        if not exists (select from site.account where name = target) then
            return 'unknown';
        end if;
        if (what = 'disable' or (what = 'role' and new_role <> 'administrator'))
           and not exists (select from site.account where name <> target and enabled and role = 'administrator') then
            return 'last';
        end if;
        update site.account
           set enabled = case what when 'enable' then true when 'disable' then false else enabled end,
               role = case what when 'role' then new_role else role end,
               password = case what when 'password' then new_password else password end,
               changed_at = case when what in ('password', 'codes') then clock_timestamp() else changed_at end
         where name = target;
        if what = 'codes' then
            update site.account set code_secret = null, code_step = 0, code_offered = null, code_offered_at = null where name = target;
            delete from site.recovery_code r using site.account a where a.id = r.account and a.name = target;
        end if;
    end if;
    insert into site.audit (account, action, detail, address)
         values (by_account, 'account-' || what, target || case when new_role is null then '' else ' ' || new_role end, from_address);
    return 'done';
end
$$;

revoke all on all functions in schema site from public;
grant execute on all functions in schema site to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
revoke update, delete on site.audit from benelux_desk;
