-- SPDX-License-Identifier: EUPL-1.2
-- Facts and the rows of tables: each column of site.meeting, site.cooperation, site.event or
-- site.register_item is a fact of the same name. Only the tables list the columns.

-- The facts in such a row, in the form that forms have: strings, a time of day as HH:MM. Nulls are left out,
-- and the document and what the database counts by itself.
create or replace function site.facts_of(of_row jsonb) returns jsonb language sql immutable
    return (select coalesce(jsonb_object_agg(key, regexp_replace(value #>> '{}',
                                                                 '^(\d\d:\d\d):00$', '\1')), '{}')
              from jsonb_each(of_row - array['document_id', 'kind', 'sequence', 'changed_at'])
             where value <> 'null');

-- Inserts or changes the row of a document in such a table to have FACTS. Facts that are missing become null,
-- but for what the database counts by itself.
create or replace function site.write_row(of_table regclass, saved bigint, of_kind text, facts jsonb)
    returns void language plpgsql as $$
declare
    columns text[];
begin
    select array_agg(quote_ident(attname)) into strict columns from pg_attribute
     where attrelid = of_table and attnum > 0 and not attisdropped
       and (facts ? attname or attname <> all (array['sequence', 'changed_at']));
    execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1)'
                   ' on conflict (document_id) do update set (%2$s) = row (%3$s)',
                   of_table, array_to_string(columns, ', '),
                   (select string_agg('excluded.' || c, ', ') from unnest(columns) c))
      using facts || jsonb_build_object('document_id', saved, 'kind', of_kind);
end $$;
