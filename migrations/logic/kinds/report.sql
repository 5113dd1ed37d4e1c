-- SPDX-License-Identifier: EUPL-1.2
-- Reports of visitors: how they come in, how long they are kept, and what editors do with them.

create or replace function site.report_mac(message text) returns text language plpgsql stable as $$
begin
    return (select encode(public.hmac(convert_to(message, 'UTF8'), k.key, 'sha256'), 'hex')
            from site.report_key k);
end $$;

-- The stamp of a form: when it was made, and proof that this site made it. It is no secret and not for one
-- visitor: nginx keeps a page for a second, and longer while it cannot get a new one.
create or replace function site.report_stamp(at timestamptz) returns text language plpgsql stable as $$
declare
    seconds constant text := floor(extract(epoch from at))::bigint;
begin
    return seconds || '.' || site.report_mac(seconds);
end $$;

create or replace function visitor.report_stamp() returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return site.report_stamp(now());
end $$;

-- When a stamp was made; null for one that this site did not make.
create or replace function site.report_stamped_at(stamp text) returns timestamptz
    language plpgsql stable as $$
declare
    part constant text[] := regexp_match(stamp, '^(\d{1,12})\.([0-9a-f]{64})$');
begin
    return case when part[2] = site.report_mac(part[1]) then to_timestamp(part[1]::bigint) end;
end $$;

-- A new reference: eight characters that are not easily mistaken for one another.
create or replace function site.report_reference() returns text language plpgsql as $$
declare
    characters constant text := '23456789ACDEFHJKMNPQRTVWXY';
    made       text;
    byte       integer;
begin
    loop
        made := '';
        while length(made) < 9 loop
            if length(made) = 4 then
                made := made || '-';
            end if;
            byte := get_byte(uuid_send(gen_random_uuid()), 15);
            if byte < 234 then   -- nine times the number of characters, so that all are equally likely
                made := made || substr(characters, byte % 26 + 1, 1);
            end if;
        end loop;
        exit when not exists (select from site.report r where r.reference = made);
    end loop;
    return made;
end $$;

-- The outcome as the desk shows it: reports that are held back are apart from those that wait.
create or replace function site.report_state(outcome text, held smallint) returns text
    language sql immutable parallel safe
    return case when outcome = 'new' and held is not null then 'held' else outcome end;

-- The limits: reports an hour from one sender, reports a day that are not held back, and reports held back.
-- They bound how much strangers can write into the database.
create or replace function site.report_limits(out from_one integer, out a_day integer, out held integer)
    language sql immutable parallel safe
    return (5, 200, 2000);

-- Whether a report that comes now from ADDRESS is part of a flood: the networks around its own have sent as
-- many in an hour as they may, or all senders together as many in a day. Returns how many those networks have
-- sent; null when there is no flood.
create or replace function site.report_crowd(address text) returns smallint
    language sql stable as $$
    with around as (select n.share, count(a.network) as sent
                      from site.networks(address) n
                      left join site.report_attempt a
                             on a.network <<= n.network and a.at > now() - interval '1 hour'
                     where n.share > 1 group by n.network, n.share),
         today as (select count(*) as sent
                     from (select from site.report
                            where held is null and came_at > now() - interval '24 hours'
                            limit (site.report_limits()).a_day) r)
    select case when coalesce(bool_or(around.sent >= around.share * limits.from_one), false)
                     or (select sent from today) >= min(limits.a_day)
                then coalesce(max(around.sent), 0) end::smallint
      from site.report_limits() limits left join around on true
$$;

-- Deletes held reports after thirty days, and those for which there is no room: reports from networks that
-- sent few stay rather than those from networks that sent many, and the latest of these. Only their number is
-- kept.
create or replace function site.drop_held_reports() returns void language sql as $$
    with one as (select id, came_at, row_number() over (order by held, id desc) as place
                   from site.report where held is not null and outcome = 'new'),
         gone as (delete from site.report
                   where id in (select id from one where place > (site.report_limits()).held
                                                      or came_at <= now() - interval '30 days')
                  returning id)
    insert into site.report_dropped as d (day, n)
         select (now() at time zone 'Europe/Brussels')::date, count(*) from gone having count(*) > 0
    on conflict (day) do update set n = d.n + excluded.n
