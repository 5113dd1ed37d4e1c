-- SPDX-License-Identifier: EUPL-1.2
-- Which edition an editor sees and which one a visitor sees.

-- The newest edition of a document in a language: its draft, or else the published one, or else the last one.
-- It uses "not exists" because the condition of a join does not reach an index through "distinct on": for one
-- document all editions would be read.
create or replace view site.newest_edition as
    select e.document_id, e.language, e.id, e.state
      from site.edition e
     where not exists (select from site.edition o
                        where o.document_id = e.document_id and o.language = e.language
                          and (o.state = 'draft', o.state = 'published', o.id)
                              > (e.state = 'draft', e.state = 'published', e.id));

-- The published edition of a document that a visitor of a language sees: in that language, or else the
-- original, or else any.
create or replace view site.edition_shown as
    select distinct on (e.document_id, l.code)
           e.document_id, l.code as for_language, e.id, e.language, e.slug, e.published_at
      from site.language l
      join site.edition e on e.state = 'published'
      join site.document d on d.id = e.document_id
     order by e.document_id, l.code, (e.language = l.code) desc, (e.language = d.original) desc, e.language;
