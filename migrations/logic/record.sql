-- SPDX-License-Identifier: EUPL-1.2
-- A record is one document: its facts and its texts in the original language. An edition of the original has
-- both; those of translations have texts only. The tables of facts hold what visitors see, or as long as
-- nothing of the record is public, what was saved last.
--
-- The form of a record is one JSON object with the names of the form's fields. All values are strings; empty
-- ones are left out. It has
--   key, original, slug   of the document and its address; base, the edition that the author had seen
--   minor                 when it makes small corrections only
--   texts                 by their fields; that of a row is its member that site.text_group names
--   facts                 all the rest

-- The groups whose rows have a text: the member that names a row for good, and the member with the text.
create or replace view site.text_group as
    select * from (values ('milestone', 'key', 'text'), ('agenda', 'key', 'text'),
                          ('conclusion', 'number', 'text'), ('step', 'number', 'reason'),
                          ('picture', 'number', 'alternative'))
                  t (name, row_name, row_text);

-- The rows of a group of the form, each an object, in their order.
create or replace function site.form_rows(form jsonb, field text) returns table (place integer, item jsonb)
    language plpgsql immutable rows 10 as $$
begin
    return query select n::integer, value
        from jsonb_array_elements(coalesce(form -> field, '[]')) with ordinality t (value, n);
end $$;

create or replace function site.text_names() returns text[] language plpgsql stable as $$
begin
    return (select array_agg(distinct t.field) from site.kind k cross join unnest(k.texts) t (field));
end $$;

-- The facts of a form.
create or replace function site.facts_in(form jsonb) returns jsonb language plpgsql stable as $$
begin
    form := form - site.text_names() - array['key', 'original', 'slug', 'base', 'minor']
        || (select coalesce(jsonb_object_agg(g.name, rows.items), '{}')
              from site.text_group g
             cross join lateral (select jsonb_agg(r.item - g.row_text - 'public' order by r.place) as items
                                   from site.form_rows(form, g.name) r) rows
             where rows.items is not null);
    return (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(form) where value <> '[]');
end $$;

-- The texts of a form by the fields of an edition. All rows have their names already.
create or replace function site.texts_in(form jsonb) returns jsonb language plpgsql stable as $$
begin
    return jsonb_strip_nulls(
        (select jsonb_object_agg(name, case name when 'short' then coalesce(form -> 'short', form -> 'title')
                                       else form -> name end)
           from unnest(site.text_names()) name)
        || (select coalesce(jsonb_object_agg(g.name || '.' || (r.item ->> g.row_name), r.item -> g.row_text),
                            '{}')
              from site.text_group g cross join lateral site.form_rows(form, g.name) r));
end $$;

-- The reverse: a form made from facts and the TEXTS of an edition.
create or replace function site.form_of(facts jsonb, texts jsonb) returns jsonb language plpgsql stable as $$
begin
    return facts
        || (select jsonb_strip_nulls(jsonb_object_agg(name, texts -> name))
              from unnest(site.text_names()) name)
        || (select coalesce(jsonb_object_agg(g.name, rows.items), '{}')
              from site.text_group g
             cross join lateral (
                   select jsonb_agg(r.item || jsonb_build_object(
                                        g.row_text, texts -> (g.name || '.' || (r.item ->> g.row_name)))
                                    order by r.place) as items
                     from site.form_rows(facts, g.name) r) rows
             where rows.items is not null);
end $$;

-- What is special to a kind stands in functions that are named after its family (site.kind):
--   FAMILY_facts(document)                      its facts in the tables, in the form of its fields, or null
--   FAMILY_faults(kind, before, form)           the faults of a form that only the database can find
--   write_FAMILY(document, kind, before, facts)  makes its rows in the tables those of FACTS
-- and, where it needs them,
--   FAMILY_shown(edition, language)             what its page shows beside its texts, as JSON
--   FAMILY_starts(document)                     when it is: YYYY, YYYY-MM or YYYY-MM-DD
--   FAMILY_words(document, language)            a tsvector of the words by which it is found beside its texts
-- Places in the menu, sources, documents and pictures are the same for all kinds: here and in their own
-- files.

-- The function of a document's family for WHAT; null when it has none.
create or replace function site.family_function(of_document bigint, what text) returns regproc
    language plpgsql stable as $$
begin
    return (select to_regproc('site.' || k.family || '_' || what)
              from site.document d join site.kind k on k.name = d.kind where d.id = of_document);
end $$;

-- The day, month or year of a document; empty without one.
create or replace function site.starts_of(of_document bigint) returns text language plpgsql stable as $$
declare
    own    constant regproc := site.family_function(of_document, 'starts');
    starts text;
