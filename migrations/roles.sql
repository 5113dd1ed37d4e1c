-- SPDX-License-Identifier: EUPL-1.2
-- The three roles of the site. A superuser makes them once for the cluster, before the first migration, and
-- runs this once more in the database of the site, since only a superuser can close what a database opens to
-- everybody.
--
--   benelux_owner    owns every table and runs the migrations; nobody logs in with it while the site runs
--   benelux_desk     for the pages of editors: reads and writes the tables
--   benelux_visitor  for the public pages: reads the views of schema visitor and calls its functions
--
-- It is safe to run again, and runs at each start: a role may change its own password and the settings below,
-- which PostgreSQL cannot forbid. Whoever makes the cluster sets the passwords; they are not here.

do $$
declare
    name text;
begin
    -- Of two starts at once the second waits here and finds the roles made.
    perform pg_advisory_xact_lock(hashtext('benelux-plus roles'));
    foreach name in array array['benelux_owner', 'benelux_desk', 'benelux_visitor'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I login', name);
        end if;
    end loop;

    -- These functions reach beyond the tables of a role, and at first everybody may call them, read-only or
    -- not: large objects and messages in the write-ahead log fill the disk; whoever holds an advisory lock
    -- can keep everybody from logging in or publishing. The server's own databases stay as they are: others
    -- in the cluster may rely on them.
    if current_database() not in ('postgres', 'template1') then
        for name in select oid::regprocedure from pg_proc where pronamespace = 'pg_catalog'::regnamespace
            and proname ~ '^(lo_.*|loread|lowrite|pg_logical_emit_message|pg_.*advisory.*)$' loop
            execute format('revoke execute on function %s from public', name);
            if name ~ 'advisory' then
                execute format('grant execute on function %s to benelux_owner, benelux_desk', name);
            end if;
        end loop;
    end if;

    -- Leaves connections for the desk, however many the visitors' processes open.
    execute format('alter role benelux_visitor connection limit %s',
                   current_setting('max_connections')::integer * 3 / 4);
end
$$;

-- Deadlines of the server; the program has its own, shorter ones. See cgi-src/db/connection.h.
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
-- The statements of the public pages are few and suit every parameter: each is planned once for each
-- connection.
alter role benelux_visitor set plan_cache_mode = force_generic_plan;
-- Their sorts fit into memory, so this bounds temporary files only for what nobody intended. A role cannot
-- change it by itself.
alter role benelux_visitor set temp_file_limit = '64MB';

alter role benelux_owner set search_path = site;

-- Index pages are in memory, or on a disk without moving heads, so that random reads cost little: no table
-- that grows is read as a whole to save one document.
alter role benelux_desk set random_page_cost = 1.1;
alter role benelux_owner set random_page_cost = 1.1;

-- Compiling a statement takes a quarter of a second each time, longer than any statement here runs.
alter role benelux_visitor set jit = off;
alter role benelux_desk set jit = off;
alter role benelux_owner set jit = off;
