-- SPDX-License-Identifier: EUPL-1.2
-- Documents at the desk: rehearsals, the archive, publication of several texts at once, and references to a
-- document.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();

create function pg_temp.id_of(document_key text) returns bigint language sql
  as $$ select id from site.document where key = document_key $$;
create function pg_temp.draft(document_key text, its_language text, its_slug text,
  fields jsonb) returns bigint language plpgsql as $$
declare
    made bigint;
begin
    insert into site.edition (document_id, language, slug)
      values (pg_temp.id_of(document_key), its_language, its_slug) returning id into made;
    insert into site.edition_text (edition_id, field, value) select made, key, value
      from jsonb_each_text(fields);
    return made;
end $$;
create function pg_temp.states(document_key text, its_language text) returns text language sql as $$
  select string_agg(state, ' ' order by id) from site.edition where document_id = pg_temp.id_of(document_key)
    and language = its_language $$;
create function pg_temp.faults(document_key text, languages text[]) returns text language sql as $$
  select string_agg(language || ' ' || fault, ', ' order by language)
    from site.publish_texts('jan', '192.0.2.1', document_key, languages) $$;

-- Rehearsals
savepoint before_rehearsal;
select pg_temp.draft('about', 'nl', 'nieuw-about',
  '{"title": "T", "short": "S", "summary": "Zoals het wordt."}');
select site.rehearse(pg_temp.id_of('about'), 'nl');
select current_setting('search_path') as its_path, (select count(*) from site.audit) as its_log,
       (select summary from page where key = 'about' and for_language = 'nl') as its_summary \gset
rollback to before_rehearsal;
select is(:'its_path'::text, 'visitor, site',
  'a statement in a rehearsal uses the tables of the visitor');
select is(:'its_summary'::text, 'Zoals het wordt.', 'these tables are as they will be');
select is(:its_log, 0, 'the log does not have the rehearsal');
select is(current_setting('search_path'), 'tap, site, public',
  'after the rehearsal the search path is as before');
select throws_ok($$select site.rehearse(pg_temp.id_of('about'), 'nl')$$, 'P0002', null,
  'without a draft there is nothing to rehearse');

-- Links to previews
select lives_ok($$select site.open_preview('jan', '192.0.2.1', 'about', 'nl', sha256('a'))$$,
  'a link to a preview is made');
select ok((select expires_at between now() + interval '6 days' and now() + interval '8 days'
  from site.preview), 'the link is valid for a week');
select throws_ok($$select site.open_preview('jan', '192.0.2.1', 'nothing', 'nl', sha256('b'))$$, 'P0002',
  null, 'an unknown document gets no link');
select throws_ok($$insert into site.preview (token, document_id, language, account)
  values ('short', pg_temp.id_of('about'), 'nl', 'jan')$$, '23514', null, 'a token is a hash');
select site.end_preview('jan', '192.0.2.1', 'forum', (select id from site.preview));
select ok((select expires_at > now() from site.preview), 'another document cannot end a link');
select site.end_preview('jan', '192.0.2.1', 'about', (select id from site.preview));
select ok((select expires_at <= now() from site.preview), 'its own document can end a link');
select is((select string_agg(action, ' ' order by id) from site.audit where account = 'jan'),
  'preview end-preview', 'the log has both');
insert into site.account (name, role, password) values ('piet', 'editor', '$argon2id$x'),
  ('els', 'administrator', '$argon2id$x');
select site.open_preview(maker, '192.0.2.1', 'about', 'nl', sha256(maker::bytea))
  from unnest(array['piet', 'els']) maker;
insert into site.session (account, token) select id, sha256('piet') from site.account where name = 'piet';
select site.change_account('els', '192.0.2.1', 'disable', 'piet', null, null);
select is((select string_agg(account, ' ') from site.preview where expires_at > now()), 'els',
  'the links of a disabled account do not work');
select site.change_account('els', '192.0.2.1', 'enable', 'piet', null, null);
select is_empty($$select from site.live_session where token = sha256('piet')$$,
  'its sessions have ended, too, even after it is enabled again');
delete from site.preview where account in ('piet', 'els');

-- Several texts at once
select is(pg_temp.faults('about', '{nl,fr}'), 'fr draft, nl draft', 'texts without a draft are named');
select pg_temp.draft('about', 'nl', 'about-nl', '{"title": "T", "short": "S", "summary": "Samen, nl."}');
select pg_temp.draft('about', 'fr', 'about-fr', '{"title": "T", "short": "S"}');
select pg_temp.draft('about', 'de', 'about-de', '{"title": "T", "short": "S", "summary": "Zusammen, de."}');
select is(pg_temp.faults('about', '{nl,fr,de}'), 'fr texts', 'a text without a summary is named');
select is(pg_temp.states('about', 'nl') || ', ' || pg_temp.states('about', 'de'),
  'published draft, published draft', 'nothing is published in that case');