begin
    if own is not null then
        execute format('select %s($1)', own) into starts using of_document;
    end if;
    return coalesce(starts, '');
end $$;

-- The facts in the tables; null for a document that has none.
create or replace function site.record_facts(of_document bigint) returns jsonb language plpgsql stable as $$
declare
    its record;
    own jsonb;
begin
    select k.family, case when k.in_menu then d.position::text end as position into its
      from site.document d join site.kind k on k.name = d.kind where d.id = of_document;
    if its.family is null then
        return null;
    end if;
    execute format('select site.%I($1)', its.family || '_facts') into own using of_document;
    return jsonb_strip_nulls(own || jsonb_build_object('position', its.position,
                                                       'source', site.source_facts(of_document),
                                                       'document', site.link_facts(of_document),
                                                       'picture', site.picture_facts(of_document)));
end $$;

create or replace function site.source_facts(of_document bigint) returns jsonb language plpgsql stable as $$
begin
    return (select jsonb_agg(jsonb_build_object('url', s.url, 'title', s.title, 'publisher', s.publisher,
                                                'language', s.language) order by s.position)
              from site.source s where s.document_id = of_document);
end $$;

-- The form of a record as it was saved in an edition of its original, by default the newest. Null for a
-- document without facts.
create or replace function site.record_form(shown bigint, saved bigint default null) returns jsonb
    language plpgsql stable as $$
begin
    return (select site.mark_public_steps(d.id, jsonb_strip_nulls(
                       site.form_of(coalesce(e.facts, site.record_facts(d.id)),
                                    (select coalesce(jsonb_object_agg(t.field, t.value), '{}')
                                       from site.edition_text t where t.edition_id = e.id))
                       || jsonb_build_object('key', d.key, 'original', d.original, 'slug', e.slug,
                                             'base', e.id::text,
                                             'minor', case when site.is_minor(e.id) then 'yes' end)))
              from site.document d
              left join site.newest_edition n on n.document_id = d.id and n.language = d.original
              left join site.edition e on e.id = coalesce(saved, n.id) and e.document_id = d.id
             where d.id = shown);
end $$;

-- The contents of a form, without its base and what the database adds.
create or replace function site.form_says(form jsonb) returns jsonb language plpgsql stable as $$
begin
    return form - array['base', 'step']
        || coalesce((select jsonb_build_object('step', jsonb_agg(item - 'public' order by place))
                       from site.form_rows(form, 'step') having count(*) > 0), '{}');
end $$;

-- The key for a new document: of forum, day and place for a meeting, of the title for others.
create or replace function site.record_key(of_kind text, form jsonb) returns text language plpgsql as $$
begin
    return site.free_key(case of_kind
        when 'meeting' then left(concat_ws('-', form ->> 'forum', form ->> 'starts', form ->> 'place'), 90)
        else coalesce(nullif(btrim(left(site.slug_of(form ->> 'title', form ->> 'original'), 90), '-'), ''),
                      of_kind) end);
end $$;

-- Makes the document that the form describes, or changes it: saves a draft of its original, and publishes
-- that at once when PUBLISHING. Returns
--   ('saved', key)
--   ('unchanged', key)
--   ('merged', key)               when somebody else had saved since, and both changes were kept
--   ('conflict', key, field)      for each field that both have changed; nothing is saved then
--   ('fault', key, field, fault)  for each fault; nothing is saved then
-- Raises unique_violation when another document is public at its address, and no_data_found for a key that
-- does not exist.
create or replace function site.save_record(of_kind text, by_account text, from_address inet, form jsonb,
                                            sent_once text, publishing boolean)
    returns table (result text, key text, field text, fault text) language plpgsql as $$
#variable_conflict use_column
declare
    its_key text := form ->> 'key';
    its_id  bigint;
    before  jsonb := '{}';
    mine    jsonb := form;
    merged  record;
    outcome text := 'saved';
begin
    perform site.refuse_doubles(form);
    if its_key is null then
        perform pg_advisory_xact_lock(hashtext(of_kind || ' ' || sent_once));   -- against a double click
        select d.key into its_key from site.edition e join site.document d on d.id = e.document_id
         where e.once = sent_once;
        if found then
            return query select 'saved', its_key, null, null;
            return;
        end if;
    else
        select d.id into strict its_id from site.document d
         where d.key = its_key and d.kind = of_kind for update of d;
        before := site.record_form(its_id);
        if before -> 'base' is distinct from form -> 'base'
           and site.form_says(before) <> site.form_says(form) then
            select * into merged from site.merge_record(form);
            if cardinality(merged.conflicts) > 0 then
                return query select 'conflict', its_key, unnest(merged.conflicts), null;
                return;
            end if;
            mine := merged.form;
            outcome := 'merged';
        end if;
        if site.form_says(before) = site.form_says(mine) then
            if publishing then
                perform site.publish_original(by_account, from_address, its_key);
            end if;
            return query select 'unchanged', its_key, null, null;
            return;
        end if;
    end if;
    return query select 'fault', its_key, f.field, f.fault from site.record_faults(of_kind, before, mine) f;
    if found then
        return;
    end if;

    its_key := site.write_record(of_kind, by_account, from_address, its_id, site.completed(before, mine),
                                 sent_once);
    if publishing then
        perform site.publish_original(by_account, from_address, its_key);
    end if;
    return query select outcome, its_key, null, null;
