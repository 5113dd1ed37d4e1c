-- Documents as the desk keeps them: previews of drafts, the archive, and what refers to a document.

-- ---------------------------------------------------------------------------------------------------------------------
-- Previews
--
-- A preview is a rehearsal: its page is made in a transaction that publishes the draft, asks what the public page asks, and is rolled back. So it
-- shows what visitors will see, made by what will make it for them.

create table site.preview (
    id          bigint generated always as identity primary key,
    token       bytea not null unique check (length(token) = 32),   -- SHA-256 of what stands in the link
    document_id bigint not null references site.document,
    language    site.language not null,
    account     text not null,                                      -- its name, who made it
    expires_at  timestamptz not null default now() + interval '7 days'
);
create index preview_by_document on site.preview (document_id, expires_at);

-- Publishes the newest draft, and lets what is asked behind it see what visitors see. Only for a transaction that is rolled back: nothing of it is in
-- the log.
create function site.rehearse(for_document bigint, for_language text) returns void
    language plpgsql as $$
declare
    draft bigint;
begin
    select id into strict draft from site.edition where document_id = for_document and language = for_language and state = 'draft';
    perform site.publish(draft);
    perform set_config('search_path', 'visitor, site', true);
end
$$;

-- Makes a link to a preview. Those that ended long ago are forgotten. Raises no_data_found for a document that there is not.
create function site.open_preview(by_account text, from_address inet, document_key text, for_language text, its_token bytea) returns void
    language plpgsql as $$
declare
    its_document bigint;
begin
    select id into strict its_document from site.document where key = document_key;
    delete from site.preview where expires_at < now() - interval '90 days';
    insert into site.preview (token, document_id, language, account) values (its_token, its_document, for_language, by_account);
    insert into site.audit (account, action, document, language, address) values (by_account, 'preview', document_key, for_language, from_address);
end
$$;

-- Ends a link before its time.
create function site.end_preview(by_account text, from_address inet, document_key text, its_id bigint) returns void
    language sql as $$
    with ended as (
        update site.preview p set expires_at = now() from site.document d
         where p.id = its_id and d.id = p.document_id and d.key = document_key and p.expires_at > now() returning p.language)
    insert into site.audit (account, action, document, language, address)
         select by_account, 'end-preview', document_key, language, from_address from ended
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- The archive: a document that is no longer of use has nothing public and no draft, and all that it ever had in its history

alter table site.document add column archived_at timestamptz;

-- What is published is not in the archive: publishing takes its document back. The lock makes an archiving that is under way come first or last.
create function site.take_out_of_archive() returns trigger
    language plpgsql as $$
begin
    perform from site.document where id = new.document_id for no key update;
    update site.document set archived_at = null where id = new.document_id and archived_at is not null;
    return new;
end
$$;
create trigger take_out_of_archive before update on site.edition
    for each row when (new.state = 'published' and old.state <> 'published') execute function site.take_out_of_archive();

-- Takes all that is public of a document away and puts its drafts aside. The site does not do without its home page and its overview
-- (check_violation). Raises no_data_found for a document that there is not.
create function site.archive_document(by_account text, from_address inet, document_key text) returns void
    language plpgsql as $$
declare
    this record;
begin
    select id, kind, archived_at into strict this from site.document where key = document_key for no key update;
    if this.kind in ('home', 'overview') then
        raise exception 'the site needs its %', this.kind using errcode = 'check_violation';
    end if;
    if this.archived_at is not null then
        return;
    end if;
    update site.edition set state = case state when 'draft' then 'replaced' else 'superseded' end
     where document_id = this.id and state in ('draft', 'published');
    update site.preview set expires_at = now() where document_id = this.id and expires_at > now();
    update site.document set archived_at = now() where id = this.id;
    insert into site.audit (account, action, document, address) values (by_account, 'archive', document_key, from_address);
end
$$;

-- Takes a document back from the archive. Nothing of it is public by that; its texts are edited and published as ever.
create function site.unarchive_document(by_account text, from_address inet, document_key text) returns void
    language plpgsql as $$
begin
    update site.document set archived_at = null where key = document_key and archived_at is not null;
    if found then
        insert into site.audit (account, action, document, address) values (by_account, 'unarchive', document_key, from_address);
    end if;
end
$$;

-- Publishes the drafts of a document in several languages, all of them or none. What stands in the way, by language: 'draft' (there is none),
-- 'texts' (a title, short title or summary is missing), 'address' (another document is public there). No rows: all are public.
create function site.publish_texts(by_account text, from_address inet, document_key text, languages text[])
    returns table (language text, fault text) language plpgsql as $$
declare
    one    text;
    faults text[] := '{}';
begin
    perform from site.document where key = document_key for no key update;
    begin
        for one in select l from unnest(array['nl', 'fr', 'de', 'en']) l where l = any (languages) loop
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
        null;   -- takes back those that could be
    end;
    return query select split_part(f, ' ', 1), split_part(f, ' ', 2) from unnest(faults) f;
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- What refers to a document

-- Other documents that refer to one: by a link in a public text ('link', with the languages), because a conclusion of theirs was taken up by it
-- ('taken-up', with the numbers), as a meeting of its forum ('meeting').
create function site.used_on(used bigint) returns table (document_id bigint, reason text, detail text)
    language plpgsql stable as $$
begin
    return query
    select e.document_id, 'link', string_agg(distinct e.language::text, ', ')
      from site.document d
      join site.text_link t on t.key = d.key
      join site.edition e on e.id = t.edition_id and e.state = 'published'
     where d.id = used and e.document_id <> used
     group by e.document_id
    union all
    select c.document_id, 'taken-up', string_agg(c.number::text, ', ' order by c.number)
      from site.conclusion c where c.taken_up_by = used group by c.document_id
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
