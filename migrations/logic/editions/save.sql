-- SPDX-License-Identifier: EUPL-1.2
-- Saving a text: each save makes an edition of its own.

-- Whether an edition has this slug and these texts, and no others.
create or replace function site.says(edition bigint, its_slug text, fields jsonb) returns boolean
    language sql stable as $$
    select exists (select from site.edition e where e.id = edition and e.slug = its_slug)
       and not exists (select from (select key as field, value from jsonb_each_text(fields)
                                    where value <> '') one
                         full join (select t.field, t.value from site.edition_text t
                                    where t.edition_id = edition) other using (field)
                        where one.value is distinct from other.value)
$$;

-- Saves a text. BASE is the newest edition that the author had seen (null when there was none), FIELDS has
-- the texts by field. An empty NEW_SLUG is made from the title. A changed text counts as translated from the
-- edition FROM_ORIGINAL of the original, with ALIGNED all texts do; the others keep what they were translated
-- from. AT is when the draft is to be published; null for no time. NEW_FACTS are those of a record; null
-- keeps those of BASE. MINOR says that an original differs from the public one in small corrections only.
-- Returns
--   ('saved', id)
--   ('unchanged', id)  when nothing differs from BASE but perhaps the time
--   ('conflict', id)   of the newest, when somebody else was first
--   ('taken', BASE)    when another document is public at NEW_SLUG
-- Raises invalid_parameter_value when FROM_ORIGINAL is an edition of another document or language.
create or replace function site.save_text(by_account text, from_address inet, for_document bigint,
                                          for_language text, base bigint, from_original bigint,
                                          new_slug text, fields jsonb, new_note text, aligned boolean,
                                          at timestamptz default null, new_facts jsonb default null,
                                          minor boolean default false)
    returns table (result text, edition bigint) language plpgsql as $$
declare
    newest   record;
    made     bigint;
    its_kind text;
    its_key  text;
    slug     text := new_slug;
begin
    -- Two saves at once run one after the other.
    select d.kind, d.key into its_kind, its_key from site.document d where d.id = for_document for update;
    if from_original is not null
       and not exists (select from site.edition e join site.document d on d.id = e.document_id
                        where e.id = from_original and d.id = for_document and e.language = d.original) then
        raise exception 'edition % is none of the original', from_original
            using errcode = 'invalid_parameter_value';
    end if;
    select n.id, n.state, e.facts into newest from site.newest_edition n join site.edition e on e.id = n.id
        where n.document_id = for_document and n.language = for_language;
    new_facts := coalesce(new_facts, newest.facts);
    if coalesce(slug, '') = '' then
        slug := site.suggested_slug(for_document, for_language, fields ->> 'title');
    end if;
    if newest.id is distinct from base then
        -- The same form sent twice is no conflict: its texts are saved already.
        return query select case when site.says(newest.id, slug, fields) then 'unchanged' else 'conflict' end,
            newest.id;
        return;
    end if;
    if site.is_taken(for_document, its_kind, for_language, slug) then
        return query select 'taken', base;
        return;
    end if;
    -- A withdrawn text that is saved again unchanged becomes a new draft.
    if newest.state in ('draft', 'published') and site.says(base, slug, fields)
       and new_facts is not distinct from newest.facts
       and not (aligned and site.is_behind(base, from_original))
       and (newest.state = 'published' or minor = site.is_minor(base)) then
        if newest.state = 'draft' then
            perform site.schedule(by_account, from_address, base, at);
        end if;
        return query select 'unchanged', base;
        return;
    end if;

    if newest.state = 'draft' then
        update site.edition e set state = 'replaced' where e.id = newest.id;
    end if;
    insert into site.edition (document_id, language, slug, parent, original, author, note, publish_at,
                              scheduled_by, facts)
         values (for_document, for_language, slug, base, case when aligned then from_original end, by_account,
                 coalesce(new_note, ''), at, case when at is not null then by_account end, new_facts)
                     returning id into made;
    perform site.write_texts(made, base, from_original, fields, aligned, minor);
    insert into site.audit (account, action, document, language, detail, address)
         values (by_account, 'save-text', its_key, for_language,
                 'edition ' || made || coalesce(', to be public at ' || site.in_brussels(at), ''),
                 from_address);
    return query select 'saved', made;
end $$;

