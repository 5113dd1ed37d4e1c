-- SPDX-License-Identifier: EUPL-1.2
-- What is done at its time without anybody asking.

-- Called every second by the keeper of the desk (cgi-src/desk/keeper.c); returns how many drafts became
-- public.
create or replace function site.keep() returns integer language plpgsql as $$
begin
    -- a day longer than it is live: what an editor sends when it has ended is known to be an editor's
    delete from site.session where used_at < now() - interval '1 day';
    delete from site.kept_form where at < now() - interval '12 hours';
    delete from site.failed_login where at < now() - interval '1 day';
    perform site.sweep_reports();
    perform site.compose_due();
    return site.publish_due();
end $$;
