-- The initial content, as it stands in the database after its import: whole in four languages, linked, of the right length.
begin;
set search_path = tap, site, public;
select no_plan();

create temporary view word_count as
    select d.key, d.kind, e.language, array_length(regexp_split_to_array(btrim(regexp_replace(t.value, '[#*\[\]()-]|doc:[a-z-]+', ' ', 'g')), '\s+'), 1) as words
      from site.document d join site.edition e on e.document_id = d.id and e.state = 'published'
      join site.edition_text t on t.edition_id = e.id and t.field = 'body';

select is((select array_agg(key::text order by key) from site.document where kind = 'topic'), array['grande-region', 'nrw', 'nsec', 'penta'], 'the four core projects are there');
select is((select array_agg(key::text order by key) from site.document where kind = 'partner'),
          array['european-union', 'france', 'grand-est', 'hauts-de-france', 'meuse-commission', 'scheldt-commission'], 'the six partners are there');
select is((select count(distinct language) from site.edition e where e.document_id = d.id and state = 'published'), 4::bigint, format('%s is there in four languages', key))
  from site.document d;
select is_empty('select * from site.outdated_text', 'no translation is outdated');

select cmp_ok(words, '>=', 250, format('%s in %s is of substance', key, language)) from word_count where kind = 'topic';
select cmp_ok(words, '<=', 600, format('%s in %s is no longer than a page', key, language)) from word_count where kind = 'topic';
select is_empty(format($$select e.language, t.field from site.edition e join site.edition_text t on t.edition_id = e.id
                          where e.document_id = %s and t.field = 'summary' and length(t.value) not between 80 and 170$$, id), format('the summaries of %s have the length of a search result', key))
  from site.document where kind in ('topic', 'partner', 'page');

select is_empty($$select d.key, e.language, t.field from site.document d join site.edition e on e.document_id = d.id join site.edition_text t on t.edition_id = e.id
                   where not exists (select from site.edition o join site.edition_text ot on ot.edition_id = o.id
                                      where o.document_id = d.id and o.language = d.original and ot.field = t.field)$$, 'no translation has a text that the original lacks');
select is_empty($$select d.key, e.language, ot.field from site.document d join site.edition o on o.document_id = d.id and o.language = d.original
                    join site.edition_text ot on ot.edition_id = o.id join site.edition e on e.document_id = d.id
                   where not exists (select from site.edition_text t where t.edition_id = e.id and t.field = ot.field)$$, 'no translation lacks a text of the original');
select is_empty($$select d.key, m.key from site.milestone m join site.document d on d.id = m.document_id
                   where not exists (select from site.edition e join site.edition_text t on t.edition_id = e.id
                                      where e.document_id = d.id and t.field = 'milestone.' || m.key)$$, 'every milestone has a text');
select is_empty($$select d.key, t.field from site.document d join site.edition e on e.document_id = d.id join site.edition_text t on t.edition_id = e.id
                   where t.field like 'milestone.%' and not exists (select from site.milestone m where m.document_id = d.id and 'milestone.' || m.key = t.field)$$, 'every text of a milestone has its date');
select is_empty($$select d.key, e.language, link[1] from site.document d join site.edition e on e.document_id = d.id join site.edition_text t on t.edition_id = e.id,
                         regexp_matches(t.value, 'doc:([a-z0-9-]+)', 'g') link
                   where not exists (select from site.document o where o.key = link[1])$$, 'every link leads to a document');
select is_empty($$select key from site.document d where kind in ('topic', 'partner', 'overview') and not exists (select from site.source s where s.document_id = d.id)$$, 'every topic and partner names its sources');
select is_empty($$select document_id, title from site.source group by 1, 2 having count(*) > 1$$, 'no two sources of a document have the same title');
-- French typography: a no-break space before ; : ? ! and inside « » (Lexique des règles typographiques).
select is_empty($$select d.key, t.field, substring(t.value from '.{15} [;:?!»]') from site.document d join site.edition e on e.document_id = d.id and e.language = 'fr'
                    join site.edition_text t on t.edition_id = e.id where t.value ~ ' [;:?!»]' or t.value ~ '« '$$, 'French punctuation has no-break spaces');
select is_empty($$select d.key, e.language, t.field, substring(t.value from '.{10}''.{10}') from site.document d join site.edition e on e.document_id = d.id
                    join site.edition_text t on t.edition_id = e.id where t.value ~ '[[:alpha:]]''[[:alpha:]]'$$, 'apostrophes are typographic');

select * from finish();
rollback;
