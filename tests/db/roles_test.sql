-- SPDX-License-Identifier: EUPL-1.2
-- The rights of each role on everything in the database: the catalogue is compared with the lists below, and
-- the rights are tried. Whatever is in the catalogue and not listed here fails, whatever it allows.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();

-- This role exists only where another server follows this one; tools/prepare makes it like this.
do $$ begin
    if to_regrole('benelux_standby') is null then
        create role benelux_standby login replication;
    end if;
end $$;

-- -----------------------------------------------------------------------------------------------------------
-- Tables, views and sequences. r reads, a adds, w changes, d deletes, D empties, x refers to, t puts triggers
-- on, U uses a sequence; a(…) is these columns alone, * may pass on. PUBLIC is everybody. A partition has the
-- rights of its table.

create temporary table expected_relation as
select unnest(regexp_split_to_array(names, '\s+')) as name, visitor, desk from (values
    ('', '', 'ledger.logic ledger.logic_object ledger.migration site.account_id_seq site.audit_id_seq
    site.document_id_seq site.edition_id_seq site.presidency_id_seq site.preview_id_seq
              site.report_id_seq visitor.change_id_seq'),
    ('', 'ra(account,action,document,language,detail,address)', 'site.audit'),
    ('', '', 'site.changed site.unfound_pace'),
    ('', 'rw', 'site.synonyms'),
    ('', 'r', 'site.audit_account site.audit_action site.backup site.edition_shown site.kind site.language
    site.live_session site.newest_edition site.party_named site.place_named
               site.presidency_gap site.public_step site.text_group site.unfound'),
    ('', 'rawd', 'site.account site.address site.agenda_item site.border site.conclusion site.cooperation
    site.delegation site.document site.edition site.event site.event_party
                  site.edition_text site.failed_login site.file site.file_piece site.heading site.image
                  site.kept_form site.known_network site.link site.meeting
                  site.meeting_presidency site.milestone site.omitted_text site.package site.package_piece
                  site.participant site.party site.picture site.place site.presidency site.presidency_holder
                  site.preview site.recovery_code site.register_border site.register_item site.register_party
                  site.relation site.rendition site.renewal
                  site.report site.report_attempt site.report_key site.report_dropped site.session site.source
                  site.step site.text_link site.text_state'),
    ('r', 'r', 'visitor.address visitor.area visitor.change visitor.conclusion visitor.file visitor.file_piece
    visitor.language visitor.meeting visitor.meeting_count visitor.package visitor.package_piece visitor.page
    visitor.place visitor.presidency
                visitor.register_count visitor.register_item visitor.register_place visitor.register_year
                visitor.searchable visitor.shown_file visitor.synonym visitor.word'))
                as e (visitor, desk, names);

create temporary view role_of (role, visitor, desk) as
values ('public', false, false), ('benelux_standby', false, false), ('benelux_visitor', true, false),
  ('benelux_desk', false, true);

create function pg_temp.is_ours(schema oid) returns boolean language sql as
$$ select nspname !~ '^pg_' and nspname not in ('information_schema', 'tap') from pg_namespace
where oid = schema $$;

create function pg_temp.rights(role text, its pg_class) returns text language sql as $$
    select coalesce(string_agg(case when its.relkind = 'S' then
                                   case when p.letter in ('r', 'w', 'U')
                                   and has_sequence_privilege(role, its.oid, p.name) then p.letter else '' end
                               when p.letter = 'U' then ''
                               when has_table_privilege(role, its.oid, p.name || ' with grant option')
                               then p.letter || '*'
                               when has_table_privilege(role, its.oid, p.name) then p.letter
                               when p.letter in ('r', 'a', 'w', 'x')
                               and has_any_column_privilege(role, its.oid, p.name) then
                                   format('%s(%s)', p.letter,
                                   (select string_agg(attname, ',' order by attnum) from pg_attribute
                                                                where attrelid = its.oid and attnum > 0
                                                                and has_column_privilege(role, its.oid,
                                                                attnum, p.name)))
                               else '' end, '' order by p.place), '')
      from (values (1, 'r', 'select'), (2, 'a', 'insert'), (3, 'w', 'update'), (4, 'd', 'delete'),
      (5, 'D', 'truncate'), (6, 'x', 'references'),
                   (7, 't', 'trigger'), (8, 'U', 'usage')) p (place, letter, name)
$$;

create temporary view relation as
select format('%I.%I', n.nspname, c.relname) as address, format('%s.%s', n.nspname, root.relname) as name, c
  as its, c.relkind, c.relowner
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_class root
  on root.oid = coalesce(pg_partition_root(c.oid), c.oid)
 where c.relkind not in ('i', 'I', 't', 'c') and pg_temp.is_ours(n.oid);

select is(a.rights, e.rights, format('%s: what %s may', name, role))
  from (select role, name, string_agg(distinct pg_temp.rights(role, its), ' and ') as rights from relation,
  role_of group by role, name) a
  full join (select r.role, e.name, case when r.visitor then e.visitor when r.desk then e.desk else '' end
  as rights from expected_relation e, role_of r) e
       using (role, name)
 order by name, role;

-- The system's own tables.
select is(array(select format('%s %s', role, c.oid::regclass) from pg_class c, role_of
                 where c.relnamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
                 and c.oid <> 'pg_settings'::regclass and c.relkind <> 'S'
                   and (has_table_privilege(role, c.oid,
                   'insert, update, delete, truncate, references, trigger')
                        or has_any_column_privilege(role, c.oid, 'insert, update, references'))),
          '{}', 'nobody writes to the catalogue');
select is(array(select format('%s %s', role, name) from role_of,
  unnest(array['pg_authid', 'pg_shadow', 'pg_user_mapping', 'pg_statistic', 'pg_largeobject']) name
                 where has_table_privilege(role, 'pg_catalog.' || name, 'select')), '{}',
                 'nobody reads the secrets in it');

-- -----------------------------------------------------------------------------------------------------------
-- Schemas and databases: U uses, C creates in; c connects, T makes temporary tables in

create function pg_temp.rights_of_schema(role text, its oid) returns text language sql as
$$ select case when has_schema_privilege(role, its, 'usage') then 'U' else '' end || case
when has_schema_privilege(role, its, 'create') then 'C' else '' end $$;
select is(a.rights, e.rights, format('schema %s: what %s may', name, role))
  from (select role, nspname::text as name, pg_temp.rights_of_schema(role, n.oid) as rights
  from pg_namespace n, role_of where pg_temp.is_ours(n.oid)) a
  full join (select r.role, e.name, case when r.visitor then e.visitor when r.desk then e.desk else others end
  as rights
               from (values ('ledger', '', '', ''), ('public', 'U', 'U', 'U'), ('site', '', 'U', ''),
               ('visitor', 'U', 'U', '')) e (name, visitor, desk, others),
                    role_of r) e using (role, name)
 order by name, role;
select is(pg_temp.rights_of_schema(role, 'pg_catalog'::regnamespace), 'U',
  format('schema pg_catalog: what %s may', role)) from role_of;

create function pg_temp.rights_in_database(role text, its oid) returns text language sql as $$
    select case when has_database_privilege(role, its, 'connect') then 'c' else '' end || case
      when has_database_privilege(role, its, 'create') then 'C' else '' end
           || case when has_database_privilege(role, its, 'temporary') then 'T' else '' end
$$;
select is(pg_temp.rights_in_database(role, oid), case when visitor or desk then 'c' else '' end,
  format('the database: what %s may', role))
  from role_of, pg_database where datname = current_database();

-- -----------------------------------------------------------------------------------------------------------
-- Functions: X runs it. Those in schema site are for the desk only

select is(a.rights, coalesce(e.rights, ''), format('%s: what %s may', signature, role))
  from (select r.*, p.oid::regprocedure as signature, nspname, proname::text, case
  when has_function_privilege(role, p.oid, 'execute') then 'X' else '' end as rights
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace, role_of r
          where nspname in ('site', 'visitor', 'ledger')) a
  left join (values ('best_of', 'X', 'X'), ('some_of_many', 'X', 'X'), ('excerpts', 'X', 'X'),
  ('register_counts', 'X', 'X'), ('register_found', 'X', 'X'), ('findings', 'X', 'X'),
  ('latest_findings', 'X', 'X'), ('query_of', 'X', 'X'),
                    ('search', 'X', 'X'), ('suggestion', 'X', 'X'), ('with_umlauts', 'X', 'X'),
                    ('without_umlauts', 'X', 'X'),
                    ('compounds', 'X', 'X'), ('cut', 'X', 'X'), ('date_term', 'X', 'X'), ('dated', 'X', 'X'),
                    ('having_of', 'X', 'X'), ('is_asking', 'X', 'X'),
                    ('marking_of', 'X', 'X'), ('month_of', 'X', 'X'), ('nearest', 'X', 'X'),
                    ('stems', 'X', 'X'), ('synonyms_at', 'X', 'X'),
                    ('terms_of', 'X', 'X'), ('unknown_words', 'X', 'X'), ('without_accents', 'X', 'X'),
                    ('word_term', 'X', 'X'), ('worth', 'X', 'X'),
                    ('written_date', 'X', 'X'), ('dates_of', '', 'X'), ('words_of', '', 'X'),
                    ('count_unfound', 'X', ''), ('report_stamp', 'X', ''),
                    ('send_report', 'X', '')) of_visitor (name, visitor, desk)
       on nspname = 'visitor' and name = proname
  left join lateral (select case when nspname = 'site' and a.desk then 'X' when a.visitor
  then of_visitor.visitor when a.desk then of_visitor.desk end as rights) e on true
 order by signature, role;

select is(array(select p.oid::regproc::text from pg_proc p where prosecdef order by 1),
          array['compose', 'compose_changed', 'compose_synonyms', 'note', 'visitor.count_unfound',
          'visitor.report_stamp', 'visitor.send_report'],
          'these functions have the rights of the owner, and no others');
select ok('search_path=pg_catalog, pg_temp' = any (proconfig),
  format('%s finds no names but those of the system', oid::regproc)) from pg_proc where prosecdef;
select is(array(select p.oid::regproc::text from pg_proc p
                 where pg_temp.is_ours(pronamespace)
                 and pronamespace not in ('site'::regnamespace, 'visitor'::regnamespace)
                   and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass
                   and d.objid = p.oid and d.deptype = 'e')),
          '{}', 'other functions came with an extension');
select is(array(select format('%s %s', role, p.oid::regproc) from pg_proc p, role_of
                 where pronamespace = 'pg_catalog'::regnamespace
                 and proname ~ '^(lo_.*|loread|lowrite|pg_logical_emit_message)$'
                 and has_function_privilege(role, p.oid, 'execute')),
          '{}',
            'nobody fills the disk outside of tables, by large objects or messages in the write-ahead log');
select is(array(select distinct role from pg_proc p, role_of
                 where pronamespace = 'pg_catalog'::regnamespace and proname ~ 'advisory'
                 and has_function_privilege(role, p.oid, 'execute')),
          array['benelux_desk'], 'only the desk takes locks that are mere numbers');
-- -----------------------------------------------------------------------------------------------------------
-- Roles and owners

select is(array(select rolname::text from pg_roles where rolname !~ '^pg_' order by 1),
          array['benelux_desk', 'benelux_owner', 'benelux_standby', 'benelux_visitor', 'postgres'],
          'there are these roles, and no others');
select ok(not rolsuper and not rolcreatedb and not rolcreaterole and not rolbypassrls
  and rolreplication = (rolname = 'benelux_standby'), format('%s has no special rights', rolname))
  from pg_roles where rolname like 'benelux%';
select is(array(select format('%s of %s', member::regrole, roleid::regrole) from pg_auth_members
  where member <> 'pg_monitor'::regrole), '{}', 'no role is a member of another');
select is(array(select distinct pg_get_userbyid(relowner)::text from relation union
  select distinct pg_get_userbyid(nspowner) from pg_namespace n
                 where pg_temp.is_ours(n.oid) and nspname <> 'public'
                union select distinct pg_get_userbyid(proowner) from pg_proc
                  where pronamespace in ('site'::regnamespace, 'visitor'::regnamespace)
                union select distinct pg_get_userbyid(typowner) from pg_type
                  where pg_temp.is_ours(typnamespace) and typnamespace <> 'public'::regnamespace
                union select pg_get_userbyid(datdba) from pg_database where datname = current_database()),
          array['benelux_owner'], 'the owner owns everything');
select is((select count(*) from pg_foreign_data_wrapper) + (select count(*)
  from pg_foreign_server) + (select count(*) from pg_publication)
          + (select count(*) from pg_subscription) + (select count(*)
          from pg_event_trigger) + (select count(*) from pg_parameter_acl)
          + (select count(*) from pg_tablespace where spcacl is not null) + (select count(*) from pg_language
          where not lanpltrusted and lanname not in ('c', 'internal')), 0::bigint,
          'there are no foreign servers, publications or further languages');
select is(array(select setting from (select unnest(setconfig) as setting from pg_db_role_setting s
  join pg_roles r on r.oid = s.setrole
                 where rolname = 'benelux_visitor') t where setting like 'default_transaction%' order by 1),
          array['default_transaction_isolation=repeatable read', 'default_transaction_read_only=on'],
          'the visitor''s transactions are read-only snapshots');
select ok('temp_file_limit=64MB' = any (setconfig), 'what the visitor sorts cannot fill the disk')
  from pg_db_role_setting where setrole = 'benelux_visitor'::regrole;
select ok('jit=off' = any (setconfig),
  setrole::regrole || ' compiles no statement, which would take longer than it runs')
  from pg_db_role_setting where setrole in ('benelux_visitor'::regrole, 'benelux_desk'::regrole,
  'benelux_owner'::regrole);
select ok('random_page_cost=1.1' = any (setconfig),
  setrole::regrole || ' reads by an index what it saves, and not tables as a whole')
  from pg_db_role_setting where setrole in ('benelux_desk'::regrole, 'benelux_owner'::regrole);
select is(rolconnlimit, current_setting('max_connections')::integer * 3 / 4,
  'the visitor leaves connections to the desk') from pg_roles where rolname = 'benelux_visitor';

-- -----------------------------------------------------------------------------------------------------------
-- The rights tried, in transactions that may write. 42501 is insufficient_privilege.

create temporary table tried as
select role, command from role_of,
       unnest(array['create table site.t ()', 'create table visitor.t ()', 'create table public.t ()',
       'create table ledger.t ()', 'create schema s',
                    'create temporary table t ()', 'create view visitor.v as select 1',
                    'create function public.f() returns int language sql as ''select 1''',
                    'create extension file_fdw', 'create role r',
                    'alter table site.audit disable trigger all',
                    'alter table site.audit disable trigger keep_audit',
                    'drop trigger keep_audit on site.audit', 'drop schema site cascade',
                    'alter function site.keep_audit() rename to nothing',
                    'create or replace function site.keep_audit() returns trigger language plpgsql as ''begin return new; end''',
                    'drop function visitor.send_report', 'alter role benelux_owner password ''x''',
                    'set role benelux_owner', 'set role postgres',
                    'set session_replication_role = replica', 'select lo_create(0)',
                    'select lo_from_bytea(0, ''x'')',
                    'select pg_read_file(''PG_VERSION'')', 'copy site.audit to program ''true''',
                    'copy (select 1) to ''/tmp/nothing''',
                    'select nextval(''site.audit_id_seq'')', 'select setval(''site.audit_id_seq'', 1)',
                    'select * from ledger.migration', 'delete from ledger.migration',
                    'update site.audit set account = ''x''', 'delete from site.audit', 'truncate site.audit',
                    'set temp_file_limit = -1',
                    'select pg_logical_emit_message(false, ''x'', ''x'')',
                    'insert into site.audit (account, action, at) values (''x'', ''y'', ''2001-01-01'')',
                    'insert into site.audit (id, account, action) overriding system value values (1, ''x'', ''y'')', 'select from site.audit for update']) command
 where visitor or desk
union all select 'benelux_visitor', format('select %s(hashtext(''site.log_in''))', name)
  from unnest(array['pg_advisory_lock', 'pg_advisory_lock_shared', 'pg_try_advisory_lock',
  'pg_advisory_xact_lock', 'pg_try_advisory_xact_lock_shared']) name
union all select 'benelux_visitor', 'alter role benelux_visitor connection limit -1'
union all select 'benelux_visitor', format('select from %s', address) from relation where name !~ '^visitor\.'
  or relkind = 'S'
union all select role, format(command, address) from relation,
       (select role, command from role_of,
       unnest(array['truncate %s', 'alter table %s add x int', 'drop table %s']) command where visitor or desk
        union all select role, command from role_of,
          unnest(array['insert into %s default values', 'delete from %s']) command where visitor) t
 where relkind in ('r', 'p');
grant select on tried to public;

set local session authorization benelux_visitor;
select throws_ok(command, '42501', null, format('the visitor is refused: %s', command)) from tried
  where role = 'benelux_visitor';
select throws_ok(format('select site.%s', call), '42501', null,
  format('the visitor is refused site.%s', call))
  from unnest(array['report_mac(''x'')', 'publish(1)', 'sweep_reports()', 'keep_audit()']) call;
select isnt_empty($$select * from visitor.page$$, 'the visitor sees the pages');
select is_empty($$select * from visitor.page p where p::text like '%UNPUBLISHED%'$$,
  'the visitor sees no draft');
select lives_ok($$select * from visitor.send_report('nl', visitor.report_stamp(), '192.0.2.1', 'a', 'b', 'c',
  'd', null)$$, 'the visitor hands in a report');
reset session authorization;

set local session authorization benelux_desk;
select throws_ok(command, '42501', null, format('the desk is refused: %s', command)) from tried
  where role = 'benelux_desk';
select throws_ok($$delete from visitor.page$$, '42501', null,
  'the desk cannot write pages without publishing');
select throws_ok($$select visitor.send_report('nl', '', '', '', '', '', '', '')$$, '42501', null,
  'the desk cannot hand in a report');
select lives_ok($$insert into site.audit (account, action) values ('roles-test', 'look')$$,
  'the desk adds to the log');
select is((select at from site.audit where account = 'roles-test'), now(),
  'an entry of the log has the present time');
reset session authorization;

select * from finish();
rollback;