-- Saves a text and goes on, in one transaction, so that no other save comes between. WHAT is
--   save     nothing more; AT as above
--   publish  publishes it now; returns 'published' also when the public text says the same already. Raises
--            what site.publish raises
--   aligned  marks the translation as still correct: as it stands, it says what the original says. A public
--            translation stays public and is outdated no longer. If the original that it was compared with is
--            a draft, the translation becomes a draft that waits for it
create or replace function site.write_text(what text, by_account text, from_address inet, for_document bigint,
                                           for_language text, base bigint,
                                from_original bigint, new_slug text, fields jsonb, new_note text,
                                    minor boolean, at timestamptz)
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
        publishes := newest.id = base and newest.state = 'published'
            and site.says(base, coalesce(nullif(new_slug, ''), newest.slug), fields)
                     and exists (select from site.edition o
                                 where o.id = from_original and o.state = 'published');
    end if;
    select * into done from site.save_text(by_account, from_address, for_document, for_language, base,
                                           from_original, new_slug, fields, new_note,
                                           what = 'aligned', case when not publishes then at end, null,
                                           minor);
    if publishes and done.result in ('saved', 'unchanged') then
        if exists (select from site.edition e where e.id = done.edition and e.state = 'draft') then
            perform site.publish(done.edition);
            insert into site.audit (account, action, document, language, detail, address)
                 select by_account, 'publish', d.key, for_language, 'edition ' || done.edition, from_address
                     from site.document d where d.id = for_document;
        end if;
        done.result := 'published';
    end if;
    return query select done.result, done.edition;
end $$;

-- Marks all public translations of a document that are outdated as still correct, as write_text does for one.
-- Returns the languages that stay outdated, since the translation has a draft.
create or replace function site.align_texts(by_account text, from_address inet, document_key text)
    returns table (language text) language plpgsql as $$
declare
    its  record;
    done record;
begin
    perform from site.document d where d.key = document_key for update;
    for its in select d.id as document, s.language as code, n.id, n.state, e.slug, o.id as original
                 from site.document d
                 join site.text_state s on s.document_id = d.id and s.outdated is not null
                 join site.newest_edition n on n.document_id = d.id and n.language = s.language
                 join site.edition e on e.id = n.id
                 join site.edition o on o.document_id = d.id and o.language = d.original
                                        and o.state = 'published'
                where d.key = document_key loop
        language := its.code;
        if its.state = 'published' then
            select * into strict done
              from site.write_text('aligned', by_account, from_address, its.document, its.code, its.id,
                                   its.original, its.slug, (select jsonb_object_agg(t.field, t.value)
                                                              from site.edition_text t
                                                             where t.edition_id = its.id), '', false, null);
            continue when done.result = 'published';
        end if;
        return next;
    end loop;
end $$;

-- Restores an earlier save as a new draft, based on the newest edition, which stays in the history. Returns
-- ('saved', id), or ('unchanged', id) when the newest says the same. Raises no_data_found for a save of
-- another text.
create or replace function site.restore_text(by_account text, from_address inet, document_key text,
                                             for_language text, earlier bigint)
    returns table (result text, edition bigint) language plpgsql as $$
declare
    its    record;
    newest record;
    old    record;
    made   bigint;
begin
    select d.id, d.kind into strict its from site.document d where d.key = document_key for update;
    select e.id, e.slug, e.original, e.facts into strict old from site.edition e
        where e.id = earlier and e.document_id = its.id and e.language = for_language;
    if old.facts is not null then
        return query select * from site.restore_record(by_account, from_address, document_key, earlier);
        return;
    end if;
    select n.id, n.state, e.slug, e.facts into newest
      from site.newest_edition n join site.edition e on e.id = n.id
     where n.document_id = its.id and n.language = for_language;
    if site.is_taken(its.id, its.kind, for_language, old.slug) then
        old.slug := newest.slug;   -- another document is public at the old address
    end if;
    if newest.state in ('draft', 'published') and site.same_texts(earlier, newest.id, old.slug) then
        return query select 'unchanged', newest.id;
        return;
    end if;
    if newest.state = 'draft' then
        update site.edition e set state = 'replaced' where e.id = newest.id;
    end if;
    insert into site.edition (document_id, language, slug, parent, original, author, restored_from, facts)
         values (its.id, for_language, old.slug, newest.id, old.original, by_account, earlier, newest.facts)
             returning id into made;
    insert into site.edition_text (edition_id, field, value, translated_from, corrects)
         select made, t.field, t.value, t.translated_from, t.corrects
           from site.edition_text t where t.edition_id = earlier and t.field in (select f.field
                   from site.editable_fields(its.id) f);
    perform site.copy_omitted(earlier, made);
    insert into site.audit (account, action, document, language, detail, address)
         values (by_account, 'restore', document_key, for_language,
                 format('edition %s from %s', made, earlier), from_address);
    return query select 'saved', made;
