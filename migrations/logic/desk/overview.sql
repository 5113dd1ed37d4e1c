-- SPDX-License-Identifier: EUPL-1.2
-- The overview of the desk: documents by kind, state, language and words.

-- The title of the newest edition in the original language, or the key; the day of a meeting, of a practice,
-- of the last step of an obstacle.
create or replace function site.compose_headings(documents bigint[]) returns void language plpgsql as $$
begin
    insert into site.heading as h (document_id, place, position, starts, title, words, archived, inconclusive)
         select d.id, k.position, d.position, coalesce(m.starts, v.starts, i.since, last.date, ''),
             coalesce(t.value, d.key),
                to_tsvector('simple', public.unaccent(coalesce(t.value, d.key))), d.archived_at is not null,
                site.inconclusive_since(d.id)
           from site.document d
           join site.kind k on k.name = d.kind
           left join site.meeting m on m.document_id = d.id
           left join site.event v on v.document_id = d.id
           left join site.register_item i on i.document_id = d.id
           left join lateral (select s.date from site.step s where s.document_id = d.id and not s.struck
                               order by s.number desc limit 1) last on true
           left join site.newest_edition n on n.document_id = d.id and n.language = d.original
           left join site.edition_text t on t.edition_id = n.id and t.field = 'title'
          where d.id = any (documents)
    on conflict (document_id) do update
            set place = excluded.place, position = excluded.position, starts = excluded.starts,
                title = excluded.title, words = excluded.words, archived = excluded.archived,
                inconclusive = excluded.inconclusive
          where (h.place, h.position, h.starts, h.title, h.archived, h.inconclusive)
                is distinct from (excluded.place, excluded.position, excluded.starts, excluded.title,
                                  excluded.archived, excluded.inconclusive);
end $$;

-- The last day of a public meeting that is, or will be, to have conclusions and has none; null of others.
create or replace function site.inconclusive_since(meeting bigint) returns date language plpgsql stable as $$
begin
    return (select site.last_day(coalesce(m.ends, m.starts))
              from site.meeting m
             where m.document_id = meeting and m.type <> 'event' and m.status in ('planned', 'held', 'moved')
               and site.is_public(m.document_id)
               and not exists (select from site.conclusion c where c.document_id = m.document_id));
end $$;

-- The short title of the forum of a meeting, in the meeting's original language where the forum is public;
-- null of others. With the day it tells meetings of one title apart.
create or replace function site.forum_named(meeting bigint) returns text language plpgsql stable as $$
begin
    return (select coalesce(p.short, h.title)
              from site.meeting m
              join site.document d on d.id = m.document_id
              join site.heading h on h.document_id = m.forum
              left join visitor.page p on p.document_id = m.forum and p.for_language = d.original
             where m.document_id = meeting);
end $$;

-- What to look for: each word of INPUT, or one that starts so. Null when there is no word in it.
create or replace function site.words_query(input text) returns tsquery language sql stable as $$
    select string_agg(plainto_tsquery('simple', lexeme)::text || ':*', ' & ')::tsquery
        from unnest(to_tsvector('simple', public.unaccent(input)))
$$;

-- The first MOST documents of a kind (that of the home page has the overview too) whose text is in a state,
-- in a language or in any of them, and whose title has some words; null for all. STATE is outdated, missing
-- (not public), draft, published (and not outdated), or archived; what is in the archive is found by that
-- only. Four rows a document, or one when a language is asked for; TOTAL is how many documents there are,
-- counted up to 10001. The conditions are put together here so that each question has its own plan.
create or replace function site.matrix_of(of_kind text, in_language text, in_state text, with_words text,
                                          most integer)
    returns table (key text, kind text, original text, title text, language text, published boolean,
                   drafted boolean, outdated boolean, total bigint, starts text, forum text)
    language plpgsql stable as $$
declare
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
                    || case when with_words is null then '' else ' and h.words @@ site.words_query($3)' end;
begin
    return query execute format($query$
        with found as (select h.* from site.heading h where true %1$s order by h.place, h.position,
                       h.starts desc, h.document_id limit $4),
             counted as (select count(*) as total
                         from (select from site.heading h where true %1$s limit 10001) h)
        select d.key::text, d.kind, d.original::text, h.title, s.language::text, s.published,
            s.drafted is not null, s.outdated is not null, counted.total,
            nullif(h.starts, ''), case when d.kind = 'meeting' then site.forum_named(d.id) end
          from found h
          join site.document d on d.id = h.document_id
          join site.text_state s on s.document_id = h.document_id and ($2 is null or s.language = $2)
          join site.language l on l.code = s.language
         cross join counted
         order by h.place, h.position, h.starts desc, h.document_id,
             l.position
        $query$, conditions) using of_kind, in_language, with_words, most;
end $$;

-- Each document in each language; now from what is kept.
create or replace view site.matrix as
    select d.id as document_id, d.key, d.kind, d.position, d.original, s.language::text as language,
           h.title, m.starts as meeting_starts,
           s.published, s.drafted is not null as drafted, s.outdated is not null as outdated
      from site.document d
      join site.text_state s on s.document_id = d.id
      join site.heading h on h.document_id = d.id
      left join site.meeting m on m.document_id = d.id;
