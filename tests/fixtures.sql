-- SPDX-License-Identifier: EUPL-1.2
-- A small site for the tests: its documents lack languages, have drafts and have moved. The desk's role loads
-- it.

select import_parties('[
  {"key": "BE", "kind": "country",
    "name": {"nl": "België", "fr": "Belgique", "de": "Belgien", "en": "Belgium"}},
  {"key": "DE", "kind": "country",
    "name": {"nl": "Duitsland", "fr": "Allemagne", "de": "Deutschland", "en": "Germany"}},
  {"key": "bureau", "kind": "organisation",
    "name": {"nl": "Bureau & Co", "fr": "Bureau <fr>", "de": "Büro", "en": "Office"}}]');
select import_places('[{"key": "liege", "name": {"nl": "Luik", "fr": "Liège", "de": "Lüttich", "en": "Liège"},
  "country": "BE",
  "latitude": 50.63373, "longitude": 5.56749}]');

-- The four languages, with the home page, the overview and a page about the site.
select import_document(key, jsonb_build_object('kind', kind, 'position', 1, 'original', 'nl'),
  jsonb_object_agg(language,
         format(E'title: %s %s\nshort: %s\nslug: %s-%s\nsummary: Summary of %s in %s.\n\nBody of %s.\n', key,
         language, key, key, language, key, language, key)))
  from (values ('home', 'home'), ('overview', 'overview'), ('about', 'page')) d (key, kind),
       unnest(array['nl', 'fr', 'de', 'en']) language
 group by key, kind;

select import_document('forum', '{"kind": "topic", "position": 1, "original": "nl", "since": "2008-12-09",
  "secretariat": "bureau", "seat": "liege", "website": "https://forum.example/x?a=1&b=2",
  "participant": [{"party": "DE", "role": "member"}, {"party": "BE", "role": "member"}, {"party": "bureau",
  "role": "co-chair"}], "milestone": [{"key": "start", "date": "2008-12-09"}, {"key": "later",
  "date": "2016-06"}], "source": [{"url": "https://source.example/a?b=c&d=e", "title": "Bron <1>",
  "publisher": "Uitgever", "language": "nl"}]}',
  jsonb_build_object(
    'nl', E'title: Het forum\nshort: Forum\nslug: het-forum\nsummary: Wat het forum doet.\ninstrument: Verklaring\nmilestone.start: Het begin.\nmilestone.later: Daarna.\n\n## Werk\n\nZie [over](doc:about) en [weg](doc:nowhere).\n',
    'fr', E'title: Le forum\nshort: Forum\nslug: le-forum\nsummary: Ce que fait le forum.\ninstrument: Déclaration\nmilestone.start: Le début.\nmilestone.later: Ensuite.\n\n## Travail\n\nTexte.\n'));

-- Exists only in its original language, French.
select import_document('region', '{"kind": "partner", "position": 1, "original": "fr"}',
  jsonb_build_object('fr',
  E'title: La région\nshort: Région\nslug: la-region\nsummary: Une région voisine.\nnature: région\n\nTexte de la région.\n'));

-- Moved: the Dutch edition was published at one address and then at another.
select import_document('moved', '{"kind": "topic", "position": 2, "original": "nl"}',
  jsonb_build_object('nl',
  E'title: Verhuisd\nshort: Verhuisd\nslug: oud-adres\nsummary: Eerst hier.\n\nOud.\n'));
with draft as (
  insert into edition (document_id, language, slug) select id, 'nl', 'nieuw-adres' from document
    where key = 'moved' returning id)
insert into edition_text (edition_id, field, value)
  select id, field, value from draft,
    (values ('title', 'Verhuisd'), ('short', 'Verhuisd'), ('summary', 'Nu daar.'),
    ('body', 'Nieuw.')) t (field, value);
select publish(e.id) from edition e join document d on d.id = e.document_id where d.key = 'moved'
  and e.state = 'draft';

-- Never published, and a draft beside a published edition.
insert into document (key, kind, position, original) values ('secret', 'topic', 3, 'nl');
with draft as (
  insert into edition (document_id, language, slug)
    select id, 'nl', 'geheim' from document where key = 'secret'
    union all select id, 'nl', 'het-forum-nieuw' from document where key = 'forum'
    union all select id, 'de', 'das-forum' from document where key = 'forum' returning id)
insert into edition_text (edition_id, field, value)
  select id, field, 'UNPUBLISHED ' || field from draft,
    unnest(array['title', 'short', 'summary', 'body']) field;

