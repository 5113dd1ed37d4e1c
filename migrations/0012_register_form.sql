-- The form that records a document with facts: a meeting as before, and now an obstacle or a practice. What it shows and what it saves is one JSON document
-- with the names of the form's fields (cgi-src/desk/meeting.c, obstacle.c): the facts, and the texts in the original language. All values are strings;
-- what is empty is left out.
--
-- One way to save for all: site.save_record. A kind has three functions of its own: its form, what is wrong with one, and the writing of its rows.

-- Each save of a form is kept whole, whatever its kind.
alter table site.meeting_save rename to record_save;
alter table site.record_save drop constraint meeting_save_document_id_fkey,
                             add constraint record_save_document_id_fkey foreign key (document_id) references site.document;
create view site.meeting_save as select s.* from site.record_save s join site.meeting m on m.document_id = s.document_id;

-- ---------------------------------------------------------------------------------------------------------------------
-- What a form shows

-- The texts of the newest edition in the original language.
create function site.original_texts(shown bigint) returns jsonb
    language plpgsql stable as $$
begin
    return (select coalesce(jsonb_object_agg(t.field, t.value), '{}')
              from site.document d
              join site.newest_edition n on n.document_id = d.id and n.language = d.original
              join site.edition_text t on t.edition_id = n.id
             where d.id = shown);
end
$$;

create function site.form_sources(shown bigint) returns jsonb
    language plpgsql stable as $$
begin
    return (select jsonb_agg(jsonb_build_object('url', s.url, 'title', s.title, 'publisher', s.publisher, 'language', s.language) order by s.position)
              from site.source s where s.document_id = shown);
end
$$;

-- As before, with the sources.
create or replace function site.meeting_form(shown bigint) returns jsonb
    language plpgsql stable as $$
declare
    texts  constant jsonb := site.original_texts(shown);
    result jsonb;
begin
    select jsonb_build_object(
        'key', d.key, 'version', m.version::text, 'original', d.original, 'base', e.id::text, 'slug', e.slug,
        'title', texts -> 'title', 'short', texts -> 'short', 'summary', texts -> 'summary', 'body', texts -> 'body', 'reason', texts -> 'reason',
        'forum', f.key, 'number', m.number::text, 'type', m.type, 'mode', m.mode, 'status', m.status, 'presided', m.presided,
        'starts', m.starts, 'ends', m.ends, 'starts_at', to_char(m.starts_at, 'HH24:MI'), 'ends_at', to_char(m.ends_at, 'HH24:MI'),
        'zone', m.zone, 'place', m.place, 'earlier', m.earlier,
        'presidency', (select jsonb_agg(jsonb_build_object('party', p.party) order by p.party) from site.meeting_presidency p where p.document_id = m.document_id),
        'delegation', (select jsonb_agg(jsonb_build_object('party', g.party, 'person', g.person) order by g.position)
                         from site.delegation g where g.document_id = m.document_id),
        'agenda', (select jsonb_agg(jsonb_build_object('key', a.key, 'text', texts -> ('agenda.' || a.key)) order by a.position)
                     from site.agenda_item a where a.document_id = m.document_id),
        'conclusion', (select jsonb_agg(jsonb_build_object('number', c.number::text, 'text', texts -> ('conclusion.' || c.number), 'state', c.state, 'by', o.key)
                                        order by c.number)
                         from site.conclusion c left join site.document o on o.id = c.taken_up_by where c.document_id = m.document_id),
        'document', (select jsonb_agg(jsonb_build_object('title', l.title, 'language', l.language, 'url', l.url, 'file', encode(l.file, 'hex')) order by l.position)
                       from site.link l where l.document_id = m.document_id),
        'source', site.form_sources(d.id))
      into result
      from site.meeting m
      join site.document d on d.id = m.document_id
      join site.document f on f.id = m.forum
      left join site.newest_edition n on n.document_id = d.id and n.language = d.original
      left join site.edition e on e.id = n.id
     where m.document_id = shown;
    return jsonb_strip_nulls(result);
