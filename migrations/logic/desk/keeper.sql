-- SPDX-License-Identifier: EUPL-1.2
-- The keeper's work.

-- Called every second by the keeper of the desk (cgi-src/desk/keeper.c). Returns the number of drafts that it
-- published.
create or replace function site.keep() returns integer language plpgsql as $$
begin
    -- kept for a day after it has ended, so that a form sent then is known to be an editor's
    delete from site.session where used_at < now() - interval '1 day';
    delete from site.kept_form where at < now() - interval '12 hours';
    delete from site.failed_login where at < now() - interval '1 day';
    perform site.sweep_reports();
    perform site.compose_due();
    return site.publish_due();
end $$;
