-- Search: what is found for what, in four languages.
begin;
set search_path = tap, site, public;
set client_min_messages = warning;
select no_plan();

select import_document('sought', '{"kind": "page", "position": 20, "original": "nl"}', jsonb_build_object(
  'nl', E'title: Waterstofvergaderingen te Königswinter\nshort: Waterstof\nslug: waterstof\nsummary: De regio’s namen conclusies aan over grensoverschrijdende energie.\n\nZie [de verklaring](https://x.example/) van **Mueller**.\n',
  'fr', E'title: Réunions sur l’hydrogène à Königswinter\nshort: Hydrogène\nslug: hydrogene\nsummary: Les régions ont adopté des décisions sur l’énergie transfrontalière à Liège.\n\nCœur.\n',
  'de', E'title: Wasserstofsitzungen in Königswinter und Düsseldorf\nshort: Wasserstoff\nslug: wasserstoff\nsummary: Die Länder beschlossen Maßnahmen für grenzüberschreitende Energie.\n\nHerr Mueller.\n',
  'en', E'title: Hydrogen meetings in Königswinter\nshort: Hydrogen\nslug: hydrogen\nsummary: The regions adopted decisions on cross-border energy.\n\nText.\n'));

create function pg_temp.finds(language text, input text) returns boolean language sql as $$
  select exists (select from visitor.search(language, input, 0, 50) f where f.place = 'here' and f.title ~ 'Königswinter')
$$;
select ok(pg_temp.finds(language, input), format('%s finds "%s"', language, input))
  from (values
    -- stemmed
    ('nl', 'waterstofvergadering'), ('nl', 'verklaringen'), ('nl', 'conclusie'), ('nl', 'regio'), ('nl', 'regio''s'), ('nl', 'grensoverschrijdend'),
    ('fr', 'réunion'), ('fr', 'décision'), ('fr', 'région adopter'), ('fr', 'transfrontalier'),
    ('de', 'Land'), ('de', 'Maßnahme'), ('de', 'Massnahmen'), ('de', 'grenzüberschreitend'),
    ('en', 'meeting'), ('en', 'region adopt'), ('en', 'decision'),
    -- blind to case, accents and ligatures
    ('nl', 'KONIGSWINTER'), ('fr', 'hydrogene'), ('fr', 'liege'), ('fr', 'coeur'), ('de', 'Dusseldorf'), ('en', 'konigswinter'),
    -- blind to German ae, oe, ue, both ways
    ('nl', 'Koenigswinter'), ('fr', 'koenigswinter'), ('de', 'Duesseldorf'), ('de', 'Müller'), ('nl', 'Müller'), ('en', 'Koenigswinter'),
    -- the beginning of a compound; a phrase; several words in any order
    ('nl', 'waterstof'), ('de', 'Wasserstof'), ('fr', '"l’énergie transfrontalière"'), ('en', 'energy hydrogen')) t (language, input);
select ok(not pg_temp.finds(language, input), format('%s does not find "%s"', language, input))
  from (values ('nl', 'zuurstof'), ('fr', '"transfrontalière énergie"'), ('en', 'hydrogen oxygen'), ('nl', ''), ('nl', 'de het een'), ('de', '"" '' & |')) t (language, input);

select is((select excerpt ~ 'x.example' from visitor.search('nl', 'koenigswinter', 0, 1) where place = 'here'), false, 'an excerpt has no Markdown');
select ok((select excerpt ~ (chr(57344) || 'regio') from visitor.search('nl', 'regio''s', 0, 1) where place = 'here'), 'what was found is marked');
select is((select array_agg(language order by language) from visitor.search('nl', 'hydrogen', 0, 5) where place = 'elsewhere'), '{en,fr}', 'what only other languages have is offered from there');
select is((select count(*) from visitor.search('nl', 'waterstof', 0, 5) where place = 'elsewhere' and slug in ('wasserstoff', 'hydrogen')), 0::bigint, 'what this language has is not offered from others again');
select is((select title from visitor.search('nl', 'conclsies', 0, 5) where place = 'instead'), 'conclusies', 'a mistyped word leads to the one that is meant');
select is((select title from visitor.search('en', 'hydrogn meetngs', 0, 5) where place = 'instead'), 'hydrogen meetings', 'so do several');
select is((select count(*) from visitor.search('en', 'hydrogen', 0, 5) where place = 'instead'), 0::bigint, 'nothing is suggested when something was found');

-- A withdrawn text, and a draft, are not found.
select is((select count(*) from visitor.searchable where text ~ 'UNPUBLISHED' or title ~ 'UNPUBLISHED'), 0::bigint, 'drafts are not in it');
select is((select count(*) from visitor.word where word = 'unpublished'), 0::bigint, 'nor their words');
update site.edition set state = 'superseded' where slug = 'hydrogen';
select ok(not pg_temp.finds('en', 'hydrogen'), 'a withdrawn text is not found any more');

-- More than two hundred: the newest first, and the work is bounded.
insert into visitor.searchable (language, document_id, part, kind, first_day, title, text, words)
select 'nl', (select id from document where key = 'many-' || 1 + n % 30), 'c' || n, 'meeting', date '2000-01-01' + n, 'Veel', 'veelvuldig', to_tsvector('visitor.nl', 'veelvuldig') from generate_series(1, 3000) n;
insert into visitor.searchable (language, document_id, part, kind, first_day, title, text, words)
select 'nl', (select id from document where key = 'about'), 'c0', 'page', '-infinity', 'Zonder dag', 'veelvuldig', to_tsvector('visitor.nl', 'veelvuldig');
select is((select array_agg(total || part) from visitor.search('nl', 'veelvuldig', 0, 3)), array['201c0', '201c3000', '201c2999'], 'of many, what has no day comes first, then the newest, and the count ends');
select is((select array_agg(part) from visitor.search('nl', 'veelvuldig', 3, 2)), array['c2998', 'c2997'], 'and the next page goes on');

select * from finish();
rollback;
