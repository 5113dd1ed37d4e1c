-- SPDX-License-Identifier: EUPL-1.2
-- Copies the rows of meetings.sql or obstacles.sql, with all that was composed of them, so that a site of
-- many records takes minutes and not hours: psql -v prefix=made -v copies=99. Run by a superuser, since
-- triggers and foreign keys have to ignore these rows. The copies of number N of M records are N + M,
-- N + 2 M …: in their keys, their addresses, and the one word of each. Days stay as they are. The ids of a
-- copy are a million larger than those of the copy before, so that two runs can go on at once.
\set ON_ERROR_STOP on
set statement_timeout = 0;
set client_min_messages = warning;
set session_replication_role = replica;
begin;
-- Except the triggers that count.
alter table visitor.meeting enable always trigger count_inserted;
alter table visitor.register_item enable always trigger count_inserted;
alter table visitor.register_place enable always trigger count_inserted;

create temporary table made as
  select id as document_id, key::text, split_part(key, '-', 2)::bigint as n
    from site.document where key like :'prefix' || '-%';
create temporary table edition as
  select e.id as edition_id, document_id from site.edition e join made using (document_id);
create temporary table copying as
  select :copies as copies, :'prefix' as prefix,
         case :'prefix' when 'made' then 'unique' else 'single' end as word,
         (select count(*) from made) as records, 1000000 as apart;
analyze made;
analyze edition;

-- The value of a column in copy K of a row; other columns keep their value.
create temporary table changing (of_table text, column_name text, expression text);
insert into changing values
  ('document', 'id', 't.id + k * c.apart'), (null, 'document_id', 't.document_id + k * c.apart'),
  ('edition', 'id', 't.id + k * c.apart'), (null, 'edition_id', 't.edition_id + k * c.apart'),
  (null, 'key', 'renumbered'), (null, 'slug', 'renumbered'), ('edition_text', 'value', 'own'),
  ('page', 'content', 'replace(t.content::text, quoted, requoted)::json'),
  ('searchable', 'text', 'own'),
  ('searchable', 'words', 'replace(t.words::text, lexeme, its_lexeme)::tsvector'),
  ('meeting', 'summary', 'own'), ('page', 'summary', 'own'), ('register_item', 'summary', 'own');

do $$
declare
  its     record;
  columns text;
  values  text;
begin
  for its in
    select c.oid::regclass as name, c.relname, n.nspname,
           case when c.relname = 'document' then 'id'
                when bool_or(a.attname = 'document_id') then 'document_id'
                when bool_or(a.attname = 'edition_id') then 'edition_id' else 'key' end as owner
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where n.nspname in ('site', 'visitor') and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname not in ('changed', 'renewal', 'report', 'preview')
     group by c.oid, n.nspname
    having bool_or(a.attname in ('document_id', 'edition_id')) or c.relname in ('document', 'change')
     order by c.relname <> 'document'
  loop
    select string_agg(format('%I', a.attname), ', ' order by a.attnum),
           string_agg(replace(replace(coalesce(e.expression, 't.' || quote_ident(a.attname)),
                              'renumbered', format('m.key_of_copy')),
                              'own', format('replace(t.%I, m.word, m.its_word)', a.attname)),
                      ', ' order by a.attnum)
      into columns, values
      from pg_attribute a
      left join changing e on e.column_name = a.attname and coalesce(e.of_table, its.relname) = its.relname
     where a.attrelid = its.name and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and not (its.relname = 'change' and a.attname = 'id');
    execute format($sql$
      insert into %1$s (%2$s) overriding system value
      select %3$s from copying c cross join generate_series(1, c.copies) k
       cross join lateral (
             select m.document_id, m.key, c.prefix || '-' || m.n + k * c.records as key_of_copy,
                    c.word || m.n as word, c.word || m.n + k * c.records as its_word from made m) m
       cross join lateral (
             select '"' || m.key || '"' as quoted, '"' || m.key_of_copy || '"' as requoted,
                    '''' || m.word || '''' as lexeme, '''' || m.its_word || '''' as its_lexeme) q
       %4$s join %1$s t on %5$s$sql$, its.name, columns, values,
      case its.owner when 'edition_id' then 'join edition e using (document_id)' else '' end,
      case its.owner when 'edition_id' then 't.edition_id = e.edition_id'
                     when 'key' then 't.key = m.key'
                     when 'id' then 't.id = m.document_id' else 't.document_id = m.document_id' end);
  end loop;
end
$$;
alter table visitor.meeting enable trigger count_inserted;
alter table visitor.register_item enable trigger count_inserted;
alter table visitor.register_place enable trigger count_inserted;
select setval(pg_get_serial_sequence('site.document', 'id'), (select max(id) from site.document)) > 0,
       setval(pg_get_serial_sequence('site.edition', 'id'), (select max(id) from site.edition)) > 0
  \g /dev/null
commit;
