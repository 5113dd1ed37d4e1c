-- SPDX-License-Identifier: EUPL-1.2
-- Gives the site of tests/fixtures.sql a long history.
create function pg_temp.id_of(its_key text) returns bigint language sql
as $$ select id from document where key = its_key $$;

-- Publishes a text after the public one, as an editor does.
create function pg_temp.edit(its_key text, its_language text, its_slug text, changed jsonb, aligned boolean)
returns void language plpgsql
as $$
declare
    its_id   bigint := pg_temp.id_of(its_key);
    base     bigint := (select id from newest_edition
                         where document_id = its_id and language = its_language);
    original bigint := (select e.id from edition e join document d on d.id = e.document_id
                         where d.key = its_key and e.language = d.original and e.state = 'published');
    said     jsonb := (select coalesce(jsonb_object_agg(t.field, t.value), '{}')
                         from edition e join edition_text t on t.edition_id = e.id
                        where e.document_id = its_id and e.language = its_language
                          and e.state = 'published');
begin
    if aligned then
        select edition into base
          from write_text('aligned', 'jan', '192.0.2.1', its_id, its_language, base, original, its_slug,
                          jsonb_strip_nulls(said || changed), '', false, null);
    end if;
    perform write_text('publish', 'jan', '192.0.2.1', its_id, its_language, base, original, its_slug,
                       jsonb_strip_nulls(said || changed), '', false, null);
end $$;

-- The original changes, one translation follows and the other does not; one leaves a text out on
-- purpose. All of them move to other addresses.
select pg_temp.edit('forum', 'nl', 'forum-nieuw', '{"title": "Het nieuwe forum",
    "instrument": "Nieuwe verklaring", "milestone.later": "Later."}', false);
select pg_temp.edit('forum', 'de', 'das-neue-forum', '{"title": "Das Forum", "short": "Forum",
    "summary": "Was.", "instrument": null, "body": "Text."}', true);
select pg_temp.edit('forum', 'nl', 'forum-nieuwer',
    '{"summary": "Nog een keer anders.", "nature": "forum"}', false);
select pg_temp.edit('forum', 'fr', 'le-nouveau-forum', '{"instrument": null}', false);

-- A translation of an original that is no longer public, and a text without an original.
select import_document('orphan', '{"kind": "page", "position": 4, "original": "nl"}',
           jsonb_object_agg(l, format(E'title: Wees %s\nshort: W\nslug: wees-%s\nsummary: S.\n\nB.\n', l, l)))
  from unnest(array['nl', 'fr']) l;
select withdraw_text('jan', '192.0.2.1', 'orphan', 'nl');

-- Texts that do not fit a line.
select pg_temp.edit('about', 'nl', 'about-nl', jsonb_build_object(
    'summary', E'Eerste regel\n\nslug: geen\n derde "regel" \\ é', 'short', '"Over"',
    'nature', ' met spaties ', 'instrument', '"half" en "half"', 'body', E'\n\n    code\n'), false);
select pg_temp.edit('about', 'fr', 'about-fr', jsonb_build_object(
    'body', E'title: nothing\n\n\nslug: nothing', 'summary', E'tab\there'), false);

-- A forum that is newer than a meeting of it, though an import has to make it first, and a forum that
-- is no longer public but presides over public meetings.
select import_document('late', '{"kind": "topic", "position": 7, "original": "nl"}',
    '{"nl": "title: Laat\nshort: Laat\nslug: laat\nsummary: Laat.\n\n"}');
update meeting set forum = pg_temp.id_of('late') where document_id = pg_temp.id_of('many-3');
select import_document('gone', '{"kind": "topic", "position": 8, "original": "nl", "since": "1999",
    "source": [{"url": "https://gone.example", "title": "T", "publisher": "P", "language": "nl"}]}',
    '{"nl": "title: Weg\nshort: Weg\nslug: weg\nsummary: WITHDRAWN.\n\n"}');
select write_terms(pg_temp.id_of('gone'), '{"term": [{"from": "2010", "to": "2012", "number": "3",
    "party": "BE", "second": "DE"}]}');
update meeting set forum = pg_temp.id_of('gone') where document_id = pg_temp.id_of('many-7');
select withdraw_text('jan', '192.0.2.1', 'gone', 'nl');
select archive_document('jan', '192.0.2.1', 'hostile');
with draft as (
    insert into edition (document_id, language, slug)
         select pg_temp.id_of('moved'), l, 'geheim' from unnest(array['nl', 'de']) l returning id)
