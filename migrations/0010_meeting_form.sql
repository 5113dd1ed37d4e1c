-- The form that records a meeting. What it shows and what it saves is one JSON document with the names of the form's fields
-- (cgi-src/desk/meeting.c): its facts, and its texts in the original language. All values are strings; what is empty is left out.
--
-- Facts are shared by all languages and count at once. Each save of the form is kept whole, and who saves says which save they had seen.

alter table site.meeting add column version integer not null default 0;   -- of its facts; the last save

create table site.meeting_save (
    document_id bigint not null references site.meeting,
    version     integer not null,
    at          timestamptz not null default now(),
    account     text not null,
    once        text unique check (length(once) = 64),          -- of the form that made the meeting: it makes one, however often it is sent
    form        jsonb not null,
    primary key (document_id, version)
);

-- Rows of the form, each an object, in their order.
create function site.form_rows(form jsonb, field text) returns table (place integer, item jsonb)
    language plpgsql immutable as $$
begin
    return query select n::integer, value from jsonb_array_elements(coalesce(form -> field, '[]')) with ordinality t (value, n);
end
$$;

-- A meeting as the form shows it.
create function site.meeting_form(shown bigint) returns jsonb
    language plpgsql stable as $$
declare
    texts jsonb;
    result jsonb;
begin
    select jsonb_object_agg(t.field, t.value) into texts
      from site.document d
      join site.newest_edition n on n.document_id = d.id and n.language = d.original
      join site.edition_text t on t.edition_id = n.id
     where d.id = shown;
    texts := coalesce(texts, '{}');
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
                       from site.link l where l.document_id = m.document_id))
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

-- The next meeting of a series, to be filled in: what meetings of it have in common.
create function site.meeting_copy(copied bigint) returns jsonb
    language plpgsql stable as $$
declare
    form constant jsonb := site.meeting_form(copied);
begin
    return form - array['key', 'version', 'base', 'slug', 'short', 'summary', 'body', 'reason', 'starts', 'ends', 'earlier', 'status', 'presided',
                        'presidency', 'conclusion', 'document', 'agenda', 'number', 'delegation']
        || case when form ? 'number' then jsonb_build_object('number', ((form ->> 'number')::integer + 1)::text) else '{}' end
        || jsonb_build_object(
               'status', 'planned', 'presided', 'by-term',
               'agenda', coalesce((select jsonb_agg(item - 'key' order by place) from site.form_rows(form, 'agenda')), '[]'),
               'delegation', coalesce((select jsonb_agg(item - 'person' order by place) from site.form_rows(form, 'delegation')), '[]'));
end
$$;

-- Whether ZONE is one of the tz database, as the column wants it.
create function site.is_zone(zone text) returns boolean
    language plpgsql stable as $$
begin
    perform zone::site.time_zone;
    return zone is not null;
exception when others then
    return false;
end
$$;

-- What only the database can say is wrong with a form: fields ("conclusion.2.by") and faults.
create function site.meeting_faults(form jsonb) returns table (field text, fault text)
    language plpgsql stable as $$
declare
    zone       constant text := form ->> 'zone';
    starts     constant text := form ->> 'starts';
    clock_time text;
begin
    return query
    select 'forum', 'unknown' where not exists (select from site.document d join site.cooperation c on c.document_id = d.id where d.key = form ->> 'forum')
    union all select 'place', 'unknown' where form ? 'place' and not exists (select from site.place where key = form ->> 'place')
    union all select 'zone', 'unknown' where form ? 'zone' and not site.is_zone(zone)
    union all
    select g.name || '.' || r.place || '.party', 'unknown'
      from unnest(array['delegation', 'presidency']) as g (name) cross join lateral site.form_rows(form, g.name) r
     where not exists (select from site.party p where p.key = r.item ->> 'party')
    union all
    select 'presidency.' || r.place || '.party', 'taken' from site.form_rows(form, 'presidency') r
     where exists (select from site.form_rows(form, 'presidency') before where before.place < r.place and before.item ->> 'party' = r.item ->> 'party')
    union all
    select 'conclusion.' || r.place || '.by', 'unknown' from site.form_rows(form, 'conclusion') r
     where r.item ? 'by' and (r.item ->> 'by' = form ->> 'key' or not exists (
           select from site.document d join site.meeting m on m.document_id = d.id where d.key = r.item ->> 'by'))
    union all
    select 'document.' || r.place || '.file', 'unknown' from site.form_rows(form, 'document') r
     where r.item ? 'file' and not exists (select from site.file f where f.sha256 = decode(r.item ->> 'file', 'hex'));

    -- A time that the clocks leave out on that day.
    foreach clock_time in array array['starts_at', 'ends_at'] loop
        if form ? clock_time and length(starts) = 10 and site.is_zone(zone) then
            return query
            select clock_time, 'no-date'
              from (select (case clock_time when 'ends_at' then coalesce(form ->> 'ends', starts) else starts end)::date + (form ->> clock_time)::time as local) t
             where t.local at time zone zone at time zone zone <> t.local;
        end if;
    end loop;
