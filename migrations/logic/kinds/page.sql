-- SPDX-License-Identifier: EUPL-1.2
-- Pages about the site itself: they have only the facts that all kinds have.

create or replace function site.page_facts(of_document bigint) returns jsonb language sql immutable
    return '{}'::jsonb;

create or replace function site.page_faults(of_kind text, before jsonb, form jsonb)
    returns table (field text, fault text) language sql immutable as $$
    select null, null where false;
$$;

create or replace function site.write_page(saved bigint, of_kind text, before jsonb, facts jsonb)
    returns void language sql immutable as $$
    select null::void;
$$;
