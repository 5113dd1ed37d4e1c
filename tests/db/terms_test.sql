-- SPDX-License-Identifier: EUPL-1.2
-- The terms of a forum are facts of its record: no two have the same day, and those who preside together keep
-- their order.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();

create function pg_temp.form() returns jsonb language sql
  as $$ select site.record_form(id) from site.document where key = 'forum' $$;
create function pg_temp.save(terms jsonb) returns text language sql as $$
    select string_agg(concat_ws(' ', result, field, fault), ', ' order by field)
      from site.save_record('topic', 'lisa', '127.0.0.1', pg_temp.form() || jsonb_build_object('term', terms),
      null, true)
$$;
select is(pg_temp.save('[{"from": "2030", "to": "2030-06", "party": "DE"}, {"from": "2030-07-01",
  "party": "valley", "second": "BE", "number": "4"}]'), 'saved', 'terms are written');
select results_eq($$ select starts::text, ends::text, number, holders from visitor.presidency
  where forum = 'forum' and for_language = 'nl' order by term $$,
                  $$ values ('2030', '2030-06', null::integer, 'Duitsland'),
                  ('2030-07-01', null, 4,
                  (select name ->> 'nl' from site.party where key = 'valley') || ', België') $$,
                  'visitors see them in the order in which they were written');
select is(pg_temp.form() -> 'term', '[{"to": "2030-06", "from": "2030", "party": "DE"}, {"from": "2030-07-01",
  "party": "valley", "number": "4", "second": "BE"}]', 'the form has the same order');
select is(pg_temp.save('[{"from": "2030", "to": "2031", "party": "DE"}, {"from": "2031-12-31",
  "party": "BE"}]'), 'fault term.2.from overlaps', 'two terms do not share a day');
select is(pg_temp.save('[{"from": "2031", "to": "2030", "party": "DE"}]'), 'fault term.1.to ends-first',
  'a term cannot end before it begins');
select is(pg_temp.save('[{"from": "2031", "party": "XX"}, {"from": "2030", "to": "2030", "party": "BE",
  "second": "BE"}]'),
          'fault term.1.party unknown, fault term.2.second taken',
            'whoever presides is known, and named once');
select is(pg_temp.save('[]'), 'saved', 'a forum may have none');
select is((select count(*)::integer from site.presidency t join site.document d on d.id = t.forum
  where d.key = 'forum'), 0, 'the forum has no terms left');
select * from finish();
rollback;
