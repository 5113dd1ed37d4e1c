-- What each role may do, for every table and view there is.
begin;
set search_path = tap, site, public;
select no_plan();

-- The visitor: SELECT on what is in schema visitor, and nothing else at all.
select is(array(select format('%I.%I', n.nspname, c.relname)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'v', 'm', 'p', 'f', 'S') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'tap')
                   and n.nspname not like 'pg_%'
                   and has_schema_privilege('benelux_visitor', n.oid, 'usage')
                   and (case when c.relkind = 'S' then has_sequence_privilege('benelux_visitor', c.oid, 'usage, select, update')
                             else has_table_privilege('benelux_visitor', c.oid, 'select') or has_any_column_privilege('benelux_visitor', c.oid, 'select') end)
                 order by 1),
          array['visitor.address', 'visitor.area', 'visitor.conclusion', 'visitor.file', 'visitor.file_piece', 'visitor.meeting', 'visitor.page', 'visitor.presidency',
                'visitor.register_count', 'visitor.register_item', 'visitor.register_place', 'visitor.searchable', 'visitor.word'], 'the visitor reads what is composed for it, and no other table');

select is(array(select format('%I.%I', n.nspname, c.relname)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_temp%'
                   and (has_table_privilege('benelux_visitor', c.oid, 'insert, update, delete, truncate, references, trigger')
                        or has_any_column_privilege('benelux_visitor', c.oid, 'insert, update, references'))),
          '{}', 'the visitor writes no table');

select ok(not has_schema_privilege('benelux_visitor', 'site', 'usage'), 'the visitor does not get into the schema of the tables');
select ok(not has_schema_privilege('benelux_visitor', n.oid, 'create'), format('the visitor creates nothing in schema %s', nspname))
  from pg_namespace n where nspname in ('site', 'visitor', 'public', 'ledger', 'pg_catalog');
select ok(not has_database_privilege('benelux_visitor', current_database(), 'create, temporary'), 'the visitor makes no schemas and no temporary tables');
select is(array(select p.proname::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where n.nspname in ('site', 'visitor') and has_function_privilege('benelux_visitor', p.oid, 'execute') order by 1),
          array['findings', 'latest_findings', 'query_of', 'register_counts', 'register_found', 'report_stamp', 'search', 'send_report', 'suggestion', 'term', 'with_umlauts', 'without_umlauts'],
          'the visitor runs what searches and what takes a report, and no other function of the site');
select is(array(select proname::text from pg_proc where pronamespace = 'visitor'::regnamespace and prosecdef order by 1), array['report_stamp', 'send_report'],
          'what takes a report runs with the rights of the owner, all else with those of who calls it');
select ok('search_path=pg_catalog, pg_temp' = any (proconfig), format('%s finds no names but those of the system', proname)) from pg_proc where pronamespace = 'visitor'::regnamespace and prosecdef;
select ok(not pg_has_role('benelux_visitor', r.oid, 'usage'), format('the visitor is not a member of %s', rolname))
  from pg_roles r where rolname <> 'benelux_visitor';
select ok(not rolsuper and not rolcreatedb and not rolcreaterole and not rolreplication and not rolbypassrls, format('%s has no special rights', rolname))
  from pg_roles where rolname like 'benelux%';

-- The desk: reads and writes the tables, changes no schema, and writes no page but by publishing.
select ok(has_table_privilege('benelux_desk', c.oid, 'select') and has_table_privilege('benelux_desk', c.oid, 'insert'), format('the desk reads and writes site.%s', relname))
  from pg_class c where relnamespace = 'site'::regnamespace and relkind = 'r';
select ok(not has_table_privilege('benelux_desk', 'visitor.page', 'insert, update, delete, truncate'), 'the desk does not write pages past publishing');
select ok(not has_schema_privilege('benelux_desk', nspname, 'create'), format('the desk creates nothing in schema %s', nspname))
  from unnest(array['site', 'visitor', 'public', 'ledger']) nspname;
select ok(not has_table_privilege('benelux_desk', c.oid, 'truncate'), format('the desk empties no table (%s)', relname))
  from pg_class c where relnamespace = 'site'::regnamespace and relkind = 'r';

-- The owner alone owns.
select is(array(select distinct pg_get_userbyid(relowner)::text from pg_class
                 where relnamespace in ('site'::regnamespace, 'visitor'::regnamespace)), array['benelux_owner'], 'all belongs to the owner');

-- As it is, not only as it is written down. Superuser statements are tried in the visitor's shoes.
set local role benelux_visitor;
select throws_ok($$select * from site.edition$$, '42501', null, 'the visitor is refused the editions');
select throws_ok($$select * from site.edition_text$$, '42501', null, 'the visitor is refused the texts');
select throws_ok($$insert into visitor.page (document_id) values (1)$$, '42501', null, 'the visitor is refused a write');
select throws_ok($$delete from visitor.page$$, '42501', null, 'the visitor is refused a deletion');
select throws_ok($$create temporary table t (x int)$$, '42501', null, 'the visitor is refused a temporary table');
select throws_ok($$select * from site.report$$, '42501', null, 'the visitor is refused the reports');
select throws_ok($$select site.report_mac('x')$$, '42501', null, 'the visitor is refused what makes stamps');
select throws_ok($$select site.publish(1)$$, '42501', null, 'the visitor is refused to publish');
select isnt_empty($$select * from visitor.page$$, 'the visitor sees the pages');
select is_empty($$select * from visitor.page p where p::text like '%UNPUBLISHED%'$$, 'no draft is among them');
reset role;

select is(array(select setting from (select unnest(setconfig) as setting from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
                 where rolname = 'benelux_visitor') t where setting like 'default_transaction%' order by 1),
          array['default_transaction_isolation=repeatable read', 'default_transaction_read_only=on'], 'the visitor''s transactions are read-only snapshots');

select * from finish();
rollback;
