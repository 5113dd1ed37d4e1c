-- The three roles of the site, made once a cluster by a superuser, before the first migration.
--
--   benelux_owner    owns every table; runs the migrations; nobody logs in with it while the site runs
--   benelux_desk     what the editors' pages use: reads and writes the tables
--   benelux_visitor  what the public pages use: SELECT on the views of schema visitor, nothing else
--
-- Safe to run again. Passwords are set by whoever makes the cluster; they are not kept here.

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
alter role benelux_visitor set jit = off;

alter role benelux_owner set search_path = site;
