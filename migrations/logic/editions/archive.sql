-- SPDX-License-Identifier: EUPL-1.2
-- The archive: a document in it has nothing public and no draft, and all its earlier editions in its history.

-- A public document is not in the archive: publishing takes it out. The lock makes an archiving that is under
-- way come before or after that.
create or replace function site.take_out_of_archive() returns trigger language plpgsql as $$
begin
    perform from site.document where id = new.document_id for no key update;
    update site.document set archived_at = null where id = new.document_id and archived_at is not null;
    return new;
end $$;

-- Withdraws all public texts of a document and puts its drafts aside. Raises check_violation for the home
-- page and the overview, which the site needs, and no_data_found for a document that does not exist.
create or replace function site.archive_document(by_account text, from_address inet,
                                                 document_key text) returns void
    language plpgsql as $$
declare
    this record;
begin
    select id, kind, archived_at into strict this from site.document
        where key = document_key for no key update;
    if this.kind in ('home', 'overview') then
        raise exception 'the site needs its %', this.kind using errcode = 'check_violation';
    end if;
    if this.archived_at is not null then
        return;
    end if;
    update site.edition set archived = null where document_id = this.id and archived is not null;
    update site.edition
       set archived = state, state = case state when 'draft' then 'replaced' else 'superseded' end
     where document_id = this.id and state in ('draft', 'published');
    update site.preview set expires_at = now() where document_id = this.id and expires_at > now();
    update site.document set archived_at = now() where id = this.id;
    insert into site.audit (account, action, document, address)
        values (by_account, 'archive', document_key, from_address);
end $$;

-- Takes a document back from the archive as it was: its public texts are public again, with the day on which
-- they were published, and its drafts are drafts. If another document has its address by now, the text
-- becomes a draft.
create or replace function site.unarchive_document(by_account text, from_address inet,
                                                   document_key text) returns void
    language plpgsql as $$
declare
    its_id constant bigint := (select id from site.document where key = document_key for no key update);
    was    record;
    made   bigint;
begin
    update site.document set archived_at = null where id = its_id and archived_at is not null;
    if not found then
        return;
    end if;
    for was in select e.id, e.archived, e.published_at from site.edition e
                where e.document_id = its_id and e.archived is not null order by e.archived desc, e.id loop
        made := site.copy_edition(was.id);
        begin
            if was.archived = 'published' then
                perform site.publish(made, was.published_at);
            end if;
        exception when unique_violation then
            null;
        end;
    end loop;
    update site.edition set archived = null where document_id = its_id and archived is not null;
    insert into site.audit (account, action, document, address)
        values (by_account, 'unarchive', document_key, from_address);
end $$;

-- Makes a draft with the texts of an edition, in place of any other draft of its language. Returns its id.
create or replace function site.copy_edition(its_id bigint) returns bigint language plpgsql as $$
declare
    made bigint;
begin
    update site.edition d set state = 'replaced'
      from site.edition e
     where e.id = its_id and d.document_id = e.document_id and d.language = e.language and d.state = 'draft';
    insert into site.edition (document_id, language, slug, parent, original, author, note, restored_from,
                              facts)
         select document_id, language, slug, id, original, author, note, id, facts
           from site.edition where id = its_id
      returning id into made;
    insert into site.edition_text (edition_id, field, value, translated_from, corrects)
         select made, field, value, translated_from, corrects
           from site.edition_text where edition_id = its_id;
    insert into site.omitted_text (edition_id, field, hash)
         select made, field, hash from site.omitted_text where edition_id = its_id;
    return made;
end $$;

create or replace trigger take_out_of_archive before update on site.edition
    for each row when (new.state = 'published' and old.state <> 'published')
    execute function site.take_out_of_archive();
