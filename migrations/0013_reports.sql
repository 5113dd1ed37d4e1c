-- Reports: what visitors tell of cross-border obstacles, and what editors make of it.
--
-- A report comes in through one function of schema visitor, which bounds what it takes; the visitor's role can neither read nor change what came in.
-- It waits in a queue at the desk and is never public by itself. What the page promises about it is kept by site.sweep_reports.

create table site.report (
    id          bigint generated always as identity primary key,
    reference   text not null unique check (reference ~ '^[2-9ACDEFHJKMNPQRTVWXY]{4}-[2-9ACDEFHJKMNPQRTVWXY]{4}$'),
    language    site.language not null,                     -- of the page that it was sent from
    day         date not null,                              -- on which it came in, in Brussels
    outcome     text not null default 'new' check (outcome in ('new', 'taken', 'merged', 'rejected', 'lapsed')),   -- lapsed: nobody dealt with it in time
    -- Null when it was swept; see site.sweep_reports.
    came_at     timestamptz default now(),
    digest      bytea unique check (length(digest) = 32),   -- of all that was sent: the same sent twice is kept once
    obstacle    text check (length(obstacle) <= 4000 and btrim(obstacle, E' \t\n') <> ''),
    place       text check (length(place) <= 300 and btrim(place) <> ''),
    affected    text check (length(affected) <= 1000 and btrim(affected, E' \t\n') <> ''),
    cause       text check (length(cause) between 1 and 1000),
    email       text check (length(email) <= 254 and email ~ '^[A-Za-z0-9.!#$%&''*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$'),
    document_id bigint references site.document on delete set null,   -- the obstacle that it became, or that had it already
    reason      text check (length(reason) between 1 and 1000),       -- why it was rejected
    handled_at  timestamptz,
    handled_by  text,
    constraint report_is_there_or_swept check (outcome = 'lapsed' or came_at is null or (obstacle is not null and place is not null and affected is not null)),
    constraint report_is_rejected_with_a_reason check (outcome <> 'rejected' or came_at is null or reason is not null)
);
create index report_in_the_queue on site.report ((outcome = 'new') desc, id desc);
create index report_by_outcome on site.report (outcome, id desc);
create index report_by_document on site.report (document_id);
-- What limits and sweeping look at, every second.
create index report_by_arrival on site.report (came_at) where outcome <> 'taken';
create index report_lately on site.report (came_at);
create index report_with_email on site.report (handled_at) where email is not null and handled_at is not null;

-- From where reports came in the last hour: an IPv4 address, or an IPv6 network of 64 bits, which is what one subscriber has. Kept for no longer.
create table site.report_attempt (
    network cidr not null,
    at      timestamptz not null default now()
);
create index report_attempt_by_network on site.report_attempt (network, at);
create index report_attempt_by_age on site.report_attempt (at);

-- How many filled in what people do not see; nothing else is kept of them.
create table site.report_trapped (
    day date primary key,
    n   integer not null
);

-- The key of stamps, as the two blocks that HMAC-SHA-256 makes of it (RFC 2104). It never leaves the database.
create table site.report_key (
    only_one boolean primary key default true check (only_one),
    inside   bytea not null check (length(inside) = 64),
    outside  bytea not null check (length(outside) = 64)
);

create function site.set_report_key(key bytea) returns void
    language plpgsql as $$
declare
    inside  bytea := decode(repeat('36', 64), 'hex');
    outside bytea := decode(repeat('5c', 64), 'hex');