select is((select count(*) from site.audit where action = 'publish'), 0::bigint,
  'the log has no publication');
insert into site.edition_text (edition_id, field, value) select id, 'summary', 'Ensemble, fr.'
  from site.edition where document_id = pg_temp.id_of('about') and language = 'fr' and state = 'draft';
select is(pg_temp.faults('about', '{nl,fr}'), null, 'all texts are published when all can be');
select is((select string_agg(summary, ' ' order by for_language) from visitor.page where key = 'about'
  and for_language in ('nl', 'fr')), 'Ensemble, fr. Samen, nl.', 'the published texts are public');
select is(pg_temp.states('about', 'de'), 'published draft', 'a text that was not chosen stays a draft');
select is((select string_agg(language, ' ' order by id) from site.audit where action = 'publish'), 'nl fr',
  'the log has each publication');
select pg_temp.draft('forum', 'en', 'x', '{"title": "T", "short": "S", "summary": "Z"}');
select pg_temp.draft('moved', 'en', 'y', '{"title": "T", "short": "S", "summary": "Z"}');
select site.publish_texts('jan', '192.0.2.1', 'moved', '{en}');
update site.edition set slug = 'y' where document_id = pg_temp.id_of('forum') and language = 'en';
select is(pg_temp.faults('forum', '{en}'), 'en address', 'an address that is another''s is told');

-- What refers to a document
select is((select string_agg(d.key || ' ' || reason || ' ' || coalesce(detail, ''), ', ')
  from site.used_on(pg_temp.id_of('about')) u join site.document d on d.id = u.document_id),
          'forum link nl', 'a link in a public text is found');
select is((select count(*) from site.used_on(pg_temp.id_of('home'))), 0::bigint,
  'a document without references has none');
select ok((select count(*) > 0 from site.used_on(pg_temp.id_of('forum')) where reason = 'meeting'),
  'a forum has its meetings');
select ok((select count(*) = (select count(distinct document_id) from site.conclusion
  where taken_up_by is not null) from site.meeting m, site.used_on(m.document_id) where reason = 'taken-up'),
          'a meeting has the conclusions that it took up');
select ok(not exists (select from site.document d, site.used_on(d.id) u where u.document_id = d.id),
  'nothing refers to itself');

-- The archive
select throws_ok($$select site.archive_document('jan', '192.0.2.1', 'home')$$, '23514', null,
  'the home page cannot be archived');
select throws_ok($$select site.archive_document('jan', '192.0.2.1', 'overview')$$, '23514', null,
  'the overview cannot be archived');
select throws_ok($$select site.archive_document('jan', '192.0.2.1', 'nothing')$$, 'P0002', null,
  'an unknown document cannot be archived');
select site.open_preview('jan', '192.0.2.1', 'about', 'de', sha256('c'));
create temporary table before as select for_language, language, slug, title, summary, published, content::text
  from visitor.page where key = 'about';
create temporary table texts as select language, published, drafted is not null as drafted, outdated
  from site.text_state where document_id = pg_temp.id_of('about');
select count(*) as editions from site.edition where document_id = pg_temp.id_of('about') \gset
select lives_ok($$select site.archive_document('jan', '192.0.2.1', 'about')$$, 'a page is archived');
select is((select count(*) from visitor.page where key = 'about'), 0::bigint,
  'nothing of an archived page is public');
select is(array(select distinct state from site.edition where document_id = pg_temp.id_of('about')
  order by 1), '{replaced,superseded}', 'its drafts are put aside');
select is((select count(*) from site.edition where document_id = pg_temp.id_of('about')), :editions::bigint,
  'nothing is deleted');
select ok((select expires_at <= now() from site.preview where token = sha256('c')), 'its previews end');
select site.archive_document('jan', '192.0.2.1', 'about');
select is((select count(*) from site.audit where action = 'archive'), 1::bigint,
  'the log has the archiving once');
select site.unarchive_document('jan', '192.0.2.1', 'about');
select ok((select archived_at is null from site.document where key = 'about'),
  'an archived document can be taken back');
select set_eq($$select for_language, language, slug, title, summary, published, content::text
  from visitor.page where key = 'about'$$, 'table before', 'visitors see it as before');
select set_eq($$select language, published, drafted is not null, outdated from site.text_state
  where document_id = pg_temp.id_of('about')$$, 'table texts',
              'editors find it as before, with drafts and outdated texts');
select site.unarchive_document('jan', '192.0.2.1', 'about');
select is((select count(*) from site.audit where action = 'unarchive'), 1::bigint,
  'the log has that once');
select site.archive_document('jan', '192.0.2.1', 'about');
select pg_temp.draft('about', 'nl', 'about-nl', '{"title": "T", "short": "S", "summary": "Terug."}');
select is(pg_temp.faults('about', '{nl}'), null, 'a text of an archived document can be published');
select ok((select archived_at is null from site.document where key = 'about'),
  'then the document is no longer archived');

select * from finish();
rollback;