end $$;

-- Raises invalid_parameter_value when two rows of a form have the same name, which no page sends: their texts
-- could not be told apart.
create or replace function site.refuse_doubles(form jsonb) returns void language plpgsql stable as $$
begin
    if exists (select from site.text_group g cross join lateral site.form_rows(form, g.name) r
                where r.item ? g.row_name
                group by g.name, r.item ->> g.row_name having count(*) > 1) then
        raise exception 'two rows have one name' using errcode = 'invalid_parameter_value';
    end if;
end $$;

-- Completes a form: with the day for which a meeting was planned before it was moved, unless the form has
-- one, and with the steps that visitors have seen, which stay as they were.
create or replace function site.completed(before jsonb, form jsonb) returns jsonb
    language plpgsql stable as $$
declare
    steps jsonb;
begin
    if form ->> 'status' in ('moved', 'postponed') and before ->> 'starts' <> form ->> 'starts'
       and not form ? 'earlier' then
        form := form || jsonb_build_object('earlier', before -> 'starts');
    end if;
    if before ? 'step' then
        steps := (select jsonb_agg(coalesce(mine.item || (old.item - array['reason', 'public', 'struck']),
                                            mine.item, old.item - 'public')
                                   order by coalesce(old.place, 1000 + mine.place))
                    from site.form_rows(before, 'step') old
                    full join site.form_rows(form, 'step') mine
                           on mine.item ->> 'number' = old.item ->> 'number'
                   where mine.item is not null or old.item ? 'public');
        form := form || jsonb_build_object('step', coalesce(steps, '[]'));
    end if;
    return form;
end $$;

-- Saves a form without faults, and returns the key of its document. ITS_ID is null for a new one. A draft
-- that has a time keeps it.
create or replace function site.write_record(of_kind text, by_account text, from_address inet, its_id bigint,
                                             form jsonb, sent_once text)
    returns text language plpgsql as $$
declare
    saved record;
    base  constant bigint := form ->> 'base';
    done  record;
begin
    form := site.with_row_names(its_id, form);
    if not form ? 'position' and exists (select from site.kind k where k.name = of_kind and k.in_menu) then
        form := form || jsonb_build_object('position', (   -- after the others
                    select (1 + coalesce(max(d.position), 0))::text
                      from site.document d where d.kind = of_kind));
    end if;
    if its_id is null then
        insert into site.document (key, kind, position, original)
             values (site.record_key(of_kind, form), of_kind, 0, form ->> 'original')
          returning id, key, original into saved;
    else
        select d.id, d.key, d.original into saved from site.document d where d.id = its_id;
        -- Imported documents and those made from reports have no saved form yet: their facts in the tables
        -- are kept.
        update site.edition set facts = site.record_facts(its_id)
         where document_id = its_id and language = saved.original and facts is null;
    end if;
    if not site.is_public(saved.id) then
        perform site.write_facts(saved.id, of_kind, site.facts_in(form));
    end if;
    select * into done
      from site.save_text(by_account, from_address, saved.id, saved.original, base, null, form ->> 'slug',
                          site.texts_in(form), '', false,
                          (select e.publish_at from site.edition e where e.id = base), site.facts_in(form),
                          coalesce(form ->> 'minor', '') <> '');
    if done.result = 'taken' then
        raise exception 'another document is public at %', form ->> 'slug' using errcode = 'unique_violation';
    end if;
    update site.edition set once = sent_once where id = done.edition and its_id is null;
    insert into site.audit (account, action, document, detail, address)
         values (by_account, 'save-' || of_kind, saved.key, 'edition ' || done.edition, from_address);
    return saved.key;
end $$;

-- Gives a name to each row with a text that has none: a number that no row ever had, since translations and
-- citations refer to rows by their names.
create or replace function site.with_row_names(of_document bigint, form jsonb) returns jsonb
    language plpgsql stable as $$
declare
    its_group record;
