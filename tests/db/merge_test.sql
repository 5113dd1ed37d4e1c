-- SPDX-License-Identifier: EUPL-1.2
-- Two editors change one record: where one changed nothing, the change of the other stands.
begin;
set constraints all immediate;   -- so that tests see what a commit would compose
set search_path = tap, site, public;
select no_plan();

create function pg_temp.merged(base text, mine text, theirs text) returns text language sql as $$
    select m.form::text || ' ' || m.conflicts::text
      from site.merge_forms(base::jsonb, mine::jsonb, theirs::jsonb) m
$$;
select is(pg_temp.merged('{"a": "1", "b": "1"}', '{"a": "2", "b": "1"}', '{"a": "1", "b": "2"}'),
  '{"a": "2", "b": "2"} {}', 'each changes another field');
select is(pg_temp.merged('{"a": "1"}', '{"a": "2"}', '{"a": "2"}'), '{"a": "2"} {}',
  'both make the same change');
select is(pg_temp.merged('{"a": "1"}', '{"a": "2"}', '{"a": "3"}'), '{"a": "2"} {a}',
  'both change one field: it stays as typed, and is named');
select is(pg_temp.merged('{"a": "1", "b": "1"}', '{"b": "1"}', '{"a": "1"}'), '{} {}',
  'each empties another field');
select is(pg_temp.merged('{"a": "1"}', '{}', '{"a": "2"}'), '{} {a}', 'one empties what the other changes');
select is(pg_temp.merged('{}', '{"a": "1"}', '{"b": "1"}'), '{"a": "1", "b": "1"} {}',
  'each fills another field');

-- Rows: A and B of an agenda.
create function pg_temp.rows(mine text, theirs text, base text default '1A 2B') returns text language sql
  as $$
    with form as (select n, jsonb_build_object('agenda', coalesce(jsonb_agg(
                             case when item ~ '^[0-9]'
                             then jsonb_build_object('key', left(item, 1), 'text', substr(item, 2))
                                  else jsonb_build_object('text', item) end
                                  order by place) filter (where item <> ''), '[]')) as form
                    from unnest(array[base, mine, theirs]) with ordinality f (written, n)
                   cross join lateral regexp_split_to_table(written, ' ') with ordinality t (item, place)
                   group by n)
    select (select coalesce(string_agg(concat(item ->> 'key', item ->> 'text'), ' ' order by place), '')
      from site.form_rows(m.form, 'agenda')) || ' ' || m.conflicts::text
      from (select site.merge_forms((select form from form where n = 1), (select form from form where n = 2),
      (select form from form where n = 3)) as m) x, lateral (select (x.m).*) m
$$;
select is(pg_temp.rows('1A 2C', '1D 2B'), '1D 2C {}', 'each changes another row');
select is(pg_temp.rows('1A 2C', '1A 2D'), '1A 2C {agenda.2.text}', 'both change one row');
select is(pg_temp.rows('1A 2B X', '1A 2B Y'), '1A 2B X Y {}', 'each adds a row');
select is(pg_temp.rows('1A 2B X', '1A 2B X'), '1A 2B X {}', 'both add the same row');
select is(pg_temp.rows('2B', '1A 2C'), '2C {}', 'one removes a row, the other changes another');
select is(pg_temp.rows('1A', '2B'), ' {}', 'each removes another row');
select is(pg_temp.rows('1A', '1A 2C'), '1A 2C {agenda.2}',
  'one removes what the other changes: it stays, and is named');
select is(pg_temp.rows('1A 2C', '1A'), '1A 2C {agenda.2}', 'the same holds the other way round');
select is(pg_temp.rows('2B 1A', '1C 2B'), '2B 1C {}', 'one reorders, the other changes');
select is(pg_temp.rows('1C 2B', '2B 1A'), '2B 1C {}', 'the same holds for changes and a new order');
select is(pg_temp.rows('', ''), ' {}', 'no row is left by either');

create function pg_temp.parties(written text[]) returns jsonb language sql as $$
    select jsonb_build_object('delegation',
      jsonb_agg(jsonb_strip_nulls(jsonb_build_object('party', split_part(w, '/', 1), 'person',
      nullif(split_part(w, '/', 2), ''))) order by n))
      from unnest(written) with ordinality t (w, n)
$$;
create function pg_temp.merged_parties(mine text[], theirs text[]) returns text language sql as $$
    select string_agg(concat_ws('/', item ->> 'party', item ->> 'person'), ' '
      order by place) || ' ' || m.conflicts::text
      from site.merge_forms(pg_temp.parties(array['BE', 'DE/M']), pg_temp.parties(mine),
      pg_temp.parties(theirs)) m, site.form_rows(m.form, 'delegation') group by m.conflicts
$$;
select is(pg_temp.merged_parties(array['BE/A', 'DE/M'], array['BE', 'DE/N']), 'BE/A DE/N {}',
  'rows without a name are identified by their party');
select is(pg_temp.merged_parties(array['BE', 'DE/M', 'NL'], array['BE', 'DE/M', 'LU']), 'BE DE/M NL LU {}',
  'each adds a delegation');
select is(pg_temp.merged_parties(array['BE', 'BE/B', 'DE/M'], array['BE', 'DE/N']), 'BE BE/B DE/N {}',
  'rows are identified even if one party has two');

-- Two editors have one meeting open.
create temporary table opened as select site.record_form(id) as form from site.document
  where key = 'meeting-held';
create function pg_temp.save(change jsonb) returns text language sql as $$
    select string_agg(concat_ws(' ', result, field), ', ' order by field)
      from site.save_record('meeting', 'lisa', '127.0.0.1', (select form from opened) || change, null, false)
$$;
create function pg_temp.now(path text[]) returns text language sql
  as $$ select site.record_form(id) #>> path from site.document where key = 'meeting-held' $$;
select is(pg_temp.save('{"mode": "online"}'), 'saved', 'one changes the form of the meeting');
select is(pg_temp.save('{"title": "Anders"}'), 'merged', 'the other changes its title');
select is(array[pg_temp.now('{mode}'), pg_temp.now('{title}')], array['online', 'Anders'],
  'both changes stand');
select is(pg_temp.save('{"mode": "in-person", "summary": "Nieuw."}'), 'conflict mode',
  'a third changes the form of the meeting, too');
select is(array[pg_temp.now('{mode}'), pg_temp.now('{summary}')],
  array['online', (select form ->> 'summary' from opened)], 'the third save changes nothing');
select is((select array[m.form ->> 'mode', m.form ->> 'title', m.form ->> 'summary', m.theirs ->> 'mode',
  m.conflicts::text]
             from site.merge_record((select form || '{"mode": "in-person", "summary": "Nieuw."}'
             from opened)) m),
          array['in-person', 'Anders', 'Nieuw.', 'online', '{mode}'],
          'the answer has a proposal of both');
select is((select result from site.save_record('meeting', 'lisa', '127.0.0.1',
                  (select m.form from site.merge_record((select form || '{"mode": "in-person",
                  "summary": "Nieuw."}' from opened)) m), null, false)),
          'saved', 'saving the proposal saves what is seen');
select is(array[pg_temp.now('{mode}'), pg_temp.now('{title}'), pg_temp.now('{summary}')],
  array['in-person', 'Anders', 'Nieuw.'], 'all of it is saved');
select is(pg_temp.save('{"mode": "in-person", "title": "Anders", "summary": "Nieuw."}'), 'unchanged',
  'typing what is already saved is no conflict');
select * from finish();
rollback;