end
$$;

-- Replaces the rows of a meeting by those of the form, group by group where they differ. Numbers what is new: an item of the agenda, and a conclusion, keep
-- their names for good, since translations and citations go by them. Returns the texts of the form by the fields of an edition.
create function site.save_meeting_rows(saved bigint, before jsonb, form jsonb) returns jsonb
    language plpgsql as $$
declare
    fields    jsonb := jsonb_strip_nulls(jsonb_build_object('title', form -> 'title', 'short', coalesce(form -> 'short', form -> 'title'),
                                                            'summary', form -> 'summary', 'body', form -> 'body', 'reason', form -> 'reason'));
    next_item integer;
    next_conclusion integer;
    its_row   record;
    its_name  text;
    kept      integer[] := '{}';
begin
    if before -> 'delegation' is distinct from form -> 'delegation' then
        delete from site.delegation where document_id = saved;
        insert into site.delegation (document_id, position, party, person)
             select saved, place, item ->> 'party', item ->> 'person' from site.form_rows(form, 'delegation');
    end if;
    if before -> 'presidency' is distinct from form -> 'presidency' then
        delete from site.meeting_presidency where document_id = saved;
        insert into site.meeting_presidency (document_id, party) select saved, item ->> 'party' from site.form_rows(form, 'presidency');
    end if;
    if before -> 'document' is distinct from form -> 'document' then
        delete from site.link where document_id = saved;
        insert into site.link (document_id, position, url, file, title, language)
             select saved, place, item ->> 'url', decode(item ->> 'file', 'hex'), item ->> 'title', item ->> 'language' from site.form_rows(form, 'document');
    end if;

    -- Numbers that were ever used are not used again.
    select 1 + coalesce(max(substr(t.field, 8)::integer) filter (where t.field like 'agenda.%'), 0),
           1 + coalesce(max(substr(t.field, 12)::integer) filter (where t.field like 'conclusion.%'), 0)
      into next_item, next_conclusion
      from site.edition e join site.edition_text t on t.edition_id = e.id
     where e.document_id = saved and t.field ~ '^(agenda|conclusion)\.[0-9]{1,6}$';

    delete from site.agenda_item where document_id = saved;
    for its_row in select place, item from site.form_rows(form, 'agenda') order by place loop
        its_name := its_row.item ->> 'key';
        if its_name is null then
            its_name := next_item;
            next_item := next_item + 1;
        end if;
        insert into site.agenda_item (document_id, position, key) values (saved, its_row.place, its_name);
        fields := fields || jsonb_build_object('agenda.' || its_name, its_row.item ->> 'text');
    end loop;

    for its_row in select place, item from site.form_rows(form, 'conclusion') order by place loop
        its_name := its_row.item ->> 'number';
        if its_name is null then
            its_name := next_conclusion;
            next_conclusion := next_conclusion + 1;
        end if;
        insert into site.conclusion (document_id, number, state, taken_up_by)
             values (saved, its_name::integer, its_row.item ->> 'state', (select id from site.document where key = its_row.item ->> 'by'))
        on conflict (document_id, number) do update set state = excluded.state, taken_up_by = excluded.taken_up_by
              where (site.conclusion.state, site.conclusion.taken_up_by) is distinct from (excluded.state, excluded.taken_up_by);
        fields := fields || jsonb_build_object('conclusion.' || its_name, its_row.item ->> 'text');
        kept := kept || its_name::integer;
    end loop;
    delete from site.conclusion where document_id = saved and number <> all (kept);
    return fields;
end
$$;

-- A key for a new meeting: its forum, day and place.
create function site.meeting_key(form jsonb) returns text
    language plpgsql stable as $$
declare
    wanted constant text := left(concat_ws('-', form ->> 'forum', form ->> 'starts', form ->> 'place'), 90);
    result text := wanted;
    n      integer := 1;
begin
    while exists (select from site.document where key = result) loop
        n := n + 1;
        result := wanted || '-' || n;
    end loop;
    return result;
end
$$;

-- Makes the meeting that the form describes, or changes it; its texts become a draft in the original language, and are made public at once when PUBLISHING.
--   ('saved', key), ('unchanged', key); ('conflict', key) when somebody else has saved since; ('fault', key, field, fault) for each thing that is wrong.
-- Raises unique_violation where another document is public at its address, and no_data_found for a key that there is not.
create function site.save_meeting(by_account text, from_address inet, form jsonb, sent_once text, publishing boolean)
    returns table (result text, key text, field text, fault text) language plpgsql as $$
