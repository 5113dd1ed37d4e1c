-- SPDX-License-Identifier: EUPL-1.2
-- Search: the results for words, in four languages.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
set client_min_messages = warning;
select no_plan();

select import_document('sought', '{"kind": "page", "position": 20, "original": "nl"}', jsonb_build_object(
  'nl', E'title: Waterstofvergaderingen te Königswinter\nshort: Waterstof\nslug: waterstof\nsummary: De regio’s namen conclusies aan over grensoverschrijdende energie.\n\nZie [de verklaring](https://x.example/) van **Mueller**.\n',
  'fr', E'title: Réunions sur l’hydrogène à Königswinter\nshort: Hydrogène\nslug: hydrogene\nsummary: Les régions ont adopté des décisions sur l’énergie transfrontalière à Liège.\n\nCœur.\n',
  'de', E'title: Wasserstofsitzungen in Königswinter und Düsseldorf\nshort: Wasserstoff\nslug: wasserstoff\nsummary: Die Länder beschlossen Maßnahmen für grenzüberschreitende Energie.\n\nHerr Mueller.\n',
  'en', E'title: Hydrogen meetings in Königswinter\nshort: Hydrogen\nslug: hydrogen\nsummary: The regions adopted decisions on cross-border energy.\n\nText.\n'));

create function pg_temp.finds(language text, input text) returns boolean language sql as $$
  select exists (select from visitor.search(language, input, 0, 50) f where f.place = 'here'
    and f.title ~ 'Königswinter')
$$;
select ok(pg_temp.finds(language, input), format('%s finds "%s"', language, input))
  from (values
    -- stemmed
    ('nl', 'waterstofvergadering'), ('nl', 'verklaringen'), ('nl', 'conclusie'), ('nl', 'regio'),
    ('nl', 'regio''s'), ('nl', 'grensoverschrijdend'),
    ('fr', 'réunion'), ('fr', 'décision'), ('fr', 'région adopter'), ('fr', 'transfrontalier'),
    ('de', 'Land'), ('de', 'Maßnahme'), ('de', 'Massnahmen'), ('de', 'grenzüberschreitend'),
    ('en', 'meeting'), ('en', 'region adopt'), ('en', 'decision'),
    -- blind to case, accents and ligatures
    ('nl', 'KONIGSWINTER'), ('fr', 'hydrogene'), ('fr', 'liege'), ('fr', 'coeur'), ('de', 'Dusseldorf'),
    ('en', 'konigswinter'),
    -- blind to German ae, oe, ue, both ways
    ('nl', 'Koenigswinter'), ('fr', 'koenigswinter'), ('de', 'Duesseldorf'), ('de', 'Müller'),
    ('nl', 'Müller'), ('en', 'Koenigswinter'),
    -- the beginning of a compound; a phrase; several words in any order
    ('nl', 'waterstof'), ('de', 'Wasserstof'), ('fr', '"l’énergie transfrontalière"'),
    ('en', 'energy hydrogen')) t (language, input);
select ok(not pg_temp.finds(language, input), format('%s does not find "%s"', language, input))
  from (values ('nl', 'zuurstof'), ('fr', '"transfrontalière énergie"'), ('en', 'hydrogen oxygen'),
  ('nl', ''), ('nl', 'de het een'), ('fr', 'à été'), ('de', 'für über'),
  ('de', '"" '' & |')) t (language, input);

select is((select excerpt ~ 'x.example' from visitor.search('nl', 'koenigswinter', 0, 1)
  where place = 'here'), false, 'an excerpt has no Markdown');
select ok((select excerpt ~ (chr(57344) || 'regio') from visitor.search('nl', 'regio''s', 0, 1)
  where place = 'here'), 'found words are marked');
select unalike(visitor.marking_of('fr', visitor.terms_of('fr', '"travail à distance"'))::text, '%''a''%',
  'the little words of a phrase are not marked');
select is((select array_agg(language order by language) from visitor.search('nl', 'hydrogen', 0, 5)
  where place = 'elsewhere'), '{en,fr}', 'results of other languages are offered');
select is((select count(*) from visitor.search('nl', 'waterstof', 0, 5) where place = 'elsewhere'
  and slug in ('wasserstoff', 'hydrogen')), 0::bigint,
  'results of this language are not offered again');
select is((select title from visitor.search('nl', 'conclsies', 0, 5) where place = 'instead'), 'conclusies',
  'a mistyped word suggests the right one');
