-- SPDX-License-Identifier: EUPL-1.2
-- The overview of the desk: documents by kind, state, language and words.

-- Composes the headings of documents: the title of the newest edition in the original language, or the key;
-- the day of a meeting or a practice, or of the last step of an obstacle; and the last save in any language.
-- The words are those of the titles in all languages, the titles of files, the key and the day.
create or replace function site.compose_headings(documents bigint[]) returns void language plpgsql as $$
begin
    insert into site.heading as h (document_id, place, position, starts, title, words, archived, inconclusive,
                                   changed_at, changed_by)
         select d.id, k.position, d.position, s.starts, coalesce(newest.title, d.key),
                site.words_found(concat_ws(' ', newest.titles, files.titles, d.key, s.starts)),
                d.archived_at is not null, site.inconclusive_since(d.id), saved.created_at, saved.author
           from site.document d
           join site.kind k on k.name = d.kind
          cross join lateral site.starts_of(d.id) s (starts)
          cross join lateral (select string_agg(o.value, ' ' order by o.edition_id, o.field) as titles,
                                     max(o.value) filter (where e.language = d.original
                                                          and o.field = 'title') as title
                                from site.newest_edition e
                                join site.edition_text o on o.edition_id = e.id
                                                            and o.field in ('title', 'short')
                               where e.document_id = d.id) newest
          cross join lateral (select string_agg(f.title, ' ' order by f.position) as titles
                                from site.link f where f.document_id = d.id and f.file is not null) files
           left join lateral (select e.created_at, e.author
                                from site.language l
                               cross join lateral (select e.* from site.edition e
                                                    where e.document_id = d.id and e.language = l.code
                                                    order by e.id desc limit 1) e
                               order by e.id desc limit 1) saved on true
          where d.id = any (documents)
    on conflict (document_id) do update
            set place = excluded.place, position = excluded.position, starts = excluded.starts,
                title = excluded.title, words = excluded.words, archived = excluded.archived,
                inconclusive = excluded.inconclusive, changed_at = excluded.changed_at,
                changed_by = excluded.changed_by
          where (h.place, h.position, h.starts, h.title, h.words, h.archived, h.inconclusive, h.changed_at,
                 h.changed_by)
                is distinct from (excluded.place, excluded.position, excluded.starts, excluded.title,
                                  excluded.words, excluded.archived, excluded.inconclusive,
                                  excluded.changed_at, excluded.changed_by);
end $$;

-- The last day of a public meeting that should have conclusions and has none yet, even if it is still to
-- come; null for others.
create or replace function site.inconclusive_since(meeting bigint) returns date language plpgsql stable as $$
begin
    return (select site.last_day(coalesce(m.ends, m.starts))
              from site.meeting m
             where m.document_id = meeting and m.type <> 'event' and m.status in ('planned', 'held', 'moved')
               and site.is_public(m.document_id)
               and not exists (select from site.conclusion c where c.document_id = m.document_id));
end $$;

-- The short title of the forum of a meeting, in the original language of the meeting, or its title at the
-- desk while it is not public; null for other documents. With the day it tells meetings with the same title
-- apart.
create or replace function site.forum_named(meeting bigint) returns text language plpgsql stable as $$
begin
    return (select coalesce(p.short, h.title)
              from site.meeting m
              join site.document d on d.id = m.document_id
              join site.heading h on h.document_id = m.forum
              left join visitor.page p on p.document_id = m.forum and p.for_language = d.original
             where m.document_id = meeting);
end $$;

-- The words of INPUT. Hyphens separate words, since keys and days are written with them.
create or replace function site.words_found(input text) returns tsvector language sql stable as $$
    select to_tsvector('simple', replace(public.unaccent(input), '-', ' '))
$$;

-- The query for the words of INPUT, each of which may be the beginning of a longer one. Null without words.
create or replace function site.words_query(input text) returns tsquery language sql stable as $$
    select string_agg(plainto_tsquery('simple', lexeme)::text || ':*', ' & ')::tsquery
        from unnest(site.words_found(input))
$$;

-- The documents of a kind (that of the home page includes the overview) that have a text in a state, in a
-- language or in any; that have some words (see site.compose_headings), begin in a year, and were last saved
-- by an account, or since a day in Brussels. Null does not restrict. STATE is outdated, missing (not public),
-- draft, published (and not outdated), or archived; only this one finds documents in the archive.
--
-- They are ordered by kind and position, the latest first, or SORTED by title, day or changed, with "-"
-- before it for the reverse order; MOST of them after the first SKIPPED. There are four rows for each
-- document, or one if a language is given. TOTAL is the number of documents, counted up to 10001. The
-- conditions are put together as text so that each combination has a plan of its own.
create or replace function site.matrix_of(of_kind text, in_language text, in_state text, with_words text,
                                          most integer, in_year text default null,
                                          by_account text default null, since date default null,
                                          sorted text default null, skipped integer default 0)
    returns table (key text, kind text, original text, title text, language text, published boolean,
                   drafted boolean, outdated boolean, total bigint, starts text, forum text,
                   changed_at text, changed_by text)
    language plpgsql stable as $$