end
$$;

-- As before; the sources are of one meeting.
create or replace function site.meeting_copy(copied bigint) returns jsonb
    language plpgsql stable as $$
declare
    form constant jsonb := site.meeting_form(copied);
begin
    return form - array['key', 'version', 'base', 'slug', 'short', 'summary', 'body', 'reason', 'starts', 'ends', 'earlier', 'status', 'presided',
                        'presidency', 'conclusion', 'document', 'agenda', 'number', 'delegation', 'source']
        || case when form ? 'number' then jsonb_build_object('number', ((form ->> 'number')::integer + 1)::text) else '{}' end
        || jsonb_build_object(
               'status', 'planned', 'presided', 'by-term',
               'agenda', coalesce((select jsonb_agg(item - 'key' order by place) from site.form_rows(form, 'agenda')), '[]'),
               'delegation', coalesce((select jsonb_agg(item - 'person' order by place) from site.form_rows(form, 'delegation')), '[]'));
end
$$;

-- Whether visitors have ever seen a step: it stays then.
create function site.step_was_public(of_document bigint, its_number integer) returns boolean
    language plpgsql stable as $$
begin
    return exists (select from site.edition e join site.edition_text t on t.edition_id = e.id and t.field = 'step.' || its_number
                    where e.document_id = of_document and e.state in ('published', 'superseded'));
end
$$;

-- An obstacle or a practice as the form shows it. The 'public' of a step says that it stays.
create function site.register_form(shown bigint) returns jsonb
    language plpgsql stable as $$
declare
    texts  constant jsonb := site.original_texts(shown);
    result jsonb;
begin
    select jsonb_build_object(
        'key', d.key, 'version', i.version::text, 'original', d.original, 'base', e.id::text, 'slug', e.slug,
        'title', texts -> 'title', 'short', texts -> 'short', 'summary', texts -> 'summary', 'body', texts -> 'body',
        'affects', texts -> 'affects', 'done', texts -> 'done', 'provision', texts -> 'provision', 'instrument', texts -> 'instrument',
        'contact', texts -> 'contact',
        'field', i.field, 'since', i.since, 'provision_url', i.provision_url, 'instrument_url', i.instrument_url,
        'contact_party', i.contact, 'contact_url', i.contact_url,
        'border', (select jsonb_agg(jsonb_build_object('border', b.border) order by b.border) from site.register_border b where b.document_id = i.document_id),
        'concerned', (select jsonb_agg(jsonb_build_object('party', p.party) order by p.position)
                        from site.register_party p where p.document_id = i.document_id and p.role = 'concerned'),
        'authority', (select jsonb_agg(jsonb_build_object('party', p.party) order by p.position)
                        from site.register_party p where p.document_id = i.document_id and p.role = 'authority'),
        'step', (select jsonb_agg(jsonb_build_object('number', s.number::text, 'date', s.date, 'status', s.status, 'reason', texts -> ('step.' || s.number),
                                                     'public', case when site.step_was_public(s.document_id, s.number) then 'yes' end) order by s.number)
                   from site.step s where s.document_id = i.document_id),
        'relation', (select jsonb_agg(jsonb_build_object('document', o.key, 'conclusion', r.conclusion::text) order by r.position)
                       from site.relation r join site.document o on o.id = r.target where r.document_id = i.document_id),
        'source', site.form_sources(d.id))
      into result
      from site.register_item i
      join site.document d on d.id = i.document_id
      left join site.newest_edition n on n.document_id = d.id and n.language = d.original
      left join site.edition e on e.id = n.id
     where i.document_id = shown;
    return jsonb_strip_nulls(result);
end
$$;

create function site.record_form(shown bigint) returns jsonb
    language plpgsql stable as $$
begin
    return coalesce(site.meeting_form(shown), site.register_form(shown));
end
$$;

