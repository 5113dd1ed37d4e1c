-- The desk: sessions, logins that are slowed, the log, and saves that lose nothing.
begin;
set search_path = tap, site, public;
select no_plan();

insert into site.account (name, role, password) values ('jan', 'editor', '$argon2id$x'), ('an', 'administrator', '$argon2id$y');
create function pg_temp.account_of(its_name text) returns bigint language sql as $$ select id from site.account where name = its_name $$;

-- Accounts and sessions
select throws_ok($$insert into site.account (name, role, password) values ('x', 'editor', 'plain')$$, '23514', null, 'a password is kept as a hash only');
select throws_ok($$insert into site.account (name, role, password) values ('x', 'king', '$argon2id$x')$$, '23514', null, 'there are two roles');
select throws_ok($$insert into site.account (name, role, password) values ('X y', 'editor', '$argon2id$x')$$, '23514', null, 'names are plain');
insert into site.session (token, account) values (sha256('a'), pg_temp.account_of('jan'));
select is((select name from site.live_session where token = sha256('a')), 'jan', 'a session is live');
update site.session set used_at = now() - interval '31 minutes' where token = sha256('a');
select is_empty($$select from site.live_session where token = sha256('a')$$, 'half an hour without use ends it');
update site.session set used_at = now(), opened_at = now() - interval '12 hours 1 minute' where token = sha256('a');
select is_empty($$select from site.live_session where token = sha256('a')$$, 'twelve hours end it');
update site.session set opened_at = now() - interval '1 hour' where token = sha256('a');
update site.account set changed_at = now() - interval '1 minute' where name = 'jan';
select is_empty($$select from site.live_session where token = sha256('a')$$, 'a new password ends the sessions from before');
update site.account set changed_at = now() - interval '2 hours', enabled = false where name = 'jan';
select is_empty($$select from site.live_session where token = sha256('a')$$, 'so does disabling the account');
update site.account set enabled = true where name = 'jan';

-- Changes of accounts
select is(site.change_account('an', '192.0.2.1', 'add', 'piet', 'editor', '$argon2id$z'), 'done', 'an account is added');
select is(site.change_account('an', '192.0.2.1', 'add', 'piet', 'editor', '$argon2id$z'), 'taken', 'once');
select is(site.change_account('an', '192.0.2.1', 'role', 'nobody', 'editor', null), 'unknown', 'who is not there is not changed');
select is(site.change_account('an', '192.0.2.1', 'disable', 'an', null, null), 'last', 'an administrator has to be left');
select is(site.change_account('an', '192.0.2.1', 'role', 'an', 'editor', null), 'last', 'with that role');
select is(site.change_account('an', '192.0.2.1', 'role', 'piet', 'administrator', null), 'done', 'another may become one');
select is(site.change_account('an', '192.0.2.1', 'role', 'an', 'editor', null), 'done', 'then the first need not be');
select is((select count(*) from site.audit where account = 'an' and action like 'account-%'), 3::bigint, 'what was done is in the log, what was refused is not');

-- Logins
select is(site.login_wait('jan', '192.0.2.1'), 0, 'a first login does not wait');
insert into site.failed_login (name, address) select 'jan', '192.0.2.1' from generate_series(1, 5);
select ok(site.login_wait('jan', '192.0.2.1') between 1 and 900, 'five failures from an address slow it down');
select ok(site.login_wait('somebody', '192.0.2.1') > 0, 'for every name');
select is(site.login_wait('jan', '192.0.2.2'), 0, 'and no other address');
insert into site.failed_login (name, address) select 'jan', ('198.51.100.' || n)::inet from generate_series(1, 30) n;
select ok(site.login_wait('jan', '203.0.113.9') > 0, 'thirty failures for an account slow down addresses that it never used');
insert into site.known_address (account, address) values (pg_temp.account_of('jan'), '203.0.113.5');
select is(site.login_wait('jan', '203.0.113.5'), 0, 'but not one that it used: nobody locks an editor out');
select is(site.login_wait('nobody-of-this-name', '203.0.113.9'), 0, 'an account that does not exist is not told by its wait');

-- The log
insert into site.audit (account, action) values ('jan', 'save-text');
select throws_ok($$update site.audit set account = 'an'$$, '23001', null, 'the log is not changed');
select throws_ok($$delete from site.audit$$, '23001', null, 'nor shortened');
select throws_ok($$truncate site.audit$$, '23001', null, 'nor emptied');
select ok(not has_table_privilege('benelux_desk', 'site.audit', 'update, delete, truncate'), 'the desk may not even try');
select ok(not has_table_privilege('benelux_visitor', c.oid, 'select'), format('visitors do not read %s', relname))
  from pg_class c where oid in ('site.account'::regclass, 'site.session'::regclass, 'site.audit'::regclass, 'site.failed_login'::regclass, 'site.known_address'::regclass);

