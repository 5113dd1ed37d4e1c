-- The desk: accounts, sessions, the log of what was done, and every save of a text.

-- ---------------------------------------------------------------------------------------------------------------------
-- Accounts and sessions

create table site.account (
    id         bigint generated always as identity primary key,
    name       text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    role       text not null check (role in ('editor', 'administrator')),
    language   site.language not null default 'nl',             -- of the desk for this account
    password   text not null check (password like '$argon2id$%'),
    enabled    boolean not null default true,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now()               -- the password
);

-- Only the hash of a token is kept: who reads this table cannot take over a session. Ends after half an hour without use and after twelve.
create table site.session (
    token      bytea primary key check (length(token) = 32),    -- SHA-256
    account    bigint not null references site.account on delete cascade,
    address    inet,
    opened_at  timestamptz not null default now(),
    used_at    timestamptz not null default now()
);
create index session_by_account on site.session (account);

create view site.live_session as
    select s.token, s.opened_at, a.id, a.name, a.role, a.language
      from site.session s join site.account a on a.id = s.account
     where a.enabled and s.used_at > now() - interval '30 minutes' and s.opened_at > now() - interval '12 hours' and s.opened_at >= a.changed_at;

-- What failed lately, whether the account exists or not; and from where an account was used before.
create table site.failed_login (
    name    text not null,
    address inet not null,
    at      timestamptz not null default now()
);
create index failed_login_lately on site.failed_login (at);
create table site.known_address (
    account bigint not null references site.account on delete cascade,
    address inet not null,
    used_at timestamptz not null default now(),
    primary key (account, address)
);

-- Seconds that a login has to wait: five failures in a quarter of an hour from one address, or thirty for one account, slow down further tries. From
-- an address where the account was used before, only the failures of that address count, so that nobody can lock an editor out.
create function site.login_wait(for_name text, from_address inet) returns integer
    language sql stable as $$
    with lately as (select name, address, at from site.failed_login where at > now() - interval '15 minutes'),
         mine as (select count(*) as n, max(at) as last from lately where address = from_address),
         theirs as (select count(*) as n, max(at) as last from lately where name = for_name),
         known as (select exists (select from site.known_address k join site.account a on a.id = k.account
                                   where a.name = for_name and k.address = from_address and k.used_at > now() - interval '90 days') as yes)
    select greatest(0, ceil(extract(epoch from case
               when mine.n >= 5 then mine.last + least(900, power(2, mine.n - 4)) * interval '1 second'
               when theirs.n >= 30 and not known.yes then theirs.last + interval '30 seconds'
               else now() end - now())))::integer
      from mine, theirs, known
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- The log: who did what, when, from where. It can be added to and read, and nothing else

create table site.audit (
    id       bigint generated always as identity primary key,
    at       timestamptz not null default now(),
    account  text not null,                                     -- its name, which outlasts it
    action   text not null check (action ~ '^[a-z]+(-[a-z]+)*$'),
    document text,                                              -- key
    language site.language,
    detail   text,
    address  inet
);
create index audit_by_document on site.audit (document, id desc);

create function site.keep_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the log is only added to' using errcode = 'restrict_violation';
end
$$;
create trigger keep_audit before update or delete on site.audit for each row execute function site.keep_audit();
create trigger keep_all_audit before truncate on site.audit for each statement execute function site.keep_audit();

-- Adds or changes an account: WHAT is add, enable, disable, role or password; a new password ends the sessions of the account. 'taken' for a name
-- that there is, 'unknown' for one that there is not, 'last' for what would leave no administrator; otherwise 'done'.
create function site.change_account(by_account text, from_address inet, what text, target text, new_role text, new_password text) returns text
    language plpgsql as $$
begin
    lock table site.account in share row exclusive mode;   -- one change after the other: there has to be an administrator left
    if what = 'add' then
        insert into site.account (name, role, password) values (target, new_role, new_password) on conflict do nothing;
        if not found then
            return 'taken';
        end if;
    else
        if not exists (select from site.account where name = target) then
            return 'unknown';
        end if;
        if (what = 'disable' or (what = 'role' and new_role <> 'administrator'))
           and not exists (select from site.account where name <> target and enabled and role = 'administrator') then
            return 'last';
        end if;
        update site.account
           set enabled = case what when 'enable' then true when 'disable' then false else enabled end,
               role = case what when 'role' then new_role else role end,
               password = case what when 'password' then new_password else password end,
               changed_at = case what when 'password' then clock_timestamp() else changed_at end
         where name = target;
    end if;
    insert into site.audit (account, action, detail, address)
         values (by_account, 'account-' || what, target || case when new_role is null then '' else ' ' || new_role end, from_address);
    return 'done';
end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Every save is an edition of its own
--
-- A draft that a later save follows, or that is put aside, is 'replaced': nothing that was saved is lost. PARENT is the edition that an author had
-- before them: who saves on top of something else than the newest is told so.

alter table site.edition
    add column parent   bigint references site.edition,
    add column original bigint references site.edition,         -- the original's edition that a translation was made from
    add column author   text,                                   -- name of the account; null for what was imported
    add column note     text not null default '' check (length(note) <= 500);

alter table site.edition drop constraint edition_state_check, drop constraint edition_check;
alter table site.edition
    add constraint edition_state_check check (state in ('draft', 'replaced', 'published', 'superseded')),
    add constraint edition_published_check check ((state in ('draft', 'replaced')) = (published_at is null));

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
        return new;
    end if;
    if old.state = 'published' and new.state = 'superseded'
       and (new.slug, new.created_at, new.published_at) is not distinct from (old.slug, old.created_at, old.published_at) then
        return new;
    end if;
    raise exception 'edition % is % and never changes again', old.id, old.state using errcode = 'restrict_violation';