$$;

-- Takes a report from a visitor. Returns
--   ('kept', reference)              also when the same report waits already, from whatever page: it is kept
--                                    once
--   ('too-soon'), ('expired')        the stamp is younger than five seconds; it is older than a day, or not
--                                    from this site
--   ('too-many', null, seconds)      the seconds until the next one is allowed: five an hour from one
--                                    subscriber
-- Nobody is refused for what others send: reports that come in a flood are kept, but held back. Nothing is
-- written for a report that is not kept. Raises check_violation for input that the program does not let
-- through.
create or replace function visitor.send_report(in_language text, stamp text, address text, obstacle text,
                                               place text, affected text, cause text, email text)
    returns table (result text, reference text, wait integer)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    stamped constant timestamptz := site.report_stamped_at(left(send_report.stamp, 100));
    sender  constant cidr := site.own_network(send_report.address);
    its     bytea;
    found   text;
    free_at timestamptz;
begin
    if stamped is null then
        return query select 'expired', null, null::integer;
        return;
    end if;
    its := sha256(convert_to(jsonb_build_array(in_language, obstacle, place, affected, cause,
                                               email)::text, 'UTF8'));
    -- reports are taken one at a time, since the same form may be sent twice at once
    perform pg_advisory_xact_lock(hashtext('site.report'));
    select r.reference into found from site.report r where r.digest = its and r.outcome = 'new';
    if found is not null then
        return query select 'kept', found, null::integer;
        return;
    end if;
    if stamped < now() - interval '24 hours' then
        return query select 'expired', null, null::integer;
        return;
    elsif stamped > now() - interval '5 seconds' then
        return query select 'too-soon', null, null::integer;
        return;
    end if;

    select a.at + interval '1 hour' into free_at from site.report_attempt a
     where a.network = sender and a.at > now() - interval '1 hour'
     order by a.at desc offset (site.report_limits()).from_one - 1 limit 1;
    if free_at is not null then
        return query select 'too-many', null, greatest(1, ceil(extract(epoch from free_at - now())))::integer;
        return;
    end if;
    update site.report r set digest = null where r.digest = its;   -- somebody has decided on that one
    insert into site.report (reference, language, day, digest, held, obstacle, place, affected, cause, email)
         values (site.report_reference(), in_language, (now() at time zone 'Europe/Brussels')::date, its,
                 site.report_crowd(send_report.address), obstacle, place, affected, nullif(cause, ''),
                 nullif(email, ''))
      returning report.reference into found;
    delete from site.report_attempt a where a.at <= now() - interval '1 hour';
    insert into site.report_attempt (network) values (sender);
    perform site.drop_held_reports();
    return query select 'kept', found, null::integer;
end $$;

-- Deletes an e-mail address thirty days after its report was decided on, and a report that became no obstacle
-- twelve months after it came in, but for its day, language, outcome and reference. Reports that are held
-- back go sooner, and entirely. Called every second, so it reads only what is due.
create or replace function site.sweep_reports() returns void language plpgsql as $$
begin
    delete from site.report_attempt where at <= now() - interval '1 hour';
    update site.report set email = null where email is not null and handled_at <= now() - interval '30 days';
    update site.report
       set outcome = case outcome when 'new' then 'lapsed' else outcome end, came_at = null, digest = null,
           obstacle = null, place = null, affected = null,
           cause = null, email = null, document_id = null, reason = null, handled_at = null, handled_by = null
     where outcome <> 'taken' and came_at <= now() - interval '12 months';
    perform site.drop_held_reports();
end $$;

-- The report if it still waits, locked; null when somebody has decided on it.
create or replace function site.waiting_report(its_reference text) returns site.report language plpgsql as $$
declare
    its site.report;
begin
    select * into strict its from site.report r where r.reference = upper(its_reference) for update;
    if its.outcome <> 'new' then
        return null;
    end if;
    return its;
end $$;

-- Makes a draft of an obstacle from a report: its texts are what the visitor wrote, for the editor to
-- rewrite; its first step says that it was reported, with ITS_REASON. Returns ('done', key of the document)
-- or ('handled').
create or replace function site.take_report(by_account text, from_address inet, its_reference text,
                                            its_field text, its_border text, its_original text,
                                            its_title text, its_reason text)
    returns table (result text, key text)
    language plpgsql as $$
