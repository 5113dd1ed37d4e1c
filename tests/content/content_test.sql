-- SPDX-License-Identifier: EUPL-1.2
-- The initial content in the database after its import: complete in four languages, with links that lead
-- somewhere, and of the right length.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();
create temporary view outdated_text as select document_id, language, unnest(outdated) as field
  from site.text_state;

-- The words of the body alone: without titles, milestones and other fields, and without addresses of links.
-- A compound with hyphens counts as its parts.
create temporary view word_count as
    select d.key, d.kind, e.language,
      array_length(regexp_split_to_array(btrim(regexp_replace(t.value, '[#*\[\]()-]|doc:[a-z-]+', ' ', 'g')),
      '\s+'), 1) as words
      from site.document d join site.edition e on e.document_id = d.id and e.state = 'published'
      join site.edition_text t on t.edition_id = e.id and t.field = 'body';

select is((select array_agg(key::text order by key) from site.document where kind = 'topic'),
  array['grande-region', 'nrw', 'nsec', 'penta'], 'the four core projects exist');
select is((select array_agg(key::text order by key) from site.document where kind = 'partner'),
          array['european-union', 'france', 'grand-est', 'hauts-de-france', 'meuse-commission',
          'scheldt-commission'], 'the six partners exist');
select is((select count(distinct language) from site.edition e where e.document_id = d.id
  and state = 'published'), 4::bigint, format('%s is there in four languages', key))
  from site.document d;
select is_empty('select * from pg_temp.outdated_text', 'no translation is outdated');

select cmp_ok(words, '>=', 350, format('%s in %s is of substance', key, language)) from word_count
  where kind in ('topic', 'overview');
select cmp_ok(words, '<=', 700, format('%s in %s is no longer than a page', key, language)) from word_count
  where kind in ('topic', 'overview');
select cmp_ok(words, '>=', 200, format('%s in %s is of substance', key, language)) from word_count
  where kind = 'partner';
select is_empty(format($$select e.language, t.field from site.edition e join site.edition_text t
  on t.edition_id = e.id
                          where e.document_id = %s and t.field = 'summary' and length(t.value) not between 80
                          and 170$$, id), format('the summaries of %s have the length of a search result',
                          key))
  from site.document where kind in ('topic', 'partner', 'page');

select is_empty($$select d.key, e.language, t.field from site.document d join site.edition e
  on e.document_id = d.id join site.edition_text t on t.edition_id = e.id
                   where not exists (select from site.edition o join site.edition_text ot
                   on ot.edition_id = o.id
                                      where o.document_id = d.id and o.language = d.original
                                      and ot.field = t.field)$$,
                                      'no translation has a text that the original lacks');
select is_empty($$select d.key, e.language, ot.field from site.document d join site.edition o
  on o.document_id = d.id and o.language = d.original
                    join site.edition_text ot on ot.edition_id = o.id join site.edition e
                    on e.document_id = d.id
                   where not exists (select from site.edition_text t where t.edition_id = e.id
                   and t.field = ot.field)$$, 'no translation lacks a text of the original');
select is_empty($$select d.key, m.key from site.milestone m join site.document d on d.id = m.document_id
                   where not exists (select from site.edition e join site.edition_text t
                   on t.edition_id = e.id
                                      where e.document_id = d.id and t.field = 'milestone.' || m.key)$$,
                                      'every milestone has a text');
select is_empty($$select d.key, t.field from site.document d join site.edition e on e.document_id = d.id
  join site.edition_text t on t.edition_id = e.id
                   where t.field like 'milestone.%'
                   and not exists (select from site.milestone m where m.document_id = d.id
                   and 'milestone.' || m.key = t.field)$$, 'every text of a milestone has its date');
select is_empty($$select d.key, e.language, link[1] from site.document d join site.edition e
  on e.document_id = d.id join site.edition_text t on t.edition_id = e.id,
                         regexp_matches(t.value, 'doc:([a-z0-9-]+)', 'g') link
                   where not exists (select from site.document o where o.key = link[1])$$,
                   'every link leads to a document');
select is_empty($$select key from site.document d
  where (kind not in ('home', 'page') or key = 'knowledge-centre')
  and not exists (select from site.source s where s.document_id = d.id)$$,
                'every document that states facts names its sources');