begin
    for its_group in select * from site.text_group g where form ? g.name loop
        form := form || jsonb_build_object(its_group.name, (
            select coalesce(jsonb_agg(
                       case when r.item ? its_group.row_name then r.item
                            else r.item || jsonb_build_object(its_group.row_name,
                                                              (first.number + r.before)::text)
                       end order by r.place), '[]')
              from (select place, item, count(*) filter (where not item ? its_group.row_name)
                                            over (order by place) - 1 as before
                      from site.form_rows(form, its_group.name)) r
             cross join (select site.unused_number(of_document, its_group.name) as number) first));
    end loop;
    return form;
end $$;

-- The first number that no row of a group of a document ever had.
create or replace function site.unused_number(of_document bigint, of_group text) returns integer
    language plpgsql stable as $$
begin
    return (select 1 + coalesce(max(n::integer), 0)
              from (select split_part(t.field, '.', 2) as n
                      from site.edition e join site.edition_text t on t.edition_id = e.id
                     where e.document_id = of_document and split_part(t.field, '.', 1) = of_group
                    union all
                    select r.item ->> g.row_name
                      from site.edition e
                      join site.text_group g on g.name = of_group
                     cross join lateral site.form_rows(e.facts, g.name) r
                     where e.document_id = of_document) used
             where n ~ '^[0-9]{1,6}$');
end $$;

-- Writes the facts of a form to the tables, each group of rows only if it differs.
create or replace function site.write_facts(saved bigint, of_kind text, facts jsonb) returns void
    language plpgsql as $$
declare
    before constant jsonb := coalesce(site.record_facts(saved), '{}');
    family constant text := (select k.family from site.kind k where k.name = of_kind);
begin
    if before = facts then
        return;
    end if;
    if family is not null then
        execute format('select site.%I($1, $2, $3, $4)', 'write_' || family)
          using saved, of_kind, before, facts;
    end if;
    if facts ? 'position' then
        update site.document set position = (facts ->> 'position')::integer where id = saved;
    end if;
    if before -> 'source' is distinct from facts -> 'source' then
        delete from site.source where document_id = saved;
        insert into site.source (document_id, position, url, title, publisher, language)
             select saved, place, item ->> 'url', item ->> 'title', item ->> 'publisher', item ->> 'language'
                 from site.form_rows(facts, 'source');
    end if;
    if before -> 'document' is distinct from facts -> 'document' then
        perform site.write_links(saved, facts);
    end if;
    if before -> 'picture' is distinct from facts -> 'picture' then
        perform site.write_pictures(saved, facts);
    end if;
end $$;

-- The faults of a form that only the database can find. BEFORE is the form as it was saved.
create or replace function site.record_faults(of_kind text, before jsonb, form jsonb)
    returns table (field text, fault text)
    language plpgsql stable as $$
declare
    family constant text := (select k.family from site.kind k where k.name = of_kind);
begin
    return query select * from site.link_faults(form) union all select * from site.picture_faults(form);
    if family is not null then
        return query execute format('select * from site.%I($1, $2, $3)', family || '_faults')
          using of_kind, before, form;
    end if;
end $$;

-- Restores an earlier save of a record, facts and texts, as restore_text does.
create or replace function site.restore_record(by_account text, from_address inet, its_key text,
                                               earlier bigint)
    returns table (result text, edition bigint) language plpgsql as $$
#variable_conflict use_column
declare
    its_id constant bigint := (select d.id from site.document d where d.key = its_key);
    newest   constant jsonb := site.record_form(its_id);
    form   jsonb := site.completed(newest, site.record_form(its_id, earlier)
                                         || jsonb_build_object('base', newest -> 'base'));
    its_kind  text;
    its_state text;
    made   bigint;
begin
    select d.kind, e.state into its_kind, its_state
      from site.document d join site.edition e on e.id = (newest ->> 'base')::bigint where d.id = its_id;
    if site.is_taken(its_id, its_kind, form ->> 'original', form ->> 'slug') then
        form := form || jsonb_build_object('slug', newest -> 'slug');   -- the old one is taken
    end if;
    if its_state in ('draft', 'published') and site.form_says(form) = site.form_says(newest) then
        return query select 'unchanged', (newest ->> 'base')::bigint;
        return;
    end if;
    perform site.write_record(its_kind, by_account, from_address, its_id, form, null);
    made := (site.record_form(its_id) ->> 'base')::bigint;
    update site.edition set restored_from = earlier where id = made;
    insert into site.audit (account, action, document, language, detail, address)
         values (by_account, 'restore', its_key, form ->> 'original',
                 format('edition %s from %s', made, earlier), from_address);
    return query select 'saved', made;
end $$;