-- Text that an editor might paste.
select import_document('hostile', '{"kind": "page", "position": 9, "original": "nl"}',
  jsonb_build_object('nl',
  E'title: "><script>alert(1)</script>\nshort: <b>x</b>\nslug: hostile\nsummary: \'"><img src=x onerror=alert(1)> {{TITLE}} [[Sources]]\n\n<script>alert(2)</script> [x](javascript:alert(3)) {{TITLE}}\n'));

-- Meetings: of the forum, one held, one to come that was moved, one cancelled; of another topic thirty, to
-- fill pages.
select write_terms(id, '{"term": [{"from": "2019", "to": "2020", "party": "DE"}, {"from": "2021",
  "party": "BE", "second": "bureau"}]}') from document where key = 'forum';
select import_document('meeting-held', '{"kind": "meeting", "position": 0, "original": "nl", "forum": "forum",
  "number": "7", "type": "ministerial", "starts": "2021-11-30", "ends": "2021-12-01", "place": "liege",
  "mode": "hybrid", "status": "held", "delegation": [{"party": "BE", "person": "Jan & Co"}],
  "conclusion": [{"number": "1"}, {"number": "2", "state": "taken-up", "by": "meeting-moved"}],
  "agenda": [{"key": "opening"}], "document": [{"url": "https://doc.example/a", "title": "Verklaring",
  "language": "en"}]}',
  jsonb_build_object('nl',
  E'title: Zevende vergadering\nshort: Luik, 1 december 2021\nslug: zevende\nsummary: Wat er was.\nagenda.opening: De opening\nconclusion.1: Eerste <conclusie>.\nconclusion.2: Tweede conclusie.\n\n',
                     'fr', E'title: Septième réunion\nshort: Liège, 1er décembre 2021\nslug: septieme\nsummary: Ce qui fut.\nagenda.opening: L’ouverture\nconclusion.1: Première.\nconclusion.2: Deuxième.\n\n',
                     -- Translated in part.
                     'en', E'title: Seventh meeting\nshort: Liège, 1 December 2021\nslug: seventh\nsummary: What there was.\nconclusion.1: First.\n\n'));
select import_document('meeting-moved',
  '{"kind": "meeting", "position": 0, "original": "nl", "forum": "forum", "type": "working-group",
  "starts": "2099-05-01", "starts_at": "10:00", "ends_at": "12:30", "zone": "Europe/Brussels",
  "status": "moved", "earlier": "2099-04-01", "presided": "by-hand"}',
  jsonb_build_object('nl',
  E'title: Verplaatste vergadering\nshort: 1 mei 2099\nslug: verplaatst\nsummary: Wat komt.\nreason: Er was een staking.\n\n'));
select import_document('meeting-cancelled',
  '{"kind": "meeting", "position": 0, "original": "nl", "forum": "forum", "type": "event",
  "starts": "2019-06", "status": "cancelled"}',
  jsonb_build_object('nl',
  E'title: Geannuleerd\nshort: juni 2019\nslug: geannuleerd\nsummary: Ging niet door.\n\n'));
select import_followers('meeting-held', '{"conclusion": [{"number": "2", "by": "meeting-moved"}]}');
select import_document('many-' || n, jsonb_build_object('kind', 'meeting', 'position', 0, 'original', 'nl',
  'forum', 'moved', 'type', 'event', 'starts', to_char(date '2010-01-01' + n / 2, 'YYYY-MM-DD'), 'status',
  'held'),
    jsonb_build_object('nl', format(E'title: Reeks %s\nshort: %s\nslug: reeks-%s\nsummary: Nummer.\n\n', n, n,
    n)))
  from generate_series(1, 30) n;

-- A file of three pieces, on a public meeting; and a file that is on no public meeting.
select import_linked_file('meeting-held', '{"document": [{}, {"file": "verslag.pdf", "title": "Verslag d’été",
  "language": "nl"}]}', 2,
                          convert_to('%PDF-1.4 ' || repeat('0123456789', 60000), 'UTF8'));
insert into document (key, kind, position, original) values ('meeting-secret', 'meeting', 0, 'nl');
insert into meeting (document_id, forum, type, starts, status) select d.id, f.id, 'event', '2030', 'planned'
  from document d, document f where d.key = 'meeting-secret' and f.key = 'forum';