insert into edition_text (edition_id, field, value)
     select id, field, 'UNPUBLISHED' from draft, unnest(array['title', 'short', 'summary']) field;

-- Presidents set by hand: somebody and nobody; and changes that calendars have seen.
update meeting set presided = 'by-hand', starts_at = '10:00:30', zone = 'Europe/Brussels'
 where document_id = pg_temp.id_of('many-5');
insert into meeting_presidency (document_id, party)
     values (pg_temp.id_of('many-5'), 'bureau'), (pg_temp.id_of('many-5'), 'BE');
update meeting set presided = 'by-hand', status = 'cancelled' where document_id = pg_temp.id_of('many-9');

-- Documents: one file twice, one without a known name, addresses between; a place that is left out.
select keep_file(convert_to('%PDF-1.4 ' || repeat('x', 262144 - 9), 'UTF8')),
       keep_file(convert_to('%PDF-1.4 small', 'UTF8'));
insert into link (document_id, position, url, file, title, language)
     select pg_temp.id_of('meeting-cancelled'), * from (values
         (1, null, sha256(convert_to('%PDF-1.4 small', 'UTF8')), 'Besluit van de minister', 'nl'),
         (2, 'https://doc.example/b', null, 'Elders', 'en'),
         (4, null, sha256(convert_to('%PDF-1.4 small', 'UTF8')), 'Décision du ministre', 'fr'),
         (5, null, sha256(convert_to('%PDF-1.4 ' || repeat('x', 262144 - 9), 'UTF8')),
             '../../../Пример/..', 'bg')) t;

-- Pictures: one of two documents, one in two widths, and one on nothing public.
select keep_image(repeat(hash, 64)),
       keep_rendition(repeat(hash, 64), 'jpeg', width, 320,
           '\xffd8ff' || convert_to(hash || width, 'UTF8')),
       keep_rendition(repeat(hash, 64), 'webp', width, 320,
           convert_to('RIFF....WEBP' || hash || width, 'UTF8'))
  from (values ('a', 480), ('a', 960), ('b', 300), ('c', 7)) t (hash, width);
insert into picture (document_id, number, position, image, lead, decorative, credit, licence)
     select pg_temp.id_of(key), number, position, decode(repeat(hash, 64), 'hex'), lead, decorative,
            'J. "Jan" Jansen', 'cc-by'
       from (values ('about', 2, 1, 'a', true, false), ('about', 1, 2, 'b', false, true),
                    ('many-2', 3, 1, 'a', false, false), ('secret', 1, 1, 'c', false, true))
            t (key, number, position, hash, lead, decorative);
select pg_temp.edit('about', 'nl', 'about-nl', '{"picture.2": "Een brug"}', false);
select pg_temp.edit('about', 'fr', 'about-fr', '{"picture.2": "Un pont"}', false);

-- The register: a step that is not public yet, and relations to a conclusion and to documents that
-- are not public.
select import_document('obstacle', '{"kind": "obstacle", "position": 0, "original": "nl", "field": "work",
    "concerned": [{"party": "bureau"}], "authority": [{"party": "DE"}, {"party": "BE"}],
    "border": [{"border": "be-de"}], "provision_url": "https://p.example",
    "step": [{"number": "1", "date": "2001", "status": "reported"},
             {"number": "3", "date": "2002-02", "status": "examined"},
             {"number": "4", "date": "2003", "status": "solved"}]}',
    jsonb_build_object('nl', E'title: Belemmering\nshort: B\nslug: belemmering\nsummary: S.\n'
        'affects: Wie.\nstep.1: Gemeld.\nstep.3: Onderzocht.\n\nZie [m](doc:meeting-held).\n'));
select import_document('practice', '{"kind": "practice", "position": 0, "original": "fr",
    "field": "health", "since": "2004-05", "contact_party": "bureau", "contact_url": "https://c.example"}',
    jsonb_build_object('fr', E'title: Pratique\nshort: P\nslug: pratique\nsummary: S.\n'
        'contact: Qui.\n\n[m](doc:obstacle)\n'));
select import_relations('practice', '{"relation": [{"document": "obstacle"}, {"document": "secret"},
    {"document": "meeting-held", "conclusion": "2"}, {"document": "forum"}]}');
select pg_temp.edit('many-2', 'nl', 'reeks-2', '{"conclusion.1": "Besloten."}', false);
insert into conclusion (document_id, number, state)
     values (pg_temp.id_of('many-2'), 1, 'open'), (pg_temp.id_of('many-2'), 2, 'closed');