end
$$;

-- The newest edition of a document in a language: its draft, or else what is published, or else what was last.
create view site.newest_edition as
    select distinct on (document_id, language) document_id, language, id, state
      from site.edition
     order by document_id, language, (state = 'draft') desc, (state = 'published') desc, id desc;

-- Each document in each language, as the desk's overview shows it.
create view site.matrix as
    select d.id as document_id, d.key, d.kind, d.position, d.original, l.language,
           coalesce(t.value, d.key) as title, m.starts as meeting_starts,
           exists (select from site.edition e where e.document_id = d.id and e.language = l.language and e.state = 'published') as published,
           exists (select from site.edition e where e.document_id = d.id and e.language = l.language and e.state = 'draft') as drafted,
           exists (select from site.outdated_text o where o.document_id = d.id and o.language = l.language) as outdated
      from site.document d
     cross join unnest(array['nl', 'fr', 'de', 'en']) as l (language)
      left join site.meeting m on m.document_id = d.id
      left join site.newest_edition n on n.document_id = d.id and n.language = d.original
      left join site.edition_text t on t.edition_id = n.id and t.field = 'title';

-- Whether an edition has this slug and these texts, and no others.
create function site.says(edition bigint, its_slug text, fields jsonb) returns boolean
    language sql stable as $$
    select exists (select from site.edition e where e.id = edition and e.slug = its_slug)
       and not exists (select from (select key as field, value from jsonb_each_text(fields) where value <> '') one
                         full join (select t.field, t.value from site.edition_text t where t.edition_id = edition) other using (field)
                        where one.value is distinct from other.value)
$$;

-- Saves a text. BASE is the newest edition that the author had seen (null: there was none), FIELDS the texts by field. ALIGNED says that the
-- translation says what the edition ORIGINAL of the original says; otherwise each text keeps what it was translated from.
--   ('saved', id), ('unchanged', id) when nothing differs from BASE, ('conflict', id of the newest) when somebody else was first.
create function site.save_text(by_account text, from_address inet, for_document bigint, for_language text, base bigint, from_original bigint,
                               new_slug text, fields jsonb, new_note text, aligned boolean)
    returns table (result text, edition bigint) language plpgsql as $$
declare
    newest record;
    made   bigint;
begin
    -- Two who save at once come one after the other.
    perform from site.document where id = for_document for update;
    select n.id, n.state into newest from site.newest_edition n where n.document_id = for_document and n.language = for_language;
    if newest.id is distinct from base then
        -- The same form sent twice is no conflict: what it says is there.
        return query select case when site.says(newest.id, new_slug, fields) then 'unchanged' else 'conflict' end, newest.id;
        return;
    end if;
    if site.says(base, new_slug, fields) and not aligned then
        return query select 'unchanged', base;
        return;
    end if;

    if newest.state = 'draft' then
        update site.edition set state = 'replaced' where id = newest.id;
    end if;
    insert into site.edition (document_id, language, slug, parent, original, author, note)
         values (for_document, for_language, new_slug, base, case when aligned then from_original end, by_account, coalesce(new_note, '')) returning id into made;
    insert into site.edition_text (edition_id, field, value, translated_from)
         select made, mine.key, mine.value,
                case when aligned then o.hash else before.translated_from end
           from jsonb_each_text(fields) mine
           left join site.edition_text o on o.edition_id = from_original and o.field = mine.key
           left join site.edition_text before on before.edition_id = base and before.field = mine.key
          where mine.value <> '';
    insert into site.audit (account, action, document, language, detail, address)
         select by_account, 'save-text', key, for_language, 'edition ' || made, from_address from site.document where id = for_document;
    return query select 'saved', made;
end
$$;

-- The texts that a document of its kind may have, in the order in which an editor writes them.
create function site.editable_fields(for_document bigint) returns table (field text, place integer)
    language sql stable as $$
    select f.field, (row_number() over (order by f.part, f.place))::integer
      from site.document d
     cross join lateral (
           select 1 as part, n as place, name as field
             from unnest(array['title', 'short', 'summary', 'body']) with ordinality t (name, n)
           union all select 0, 0, 'nature' where d.kind = 'partner'
           union all select 2, 0, 'nature' where d.kind = 'topic'
           union all select 2, 1, 'instrument' where d.kind in ('topic', 'partner')
           union all select 2, 2, 'reason' where d.kind = 'meeting'
           union all select 3, row_number() over (order by m.date, m.key), 'milestone.' || m.key from site.milestone m where m.document_id = d.id
           union all select 4, a.position, 'agenda.' || a.key from site.agenda_item a where a.document_id = d.id
           union all select 5, c.number, 'conclusion.' || c.number from site.conclusion c where c.document_id = d.id) f
     where d.id = for_document
$$;

-- Makes the draft of a document and language public. Raises no_data_found where there is none.
create function site.publish_text(by_account text, from_address inet, document_key text, for_language text) returns void
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
end
$$;

-- Takes the public text of a language away; it stays in the history.
create function site.withdraw_text(by_account text, from_address inet, document_key text, for_language text) returns void
    language sql as $$
    with gone as (
        update site.edition e set state = 'superseded' from site.document d
         where d.id = e.document_id and d.key = document_key and e.language = for_language and e.state = 'published' returning e.id)
    insert into site.audit (account, action, document, language, detail, address)
         select by_account, 'withdraw', document_key, for_language, 'edition ' || id, from_address from gone
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

revoke all on all functions in schema site from public;
grant execute on all functions in schema site to benelux_desk;
grant select, insert, update, delete on all tables in schema site to benelux_desk;
revoke update, delete on site.audit from benelux_desk;
