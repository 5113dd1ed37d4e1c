-- SPDX-License-Identifier: EUPL-1.2
-- The search of visitors.

-- A search as a query for all its words; null when there is nothing to look for.
create or replace function visitor.query_of(in_language text, input text) returns tsquery
    language plpgsql stable strict set search_path = visitor, pg_catalog, pg_temp as $$
declare
    terms constant term[] := terms_of(in_language, input);
begin
    return having_of(terms, cardinality(terms));
end $$;

-- How well WORDS match TERMS. Each term counts by the best place in which it is found, a title more than a
-- summary, and that more than a mention; the typed word more than one that means the same.
create or replace function visitor.worth(words tsvector, terms visitor.term[]) returns real
    language plpgsql immutable strict set search_path = visitor, pg_catalog, pg_temp as $$
declare
    weights constant real[] := '{0.05, 0.1, 0.4, 1}';
    one     term;
    sum     real := 0;
begin
    foreach one in array terms loop
        sum := sum + greatest(ts_rank(weights, words, one.exact),
                              coalesce(0.6 * ts_rank(weights, words, one.loose), 0));
    end loop;
    return sum;
end $$;

-- At most MOST findings, in no order. In PL/pgSQL, which keeps the plan over all partitions.
create or replace function visitor.findings(in_language text, wanted tsquery, terms visitor.term[],
                                            most integer) returns setof visitor.finding
    language plpgsql stable strict set search_path = visitor, pg_catalog, pg_temp as $$
begin
    return query
    select document_id, part, first_day,
           worth(words, terms) * case when part <> '' then 0.9::real when kind = 'meeting' then 1 else 1.2 end
      from searchable where language = in_language and words @@ wanted limit most;
end $$;

-- Findings in meetings, the latest first. It is made for frequent words: it goes through the meetings from
-- the latest on until it has enough.
create or replace function visitor.latest_findings(in_language text, wanted tsquery, skip integer,
                                                   most integer) returns setof visitor.finding
    language plpgsql stable strict set search_path = visitor, pg_catalog, pg_temp set enable_bitmapscan = off
        set enable_sort = off as $$
begin
    return query
    select document_id, part, first_day, 0::real
      from searchable where language = in_language and first_day > '0001-01-01' and words @@ wanted
     order by first_day desc, document_id desc, part desc limit most offset skip;
end $$;

-- INPUT with each word that no published text has replaced by the most similar one that some text has; null
-- when that would find nothing either.
create or replace function visitor.suggestion(in_language text, input text) returns text
    language plpgsql stable strict set search_path = visitor, public, pg_catalog, pg_temp as $$
declare
    token  text;
    near   text;
    result text := '';
    wanted tsquery;
begin
    for token in select m[1] from regexp_matches(lower(input), '[^[:space:]]+', 'g') m limit 16 loop
        near := token;
        if token ~ '^[[:alpha:]]{4,}$'
           and not exists (select from word w where w.language = in_language and w.word = token) then
            select w.word into near from word w
             where w.language = in_language and w.word % token order by w.word <-> token, w.word limit 1;
        end if;
        result := result || ' ' || coalesce(near, token);
    end loop;
    result := btrim(result);
    wanted := query_of(in_language, result);
    return case when result <> lower(btrim(input))
                     and exists (select from findings(in_language, wanted, '{}', 1)) then result end;
end $$;

-- A page of the findings, the best first.
create or replace function visitor.best_of(findings visitor.finding[], skip integer,
                                           most integer) returns visitor.finding[]
    language plpgsql stable set search_path = visitor, pg_catalog, pg_temp as $$
begin
    return array(select f from unnest(findings) f order by f.worth desc, f.first_day desc, f.document_id desc,
                 f.part
                  limit most offset skip);
end $$;

-- The same for so many findings that they are not all read: the best ones without a day, then the latest
-- meetings.
create or replace function visitor.some_of_many(findings visitor.finding[], in_language text, wanted tsquery,
                                                skip integer,
                                                most integer) returns visitor.finding[]
    language plpgsql stable set search_path = visitor, pg_catalog, pg_temp as $$
declare
    undated constant finding[] := array(select f from unnest(findings) f where f.first_day = '-infinity'
                                         order by f.worth desc, f.document_id);
    shown   constant finding[] := undated[skip + 1 : skip + most];
begin
    return shown || array(select f
                          from latest_findings(in_language, wanted, greatest(skip - cardinality(undated), 0),
                                                        most - cardinality(shown)) f);
end $$;

-- A piece of TEXT, with an ellipsis at each end that is inside a sentence.
create or replace function visitor.cut(text text, piece text) returns text
    language sql immutable strict parallel safe
    return (select case when before = '' or before ~ '[.!?:…]["»”’)]*\s*$' then '' else '… ' end || piece
                   || case when piece ~ '[.!?…]["»”’)]*[\ue001]?$' or after = '' then '' else ' …' end
              from (select case when position(plain in text) > 0
                                then left(text, position(plain in text) - 1) else '' end as before,
                           case when position(plain in text) > 0
                                then substr(text, position(plain in text) + length(plain))
                                else '' end as after
                      from translate(piece, U&'\E000\E001', '') plain) t);