begin
    for i in 0 .. length(key) - 1 loop
        inside := set_byte(inside, i, get_byte(inside, i) # get_byte(key, i));
        outside := set_byte(outside, i, get_byte(outside, i) # get_byte(key, i));
    end loop;
    insert into site.report_key as k (inside, outside) values (inside, outside)
    on conflict (only_one) do update set inside = excluded.inside, outside = excluded.outside;
end
$$;
do $$
begin
    perform site.set_report_key(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
end
$$;

create function site.report_mac(message text) returns text
    language plpgsql stable as $$
begin
    return (select encode(sha256(k.outside || sha256(k.inside || convert_to(message, 'UTF8'))), 'hex') from site.report_key k);
end
$$;

-- What the form carries: when it was made, and proof that it was made here. It is no secret and not for one visitor: a page is kept for a second, and
-- longer when there is no better one.
create function site.report_stamp(at timestamptz) returns text
    language plpgsql stable as $$
declare
    seconds constant text := floor(extract(epoch from at))::bigint;
begin
    return seconds || '.' || site.report_mac(seconds);
end
$$;

create function visitor.report_stamp() returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return site.report_stamp(now());
end
$$;

-- When a stamp was made; null for one that was not made here.
create function site.report_stamped_at(stamp text) returns timestamptz
    language plpgsql stable as $$
declare
    part constant text[] := regexp_match(stamp, '^(\d{1,12})\.([0-9a-f]{64})$');
begin
    return case when part[2] = site.report_mac(part[1]) then to_timestamp(part[1]::bigint) end;
end
$$;

-- A new reference: eight characters that are not taken for one another.
create function site.report_reference() returns text
    language plpgsql as $$
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
            if byte < 234 then   -- nine times the number of characters, so that each is as likely
                made := made || substr(characters, byte % 26 + 1, 1);
            end if;
        end loop;
        exit when not exists (select from site.report r where r.reference = made);
    end loop;
    return made;
end
$$;

-- The network of which limits are counted; all that is no address is one. ::ffff:192.0.2.1 is 192.0.2.1.
create function site.report_network(address text) returns cidr
    language plpgsql immutable as $$
declare
    sent inet;
begin
    sent := regexp_replace(address, '^::ffff:(\d+\.\d+\.\d+\.\d+)$', '\1', 'i')::inet;
    return network(set_masklen(sent, case family(sent) when 4 then 32 else 64 end));
exception when invalid_text_representation then
    return '0.0.0.0/0';
end
$$;

-- Takes what a visitor sent. TRAPPED says that something was in the field that people do not see.
--   ('kept', reference)              also for the same sent again, of which nothing more is kept, and for who was trapped, of whom nothing is
--   ('too-soon'), ('expired')        the stamp is younger than five seconds; older than a day, or none of ours
--   ('too-many', null, seconds)      that many until there may be another: five an hour from one network, 200 a day from all
-- Raises check_violation for what the program does not let through.
create function visitor.send_report(in_language text, stamp text, address text, obstacle text, place text, affected text, cause text, email text, trapped boolean)
    returns table (result text, reference text, wait integer)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    stamped constant timestamptz := site.report_stamped_at(left(send_report.stamp, 100));
    sender  constant cidr := coalesce(site.report_network(left(send_report.address, 100)), '0.0.0.0/0');
    today   constant date := (now() at time zone 'Europe/Brussels')::date;
    its     bytea;
    found   text;
    free_at timestamptz;
begin
    if trapped then
        insert into site.report_trapped as t (day, n) values (today, 1) on conflict (day) do update set n = t.n + 1;
        return query select 'kept', site.report_reference(), null::integer;
        return;
    end if;
    if stamped is null then
        return query select 'expired', null, null::integer;
        return;
    end if;
    its := sha256(convert_to(jsonb_build_array(stamp, in_language, obstacle, place, affected, cause, email)::text, 'UTF8'));
    perform pg_advisory_xact_lock(hashtext('site.report'));   -- who sends at once comes one after the other, the same form twice among them
    select r.reference into found from site.report r where r.digest = its;
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

    delete from site.report_attempt a where a.at <= now() - interval '1 hour';
    select a.at + interval '1 hour' into free_at from site.report_attempt a where a.network = sender order by a.at desc offset 4 limit 1;
    select greatest(free_at, r.came_at + interval '24 hours') into free_at
      from (select r.came_at from site.report r where r.came_at > now() - interval '24 hours' order by r.came_at desc offset 199 limit 1) r
     right join (select) one on true;
    if free_at is not null then
        return query select 'too-many', null, greatest(1, ceil(extract(epoch from free_at - now())))::integer;
        return;
    end if;
    insert into site.report_attempt (network) values (sender);
    insert into site.report (reference, language, day, digest, obstacle, place, affected, cause, email)
         values (site.report_reference(), in_language, today, its, obstacle, place, affected, nullif(cause, ''), nullif(email, ''))
      returning report.reference into found;
    return query select 'kept', found, null::integer;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What is kept, and for how long

-- An e-mail address goes thirty days after its report was dealt with; all of a report that was not taken over goes twelve months after it came in, but for
-- its day, language, outcome and reference. Called every second: it looks at what is due and at nothing else.
create function site.sweep_reports() returns void
    language plpgsql as $$
begin
    delete from site.report_attempt where at <= now() - interval '1 hour';
    update site.report set email = null where email is not null and handled_at <= now() - interval '30 days';
    update site.report
       set outcome = case outcome when 'new' then 'lapsed' else outcome end, came_at = null, digest = null, obstacle = null, place = null, affected = null,
           cause = null, email = null, document_id = null, reason = null, handled_at = null, handled_by = null
     where outcome <> 'taken' and came_at <= now() - interval '12 months';
end
$$;

-- What the keeper did before goes on under another name.
alter function site.keep_house() rename to keep_desk;
create function site.keep_house() returns integer
    language plpgsql as $$
begin
    perform site.sweep_reports();
    return site.keep_desk();
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- At the desk. A report is dealt with once: who comes second gets 'handled', and nothing is done. Each raises no_data_found for a reference that there
-- is not.

-- The report that is still to be dealt with, locked; null when somebody has.
create function site.waiting_report(its_reference text) returns site.report
    language plpgsql as $$
declare
    its site.report;
begin
    select * into strict its from site.report r where r.reference = upper(its_reference) for update;
    if its.outcome <> 'new' then
        return null;
    end if;
    return its;
end
$$;

-- Makes a draft of an obstacle from a report: its texts are what the visitor wrote, for the editor to rewrite; its first step is that it was reported.
--   ('done', key of the document), ('handled')
create function site.take_report(by_account text, from_address inet, its_reference text, its_field text, its_border text, its_original text, its_title text)
    returns table (result text, key text)
    language plpgsql as $$
declare
    its     constant site.report := site.waiting_report(its_reference);
    wanted  constant text := left(coalesce(nullif(site.slug_of(its_title, its_original), ''), 'report-' || lower(its_reference)), 90);
    its_key text := btrim(wanted, '-');
    made    bigint;
begin
    if its.id is null then
        return query select 'handled', null;
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('key of an obstacle'));
    for number in 2 .. 10000 loop
        exit when not exists (select from site.document d where d.key = its_key);
        its_key := btrim(wanted, '-') || '-' || number;
    end loop;
    insert into site.document (key, kind, position, original) values (its_key, 'obstacle', 0, its_original) returning id into made;
    insert into site.register_item (document_id, kind, field) values (made, 'obstacle', its_field);
    insert into site.register_border (document_id, border) values (made, its_border);
    insert into site.step (document_id, number, date, status) values (made, 1, its.day::text, 'reported');
    perform site.save_text(by_account, from_address, made, its_original, null, null, null, jsonb_build_object(
                'title', its_title, 'affects', its.affected, 'body', concat_ws(E'\n\n', its.obstacle, its.place, its.cause),
                'step.1', case its_original when 'nl' then 'Gemeld via deze site.' when 'fr' then 'Signalé sur ce site.'
                                            when 'de' then 'Über diese Website gemeldet.' else 'Reported on this site.' end), '', false);
    update site.report set outcome = 'taken', document_id = made, handled_at = now(), handled_by = by_account where id = its.id;
    insert into site.audit (account, action, document, language, detail, address)
         values (by_account, 'report-take', its_key, its_original, its.reference, from_address);
    return query select 'done', its_key;
end
$$;

-- The report tells of an obstacle that is known. 'done', 'handled', or 'unknown' when there is no obstacle of that key.
create function site.merge_report(by_account text, from_address inet, its_reference text, obstacle_key text) returns text
    language plpgsql as $$
declare
    its      constant site.report := site.waiting_report(its_reference);
    known    constant bigint := (select d.id from site.document d where d.key = obstacle_key and d.kind = 'obstacle');
begin
    if its.id is null then
        return 'handled';
    elsif known is null then
        return 'unknown';
    end if;
    update site.report set outcome = 'merged', document_id = known, handled_at = now(), handled_by = by_account where id = its.id;
    insert into site.audit (account, action, document, detail, address) values (by_account, 'report-merge', obstacle_key, its.reference, from_address);
    return 'done';
end
$$;

-- 'done' or 'handled'. The reason stays with the report, and is gone with it.
create function site.reject_report(by_account text, from_address inet, its_reference text, its_reason text) returns text
    language plpgsql as $$
declare
    its constant site.report := site.waiting_report(its_reference);
begin
    if its.id is null then
        return 'handled';
    end if;
    update site.report set outcome = 'rejected', reason = its_reason, handled_at = now(), handled_by = by_account where id = its.id;
    insert into site.audit (account, action, detail, address) values (by_account, 'report-reject', its.reference, from_address);
    return 'done';
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

revoke all on all functions in schema site from public;
grant execute on all functions in schema site to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
revoke update, delete on site.audit from benelux_desk;
revoke all on function visitor.report_stamp, visitor.send_report from public;
grant execute on function visitor.report_stamp, visitor.send_report to benelux_visitor;
