-- SPDX-License-Identifier: EUPL-1.2
-- Previews: rehearsals of a publication.

-- Publishes the draft, and lets later statements see what visitors see. Only for a transaction that is rolled
-- back: it writes nothing to the log.
create or replace function site.rehearse(for_document bigint, for_language text) returns void
    language plpgsql as $$
declare
    draft bigint;
begin
    select id into strict draft from site.edition where document_id = for_document and language = for_language
        and state = 'draft';
    perform site.publish(draft);
    set constraints all immediate;   -- composes now, since nothing will commit
    perform set_config('search_path', 'visitor, site', true);
end $$;

-- Makes a link to a preview, and deletes links that ended long ago. Raises no_data_found for a document that
-- does not exist.
create or replace function site.open_preview(by_account text, from_address inet, document_key text,
                                             for_language text, its_token bytea) returns void
    language plpgsql as $$
declare
    its_document bigint;
begin
    select id into strict its_document from site.document where key = document_key;
    delete from site.preview where expires_at < now() - interval '90 days';
    insert into site.preview (token, document_id, language, account)
        values (its_token, its_document, for_language, by_account);
    insert into site.audit (account, action, document, language, address)
        values (by_account, 'preview', document_key, for_language, from_address);
end $$;

-- Ends a link before its time.
create or replace function site.end_preview(by_account text, from_address inet, document_key text,
                                            its_id bigint) returns void
    language sql as $$
    with ended as (
        update site.preview p set expires_at = now() from site.document d
         where p.id = its_id and d.id = p.document_id and d.key = document_key and p.expires_at > now()
             returning p.language)
    insert into site.audit (account, action, document, language, address)
         select by_account, 'end-preview', document_key, language, from_address from ended
$$;
