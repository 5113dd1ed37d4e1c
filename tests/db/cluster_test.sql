-- SPDX-License-Identifier: EUPL-1.2
-- The site may share a cluster with others: it sets up its own roles and its own database, and changes
-- nothing of theirs. Each line is one of TAP.
\connect postgres
create function pg_temp.says(good boolean, what text) returns text language sql as
$$ select case when good then 'ok - ' else 'not ok - ' end || what $$;

select pg_temp.says(has_database_privilege('public', oid, 'connect'),
  'everybody still connects to ' || datname)
  from pg_database where datname in ('postgres', 'template1') order by datname;
select pg_temp.says(coalesce(datacl, acldefault('d', datdba)) @> acldefault('d', datdba),
                    'rights on the database postgres are those of a new server')
  from pg_database where datname = 'postgres';
select pg_temp.says(count(*) > 10 and bool_and(has_function_privilege('public', oid, 'execute')),
                    'large objects can be made there as before')
  from pg_proc
 where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_.*|loread|lowrite)$'
   and proname not in ('lo_import', 'lo_export');
select pg_temp.says(not exists (select from pg_database d, aclexplode(d.datacl) a
                                 where d.datname in ('postgres', 'template1')
                                   and a.grantee in (select oid from pg_roles where rolname like 'benelux%')),
                    'no role of the site has rights of its own there');
