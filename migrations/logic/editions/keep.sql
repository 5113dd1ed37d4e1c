-- SPDX-License-Identifier: EUPL-1.2
-- A published edition never changes.

create or replace function site.keep_published_edition() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.state <> 'draft' then
            raise exception 'edition % was published and stays', old.id using errcode = 'restrict_violation';
        end if;
        return old;
    end if;
    if (new.document_id, new.language) is distinct from (old.document_id, old.language) then
        raise exception 'edition % belongs to its document and language',
            old.id using errcode = 'restrict_violation';
    end if;
    if old.state = 'draft' and new.state in ('draft', 'published', 'replaced') then
        if new.state <> 'draft' then
            new.publish_at := null;   -- an edition that is published or put aside has no time to wait for
            new.scheduled_by := null;
        end if;
        if new.state <> 'draft' or new.publish_at is not null then
            new.failed_at := null;
            new.failed_because := null;
        end if;
        return new;
    end if;
    if old.state = 'published' and new.state = 'superseded'
       and (new.slug, new.created_at, new.published_at) is not distinct
           from (old.slug, old.created_at, old.published_at) then
        return new;
    end if;
    -- Only these may be added later: the facts beside which it stood, and its state before the document was
    -- archived.
    if (old.facts is null or new.facts = old.facts)
       and to_jsonb(new) - array['facts', 'archived'] = to_jsonb(old) - array['facts', 'archived'] then
        return new;
    end if;
    raise exception 'edition % is % and never changes again', old.id,
        old.state using errcode = 'restrict_violation';
end $$;

create or replace function site.keep_published_text() returns trigger language plpgsql as $$
declare
    its_edition bigint := case when tg_op = 'INSERT' then new.edition_id else old.edition_id end;
begin
    if exists (select from site.edition where id = its_edition and state <> 'draft')
       or (tg_op = 'UPDATE' and new.edition_id <> old.edition_id) then
        raise exception 'edition % is not a draft: its texts never change again',
            its_edition using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create or replace trigger keep_published before update or delete on site.edition
    for each row execute function site.keep_published_edition();
create or replace trigger keep_published before insert or update or delete on site.edition_text
    for each row execute function site.keep_published_text();
