-- SPDX-License-Identifier: EUPL-1.2
-- The log: who did what, when, from where. It can be read and added to, but not changed.

create or replace function site.keep_audit() returns trigger language plpgsql as $$
begin
    raise exception 'entries of the log cannot be changed' using errcode = 'restrict_violation';
end $$;

-- MOST entries of the log: of an account, an action and a document, of the days from FIRST to LAST in
-- Brussels (null does not restrict). The latest before the entry BEFORE, or else the earliest after the entry
-- AFTER, or else the latest.
create or replace function site.audit_of(by_account text, of_action text, of_document text, first date,
                                         last date, before bigint, after bigint, most integer)
    returns setof site.audit language plpgsql stable as $$
begin
    return query execute 'select * from site.audit where true'
        || case when by_account is null then '' else ' and account = $1' end
        || case when of_action is null then '' else ' and action = $2' end
        || case when of_document is null then '' else ' and document = $3' end
        || case when first is null then ''
            else ' and at >= $4::timestamp at time zone ''Europe/Brussels''' end
        || case when last is null then ''
            else ' and at < ($5 + 1)::timestamp at time zone ''Europe/Brussels''' end
        || case when before is not null then ' and id < $6 order by id desc limit $8'
                when after is not null then ' and id > $7 order by id limit $8'
                else ' order by id desc limit $8' end
        using by_account, of_action, of_document, first, last, before, after, most;
end $$;

-- The accounts and the actions in the log; the index takes one step for each.
create or replace view site.audit_account as
    with recursive found (account) as (
        (select account from site.audit order by account limit 1)
        union all
        select (select a.account from site.audit a where a.account > f.account order by a.account limit 1)
            from found f where f.account is not null)
    select account from found where account is not null;

create or replace view site.audit_action as
    with recursive found (action) as (
        (select action from site.audit order by action limit 1)
        union all
        select (select a.action from site.audit a where a.action > f.action order by a.action limit 1)
            from found f where f.action is not null)
    select action from found where action is not null;

create or replace trigger keep_audit before update or delete on site.audit
    for each row execute function site.keep_audit();
create or replace trigger keep_all_audit before truncate on site.audit
    for each statement execute function site.keep_audit();