select is_empty($$select document_id, title from site.source group by 1, 2 having count(*) > 1$$,
  'no two sources of a document have the same title');
-- French typography: a no-break space before ; : ? ! and inside « » (Lexique des règles typographiques).
select is_empty($$select d.key, t.field, substring(t.value from '.{15} [;:?!»]') from site.document d
  join site.edition e on e.document_id = d.id and e.language = 'fr'
                    join site.edition_text t on t.edition_id = e.id where t.value ~ ' [;:?!»]'
                    or t.value ~ '« '$$, 'French punctuation has no-break spaces');
select is_empty($$select d.key, e.language, t.field, substring(t.value from '.{10}''.{10}')
  from site.document d join site.edition e on e.document_id = d.id
                    join site.edition_text t on t.edition_id = e.id
                    where t.value ~ '[[:alpha:]]''[[:alpha:]]'$$, 'apostrophes are typographic');

-- The tests below examine every published text in its language.
create temporary view said as
    select d.key, e.language, t.field, t.value from site.document d join site.edition e
      on e.document_id = d.id and e.state = 'published'
      join site.edition_text t on t.edition_id = e.id and t.field <> 'slug';

-- Texts with one meaning have the same parts, lead to the same documents and name the same years.
create temporary table part as
    select s.*, (select count(*) from regexp_matches(s.value, '(^|\n)## ', 'g')) as headings,
      (select count(*) from regexp_matches(s.value, '(^|\n)- ', 'g')) as items,
           (select count(*) from regexp_matches(s.value, '\n\n', 'g')) as breaks,
           (select array_agg(m[1] order by m[1]) from regexp_matches(s.value, 'doc:([a-z0-9-]+)', 'g') m)
           as links,
           (select array_agg(distinct m[1] order by m[1])
           from regexp_matches(s.value, '\m((?:19|20)\d\d)(?!\d)', 'g') m) as years
      from said s;
select is_empty($$select t.key, t.language, t.field from part t join site.document d on d.key = t.key
  join part o on o.key = t.key and o.field = t.field and o.language = d.original
                   where (t.headings, t.items, t.breaks, t.links, t.years) is distinct
                   from (o.headings, o.items, o.breaks, o.links, o.years)$$,
                'a translation has the parts, the links and the years of its original');

-- Each row is a fault: the languages, the pattern, what must hold.
create temporary table fault (languages text[], pattern text, holds text);
insert into fault values
    ('{nl,fr,de,en}', '"[^`"]*"(?![^`]*`)', 'quotation marks are typographic'),
    ('{nl,fr,de,en}', '\d (GW|km²|km|%|ton|tonnes|Tonnen|Meter|Millionen|miljoen|millions?)\M',
    'a number and its unit are not parted'),
    ('{nl,fr,de}', '\d%', 'a space stands before the sign for per cent'),
    ('{fr}', '\d \d{3}\M', 'the parts of a number are not parted'),
    ('{de}', '\d\. (Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\M',
    'a day and its month are not parted'),
    ('{fr}', '(^|[.!] |\n)Qui [^?]*[.!]', 'no sentence begins with a bare "Qui"'),
    ('{nl}', '(Benelux-Unie|Secretariaat-generaal|Secretariaat Generaal|Noord-Rijn|Grote Regio|Benelux-(beslissing|besluit|regeling))', 'official names'),
    ('{fr}', '(Bénélux|Secrétariat Général|Union du Benelux|Rhénanie du Nord|Task Force Grenzgänger|Grande-Région)', 'official names'),
    ('{de}', '(Benelux Union|Generalsekretariat der Benelux Union|Grossregion|Nordrhein Westfalen|Grenzhindernis)', 'official names'),
    ('{en}', '(Benelux-Union|Secretariat General|Northrhine|Great Region|[Mm]ember states)',
    'official names'),
    ('{nl}', 'in dit register niet bekend|is hier niet bekend|onbekend bij',
    'the publisher does not speak of itself as a stranger'),
    ('{fr}', '[Ll]e présent registre', 'the publisher does not speak of itself as a stranger'),
    ('{de}', 'in diesem Register nicht bekannt|ist hier nicht bekannt',
    'the publisher does not speak of itself as a stranger'),
    ('{en}', '[Tt]his register (knows|does not)|not known here',
    'the publisher does not speak of itself as a stranger'),
    ('{nl}', '[Dd]e Unie\M', '"Union" is never left to mean two bodies'),
    ('{fr}', 'l’Union (?!Benelux|européenne)|l’Union[.,]', '"Union" is never left to mean two bodies'),
    ('{de}', '\m(die|der) Union\M', '"Union" is never left to mean two bodies'),
    ('{en}', '\m[Tt]he Union\M', '"Union" is never left ambiguous');