declare
    sought constant tsquery := site.words_query(with_words);   -- its value is known when the query is planned
    conditions text := case when of_kind = 'home' then ' and h.place <= 2'
                            when of_kind is not null
                                then ' and h.place = (select k.position from site.kind k where k.name = $1)'
                            else '' end
                    || case in_state when 'archived' then ' and h.archived' else ' and not h.archived' end
                    || case when in_state is null or in_state = 'archived' then ''
                            else ' and h.document_id in (select s.document_id from site.text_state s where '
                                 || case in_state when 'outdated' then 's.outdated is not null'
                                                  when 'missing' then 'not s.published'
                                                  when 'draft' then 's.drafted is not null'
                                                  else 's.published and s.outdated is null' end
                                 || case when in_language is null then ')'
                                     else ' and s.language = $2)' end end
                    || case when with_words is null then '' else ' and h.words @@ $3' end
                    || case when in_year is null then ''
                            else ' and h.starts >= $5 and h.starts < ($5::integer + 1)::text' end
                    || case when by_account is null then '' else ' and h.changed_by = $6' end
                    || case when since is null then ''
                            else ' and h.changed_at >= $7::timestamp at time zone ''Europe/Brussels''' end;
    sorts constant text := case ltrim(sorted, '-') when 'title' then 'left(h.title, 200) collate "und-x-icu"'
                                                   when 'day' then 'h.starts'
                                                   when 'changed' then 'h.changed_at' end;
    ways constant text := case when sorts is null then 'h.place, h.position, h.starts desc, h.document_id'
                               when sorted like '-%' then sorts || ' desc, h.document_id desc'
                               else sorts || ', h.document_id' end;
begin
    return query execute format($query$
        with found as (select h.* from site.heading h where true %1$s order by %2$s limit $4 offset $8),
             counted as (select count(*) as total
                         from (select from site.heading h where true %1$s limit 10001) h)
        select d.key::text, d.kind, d.original::text, h.title, s.language::text, s.published,
            s.drafted is not null, s.outdated is not null, counted.total,
            nullif(h.starts, ''), case when d.kind = 'meeting' then site.forum_named(d.id) end,
            to_char(h.changed_at at time zone 'Europe/Brussels', 'YYYY-MM-DD'), h.changed_by
          from found h
          join site.document d on d.id = h.document_id
          join site.text_state s on s.document_id = h.document_id and ($2 is null or s.language = $2)
          join site.language l on l.code = s.language
         cross join counted
         order by %2$s, l.position
        $query$, conditions, ways)
        using of_kind, in_language, sought, most, in_year, by_account, since, skipped;
end $$;

-- What a text in a language may link to: documents that have some words, first those that are public and
-- whose short title or title begins with them, at most MOST, each followed by its files. A document that is
-- not public yet has the title of its original.
create or replace function site.link_targets(in_language text, with_words text, most integer)
    returns table (target text, kind text, title text, language text, starts text, forum text, public boolean)
    language plpgsql stable as $$
declare
    sought constant tsquery := site.words_query(with_words);
begin
    return query
    with found as (select h.document_id, h.starts, coalesce(p.title, h.title) as title, p.language,
                          row_number() over (order by p.document_id is null,
                              not starts_with(lower(public.unaccent(p.short)),
                                              lower(public.unaccent(with_words))),
                              not starts_with(lower(public.unaccent(coalesce(p.title, h.title))),
                                              lower(public.unaccent(with_words))),
                              h.place, h.position, h.starts desc, h.document_id) as nth
                     from (select * from site.heading h
                            where h.words @@ sought and not h.archived
                            order by h.place, h.position, h.starts desc, h.document_id limit 200) h
                     left join visitor.page p on p.document_id = h.document_id
                                                 and p.for_language = in_language)
    select t.target, t.kind, t.title, t.language, nullif(f.starts, ''),
           case when d.kind = 'meeting' then site.forum_named(d.id) end, f.language is not null
      from found f
      join site.document d on d.id = f.document_id
     cross join lateral (
           select -1, 'doc:' || d.key, d.kind, f.title, coalesce(f.language, d.original)::text
           union all
           select l.position, '/files/' || encode(l.file, 'hex') || '.pdf', 'file', l.title, l.language::text
             from site.link l where l.document_id = d.id and l.file is not null)
           as t (place, target, kind, title, language)
     where f.nth <= most
     order by f.nth, t.place;
end $$;
