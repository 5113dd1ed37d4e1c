-- SPDX-License-Identifier: EUPL-1.2
-- The questions of visitors (questions.tsv, beside this file): how often the expected page is the first
-- result, or among the first five.
begin;
set search_path = tap, site, public;
select plan(5);

create temporary table question (language text, asked_by text, question text, keys text);
\copy question from program 'grep -v "^#" tests/content/questions.tsv' with (format csv, delimiter E'\t', quote E'\x01')

create temporary table answered as
select q.*, (select min(n) from unnest(found.keys) with ordinality as f (key, n)
  where f.key = any (string_to_array(q.keys, ' '))) as place
  from question q
 cross join lateral (select array_agg(key order by first) as keys
                       from (select p.key, min(s.n) as first
                               from rows from (visitor.search(q.language, q.question, 0, 20)) with ordinality
                                        as s (place, total, kind, language, slug, part, title, short, excerpt,
                                        n)
                               join visitor.page p on p.for_language = q.language and p.kind = s.kind
                               and p.slug = s.slug
                              where s.place in ('here', 'nearest') group by p.key) pages) found;

select is_empty($$select k from question, string_to_table(keys, ' ') k except select key from document$$,
  'each expected page exists');
select is((select min(n) >= 25 from (select count(*) as n from question group by language) l), true,
  'each language has at least 25 questions');
select diag(format('%s: %s is at %s', language, question, coalesce(place::text, 'no place'))) from answered
  where place is distinct from 1;
select cmp_ok((select avg((place is not distinct from 1)::integer) from answered), '>=', 0.85,
  'the expected page is first for 85 of 100 questions');
select cmp_ok((select avg((coalesce(place, 6) <= 5)::integer) from answered), '>=', 0.95,
  'the expected page is among the first five for 95 of 100');
select cmp_ok((select min(first) from (select avg((place is not distinct from 1)::integer) as first
  from answered group by language) l), '>=', 0.8,
              'the expected page is first for 80 of 100 in each language');

select * from finish();
rollback;
