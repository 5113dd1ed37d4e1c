-- SPDX-License-Identifier: EUPL-1.2
-- Changes: which records those who keep a copy of the public ones have to fetch anew, or to drop.

-- Notes the documents whose record differs from when it was last noted, or that have a record no longer.
-- Documents are composed for many reasons, most of which change nothing visible. Because of the lock of
-- site.compose the rows of a transaction come after those of all that have committed, so that whoever has
-- read up to a row has missed none before it.
create or replace function site.note_changes(documents bigint[]) returns void language plpgsql as $$
begin
    with now_public as (
        select p.kind, p.key, p.language, p.slug, p.published,
               md5(jsonb_build_array(p.slug, p.published, extract(epoch from p.changed), p.title, p.short,
                                     p.summary, p.nature, p.body, p.content)::text) as sum
          from visitor.page p
         where p.document_id = any (documents) and p.language = p.for_language),
    known as (
        select c.* from visitor.change c join site.document d using (key)
         where d.id = any (documents) and c.is_last),
    different as (
        select coalesce(n.kind, k.kind) as kind, key, language, coalesce(n.slug, k.slug) as slug,
               coalesce(n.published, k.published) as published, n.sum
          from now_public n full join known k using (key, language)
         where n.sum is distinct from k.sum),
    passed as (
        update visitor.change c set is_last = false from different d
         where c.key = d.key and c.language = d.language and c.is_last returning c.id)
    insert into visitor.change (kind, key, language, slug, published, sum)
    select kind, key, language, slug, published, sum from different
     where (select count(*) from passed) >= 0   -- runs "passed" first: a record has one last row
     order by key, language;
end $$;