select is((select title from visitor.search('en', 'hydrogn meetngs', 0, 5) where place = 'instead'),
  'hydrogen meetings', 'several mistyped words suggest the right ones');
select is((select count(*) from visitor.search('en', 'hydrogen', 0, 5) where place = 'instead'), 0::bigint,
  'with results nothing is suggested');

-- Few or no pages have all words: pages with most of them follow.
select is((select array_agg(place) from visitor.search('en', 'hydrogen oxygen', 0, 5)
  where place in ('here', 'nearest')), '{nearest}',
  'pages with most of the words are found when none has all');
select is((select count(*) from visitor.search('en', 'oxygen', 0, 5) where place = 'nearest'), 0::bigint,
  'one word has no such results');
select is((select title from visitor.search('en', 'hydrogn 2023', 0, 5) where place = 'instead'), null,
  'suggestions have results');
select import_document('dated', '{"kind": "page", "position": 21, "original": "en"}', jsonb_build_object(
  'en', E'title: Dated\nshort: Dated\nslug: dated\nsummary: A summary.\n\nThe first sentence is here to be left out of the excerpt, since it says nothing of what is sought. It was signed by all who came to that place, and by some who did not, on 24 April 2023 in the evening, when the sun had set behind the hydrogen works.\n'));
select is((select title from visitor.search('en', 'hydrogn 24/04/2023', 0, 5) where place = 'instead'),
  'hydrogen 24/04/2023', 'a suggestion keeps its numbers');
select ok(exists (select from visitor.search('en', input, 0, 5) f where f.place = 'here'
  and f.title = 'Dated'), format('"%s" is a date', input))
  from unnest(array['24 April 2023', E'24\u00a0April 2023', '24/04/2023', '24.4.2023', '24-04-2023',
  '2023-04-24', 'April 24, 2023', '24th of April 2023', '24 avril 2023', 'April 2023', '2023-04']) input;
select ok(not exists (select from visitor.search('en', input, 0, 5) f where f.place = 'here'
  and f.title = 'Dated'), format('"%s" is another', input))
  from unnest(array['25 April 2023', '4/24/2023', '2023-04-25', 'May 2023']) input;
select ok((select excerpt ~ '^… [^.]*hydrogen' from visitor.search('en', 'works', 0, 5)
  where title = 'Dated'), 'an excerpt from inside a sentence shows that');
select is(visitor.cut('One. Two three.', 'Two three.'), 'Two three.',
  'an excerpt that is a sentence does not');
select is(visitor.cut('One. Two three four.', 'Two three'), 'Two three …',
  'an excerpt to the end of a sentence does not');

-- A meeting is found by the words on its page.
select ok(exists (select from visitor.search('nl', input, 0, 50) f where f.place = 'here'
  and f.slug = 'zevende'), format('a meeting is found by "%s"', input))
  from (select m.* from visitor.meeting m where m.slug = 'zevende' and m.for_language = 'nl') m
 cross join lateral (values (m.starts), (to_char(m.first_day, 'DD/MM/YYYY')), (m.place || ' vergadering'),
                            ((select p.short from visitor.page p where p.key = m.forum
                            and p.for_language = 'nl') || ' ' || left(m.starts, 4))) as t (input);

-- Synonyms, question words, and compounds.
select ok(not pg_temp.finds('nl', 'h2'), 'a word in no text is not found');
select is(save_synonyms('lisa', '127.0.0.1', 'nl', 1,
  E'h2, waterstof\nverbond over de grens, grensoverschrijdend'), 2, 'an editor saves synonyms');
select is(save_synonyms('lisa', '127.0.0.1', 'nl', 1, ''), null,
  'somebody who has not seen them cannot overwrite them');
select ok(pg_temp.finds('nl', input), format('"%s" is found by its synonyms', input))
  from unnest(array['h2', 'H2 regio', 'verbond over de grens', 'regio verbond over de grens']) input;
select is(save_synonyms('lisa', '127.0.0.1', 'nl', 2, ''), 3, 'synonyms can be removed');
create function pg_temp.many(between_them text, n integer) returns text language sql as $$
    select string_agg(translate(to_char(g, 'FM0000'), '0123456789', 'bcdfghjklm') || 'x', between_them
      order by g) from generate_series(1, n) g
$$;
create function pg_temp.meanings(written text) returns bigint language sql as $$
    update site.synonyms set groups = written where language = 'nl';
    select max(numnode(meaning)) from visitor.synonym where language = 'nl'
