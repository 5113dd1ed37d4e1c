-- SPDX-License-Identifier: EUPL-1.2
-- The three roles of the site, made once a cluster by a superuser, before the first migration; and once more
-- in the database of the site, since what is open to everybody in a database only a superuser closes.
--
--   benelux_owner    owns every table; runs the migrations; nobody logs in with it while the site runs
--   benelux_desk     what the editors' pages use: reads and writes the tables
--   benelux_visitor  what the public pages use: SELECT on the views of schema visitor, nothing else
--
-- Safe to run again, and run at each start: a role may change its own password and the settings below, which
-- PostgreSQL cannot forbid. Passwords are set by whoever makes the cluster; they are not kept here.

do $$
declare
    name text;
begin
    -- Two starters at once: the second waits here and finds the roles made.
    perform pg_advisory_xact_lock(hashtext('benelux-plus roles'));
    foreach name in array array['benelux_owner', 'benelux_desk', 'benelux_visitor'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I login', name);
        end if;
    end loop;

    -- What reaches beyond the tables of a role, and everybody may at first, read-only or not: large objects
    -- and messages in the log that is written ahead fill the disk; a lock that is a mere number is anybody's
    -- to hold, so that nobody logs in or publishes. The server's own databases stay as they are: others in
    -- the cluster may rely on them.
    if current_database() not in ('postgres', 'template1') then
        for name in select oid::regprocedure from pg_proc where pronamespace = 'pg_catalog'::regnamespace
            and proname ~ '^(lo_.*|loread|lowrite|pg_logical_emit_message|pg_.*advisory.*)$' loop
            execute format('revoke execute on function %s from public', name);
            if name ~ 'advisory' then
                execute format('grant execute on function %s to benelux_owner, benelux_desk', name);
            end if;
        end loop;
    end if;

    -- However many the visitors' processes open, there are connections left for the desk.
    execute format('alter role benelux_visitor connection limit %s',
                   current_setting('max_connections')::integer * 3 / 4);
end
$$;

-- Deadlines on the server's side; the program has its own, shorter ones. See cgi-src/db/connection.h.
alter role benelux_desk set statement_timeout = '10s';
alter role benelux_desk set lock_timeout = '5s';
alter role benelux_desk set idle_in_transaction_session_timeout = '30s';
alter role benelux_desk set search_path = site;

alter role benelux_visitor set statement_timeout = '5s';
alter role benelux_visitor set idle_in_transaction_session_timeout = '10s';
alter role benelux_visitor set search_path = visitor;
-- A page is one snapshot: the queries of one round trip see the same state of the site.
alter role benelux_visitor set default_transaction_isolation = 'repeatable read';
alter role benelux_visitor set default_transaction_read_only = on;
-- The statements of the public pages are few and the same for every parameter: plan each once a connection.
alter role benelux_visitor set plan_cache_mode = force_generic_plan;
-- What their statements sort has room in memory; a role cannot change this one by itself.
alter role benelux_visitor set temp_file_limit = '64MB';

alter role benelux_owner set search_path = site;

-- What is read by an index is in memory, or on a disk without a head: to save one document, none of the
-- tables that grow is read as a whole.
alter role benelux_desk set random_page_cost = 1.1;
alter role benelux_owner set random_page_cost = 1.1;

-- No statement here runs for as long as it takes to compile one: a quarter of a second, each time.
alter role benelux_visitor set jit = off;
alter role benelux_desk set jit = off;
alter role benelux_owner set jit = off;