-- What a form says: without what the database adds to it, and what it was built on.
create function site.form_says(form jsonb) returns jsonb
    language plpgsql immutable as $$
begin
    return case when form ? 'step'
                then jsonb_set(form, '{step}', coalesce((select jsonb_agg(item - 'public' order by place) from site.form_rows(form, 'step')), '[]'))
                else form end - array['version', 'base'];
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What only the database can say is wrong with a form

-- The same, of an obstacle or a practice: fields ("step.2.date") and faults.
create function site.register_faults(of_kind text, form jsonb) returns table (field text, fault text)
    language plpgsql stable as $$
declare
    its_document constant bigint := (select d.id from site.document d where d.key = form ->> 'key');
begin
    return query
    select g.name || '.' || r.place || '.party', case when p.key is null then 'unknown' else 'taken' end
      from unnest(array['concerned', 'authority']) as g (name)
     cross join lateral site.form_rows(form, g.name) r
      left join site.party p on p.key = r.item ->> 'party'
     where p.key is null
        or exists (select from site.form_rows(form, g.name) before where before.place < r.place and before.item ->> 'party' = r.item ->> 'party')
    union all
    select 'border.' || r.place || '.border', case when b.key is null then 'unknown' else 'taken' end
      from site.form_rows(form, 'border') r
      left join site.border b on b.key = r.item ->> 'border'
     where b.key is null
        or exists (select from site.form_rows(form, 'border') before where before.place < r.place and before.item ->> 'border' = r.item ->> 'border')
    union all
    select 'contact_party', 'unknown' where form ? 'contact_party' and not exists (select from site.party p where p.key = form ->> 'contact_party')
    union all
    select 'relation.' || r.place || '.document', case when o.id is null then 'unknown' else 'taken' end
      from site.form_rows(form, 'relation') r
      left join site.document o on o.key = r.item ->> 'document' and o.id is distinct from its_document
                                   and o.kind in ('topic', 'partner', 'meeting', 'obstacle', 'practice')
     where o.id is null
        or exists (select from site.form_rows(form, 'relation') before where before.place < r.place and before.item = r.item)
    union all
    select 'relation.' || r.place || '.conclusion', 'unknown'
      from site.form_rows(form, 'relation') r
      join site.document o on o.key = r.item ->> 'document'
     where r.item ? 'conclusion' and not exists (select from site.conclusion c where c.document_id = o.id and c.number::text = r.item ->> 'conclusion')
    union all
    select 'step.' || r.place || '.date', 'unknown' from site.form_rows(form, 'step') r
     where r.item ? 'number' and not exists (select from site.step s where s.document_id = its_document and s.number::text = r.item ->> 'number')
    union all
    -- Steps are in the order in which they were taken: those that are there, and then the new ones.
    select 'step.' || r.place || '.date', 'early' from site.form_rows(form, 'step') r
     where not r.item ? 'number'
       and (exists (select from site.form_rows(form, 'step') before
                     where not before.item ? 'number' and before.place < r.place and site.first_day(before.item ->> 'date') > site.last_day(r.item ->> 'date'))
            or exists (select from site.step s
                        where s.document_id = its_document and site.first_day(s.date) > site.last_day(r.item ->> 'date')
                          and (site.step_was_public(s.document_id, s.number)
                               or exists (select from site.form_rows(form, 'step') kept where kept.item ->> 'number' = s.number::text))))
    union all
    select 'step.1.date', 'missing' where of_kind = 'obstacle' and not exists (select from site.form_rows(form, 'step'));
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Writing: what is new or differs from BEFORE, as the form had it. Returns the texts of the form by the fields of an edition.

create function site.write_sources(saved bigint, before jsonb, form jsonb) returns void
    language plpgsql as $$
begin
    if before -> 'source' is distinct from form -> 'source' then
        delete from site.source where document_id = saved;
        insert into site.source (document_id, position, url, title, publisher, language)
             select saved, place, item ->> 'url', item ->> 'title', item ->> 'publisher', item ->> 'language' from site.form_rows(form, 'source');
    end if;