$$;
select cmp_ok(pg_temp.meanings(pg_temp.many(', ', 1000)), '<', 200::bigint,
  'a very large group finds some of its words, and no search pays for all');
select cmp_ok(pg_temp.meanings('regio, ' || pg_temp.many(E'\nregio, ', 1000)), '<', 200::bigint,
  'a search does not pay for a synonym in very many texts');
select cmp_ok(pg_temp.meanings('regio, ' || pg_temp.many(' ', 500)), '<', 200::bigint,
  'a search does not pay for a very long phrase');
select is((select count(*)::integer from visitor.synonym where language = 'nl'), 1,
  'such a phrase is no synonym');
update site.synonyms set groups = '' where language = 'nl';
select ok(not pg_temp.finds('nl', 'h2'), 'removed synonyms no longer count');
select ok(pg_temp.finds(language, input), format('%s: "%s" is found without the words that ask', language,
  input))
  from (values ('nl', 'wie was in Königswinter?'), ('fr', 'quand est la réunion de Königswinter ?'),
  ('de', 'Wann war Königswinter?'), ('en', 'where is Königswinter?')) t (language, input);
select ok(pg_temp.finds(language, input), format('%s: "%s" is part of a compound', language, input))
  from (values ('nl', 'vergaderingen'), ('de', 'Sitzungen')) t (language, input);

-- Words that were searched for in vain are counted, and nothing else is.
select is((select array_agg(title) from visitor.search('nl', 'waterstof Kyoto 0470123456 jan@x.example', 0, 5)
  where place = 'unknown'), '{kyoto}', 'a word in no text is reported');
set local session authorization benelux_visitor;
select visitor.count_unfound('nl', '{kyoto,regio,jan@x.example,KYOTO,0470}') from generate_series(1, 3);
reset session authorization;
select results_eq($$select word, times, last_day from unfound where language = 'nl'$$,
  $$values ('kyoto', 3, current_date)$$,
  'words are counted, but not numbers, addresses or words of texts');
select is((select array_agg(word) from unfound_words('nl', 10)), '{kyoto}',
  'the desk sees words that were searched for three times');
select visitor.count_unfound('nl', array['onzin' || translate(n::text, '0123456789', 'abcdefghij')])
  from generate_series(1, 200) n;
select cmp_ok((select sum(times) from unfound), '<=', 61::bigint,
  'at most sixty are counted a minute, or in the minute after while this test runs');
update unfound_pace set counted = 0;
insert into unfound (language, word) select 'nl',
  'vol' || translate(lpad(n::text, 5, '0'), '0123456789', 'abcdefghij') from generate_series(1, 2000) n;
select visitor.count_unfound('nl', '{zoveelste}');
select is((select count(*) from unfound where language = 'nl'), 1000::bigint,
  'at most a thousand words are kept');
select is((select times from unfound where word = 'kyoto'), 3, 'the most frequent words stay');

-- Withdrawn texts and drafts are not found.
select is((select count(*) from visitor.searchable where text ~ 'UNPUBLISHED' or title ~ 'UNPUBLISHED'),
  0::bigint, 'the index has no drafts');
select is((select count(*) from visitor.word where word = 'unpublished'), 0::bigint,
  'the index has no words of drafts');
update site.edition set state = 'superseded' where slug = 'hydrogen';
select ok(not pg_temp.finds('en', 'hydrogen'), 'a withdrawn text is no longer found');

-- More than two hundred results: the newest first, with bounded work.
insert into visitor.searchable (language, document_id, part, kind, first_day, title, text, words)
select 'nl', (select id from document where key = 'many-' || 1 + n % 30), 'c' || n, 'meeting',
  date '2000-01-01' + n, 'Veel', 'veelvuldig', to_tsvector('visitor.nl', 'veelvuldig')
  from generate_series(1, 3000) n;
insert into visitor.searchable (language, document_id, part, kind, first_day, title, text, words)
select 'nl', (select id from document where key = 'about'), 'c0', 'page', '-infinity', 'Zonder dag',
  'veelvuldig', to_tsvector('visitor.nl', 'veelvuldig');
select is((select array_agg(total || part) from visitor.search('nl', 'veelvuldig', 0, 3)),
  array['201c0', '201c3000', '201c2999'],
  'of many, undated pages come first, then the newest, and the count ends');
select is((select array_agg(part) from visitor.search('nl', 'veelvuldig', 3, 2)), array['c2998', 'c2997'],
  'the next page continues');

select * from finish();
rollback;