#variable_conflict use_column
declare
    its_key   text := form ->> 'key';
    facts     constant jsonb := form - array['version', 'base'];
    before    jsonb := '{}';
    saved     record;
    its_forum bigint;
    texts     record;
begin
    if its_key is null then
        perform pg_advisory_xact_lock(hashtext('meeting ' || sent_once));   -- the same form twice at once
        select d.key into its_key from site.meeting_save s join site.document d on d.id = s.document_id where s.once = sent_once;
        if found then
            return query select 'saved', its_key, null, null;
            return;
        end if;
    else
        select d.id, d.original into strict saved from site.document d join site.meeting m on m.document_id = d.id where d.key = its_key for update of d;
        before := site.meeting_form(saved.id);
        if before - array['version', 'base'] = facts then
            if publishing and exists (select from site.edition e where e.document_id = saved.id and e.language = saved.original and e.state = 'draft') then
                perform site.publish_text(by_account, from_address, its_key, saved.original);
            end if;
            return query select 'unchanged', its_key, null, null;
            return;
        end if;
        if before -> 'version' is distinct from form -> 'version' or before -> 'base' is distinct from form -> 'base' then
            return query select 'conflict', its_key, null, null;
            return;
        end if;
    end if;
    return query select 'fault', its_key, f.field, f.fault from site.meeting_faults(form) f;
    if found then
        return;
    end if;

    select id into strict its_forum from site.document d where d.key = form ->> 'forum';
    if its_key is null then
        its_key := site.meeting_key(form);
        insert into site.document (key, kind, position, original) values (its_key, 'meeting', 0, form ->> 'original') returning id, original into saved;
        insert into site.meeting (document_id, forum, number, type, starts, ends, starts_at, ends_at, zone, place, mode, status, presided, earlier, version)
             values (saved.id, its_forum, (form ->> 'number')::integer, form ->> 'type', form ->> 'starts', form ->> 'ends', (form ->> 'starts_at')::time,
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
         where m.document_id = saved.id;
    end if;
    select s.* into texts
      from site.save_text(by_account, from_address, saved.id, saved.original, (form ->> 'base')::bigint, null, form ->> 'slug',
                          site.save_meeting_rows(saved.id, before, form), '', false,
                          (select e.publish_at from site.edition e where e.id = (form ->> 'base')::bigint)) s;
    if texts.result = 'taken' then
        raise exception 'another document is public at %', form ->> 'slug' using errcode = 'unique_violation';
    end if;
    insert into site.meeting_save (document_id, version, account, once, form)
         select saved.id, m.version, by_account, case when before = '{}' then sent_once end, site.meeting_form(saved.id)
           from site.meeting m where m.document_id = saved.id;
    insert into site.audit (account, action, document, detail, address)
         select by_account, 'save-meeting', its_key, 'version ' || m.version, from_address from site.meeting m where m.document_id = saved.id;
    if publishing and exists (select from site.edition e where e.document_id = saved.id and e.language = saved.original and e.state = 'draft') then
        perform site.publish_text(by_account, from_address, its_key, saved.original);
    end if;
    return query select 'saved', its_key, null, null;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Uploads

-- As before; a file that nothing links to yet is kept for a day from when it was last sent.
create or replace function site.keep_file(content bytea) returns bytea
    language plpgsql as $$
declare
    hash constant bytea := sha256(content);
begin
    if substr(content, 1, 5) <> '%PDF-' then
        raise exception 'not a PDF' using errcode = 'check_violation';
    end if;
    insert into site.file as f (sha256, size) values (hash, length(content)) on conflict (sha256) do update set created_at = now();
    if not exists (select from site.file_piece p where p.sha256 = hash) then
        insert into site.file_piece (sha256, position, bytes)
             select hash, n, substr(content, n * 262144 + 1, 262144) from generate_series(0, (length(content) - 1) / 262144) n;
    end if;
    return hash;
end
$$;

create index file_by_age on site.file (created_at);

-- Takes away files that were uploaded to a form that was never saved.
create function site.sweep_files() returns void
    language plpgsql as $$
begin
    delete from site.file f
     where f.created_at < now() - interval '1 day' and not exists (select from site.link l where l.file = f.sha256)
       and not exists (select from site.meeting_save s where s.form @> jsonb_build_object('document', jsonb_build_array(jsonb_build_object('file', encode(f.sha256, 'hex')))));
end
$$;

-- What an editor uploads.
create function site.upload_file(content bytea) returns text
    language plpgsql as $$
begin
    perform site.sweep_files();
    return encode(site.keep_file(content), 'hex');
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

revoke all on all functions in schema site from public;
grant execute on all functions in schema site to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
revoke update, delete on site.audit from benelux_desk;