declare
    its     constant site.report := site.waiting_report(its_reference);
    its_key text;
    made    bigint;
begin
    if its.id is null then
        return query select 'handled', null;
        return;
    end if;
    its_key := site.free_key(coalesce(nullif(site.slug_of(its_title, its_original), ''),
                                      'report-' || lower(its_reference)));
    insert into site.document (key, kind, position, original) values (its_key, 'obstacle', 0, its_original)
        returning id into made;
    insert into site.register_item (document_id, kind, field) values (made, 'obstacle', its_field);
    insert into site.register_border (document_id, border) values (made, its_border);
    insert into site.step (document_id, number, date, status) values (made, 1, its.day::text, 'reported');
    perform site.save_text(by_account, from_address, made, its_original, null, null, null, jsonb_build_object(
                'title', its_title, 'affects', its.affected, 'body',
                concat_ws(E'\n\n', its.obstacle, its.place, its.cause),
                'step.1', its_reason), '', false);
    update site.report set outcome = 'taken', document_id = made, handled_at = now(), handled_by = by_account
        where id = its.id;
    insert into site.audit (account, action, document, language, detail, address)
         values (by_account, 'report-take', its_key, its_original, its.reference, from_address);
    return query select 'done', its_key;
end $$;

-- Whether the decision on a report can be undone: the report still has its text, and will not be deleted at
-- once.
create or replace function site.can_reopen(its site.report) returns boolean language sql stable
    return its.outcome in ('taken', 'merged', 'rejected')
           and coalesce(its.came_at > now() - interval '12 months', false);

-- Makes a report wait again. What became of it, such as the draft of an obstacle, stays. Returns 'done' or
-- 'handled'.
create or replace function site.reopen_report(by_account text, from_address inet, its_reference text)
    returns text language plpgsql as $$
declare
    its site.report;
begin
    select * into strict its from site.report r where r.reference = upper(its_reference) for update;
    if not site.can_reopen(its) then
        return 'handled';
    end if;
    update site.report set outcome = 'new', held = null, document_id = null, reason = null, handled_at = null,
        handled_by = null where id = its.id;
    insert into site.audit (account, action, document, detail, address)
         select by_account, 'report-reopen', (select d.key from site.document d where d.id = its.document_id),
                its.reference, from_address;
    return 'done';
end $$;

-- Merges a report with a known obstacle, given by its key, or by its title if no other has that. Returns
-- 'done', 'handled', or 'unknown' when there is no such obstacle outside the archive.
create or replace function site.merge_report(by_account text, from_address inet, its_reference text,
                                             obstacle_key text) returns text
    language plpgsql as $$
declare
    its      constant site.report := site.waiting_report(its_reference);
    known    constant bigint[] := array(
        select d.id from site.document d left join site.heading h on h.document_id = d.id
         where d.kind = 'obstacle' and d.archived_at is null and obstacle_key in (d.key, h.title)
         order by d.key = obstacle_key desc limit 2);
begin
    if its.id is null then
        return 'handled';
    elsif known[1] is null or (known[2] is not null and not exists (
              select from site.document d where d.id = known[1] and d.key = obstacle_key)) then
        return 'unknown';
    end if;
    update site.report set outcome = 'merged', document_id = known[1], handled_at = now(),
        handled_by = by_account where id = its.id;
    insert into site.audit (account, action, document, detail, address)
         select by_account, 'report-merge', d.key, its.reference, from_address
           from site.document d where d.id = known[1];
    return 'done';
end $$;

-- Returns 'done' or 'handled'. The reason is kept, and deleted, with the report.
create or replace function site.reject_report(by_account text, from_address inet, its_reference text,
                                              its_reason text) returns text
    language plpgsql as $$
declare
    its constant site.report := site.waiting_report(its_reference);
begin
    if its.id is null then
        return 'handled';
    end if;
    update site.report set outcome = 'rejected', reason = its_reason, handled_at = now(),
        handled_by = by_account where id = its.id;
    insert into site.audit (account, action, detail, address)
        values (by_account, 'report-reject', its.reference, from_address);
    return 'done';
end $$;