-- Saves
create function pg_temp.newest(document_key text, its_language text) returns bigint language sql as $$
  select n.id from site.newest_edition n join site.document d on d.id = n.document_id where d.key = document_key and n.language = its_language $$;
create function pg_temp.save(document_key text, its_language text, base bigint, fields jsonb, aligned boolean default false, its_slug text default null)
  returns table (result text, edition bigint) language sql as $$
  select (site.save_text('jan', '192.0.2.1', d.id, its_language, base,
                         case when d.original <> its_language then pg_temp.newest(document_key, d.original) end,
                         coalesce(its_slug, (select slug from site.edition where id = base), 'nieuw'), fields, 'noot', aligned)).*
    from site.document d where d.key = document_key $$;
create function pg_temp.texts(edition bigint) returns jsonb language sql as $$ select jsonb_object_agg(field, value) from site.edition_text where edition_id = edition $$;

create temporary table was as select pg_temp.newest('about', 'nl') as id;
select is((select result from pg_temp.save('about', 'nl', (select id from was), pg_temp.texts((select id from was)))), 'unchanged', 'saving what is there is no save');
select is((select result from pg_temp.save('about', 'nl', (select id from was), pg_temp.texts((select id from was)) || '{"summary": "Anders."}')), 'saved', 'a change is one');
select is((select state from site.edition where id = (select id from was)), 'published', 'what is public stays so');
select is((select author || ' ' || note from site.edition where id = pg_temp.newest('about', 'nl')), 'jan noot', 'a save has its author and note');
select is((select count(*) from site.outdated_text o join site.document d on d.id = o.document_id where d.key = 'about'), 0::bigint, 'a draft makes no translation outdated');
select is((select result from pg_temp.save('about', 'nl', (select id from was), pg_temp.texts((select id from was)) || '{"summary": "Van mij."}')), 'conflict', 'who has not seen the newest is told');
select is((select edition from pg_temp.save('about', 'nl', (select id from was), pg_temp.texts((select id from was)) || '{"summary": "Van mij."}')), pg_temp.newest('about', 'nl'), 'and which it is');
select is((select result from pg_temp.save('about', 'nl', (select id from was), pg_temp.texts((select id from was)) || '{"summary": "Anders."}')), 'unchanged', 'the same form sent twice is no conflict');
create temporary table draft as select pg_temp.newest('about', 'nl') as id;
select is((select result from pg_temp.save('about', 'nl', (select id from draft), pg_temp.texts((select id from draft)) || '{"summary": "Nog anders."}')), 'saved', 'a draft is followed by the next');
select is((select state from site.edition where id = (select id from draft)), 'replaced', 'and kept');
select throws_ok($$update site.edition_text set value = 'x' where edition_id = (select id from draft)$$, '23001', null, 'as it was');
select lives_ok($$select site.publish_text('jan', '192.0.2.1', 'about', 'nl')$$, 'a draft is published');
select is(array(select distinct language::text from site.outdated_text o join site.document d on d.id = o.document_id where d.key = 'about' order by 1), '{de,en,fr}', 'now the translations are outdated');
create temporary table french as select pg_temp.newest('about', 'fr') as id;
select is((select result from pg_temp.save('about', 'fr', (select id from french), pg_temp.texts((select id from french)))), 'unchanged', 'saving a translation as it is says nothing of the original');
select is((select result from pg_temp.save('about', 'fr', (select id from french), pg_temp.texts((select id from french)), true)), 'saved', 'saying that it is still right is a save');
select site.publish_text('jan', '192.0.2.1', 'about', 'fr');
select is(array(select distinct language::text from site.outdated_text o join site.document d on d.id = o.document_id where d.key = 'about' order by 1), '{de,en}', 'and it is not outdated any more');
select is((select count(*) from site.audit where account = 'jan' and action in ('save-text', 'publish') and document = 'about'), 5::bigint, 'each is in the log once');
select throws_ok($$select site.publish_text('jan', '192.0.2.1', 'about', 'nl')$$, 'P0002', null, 'what has no draft is not published');
select lives_ok($$select site.withdraw_text('jan', '192.0.2.1', 'about', 'en')$$, 'a text is withdrawn');
select is((select language::text from visitor.page where key = 'about' and for_language = 'en'), 'nl', 'visitors see the original instead');
select ok(exists (select from site.edition e join site.document d on d.id = e.document_id where d.key = 'about' and e.language = 'en' and e.state = 'superseded'), 'the history has it');

select * from finish();
rollback;
