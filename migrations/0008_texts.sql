-- Texts: an address that is suggested, publishing at a time, saying that a translation is still correct, and going back to an earlier save.

-- ---------------------------------------------------------------------------------------------------------------------
-- What a save has beside its texts

alter table site.edition
    add column publish_at    timestamptz,                       -- of a draft: when it becomes public by itself
    add column scheduled_by  text,                              -- name of the account that said so
    add column restored_from bigint references site.edition,    -- the earlier save that this one brings back
    add constraint edition_scheduled_check check (publish_at is null or (state = 'draft' and scheduled_by is not null));

create index edition_due on site.edition (publish_at) where publish_at is not null;

-- For the history, which is read from the newest on.
drop index site.edition_by_document;
create index edition_by_document on site.edition (document_id, language, id);

create or replace function site.keep_published_edition() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.state <> 'draft' then
            raise exception 'edition % was published and stays', old.id using errcode = 'restrict_violation';
        end if;
        return old;
    end if;
    if (new.document_id, new.language) is distinct from (old.document_id, old.language) then
        raise exception 'edition % belongs to its document and language', old.id using errcode = 'restrict_violation';
    end if;
    if old.state = 'draft' and new.state in ('draft', 'published', 'replaced') then
        if new.state <> 'draft' then
            new.publish_at := null;   -- what is public or put aside waits for nothing
            new.scheduled_by := null;
        end if;
        return new;
    end if;
    if old.state = 'published' and new.state = 'superseded'
       and (new.slug, new.created_at, new.published_at) is not distinct from (old.slug, old.created_at, old.published_at) then
        return new;
    end if;
    raise exception 'edition % is % and never changes again', old.id, old.state using errcode = 'restrict_violation';
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Addresses

-- A title as part of an address: lower-case ASCII words joined by hyphens, at most 100 characters; '' when nothing of it can be written so.
create function site.slug_of(title text, in_language text) returns text
    language plpgsql stable as $$
declare
    plain text := lower(normalize(title, NFC) collate "und-x-icu");