end $$;

-- A new edition leaves out on purpose the same texts as the one before, but for those that it has.
create or replace function site.copy_omitted(before bigint, made bigint) returns void language sql as $$
    insert into site.omitted_text (edition_id, field, hash)
         select made, o.field, o.hash from site.omitted_text o
          where o.edition_id = before and not exists (select from site.edition_text t
                                                      where t.edition_id = made and t.field = o.field)
$$;

create or replace function site.in_brussels(at timestamptz) returns text
    language sql stable strict
    return to_char(at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI:SS');

-- Whether some text of the translation ITS_ID was translated from another text than that of the edition
-- ORIGINAL_ID, or is lacking.
create or replace function site.is_behind(its_id bigint, original_id bigint) returns boolean
    language plpgsql stable as $$
begin
    return exists (select from site.edition_text t
                     left join site.edition_text o on o.edition_id = original_id and o.field = t.field
                    where t.edition_id = its_id and t.translated_from is distinct from site.sense(o))
        or exists (select from site.lacking_texts(its_id, original_id));
end $$;

-- Whether the edition ITS_ID is a small correction of the public one: see save_text.
create or replace function site.is_minor(its_id bigint) returns boolean language plpgsql stable as $$
begin
    return exists (select from site.edition e
                     join site.edition p on p.document_id = e.document_id and p.language = e.language
                                            and p.state = 'published'
                     join site.edition_text t on t.edition_id = e.id
                     join site.edition_text o on o.edition_id = p.id and o.field = t.field
                    where e.id = its_id and t.hash <> o.hash and t.corrects = site.sense(o));
end $$;

-- Writes the texts of a new edition: see save_text.
create or replace function site.write_texts(made bigint, base bigint, from_original bigint, fields jsonb,
                                            aligned boolean, minor boolean)
    returns void language plpgsql as $$
declare
    public_id constant bigint := (select p.id from site.edition e
                                    join site.document d on d.id = e.document_id and d.original = e.language
                                    join site.edition p on p.document_id = d.id and p.language = e.language
                                                           and p.state = 'published'
                                   where e.id = made);
begin
    insert into site.edition_text (edition_id, field, value, translated_from, corrects)
         select made, mine.key, mine.value,
                case when aligned or site.text_hash(mine.value) is distinct from before.hash
                     then site.sense(o) else before.translated_from end,
                case when site.text_hash(mine.value) = public.hash then public.corrects
                     when minor then site.sense(public) end
           from jsonb_each_text(fields) mine
           left join site.edition_text o on o.edition_id = from_original and o.field = mine.key
           left join site.edition_text before on before.edition_id = base and before.field = mine.key
           left join site.edition_text public on public.edition_id = public_id and public.field = mine.key
          where mine.value <> '';
    if aligned then
        insert into site.omitted_text (edition_id, field, hash)
             select made, l.field, l.hash from site.lacking_texts(made, from_original) l;
    else
        perform site.copy_omitted(base, made);
    end if;
end $$;

-- Sets the time at which a draft is to be published; null for no time.
create or replace function site.schedule(by_account text, from_address inet, draft bigint,
                                         at timestamptz) returns void
    language plpgsql as $$
begin
    update site.edition e
       set publish_at = at, scheduled_by = case when at is not null then by_account end, failed_at = null,
           failed_because = null
     where e.id = draft and (e.publish_at is distinct from at or e.failed_at is not null);
    if found then
        insert into site.audit (account, action, document, language, detail, address)
             select by_account, 'schedule', d.key, e.language,
                    format('edition %s %s', draft, coalesce(site.in_brussels(at), 'not')), from_address
               from site.edition e join site.document d on d.id = e.document_id where e.id = draft;
    end if;
end $$;

-- Whether the edition NEWEST, at a slug, has the texts of the edition EARLIER, translated from the same ones.
create or replace function site.same_texts(earlier bigint, newest bigint, its_slug text) returns boolean
    language plpgsql stable as $$
begin
    return site.says(newest, its_slug, (select coalesce(jsonb_object_agg(t.field, t.value), '{}')
                                          from site.edition_text t where t.edition_id = earlier))
       and not exists (select from site.edition_text a
                         join site.edition_text b on b.edition_id = newest and b.field = a.field
                        where a.edition_id = earlier and a.translated_from is distinct from b.translated_from)
       and not exists (select a.field, a.hash from site.omitted_text a where a.edition_id = earlier
                       except select b.field, b.hash from site.omitted_text b where b.edition_id = newest);
end $$;