end
$$;

create function site.write_meeting(saved bigint, before jsonb, form jsonb) returns jsonb
    language plpgsql as $$
declare
    its_forum constant bigint := (select d.id from site.document d where d.key = form ->> 'forum');
begin
    if before = '{}' then
        insert into site.meeting (document_id, forum, number, type, starts, ends, starts_at, ends_at, zone, place, mode, status, presided, earlier, version)
             values (saved, its_forum, (form ->> 'number')::integer, form ->> 'type', form ->> 'starts', form ->> 'ends', (form ->> 'starts_at')::time,
                     (form ->> 'ends_at')::time, form ->> 'zone', form ->> 'place', form ->> 'mode', form ->> 'status', form ->> 'presided', form ->> 'earlier', 1);
    else
        update site.meeting m
           set forum = its_forum, number = (form ->> 'number')::integer, type = form ->> 'type', starts = form ->> 'starts', ends = form ->> 'ends',
               starts_at = (form ->> 'starts_at')::time, ends_at = (form ->> 'ends_at')::time, zone = form ->> 'zone', place = form ->> 'place',
               mode = form ->> 'mode', status = form ->> 'status', presided = form ->> 'presided',
               -- Where it was planned before, unless somebody says otherwise.
               earlier = case when form ->> 'status' in ('moved', 'postponed') and m.starts <> form ->> 'starts' then coalesce(form ->> 'earlier', m.starts)
                              else form ->> 'earlier' end,
               version = m.version + 1
         where m.document_id = saved;
    end if;
    return site.save_meeting_rows(saved, before, form);
end
$$;

-- Steps are added and never changed; only their reasons are texts like others. Returns those. One that became public since the form was opened stays.
create function site.write_steps(saved bigint, before jsonb, form jsonb) returns jsonb
    language plpgsql as $$
declare
    texts     jsonb;
    its_row   record;
    next_step integer;
begin
    delete from site.step s
     where s.document_id = saved and not site.step_was_public(saved, s.number)
       and not exists (select from site.form_rows(form, 'step') r where r.item ->> 'number' = s.number::text);
    select coalesce(jsonb_object_agg('step.' || s.number, coalesce(mine.item, old.item) -> 'reason'), '{}') into texts
      from site.step s
      left join site.form_rows(form, 'step') mine on mine.item ->> 'number' = s.number::text
      left join site.form_rows(before, 'step') old on old.item ->> 'number' = s.number::text
     where s.document_id = saved;

    -- Numbers that were ever used are not used again.
    select 1 + greatest((select max(s.number) from site.step s where s.document_id = saved),
                        (select max(substr(t.field, 6)::integer) from site.edition e join site.edition_text t on t.edition_id = e.id
                          where e.document_id = saved and t.field ~ '^step\.[0-9]{1,6}$'), 0)
      into next_step;
    for its_row in select item from site.form_rows(form, 'step') where not item ? 'number' order by place loop
        insert into site.step (document_id, number, date, status) values (saved, next_step, its_row.item ->> 'date', its_row.item ->> 'status');
        texts := texts || jsonb_build_object('step.' || next_step, its_row.item -> 'reason');
        next_step := next_step + 1;
    end loop;
    return texts;
end
$$;

create function site.write_register_item(saved bigint, of_kind text, before jsonb, form jsonb) returns jsonb
    language plpgsql as $$