select import_linked_file('meeting-secret',
  '{"document": [{"file": "geheim.pdf", "title": "Geheim", "language": "nl"}]}', 1,
                          convert_to('%PDF-1.4 secret', 'UTF8'));

-- Over midnight, in the night when the clocks go back; cancelled later.
select import_document('meeting-night',
  '{"kind": "meeting", "position": 0, "original": "nl", "forum": "moved", "type": "event",
  "starts": "2025-10-25", "ends": "2025-10-26", "starts_at": "22:00", "ends_at": "04:00",
  "zone": "Europe/Brussels", "place": "liege", "status": "planned"}',
  jsonb_build_object('nl',
  E'title: Nachtvergadering\nshort: Luik, 25 oktober 2025\nslug: nacht\nsummary: Met uitzicht op de klok.\n\n'));
update meeting set status = 'cancelled'
  where document_id = (select id from document where key = 'meeting-night');

-- The register: a solved obstacle, one reported in Dutch only, and a practice that answers the first.
select import_parties('[
  {"key": "NL", "kind": "country",
    "name": {"nl": "Nederland", "fr": "Pays-Bas", "de": "Niederlande", "en": "Netherlands"}},
  {"key": "valley", "kind": "region",
    "name": {"nl": "Vallei", "fr": "Vallée", "de": "Tal", "en": "Valley"}}]');
select import_document('obstacle-solved',
  '{"kind": "obstacle", "position": 0, "original": "nl", "field": "transport", "border": [{"border": "be-nl"},
  {"border": "be-de"}], "concerned": [{"party": "valley"}], "authority": [{"party": "bureau"}],
  "provision_url": "https://law.example/a", "instrument_url": "https://law.example/b",
  "step": [{"number": "1", "date": "2014", "status": "reported"}, {"number": "2", "date": "2016-06-01",
  "status": "solved"}], "source": [{"url": "https://source.example/o", "title": "Bron",
  "publisher": "Uitgever", "language": "nl"}]}',
  jsonb_build_object(
    'nl', E'title: Lange vrachtwagens & grenzen\nshort: Lange wagens\nslug: lange-wagens\nsummary: Lange wagens moeten aan de grens ontkoppelen.\naffects: Vervoerders.\ndone: Er is een besluit.\nprovision: Wet A\ninstrument: Besluit B\nstep.1: Gemeld door <vervoerders>.\nstep.2: Het besluit geldt.\n\nEen wagen van 25 m. Zie [de goede praktijk](doc:practice-checks).\n',
    'fr', E'title: Longs camions et frontières\nshort: Longs camions\nslug: longs-camions\nsummary: Les longs camions s’arrêtent à la frontière.\naffects: Les transporteurs.\ndone: Une décision existe.\nprovision: Loi A\ninstrument: Décision B\nstep.1: Signalé.\nstep.2: La décision s’applique.\n\nUn camion de 25 m.\n',
    -- Translated in part.
    'en', E'title: Long lorries and borders\nshort: Long lorries\nslug: long-lorries\nsummary: Long lorries must uncouple at the border.\ndone: There is a decision.\ninstrument: Decision B\nstep.1: Reported.\n\n'));
select import_document('obstacle-reported',
  '{"kind": "obstacle", "position": 0, "original": "nl", "field": "work", "border": [{"border": "be-nl"}],
  "step": [{"number": "1", "date": "2025-03-02", "status": "reported"}]}',
  jsonb_build_object('nl',
  E'title: Thuiswerken over de grens\nshort: Thuiswerken\nslug: thuiswerken\nsummary: Wie thuis werkt, betaalt twee keer.\naffects: Grensarbeiders.\nstep.1: Gemeld.\n\nDe regels verschillen.\n'));
select import_document('practice-checks',
  '{"kind": "practice", "position": 0, "original": "nl", "field": "transport",
  "border": [{"border": "be-nl"}], "since": "2017-06", "contact_party": "bureau",
  "contact_url": "https://contact.example/"}',
  jsonb_build_object('nl',
  E'title: Samen controleren\nshort: Samen controleren\nslug: samen-controleren\nsummary: Inspecteurs controleren samen.\ncontact: Vraag het bureau.\n\nZij delen wagens.\n'));
select import_relations('obstacle-solved', '{"relation": [{"document": "forum"}, {"document": "meeting-held",
  "conclusion": "2"}]}');
select import_relations('practice-checks', '{"relation": [{"document": "obstacle-solved"}]}');
