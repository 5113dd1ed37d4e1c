-- SPDX-License-Identifier: EUPL-1.2
-- Terms: the words, phrases and dates that a search looks for.

-- Words with which people ask; they say nothing about the subject.
create or replace function visitor.is_asking(in_language text, word text) returns boolean
    language sql immutable strict parallel safe
    return lower(word) = any (string_to_array(case in_language
        when 'nl' then 'wie wat waar waarheen wanneer welk welke hoe hoeveel waarom kan kun mag moet ik je '
            || 'terecht was waren'
        when 'fr' then 'qui que quoi quel quelle quels quelles quand comment pourquoi combien où est-ce puis '
            || 'puis-je peut peut-on dois dois-je faire'
        when 'de' then 'wer was wo wohin wann wie welche welcher welches warum wieviel kann darf muss ich '
            || 'mich man gibt'
        else 'who what where when which how why can could may must should do does i my' end, ' '));

-- The stems of a phrase, by which synonyms are found.
create or replace function visitor.stems(in_language text, phrase text) returns text
    language sql stable strict parallel safe
    return (select string_agg(trim(both '''' from plainto_tsquery(('visitor.' || in_language)::regconfig,
                                                                  m[1])::text), ' ' order by n)
              from regexp_matches(phrase, '[^[:space:],;?!.]+', 'g') with ordinality as t (m, n)
             where numnode(plainto_tsquery(('visitor.' || in_language)::regconfig, m[1])) > 0);

-- In Dutch and German: for a word that no text has, the two words of which it is compounded, if texts have
-- both; and for any word the longer compounds that end with it.
create or replace function visitor.compounds(in_language text, its_word text) returns tsquery
    language plpgsql stable strict set search_path = visitor, public, pg_catalog, pg_temp as $$
declare
    configuration constant regconfig := ('visitor.' || in_language)::regconfig;
    plain  constant tsquery := plainto_tsquery(configuration, its_word);
    root   constant text := left(its_word, greatest(5, length(plain::text) - 2));
    one    text;
    halves tsquery;
    result tsquery;
begin
    if in_language not in ('nl', 'de') or its_word !~ '^[[:alpha:]]{5,40}$' then
        return null;
    end if;
    for one in select w.word from word w
                where w.language = in_language and w.word like '%___' || root || '%'
                  and plainto_tsquery(configuration, substr(w.word, strpos(w.word, root))) = plain
                limit 20 loop
        result := coalesce(result || plainto_tsquery(configuration, one),
                           plainto_tsquery(configuration, one));
    end loop;
    if length(its_word) >= 9 and not exists (select from word w
                                              where w.language = in_language and w.word = its_word) then
        select plainto_tsquery(configuration, a.word) && plainto_tsquery(configuration, b.word) into halves
          from generate_series(4, length(its_word) - 4) n
          join word b on b.language = in_language and b.word = substr(its_word, n + 1)
          join word a on a.language = in_language
                         and a.word in (left(its_word, n), regexp_replace(left(its_word, n), 's$', ''))
         order by abs(length(its_word) - 2 * n) limit 1;
        result := case when numnode(halves) > 0 then coalesce(result || halves, halves) else result end;
    end if;
    return result;
end $$;

-- One word of a search. Umlauts match both ways to write them. A long word also matches words that begin with
-- it, since Dutch and German compounds are written as one word.
create or replace function visitor.word_term(in_language text, word text) returns visitor.term
    language plpgsql stable strict as $$
declare
    configuration constant regconfig := ('visitor.' || in_language)::regconfig;
    result        visitor.term;
    plain         tsquery;
    spelling      text;
begin
    result.word := word;
    foreach spelling in array array[word, visitor.without_umlauts(word),
                                    -- The Dutch stemmer leaves "conclusies" and "regio's" as they are.
                                    case when in_language = 'nl' and word ~* '[aeiou][''’]?s$'
                                         then regexp_replace(word, '[''’]?s$', '', 'i') else word end] loop
        plain := plainto_tsquery(configuration, spelling);
        continue when numnode(plain) = 0 or plain::text = result.exact::text;
        result.exact := coalesce(result.exact || plain, plain);
        if length(spelling) >= 5 and numnode(plain) = 1 then
            result.loose := coalesce(result.loose || (plain::text || ':*')::tsquery,
                                     (plain::text || ':*')::tsquery);
        end if;
    end loop;
    plain := visitor.compounds(in_language, lower(word));
    result.loose := coalesce(result.loose || plain, plain, result.loose);
    return result;
end $$;

-- A day or month, which the index has as a word.
create or replace function visitor.date_term(in_language text, word text) returns visitor.term
    language sql stable strict
    return row(word, format('''%s''', word)::tsquery, null)::visitor.term;

-- The longest phrase of up to five of WORDS from place N that has synonyms. LENGTH is its number of words; 0
-- for none.
create or replace function visitor.synonyms_at(in_language text, words text[], n integer, out length integer,
                                               out meaning tsquery)
    language plpgsql stable strict set search_path = visitor, pg_catalog, pg_temp as $$
begin
    for length in reverse least(5, cardinality(words) - n + 1) .. 1 loop
        select s.meaning into meaning from synonym s
         where s.language = in_language
           and s.phrase = stems(in_language, array_to_string(words[n : n + length - 1], ' '));
        exit when found;
    end loop;
    length := case when meaning is null then 0 else length end;
end $$;

-- The terms of INPUT; at most sixteen.
create or replace function visitor.terms_of(in_language text, input text) returns visitor.term[]
    language plpgsql stable strict set search_path = visitor, pg_catalog, pg_temp as $$
declare
    configuration constant regconfig := ('visitor.' || in_language)::regconfig;
    words         constant text[] := array(
        select m[1] from regexp_matches(dated(input), '"[^"]+"|[^[:space:]"]+', 'g') m limit 16);
    telling       constant text[] := array(
        select w from unnest(words) w where not is_asking(in_language, rtrim(w, '?')));
    sought        constant text[] := case when cardinality(telling) > 0 then telling else words end;
    result        term[] := '{}';
    one           term;
    same          record;
    n             integer := 1;
begin
    while n <= cardinality(sought) loop
        same := synonyms_at(in_language, sought, n);
        if sought[n] like '"%' then
            one := row(sought[n], phraseto_tsquery(configuration, sought[n]), null);
        elsif sought[n] ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?[?.,]?$' then
            one := date_term(in_language, rtrim(sought[n], '?.,'));
        elsif same.length > 1 then
            one := row(array_to_string(sought[n : n + same.length - 1], ' '),
                       phraseto_tsquery(configuration, array_to_string(sought[n : n + same.length - 1], ' ')),
                       same.meaning);
        else
            one := word_term(in_language, rtrim(sought[n], '?!.,;:'));
            one.loose := coalesce(one.loose || same.meaning, same.meaning, one.loose);
        end if;
        if numnode(one.exact) > 0 then
            result := result || one;
        end if;
        n := n + greatest(same.length, 1);
    end loop;
    return result;
end $$;

-- A query for at least ENOUGH of TERMS, in any combination; null without terms. The query grows quickly with
-- both.
create or replace function visitor.having_of(terms visitor.term[], enough integer) returns tsquery
    language plpgsql immutable strict as $$
declare
    total constant integer := cardinality(terms);
    ways  tsquery[];   -- at place N: queries for N of the terms so far
    taken tsquery;
begin
    for i in 1 .. total loop
        for n in reverse least(i, having_of.enough) .. greatest(1, having_of.enough - (total - i)) loop
            taken := coalesce(terms[i].exact || terms[i].loose, terms[i].exact);
            taken := case when n = 1 then taken else ways[n - 1] && taken end;
            ways[n] := coalesce(ways[n] || taken, taken);
        end loop;
    end loop;
    return ways[having_of.enough];
end $$;

-- A query for all that TERMS find, to mark it in excerpts: umlauts match both ways to write them.
create or replace function visitor.marking_of(in_language text, terms visitor.term[]) returns tsquery
    language plpgsql stable strict set search_path = visitor, pg_catalog, pg_temp as $$
declare
    result tsquery := having_of(terms, 1);
    one    term;
begin
    foreach one in array terms loop
        if one.word ~* 'ae|oe|ue' then
            result := result || plainto_tsquery(('visitor.' || in_language)::regconfig,
                                                with_umlauts(one.word));
        elsif one.word ~ '^[0-9]{4}-[0-9]{2}' then
            result := result || phraseto_tsquery('simple', written_date(in_language, one.word));
        end if;
    end loop;
    return result;
end $$;
