-- SPDX-License-Identifier: EUPL-1.2
-- Publishing: at once, at a time, in several languages; and withdrawing.

-- Makes a draft the public edition of its language, as of a moment that may have passed. It supersedes the
-- one before, its slug becomes the address, and its facts, if any, those that visitors see. Raises
-- unique_violation when another document is public at the slug in the same language, and check_violation for
-- an edition without title, short title or summary.
create or replace function site.publish(draft_id bigint, at timestamptz default now()) returns void
    language plpgsql as $$
declare
    this   record;
    holder bigint;
begin
    select e.id, e.document_id, e.language, e.slug, e.facts, d.kind into strict this
      from site.edition e join site.document d on d.id = e.document_id
     where e.id = draft_id and e.state = 'draft' for update of e;

    if not site.can_be_public(this.id) then
        raise exception 'edition % lacks a title, a short title or a summary',
            this.id using errcode = 'check_violation';
    end if;

    -- It may take a former address of another document, but not one at which that is public.
    insert into site.address as a (kind, language, slug, document_id)
         values (this.kind, this.language, this.slug, this.document_id)
    on conflict (kind, language, slug) do update set document_id = excluded.document_id
          where not exists (select from site.edition e
                             where e.document_id = a.document_id and e.document_id <> excluded.document_id
                               and e.language = a.language and e.state = 'published' and e.slug = a.slug)
    returning document_id into holder;
    if holder is null then
        raise exception 'another document is public at %', this.slug using errcode = 'unique_violation';
    end if;

    update site.edition set state = 'superseded'
     where document_id = this.document_id and language = this.language and state = 'published';
    update site.edition set state = 'published', published_at = at where id = this.id;
    if this.facts is not null then
        perform site.write_facts(this.document_id, this.kind, this.facts);
    end if;
end $$;

-- Publishes the draft of a document and language. Raises no_data_found when there is none.
create or replace function site.publish_text(by_account text, from_address inet, document_key text,
                                             for_language text) returns void
    language plpgsql as $$
declare
    draft bigint;
begin
    select e.id into strict draft
      from site.edition e join site.document d on d.id = e.document_id
     where d.key = document_key and e.language = for_language and e.state = 'draft';
    perform site.publish(draft);
    insert into site.audit (account, action, document, language, detail, address)
         values (by_account, 'publish', document_key, for_language, 'edition ' || draft, from_address);
end $$;

-- Publishes the drafts of a document in several languages, all of them or none. Returns what stands in the
-- way, by language: 'draft' (there is none), 'texts' (a title, short title or summary is missing), 'address'
-- (another document is public there); no rows when all were published.
create or replace function site.publish_texts(by_account text, from_address inet, document_key text,
                                              languages text[])
    returns table (language text, fault text) language plpgsql as $$
declare
    one    text;
    faults text[] := '{}';
begin
    perform from site.document where key = document_key for no key update;
    begin
        for one in select l.code from site.language l where l.code = any (languages) order by l.position loop
            begin
                perform site.publish_text(by_account, from_address, document_key, one);
            exception when no_data_found then
                faults := faults || array[one || ' draft'];
            when check_violation then
                faults := faults || array[one || ' texts'];
            when unique_violation then
                faults := faults || array[one || ' address'];
            end;
        end loop;
        if cardinality(faults) > 0 then
            raise exception 'not all can be published' using errcode = 'triggered_action_exception';
        end if;
    exception when triggered_action_exception then
        null;   -- the exception has undone those that could be published
    end;
    return query select split_part(f, ' ', 1), split_part(f, ' ', 2) from unnest(faults) f;
end $$;

-- Schedules the drafts of a document in several languages to be published AT a moment, or with null cancels
-- that; all of them or none. Returns what stands in the way, by language, as publish_texts does. Addresses
-- are only checked when the time has come.
create or replace function site.schedule_texts(by_account text, from_address inet, document_key text,
                                               languages text[], at timestamptz)
    returns table (language text, fault text) language plpgsql as $$
begin
    perform from site.document where key = document_key for no key update;
    return query
    select l.code::text, case when e.id is null then 'draft' else 'texts' end
      from site.language l
      left join site.document d on d.key = document_key
      left join site.edition e on e.document_id = d.id and e.language = l.code and e.state = 'draft'
     where l.code = any (languages)
       and (e.id is null or at is not null and not site.can_be_public(e.id))
     order by l.position;
    if not found then
        perform site.schedule(by_account, from_address, e.id, at)
           from site.edition e join site.document d on d.id = e.document_id
          where d.key = document_key and e.language = any (languages) and e.state = 'draft';
    end if;
end $$;

-- Whether an edition has the texts that every public one needs.
create or replace function site.can_be_public(edition bigint) returns boolean language plpgsql stable as $$
begin
    return (select count(*) = 3 from site.edition_text t
             where t.edition_id = edition and t.field in ('title', 'short', 'summary'));
end $$;

-- Publishes the draft in the original language, if there is one.
create or replace function site.publish_original(by_account text, from_address inet,
                                                 its_key text) returns void
    language plpgsql as $$
begin
    perform site.publish_text(by_account, from_address, its_key, d.original)
       from site.document d join site.edition e on e.document_id = d.id and e.language = d.original
           and e.state = 'draft' where d.key = its_key;
end $$;

-- Publishes the drafts whose time has come, and returns how many. Several may call it at once: a draft that
-- another one holds, or that somebody is saving, is left to the next call. If a draft cannot be published
-- (another document has its address by now), it stays a draft without a time and becomes a finding.
create or replace function site.publish_due() returns integer language plpgsql as $$
declare
    due  record;
    done integer := 0;
begin
    for due in select e.id, e.language, e.scheduled_by, e.publish_at, d.key
                 from site.edition e join site.document d on d.id = e.document_id
                where e.publish_at <= now() order by e.publish_at, e.id limit 20 for update of d,
                    e skip locked loop
        begin
            perform site.publish(due.id);
            insert into site.audit (account, action, document, language, detail)
                 values (due.scheduled_by, 'publish', due.key, due.language, 'scheduled edition ' || due.id);
            done := done + 1;
        exception
            when deadlock_detected or lock_not_available or serialization_failure or insufficient_resources
                or disk_full or out_of_memory then
                null;   -- the next call tries again
            when others then
                update site.edition e
                   set publish_at = null, scheduled_by = null, failed_at = due.publish_at,
                       failed_because = case sqlstate when '23505' then 'address' when '23514' then 'texts'
                           else sqlerrm end
                 where e.id = due.id;
                insert into site.audit (account, action, document, language, detail)
                     values (due.scheduled_by, 'publish-failed', due.key, due.language,
                             format('edition %s: %s', due.id, sqlerrm));
        end;
    end loop;
    return done;
end $$;

-- Withdraws the public text of a language; it stays in the history.
create or replace function site.withdraw_text(by_account text, from_address inet, document_key text,
                                              for_language text) returns void
    language sql as $$
    with gone as (
        update site.edition e set state = 'superseded' from site.document d
         where d.id = e.document_id and d.key = document_key and e.language = for_language
             and e.state = 'published' returning e.id)
    insert into site.audit (account, action, document, language, detail, address)
         select by_account, 'withdraw', document_key, for_language, 'edition ' || id, from_address from gone
$$;