begin
    if in_language = 'de' then
        plain := replace(replace(replace(plain, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue');
    end if;
    plain := lower(public.unaccent(replace(plain, 'ß', 'ss')));
    plain := regexp_replace(plain, U&'[\0300-\036F]', '', 'g');
    plain := btrim(regexp_replace(plain, '[^a-z0-9]+', '-', 'g'), '-');
    if length(plain) > 100 then   -- cut between words, where there are words
        plain := coalesce(substring(left(plain, 101) from '^(.{20,})-'), left(plain, 100));
    end if;
    return btrim(plain, '-');
end
$$;

-- Whether another document is public at an address.
create function site.is_taken(for_document bigint, its_kind text, for_language text, wanted text) returns boolean
    language plpgsql stable as $$
begin
    return exists (select from site.address a
                     join site.edition e on e.document_id = a.document_id and e.language = a.language and e.state = 'published' and e.slug = a.slug
                    where a.kind = its_kind and a.language = for_language and a.slug = wanted and a.document_id <> for_document);
end
$$;

-- An address for a text with this title, that no other document of its kind has, had, or is about to have. Two who ask at once come one after
-- the other.
create function site.suggested_slug(for_document bigint, for_language text, title text) returns text
    language plpgsql as $$
declare
    its_kind text;
    its_key  text;
    base     text;
    wanted   text;
begin
    select d.kind, d.key into strict its_kind, its_key from site.document d where d.id = for_document;
    perform pg_advisory_xact_lock(hashtext('address ' || its_kind || ' ' || for_language));
    base := coalesce(nullif(site.slug_of(title, for_language), ''), its_key);
    wanted := base;
    for number in 2 .. 10000 loop
        exit when not exists (select from site.address a where a.kind = its_kind and a.language = for_language and a.slug = wanted and a.document_id <> for_document)
              and not exists (select from site.edition e join site.document d on d.id = e.document_id
                               where e.slug = wanted and e.language = for_language and e.state = 'draft' and d.kind = its_kind and d.id <> for_document);
        wanted := btrim(left(base, 99 - length(number::text)), '-') || '-' || number;
    end loop;
    return wanted;
end
$$;
create index edition_by_drafted_slug on site.edition (slug) where state = 'draft';

-- ---------------------------------------------------------------------------------------------------------------------
-- A moment that somebody typed, in Brussels

-- DAY as YYYY-MM-DD or D.M.YYYY (also with hyphens or slashes), HOUR as HH:MM or HH:MM:SS (also 9.30 or 9h30). FAULT says what is wrong: 'day' is
-- no day, 'time' is no time, 'skipped' is a time that this day does not have since the clocks go forward, 'past' has gone by. Both empty: no
-- moment and no fault.
create function site.moment(day text, hour text, out at timestamptz, out fault text)
    language plpgsql stable as $$
declare
    d     text[] := regexp_match(btrim(day), '^(\d{4})-(\d{1,2})-(\d{1,2})$');
    t     text[] := regexp_match(btrim(hour), '^([01]?\d|2[0-3])\s?[:.hHu]\s?([0-5]\d)(?::([0-5]\d))?$');
    local timestamp;
begin
    if coalesce(btrim(day), '') = '' and coalesce(btrim(hour), '') = '' then
        return;
    end if;
    if d is null then
        d := regexp_match(btrim(day), '^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$');
        d := array[d[3], d[2], d[1]];
    end if;
    begin
        local := make_date(d[1]::integer, d[2]::integer, d[3]::integer);
    exception when datetime_field_overflow then
        local := null;
    end;
    if local is null then
        fault := 'day';
    elsif t is null then
        fault := 'time';
    else
        local := local + make_interval(hours => t[1]::integer, mins => t[2]::integer, secs => coalesce(t[3], '0')::integer);
        at := local at time zone 'Europe/Brussels';
        fault := case when at at time zone 'Europe/Brussels' <> local then 'skipped' when at <= now() then 'past' end;
    end if;
    if fault is not null then
        at := null;
    end if;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Saving

drop function site.save_text(text, inet, bigint, text, bigint, bigint, text, jsonb, text, boolean);

-- Saves a text. BASE is the newest edition that the author had seen (null: there was none), FIELDS the texts by field. An empty NEW_SLUG is
-- suggested from the title. ALIGNED says that the translation says what the edition ORIGINAL of the original says; otherwise each text keeps what
-- it was translated from. AT is when the draft becomes public by itself; null: not by itself.
--   ('saved', id), ('unchanged', id) when nothing differs from BASE (its time may), ('conflict', id of the newest) when somebody else was first,
--   ('taken', BASE) when another document is public at NEW_SLUG.
create function site.save_text(by_account text, from_address inet, for_document bigint, for_language text, base bigint, from_original bigint,
                               new_slug text, fields jsonb, new_note text, aligned boolean, at timestamptz default null)
    returns table (result text, edition bigint) language plpgsql as $$
declare
    newest   record;
    made     bigint;
    its_kind text;
    its_key  text;
    slug     text := new_slug;
begin
    -- Two who save at once come one after the other.
    select d.kind, d.key into its_kind, its_key from site.document d where d.id = for_document for update;
    select n.id, n.state into newest from site.newest_edition n where n.document_id = for_document and n.language = for_language;
    if coalesce(slug, '') = '' then
        slug := site.suggested_slug(for_document, for_language, fields ->> 'title');
    end if;
    if newest.id is distinct from base then
        -- The same form sent twice is no conflict: what it says is there.
        return query select case when site.says(newest.id, slug, fields) then 'unchanged' else 'conflict' end, newest.id;
        return;
    end if;
    if site.is_taken(for_document, its_kind, for_language, slug) then
        return query select 'taken', base;
        return;
    end if;
    -- What was withdrawn and is saved again as it was is a new draft.
    if newest.state in ('draft', 'published') and site.says(base, slug, fields)
       and not (aligned and exists (select from site.edition_text t left join site.edition_text o on o.edition_id = from_original and o.field = t.field
                                     where t.edition_id = base and t.translated_from is distinct from o.hash)) then
        if newest.state = 'draft' then
            update site.edition e set publish_at = at, scheduled_by = case when at is null then null else by_account end
             where e.id = base and e.publish_at is distinct from at;
            if found then
                insert into site.audit (account, action, document, language, detail, address)
                     values (by_account, 'schedule', its_key, for_language,
                             format('edition %s %s', base, coalesce(to_char(at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI:SS'), 'not')), from_address);
            end if;
        end if;
        return query select 'unchanged', base;
        return;
    end if;

    if newest.state = 'draft' then
        update site.edition e set state = 'replaced' where e.id = newest.id;
    end if;
    insert into site.edition (document_id, language, slug, parent, original, author, note, publish_at, scheduled_by)
         values (for_document, for_language, slug, base, case when aligned then from_original end, by_account, coalesce(new_note, ''), at,
                 case when at is not null then by_account end) returning id into made;
    insert into site.edition_text (edition_id, field, value, translated_from)
         select made, mine.key, mine.value,
                case when aligned then o.hash else before.translated_from end
           from jsonb_each_text(fields) mine
           left join site.edition_text o on o.edition_id = from_original and o.field = mine.key
           left join site.edition_text before on before.edition_id = base and before.field = mine.key
          where mine.value <> '';
    insert into site.audit (account, action, document, language, detail, address)
         values (by_account, 'save-text', its_key, for_language,
                 'edition ' || made || coalesce(', to be public at ' || to_char(at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI:SS'), ''), from_address);
    return query select 'saved', made;
end
$$;

-- Saves a text and goes on, in one transaction, so that nobody's save comes between. WHAT is
--   save     nothing more; AT as above
--   publish  makes it public now; 'published' also when what is public says the same already. Raises as site.publish does
--   aligned  the translation is still correct: as it stands it says what the original says. A public translation stays public and is no longer
--            outdated, unless the original that it was compared with is a draft itself: then it waits for that as a draft
create function site.write_text(what text, by_account text, from_address inet, for_document bigint, for_language text, base bigint,
                                from_original bigint, new_slug text, fields jsonb, new_note text, aligned boolean, at timestamptz)
    returns table (result text, edition bigint) language plpgsql as $$
declare
    newest    record;
    done      record;
    publishes boolean := what = 'publish';
begin
    perform from site.document d where d.id = for_document for update;
    if what = 'aligned' then
        select n.id, n.state, e.slug into newest from site.newest_edition n join site.edition e on e.id = n.id
         where n.document_id = for_document and n.language = for_language;
        publishes := newest.id = base and newest.state = 'published' and site.says(base, coalesce(nullif(new_slug, ''), newest.slug), fields)
                     and exists (select from site.edition o where o.id = from_original and o.state = 'published');
    end if;
    select * into done from site.save_text(by_account, from_address, for_document, for_language, base, from_original, new_slug, fields, new_note,
                                           aligned or what = 'aligned', case when not publishes then at end);
    if publishes and done.result in ('saved', 'unchanged') then
        if exists (select from site.edition e where e.id = done.edition and e.state = 'draft') then
            perform site.publish(done.edition);
            insert into site.audit (account, action, document, language, detail, address)
                 select by_account, 'publish', d.key, for_language, 'edition ' || done.edition, from_address from site.document d where d.id = for_document;
        end if;
        done.result := 'published';
    end if;
    return query select done.result, done.edition;
end
$$;

-- Brings an earlier save back as a new draft, on top of whatever is the newest now; that stays in the history. Raises no_data_found for a save of
-- another text. ('saved', id), or ('unchanged', id) when the newest says the same.
create function site.restore_text(by_account text, from_address inet, document_key text, for_language text, earlier bigint)
    returns table (result text, edition bigint) language plpgsql as $$
declare
    its    record;
    newest record;
    old    record;
    made   bigint;
begin
    select d.id, d.kind into strict its from site.document d where d.key = document_key for update;
    select e.id, e.slug, e.original into strict old from site.edition e where e.id = earlier and e.document_id = its.id and e.language = for_language;
    select n.id, n.state, e.slug into newest from site.newest_edition n join site.edition e on e.id = n.id
     where n.document_id = its.id and n.language = for_language;
    if site.is_taken(its.id, its.kind, for_language, old.slug) then
        old.slug := newest.slug;   -- another document has moved in there
    end if;
    if newest.state in ('draft', 'published')
       and site.says(newest.id, old.slug, (select coalesce(jsonb_object_agg(t.field, t.value), '{}') from site.edition_text t where t.edition_id = earlier))
       and not exists (select from site.edition_text a join site.edition_text b on b.edition_id = newest.id and b.field = a.field
                        where a.edition_id = earlier and a.translated_from is distinct from b.translated_from) then
        return query select 'unchanged', newest.id;
        return;
    end if;
    if newest.state = 'draft' then
        update site.edition e set state = 'replaced' where e.id = newest.id;
    end if;
    insert into site.edition (document_id, language, slug, parent, original, author, restored_from)
         values (its.id, for_language, old.slug, newest.id, old.original, by_account, earlier) returning id into made;
    insert into site.edition_text (edition_id, field, value, translated_from)
         select made, t.field, t.value, t.translated_from
           from site.edition_text t where t.edition_id = earlier and t.field in (select f.field from site.editable_fields(its.id) f);
    insert into site.audit (account, action, document, language, detail, address)
         values (by_account, 'restore', document_key, for_language, format('edition %s from %s', made, earlier), from_address);
    return query select 'saved', made;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What is done without anybody asking

-- Publishes the drafts whose time has come, and returns how many. Several may call it at once: a draft that another one holds, or that is being
-- saved just now, is left to the next time. One that cannot be public (another document has its address by now) stays a draft without a time.
create function site.publish_due() returns integer
    language plpgsql as $$
declare
    due  record;
    done integer := 0;
begin
    for due in select e.id, e.language, e.scheduled_by, d.key
                 from site.edition e join site.document d on d.id = e.document_id
                where e.publish_at <= now() order by e.publish_at, e.id limit 20 for update of d, e skip locked loop
        begin
            perform site.publish(due.id);
            insert into site.audit (account, action, document, language, detail)
                 values (due.scheduled_by, 'publish', due.key, due.language, 'scheduled edition ' || due.id);
            done := done + 1;
        exception
            when deadlock_detected or lock_not_available or serialization_failure or insufficient_resources or disk_full or out_of_memory then
                null;   -- tried again the next time
            when others then
                update site.edition e set publish_at = null, scheduled_by = null where e.id = due.id;
                insert into site.audit (account, action, document, language, detail)
                     values (due.scheduled_by, 'publish-failed', due.key, due.language, format('edition %s: %s', due.id, sqlerrm));
        end;
    end loop;
    return done;
end
$$;

-- Called every second by the keeper of the desk (cgi-src/web/keeper.c); returns how many drafts became public.
create function site.keep_house() returns integer
    language plpgsql as $$
begin
    delete from site.session where used_at < now() - interval '30 minutes' or opened_at < now() - interval '12 hours';
    delete from site.failed_login where at < now() - interval '1 day';
    return site.publish_due();
end
$$;

revoke all on all functions in schema site from public;
grant execute on all functions in schema site to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
revoke update, delete on site.audit from benelux_desk;