-- The findings as they are shown, with the words of MARKING marked in the excerpts.
create or replace function visitor.excerpts(in_language text, shown visitor.finding[], marking tsquery)
    returns table (kind text, language text, slug text, part text, title text, short text, excerpt text)
    language plpgsql stable set search_path = visitor, pg_catalog, pg_temp as $$
declare
    configuration constant regconfig := ('visitor.' || in_language)::regconfig;
    marks         constant text := 'StartSel=' || chr(57344) || ', StopSel=' || chr(57345)
        || ', MaxWords=32, MinWords=16';
begin
    return query
    select s.kind, p.language::text, p.slug::text, s.part, s.title, p.short,
           cut(s.text, ts_headline(configuration, s.text, marking, marks))
      from unnest(shown) with ordinality f (document_id, part, first_day, worth, n)
      join searchable s on s.language = in_language and s.first_day = f.first_day
                           and s.document_id = f.document_id and s.part = f.part
      join page p on p.document_id = f.document_id and p.for_language = in_language
     order by f.n;
end $$;

-- Findings with most of TERMS, for searches with few findings that have all: first those with all but one,
-- then all but two, down to half of them, until there are some. Only the first eight terms count, so that
-- there are few combinations.
create or replace function visitor.nearest(in_language text, terms visitor.term[], besides visitor.finding[],
                                           most integer) returns visitor.finding[]
    language plpgsql stable strict set search_path = visitor, pg_catalog, pg_temp
        set plan_cache_mode = force_generic_plan as $$
declare
    counted_most constant integer := 200;
    enough       constant integer := 5;
    few          constant term[] := terms[1 : 8];
    found        finding[] := '{}';
begin
    for needed in reverse cardinality(few) - 1 .. (cardinality(few) + 1) / 2 loop
        found := array(select f from findings(in_language, having_of(few, needed), few, counted_most) f
                        where not exists (select from unnest(besides) h
                                          where h.document_id = f.document_id and h.part = f.part));
        exit when cardinality(found) >= enough;
    end loop;
    return best_of(found, 0, most);
end $$;

-- The words of a search that no text has, for editors.
create or replace function visitor.unknown_words(in_language text, terms visitor.term[]) returns text[]
    language plpgsql stable strict set search_path = visitor, pg_catalog, pg_temp as $$
begin
    return array(select lower(t.word) from unnest(terms) t
                  where t.word ~ '^[[:alpha:]]{3,40}$'
                    and not exists (select from findings(in_language, coalesce(t.exact || t.loose, t.exact),
                                                         '{}', 1)));
end $$;

-- The findings for INPUT of a visitor of a language, by PLACE:
--   here       MOST findings after SKIP in the language, each with TOTAL, which is 201 for more than two
--              hundred
--   nearest    if these are few, findings with most of the words
--   elsewhere  if these are few, further findings in other languages
--   instead    if there are none, a better search, as TITLE
--   unknown    if there are none, each word that no text has, as TITLE
-- Up to two hundred findings are ordered by how well they match. If there are more, the words are frequent:
-- then the best ones without a day come first, and the latest meetings after them, so that the work is
-- bounded for every search. In excerpts U+E000 stands before and U+E001 after each found word.
create or replace function visitor.search(in_language text, input text, skip integer, most integer)
    returns table (place text, total integer, kind text, language text, slug text, part text, title text,
                   short text, excerpt text)
    language plpgsql stable strict set search_path = visitor, public, pg_catalog, pg_temp
        set plan_cache_mode = force_generic_plan
    set client_min_messages = warning as $$
#variable_conflict use_column
declare
    counted_most  constant integer := 200;
    few           constant integer := 20;
    enough        constant integer := 3;
    elsewhere     constant integer := 5;
    terms         term[] := terms_of(in_language, input);
    wanted        tsquery := having_of(terms, cardinality(terms));
    marking       tsquery := marking_of(in_language, terms);
    found         finding[];
    shown         finding[];
    counted       integer;
    other         text;
begin
    if wanted is null then
        return;
    end if;
    found := array(select f from findings(in_language, wanted, terms, counted_most + 1) f);
    counted := cardinality(found);
    shown := case when counted <= counted_most then best_of(found, skip, most)
                  else some_of_many(found, in_language, wanted, skip, most) end;
    return query select 'here', counted, e.* from excerpts(in_language, shown, marking) e;
    if counted > few then
        return;
    end if;

    if counted < enough and cardinality(terms) > 1 then
        shown := nearest(in_language, terms, found, most);
        return query select 'nearest', counted, e.* from excerpts(in_language, shown, marking) e;
    end if;

    if counted = 0 then
        return query
        select 'instead', 0, null, in_language, null, null, s, null, null
          from suggestion(in_language, input) s where s is not null
        union all
        select 'unknown', 0, null, in_language, null, null, w, null, null
          from unnest(unknown_words(in_language, terms)) w where not pg_is_in_recovery();
    end if;

    for other in select l.code from language l where l.code <> in_language order by l.position loop
        terms := terms_of(other, input);
        continue when cardinality(terms) = 0;
        shown := best_of(array(
            select f from findings(other, having_of(terms, cardinality(terms)), terms, counted_most) f
             where not exists (select from unnest(found) h
                                where h.document_id = f.document_id and h.part = f.part)), 0, elsewhere);
        return query select 'elsewhere', counted, e.*
                       from excerpts(other, shown, marking_of(other, terms)) e;
    end loop;
end $$;
