-- SPDX-License-Identifier: EUPL-1.2
-- Who may do what, from nothing. Tables and functions that are not here are for the owner only.
-- tests/db/roles_test.sql has the same list, and compares it with the catalogue for each role and each
-- object.
--
--   benelux_visitor   reads what is composed in schema visitor, searches it, hands in reports
--   benelux_desk      reads and writes the tables of schema site, and reads what visitors see

do $$
begin
    execute format('revoke all on database %I from public, benelux_desk, benelux_visitor',
                   current_database());
    execute format('grant connect on database %I to benelux_desk, benelux_visitor', current_database());
end
$$;

-- Objects that are made later are for nobody else either.
alter default privileges revoke execute on functions from public;

revoke all on schema site, visitor, ledger from public, benelux_desk, benelux_visitor;
revoke all on all tables in schema site, visitor, ledger from public, benelux_desk, benelux_visitor;
revoke all on all sequences in schema site from public, benelux_desk, benelux_visitor;
revoke all on all functions in schema site, visitor from public, benelux_desk, benelux_visitor;

grant usage on schema site to benelux_desk;
grant usage on schema visitor to benelux_desk, benelux_visitor;

-- -----------------------------------------------------------------------------------------------------------
-- Tables

-- The tables of which documents are made, whose changes are noted (logic/compose/note.sql).
do $$
declare
    its regclass;
begin
    for its in select tgrelid from pg_trigger where tgname = 'note_inserted' loop
        execute format('grant select, insert, update, delete on %s to benelux_desk', its);
    end loop;
end
$$;

grant select, insert, update, delete on
    site.account, site.address, site.border, site.failed_login, site.file, site.file_piece, site.heading,
    site.image, site.kept_form, site.known_network, site.omitted_text, site.package, site.package_piece,
    site.party, site.place, site.preview, site.recovery_code, site.rendition, site.renewal, site.report,
    site.report_attempt, site.report_dropped, site.report_key, site.session, site.text_link, site.text_state
    to benelux_desk;

-- One row for each language, which is never deleted.
grant select, update on site.synonyms to benelux_desk;

-- The desk says what was done, the database says when: nobody can write an entry into the past.
grant select, insert (account, action, document, language, detail, address) on site.audit to benelux_desk;

grant select on
    site.audit_account, site.audit_action, site.backup, site.edition_shown, site.kind, site.language,
    site.live_session, site.newest_edition, site.party_named, site.place_named, site.presidency_gap,
    site.public_step, site.text_group, site.unfound
    to benelux_desk;

grant select on all tables in schema visitor to benelux_desk, benelux_visitor;

-- -----------------------------------------------------------------------------------------------------------
-- Functions

grant execute on all functions in schema site to benelux_desk;
grant execute on function
    visitor.best_of, visitor.compounds, visitor.cut, visitor.date_term, visitor.dated, visitor.excerpts,
    visitor.findings, visitor.having_of, visitor.is_asking, visitor.latest_findings, visitor.marking_of,
    visitor.month_of, visitor.nearest, visitor.query_of, visitor.register_counts, visitor.register_found,
    visitor.search, visitor.some_of_many, visitor.stems, visitor.suggestion, visitor.synonyms_at,
    visitor.terms_of, visitor.unknown_words, visitor.with_umlauts, visitor.without_accents,
    visitor.without_umlauts, visitor.word_term, visitor.worth, visitor.written_date
    to benelux_desk, benelux_visitor;
grant execute on function visitor.dates_of, visitor.words_of to benelux_desk;
grant execute on function visitor.count_unfound, visitor.report_stamp, visitor.send_report
    to benelux_visitor;
