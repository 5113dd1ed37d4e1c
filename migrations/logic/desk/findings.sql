-- SPDX-License-Identifier: EUPL-1.2
-- Findings: what needs the attention of editors, which the desk tells them without being asked.
--
-- Each of these functions finds the first MOST of a kind, and how many there are (TOTAL, counted up to 10001
-- where there may be many, so that it never takes long). But for drafts, only public texts are looked at.

-- failed      the minute at which a draft was to be published and could not be, and why, as in
--             site.edition.failed_because
-- draft       the day on which a draft was saved that nobody has touched for thirty days
create or replace function site.findings_of_drafts(most integer)
    returns table (kind text, document_id bigint, language text, detail text, total bigint)
    language plpgsql stable as $$
begin
    return query
    (select 'failed', e.document_id, e.language::text,
            to_char(e.failed_at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI ') || e.failed_because,
            count(*) over ()
       from site.edition e
      where e.failed_at is not null
      order by e.failed_at desc, e.id desc limit most)
    union all
    (select 'draft', s.document_id, s.language::text,
            (s.drafted at time zone 'Europe/Brussels')::date::text, count(*) over ()
       from site.text_state s
      where s.drafted < now() - interval '30 days'
      order by s.drafted, s.document_id, s.language limit most);
end $$;

-- conclusions the last day of a meeting that is over and has no conclusions
-- planned     the last day of a meeting that is over and still said to be planned
create or replace function site.findings_of_meetings(most integer)
    returns table (kind text, document_id bigint, language text, detail text, total bigint)
    language plpgsql stable as $$
declare
    today constant date := (now() at time zone 'Europe/Brussels')::date;
begin
    return query
    (select 'conclusions', h.document_id, null::text, h.inconclusive::text,
            (select count(*) from (select from site.heading where inconclusive < today limit 10001) c)
       from site.heading h
      where h.inconclusive < today
      order by h.inconclusive desc, h.document_id desc limit most)
    union all
    (select 'planned', m.document_id, null, v.last_day::text, count(*) over ()
       from site.meeting m
       join site.document d on d.id = m.document_id
       join visitor.meeting v on v.document_id = m.document_id and v.for_language = d.original
      where m.status in ('planned', 'moved') and v.last_day < today
      order by v.last_day desc, v.document_id desc limit most);
end $$;

-- missing     'draft' when there is a draft in that language, else null
-- outdated    the fields whose original has changed since, or that only the original has
create or replace function site.findings_of_translations(most integer)
    returns table (kind text, document_id bigint, language text, detail text, total bigint)
    language plpgsql stable as $$
begin
    return query
    (select 'missing', s.document_id, s.language::text, case when s.drafted is not null then 'draft' end,
            (select count(*) from (select from site.text_state where missing limit 10001) c)
       from site.text_state s
      where s.missing
      order by s.document_id, s.language limit most)
    union all
    (select 'outdated', s.document_id, s.language::text, array_to_string(s.outdated, ' '),
            (select count(*) from (select from site.text_state o where o.outdated is not null limit 10001) c)
       from site.text_state s
      where s.outdated is not null
      order by s.document_id, s.language limit most);
end $$;

-- gap, vacant the days, as in site.presidency_gap; of public forums only
create or replace function site.findings_of_presidencies(of_kind text, most integer)
    returns table (kind text, document_id bigint, language text, detail text, total bigint)
    language plpgsql stable as $$
begin
    return query
    select g.kind, g.forum, null::text, g.days, count(*) over ()
      from site.presidency_gap g
     where g.kind = of_kind and site.is_public(g.forum)
     order by case of_kind when 'gap' then g.since end desc, g.forum limit most;
end $$;

-- link        the key to which a public text links and that no page has
create or replace function site.findings_of_links(most integer)
    returns table (kind text, document_id bigint, language text, detail text, total bigint)
    language plpgsql stable as $$
begin
    return query
    select 'link', e.document_id, e.language::text, l.key, count(*) over ()
      from site.text_link l
      join site.edition e on e.id = l.edition_id and e.state = 'published'
     where not exists (select from visitor.page p where p.key = l.key)
     order by e.document_id, e.language, l.key limit most;
end $$;

-- All findings. LANGUAGE is that of the text in question, or null; ORIGINAL that of the title. They are
-- ordered by kind, and within it the latest first; texts are in the order of documents.
create or replace function site.findings(most integer)
    returns table (kind text, key text, title text, original text, language text, detail text, total bigint,
                  document text, starts text, forum text)
    language plpgsql stable as $$
declare
    kinds constant text[] := array['failed', 'conclusions', 'planned', 'missing', 'outdated', 'gap', 'vacant',
                                   'link',
                                   'draft'];
begin
    return query
    select f.kind, d.key::text, h.title, d.original::text, f.language, f.detail, f.total,
           d.kind::text, nullif(h.starts, ''), case when d.kind = 'meeting' then site.forum_named(d.id) end
      from (select * from site.findings_of_drafts(most)
            union all select * from site.findings_of_meetings(most)
            union all select * from site.findings_of_translations(most)
            union all select * from site.findings_of_presidencies('gap', most)
            union all select * from site.findings_of_presidencies('vacant', most)
            union all select * from site.findings_of_links(most)) f
      join site.document d on d.id = f.document_id
      join site.heading h on h.document_id = f.document_id
      left join site.language l on l.code = f.language
     order by array_position(kinds, f.kind),
              case when f.kind in ('missing', 'outdated', 'link') then h.place end,
              case when f.kind in ('missing', 'outdated', 'link') then h.position end,
              case when f.kind in ('failed', 'gap') then f.detail end desc,
              case when f.kind in ('conclusions', 'planned', 'missing', 'outdated') then h.starts end desc,
              case when f.kind = 'draft' then f.detail end,
              f.document_id, l.position, f.detail;
end $$;