select is_empty(format($$select key, language, field, substring(value from %L) from said
  where language::text = any (%L) and value ~ %L$$,
                       '.{0,20}(?:' || pattern || ').{0,10}', languages, pattern) || case holds
                       when 'official names' then $$ and key <> 'glossary'$$ else '' end,
                       format('%s, in %s', holds, array_to_string(languages, ' ')))
  from fault;

-- Unknown facts are dated: "no information at present (month year)".
select is_empty($$select key, language, field from said
                   where value ~ '(op dit moment geen informatie|Aucune information n’est disponible|derzeit keine Angaben|no information at present)'
                     and value !~ '\((november|novembre|November) \d{4}\)'$$, 'unknown facts are dated');

-- The list of terms: the glossary of each language has all of them, in the order of its alphabet.
\set terms `cat content/terms.json`
create temporary view term as
    select l.language, t ->> 'key' as key, t ->> l.language as word from json_array_elements(:'terms'::json) t
      cross join (values ('nl'), ('fr'), ('de'), ('en')) l (language);
create temporary view listed as
    select s.language, m.n, m.found[1] as word from said s,
      lateral regexp_matches(s.value, '- \*\*([^*]+)\*\*', 'g') with ordinality m (found, n)
     where s.key = 'glossary' and s.field = 'body';
select is_empty('select * from term where word is null', 'every term has its four languages');
select is_empty('select language, word from term except select language, word from listed',
  'the glossary has every term');
select is_empty('select language, word from listed except select language, word from term',
  'the glossary has no other terms');
select is_empty($$select language, word
  from (select *, row_number() over (partition by language
  order by regexp_replace(lower(word), '[-’()]', '', 'g') collate "und-x-icu") as its from listed) l
                   where n <> its$$, 'the glossary is in the order of its alphabet');

-- The privacy notice and the columns with data of visitors: a new column needs a new sentence.
create temporary table promised (relation text, kept text, words text);
insert into promised values
    ('report', 'obstacle', 'what the problem is'), ('report', 'place', 'where'),
    ('report', 'affected', 'who is affected'), ('report', 'cause', 'what you think the cause is'),
    ('report', 'email', 'your e-mail address, if you give it'), ('report', 'came_at', 'the day and time'),
    ('report', 'day', 'the day and time'),
    ('report', 'language', 'the language'), ('report', 'reference', 'a reference number'),
    ('report', 'id', 'a reference number'),
    ('report', 'digest', 'the text of your report'), ('report', 'outcome', 'how and by whom'),
    ('report', 'document_id', 'how and by whom'),
    ('report', 'held', 'put aside'), ('report', 'reason', 'how and by whom'),
    ('report', 'handled_at', 'how and by whom'), ('report', 'handled_by', 'how and by whom'),
    ('report_attempt', 'network', 'your IP address'), ('report_attempt', 'at', 'for one hour at most');
select is_empty($$select table_name::text, column_name::text from information_schema.columns
  where table_schema = 'site' and table_name in ('report', 'report_attempt')
                  except select relation, kept from promised$$,
                  'the privacy notice names all data of visitors');
select is_empty($$select words from promised
  where not exists (select from said where key = 'privacy' and language = 'en' and field = 'body'
  and value like '%' || words || '%')$$,
                'the privacy notice says for how long');
select is_empty($$select language from said where key = 'privacy' and field = 'body'
  and (select count(*) from regexp_matches(value, '\n## ', 'g')) <>
                  (select count(*) from said e, regexp_matches(e.value, '\n## ', 'g') where e.key = 'privacy'
                  and e.language = 'en' and e.field = 'body')$$,
                'the privacy notice has the same parts in each language');

select * from finish();
rollback;