begin
    insert into site.register_item as i (document_id, kind, field, since, provision_url, instrument_url, contact, contact_url, version)
         values (saved, of_kind, form ->> 'field', form ->> 'since', form ->> 'provision_url', form ->> 'instrument_url', form ->> 'contact_party',
                 form ->> 'contact_url', 1)
    on conflict (document_id) do update
            set field = excluded.field, since = excluded.since, provision_url = excluded.provision_url, instrument_url = excluded.instrument_url,
                contact = excluded.contact, contact_url = excluded.contact_url, version = i.version + 1;
    if before -> 'border' is distinct from form -> 'border' then
        delete from site.register_border where document_id = saved;
        insert into site.register_border (document_id, border) select saved, item ->> 'border' from site.form_rows(form, 'border');
    end if;
    if before -> 'concerned' is distinct from form -> 'concerned' or before -> 'authority' is distinct from form -> 'authority' then
        delete from site.register_party where document_id = saved;
        insert into site.register_party (document_id, role, party, position)
             select saved, g.role, r.item ->> 'party', r.place
               from unnest(array['concerned', 'authority']) as g (role) cross join lateral site.form_rows(form, g.role) r;
    end if;
    if before -> 'relation' is distinct from form -> 'relation' then
        delete from site.relation where document_id = saved;
        insert into site.relation (document_id, position, target, conclusion)
             select saved, r.place, o.id, (r.item ->> 'conclusion')::integer
               from site.form_rows(form, 'relation') r join site.document o on o.key = r.item ->> 'document';
    end if;
    return jsonb_strip_nulls(jsonb_build_object(
               'title', form -> 'title', 'short', coalesce(form -> 'short', form -> 'title'), 'summary', form -> 'summary', 'body', form -> 'body',
               'affects', form -> 'affects', 'done', form -> 'done', 'provision', form -> 'provision', 'instrument', form -> 'instrument',
               'contact', form -> 'contact') || site.write_steps(saved, before, form));
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Saving

-- WANTED as a key, or with a number behind it when another document has that. Two who ask at once come one after the other.
create function site.free_key(wanted text) returns text
    language plpgsql as $$
declare
    result text := wanted;
    n      integer := 1;
begin
    perform pg_advisory_xact_lock(hashtext('key ' || wanted));
    while exists (select from site.document where key = result) loop
        n := n + 1;
        result := wanted || '-' || n;
    end loop;
    return result;
end
$$;

-- The key of a new document: of a meeting its forum, day and place, of others its title.
create function site.record_key(of_kind text, form jsonb) returns text
    language plpgsql as $$
begin
    return site.free_key(case of_kind
        when 'meeting' then left(concat_ws('-', form ->> 'forum', form ->> 'starts', form ->> 'place'), 90)
        else coalesce(nullif(btrim(left(site.slug_of(form ->> 'title', form ->> 'original'), 90), '-'), ''), of_kind) end);
end
$$;
drop function site.meeting_key(jsonb);

-- Makes the draft in the original language public, if there is one.
create function site.publish_original(by_account text, from_address inet, its_key text) returns void
    language plpgsql as $$
begin
    perform site.publish_text(by_account, from_address, its_key, d.original)
       from site.document d join site.edition e on e.document_id = d.id and e.language = d.original and e.state = 'draft' where d.key = its_key;
end
$$;

-- Makes the document that the form describes, or changes it; its texts become a draft in the original language, and are made public at once when PUBLISHING.
--   ('saved', key), ('unchanged', key); ('conflict', key) when somebody else has saved since; ('fault', key, field, fault) for each thing that is wrong.
-- Raises unique_violation where another document is public at its address, and no_data_found for a key that there is not.
create function site.save_record(of_kind text, by_account text, from_address inet, form jsonb, sent_once text, publishing boolean)
    returns table (result text, key text, field text, fault text) language plpgsql as $$
#variable_conflict use_column
declare
    its_key text := form ->> 'key';
    before  jsonb := '{}';
    made    jsonb;
    fields  jsonb;
    saved   record;
    texts   record;
