-- The desk's role adds to the log what was done, and the database when: nobody writes a line into its past. And views are for reading.

revoke insert on site.audit from benelux_desk;
grant insert (account, action, document, language, detail, address) on site.audit to benelux_desk;

revoke insert, update, delete on site.audit_account, site.audit_action, site.edition_shown, site.live_session, site.matrix, site.meeting_save, site.newest_edition,
    site.outdated_text, site.public_step from benelux_desk;