begin
    if its_key is null then
        perform pg_advisory_xact_lock(hashtext(of_kind || ' ' || sent_once));   -- the same form twice at once
        select d.key into its_key from site.record_save s join site.document d on d.id = s.document_id where s.once = sent_once;
        if found then
            return query select 'saved', its_key, null, null;
            return;
        end if;
    else
        select d.id, d.original into strict saved from site.document d where d.key = its_key and d.kind = of_kind for update of d;
        before := site.record_form(saved.id);
        if site.form_says(before) = site.form_says(form) then
            if publishing then
                perform site.publish_original(by_account, from_address, its_key);
            end if;
            return query select 'unchanged', its_key, null, null;
            return;
        end if;
        if before -> 'version' is distinct from form -> 'version' or before -> 'base' is distinct from form -> 'base' then
            return query select 'conflict', its_key, null, null;
            return;
        end if;
    end if;
    if of_kind = 'meeting' then
        return query select 'fault', its_key, f.field, f.fault from site.meeting_faults(form) f;
    else
        return query select 'fault', its_key, f.field, f.fault from site.register_faults(of_kind, form) f;
    end if;
    if found then
        return;
    end if;

    if its_key is null then
        its_key := site.record_key(of_kind, form);
        insert into site.document (key, kind, position, original) values (its_key, of_kind, 0, form ->> 'original') returning id, original into saved;
    end if;
    fields := case of_kind when 'meeting' then site.write_meeting(saved.id, before, form) else site.write_register_item(saved.id, of_kind, before, form) end;
    perform site.write_sources(saved.id, before, form);
    select s.* into texts
      from site.save_text(by_account, from_address, saved.id, saved.original, (form ->> 'base')::bigint, null, form ->> 'slug', fields, '', false,
                          (select e.publish_at from site.edition e where e.id = (form ->> 'base')::bigint)) s;
    if texts.result = 'taken' then
        raise exception 'another document is public at %', form ->> 'slug' using errcode = 'unique_violation';
    end if;
    made := site.record_form(saved.id);
    insert into site.record_save (document_id, version, account, once, form)
         values (saved.id, (made ->> 'version')::integer, by_account, case when before = '{}' then sent_once end, made);
    insert into site.audit (account, action, document, detail, address)
         values (by_account, 'save-' || of_kind, its_key, 'version ' || (made ->> 'version'), from_address);
    if publishing then
        perform site.publish_original(by_account, from_address, its_key);
    end if;
    return query select 'saved', its_key, null, null;
end
$$;

-- The same by the kind of its form.
create or replace function site.save_meeting(by_account text, from_address inet, form jsonb, sent_once text, publishing boolean)
    returns table (result text, key text, field text, fault text) language plpgsql as $$
begin
    return query select * from site.save_record('meeting', by_account, from_address, form, sent_once, publishing);
end
$$;

create function site.save_register_item(by_account text, from_address inet, form jsonb, sent_once text, publishing boolean)
    returns table (result text, key text, field text, fault text) language plpgsql as $$
begin
    return query select * from site.save_record(form ->> 'kind', by_account, from_address, form - 'kind', sent_once, publishing);
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What refers to a document

-- As before, and obstacles and practices that belong to it ('relation', with the numbers of its conclusions).
create or replace function site.used_on(used bigint) returns table (document_id bigint, reason text, detail text)
    language plpgsql stable as $$
begin
    return query
    select e.document_id, 'link', string_agg(distinct e.language::text, ', ')
      from site.document d
      join site.text_link l on l.key = d.key
      join site.edition e on e.id = l.edition_id and e.state = 'published'
     where d.id = used and e.document_id <> used
     group by e.document_id
    union all
    select c.document_id, 'taken-up', string_agg(c.number::text, ', ' order by c.number)
      from site.conclusion c where c.taken_up_by = used group by c.document_id
    union all
    select r.document_id, 'relation', string_agg(r.conclusion::text, ', ' order by r.conclusion)
      from site.relation r where r.target = used group by r.document_id
    union all
    select m.document_id, 'meeting', null
      from site.meeting m join site.document d on d.id = m.document_id where m.forum = used and d.archived_at is null;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

revoke all on all functions in schema site from public;
grant execute on all functions in schema site to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
revoke update, delete on site.audit from benelux_desk;
