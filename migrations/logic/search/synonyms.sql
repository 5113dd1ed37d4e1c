-- SPDX-License-Identifier: EUPL-1.2
-- Synonyms, which editors write, and the words that visitors sought in vain.

-- How many phrases a group may have: a search looks for all meanings of each of its words, so its work grows
-- with their square. The form refuses a larger group (cgi-src/desk/synonyms/page.c).
create or replace function site.synonyms_max() returns integer language sql immutable parallel safe return 20;

-- Composes the synonyms of a language for the search. A phrase in several groups means all that is in any of
-- them, up to that number. A phrase of more than five words is left out, since a search does not look for
-- phrases that long.
create or replace function site.compose_synonyms() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from visitor.synonym where language = new.language;
    insert into visitor.synonym (language, phrase, meaning)
    with written as (
        select g.n, p.place, btrim(p.phrase) as phrase
          from string_to_table(new.groups, E'\n') with ordinality g (line, n),
               string_to_table(g.line, ',') with ordinality p (phrase, place)
         where p.place <= site.synonyms_max() and length(btrim(p.phrase)) <= 100),
    phrase as (
        select w.n, w.place, visitor.stems(new.language, w.phrase) as stems,
               phraseto_tsquery(('visitor.' || new.language)::regconfig, w.phrase) as query
          from written w where visitor.stems(new.language, w.phrase) <> ''),
    meaning as (
        select p.stems, o.query, row_number() over (partition by p.stems order by o.n, o.place) as number
          from phrase p join phrase o on o.n = p.n where numnode(o.query) between 1 and 5 + 4)
    select new.language, m.stems, string_agg('(' || m.query::text || ')', ' | ')::tsquery
      from meaning m where m.number <= site.synonyms_max() group by m.stems;
    return null;
end $$;

create or replace trigger compose_synonyms after insert or update on site.synonyms
    for each row execute function site.compose_synonyms();

-- Saves the synonyms of a language by an editor who saw the version SEEN. Returns the new version; null when
-- somebody else has saved since.
create or replace function site.save_synonyms(by_account text, from_address inet, its_language text,
                                              seen integer, new_groups text) returns integer
    language sql as $$
    with saved as (
        update site.synonyms s set groups = new_groups, version = version + 1, changed_at = now()
         where s.language = its_language and s.version = seen
        returning version),
    logged as (
        insert into site.audit (account, action, language, detail, address)
             select by_account, 'save-synonyms', its_language, 'version ' || version, from_address from saved)
    select version from saved;
$$;

-- Imports synonyms in the form of content/synonyms.json, {"nl": ["…, …"]}, for languages that have none yet.
create or replace function site.import_synonyms(synonyms jsonb) returns void language sql as $$
    update site.synonyms s
       set groups = (select coalesce(string_agg(line, E'\n' order by n), '')
                       from jsonb_array_elements_text(synonyms -> s.language::text)
                            with ordinality t (line, n))
     where s.groups = '' and synonyms ? s.language::text;
$$;

create or replace function site.export_synonyms() returns json language sql stable as $$
    select json_object_agg(s.language, array_to_json(string_to_array(s.groups, E'\n')) order by l.position)
      from site.synonyms s join site.language l on l.code = s.language;
$$;

-- Counts words that a visitor sought and that no text has. Nothing is kept about the visitor, and no word
-- with digits or signs, so that it cannot be an address. At most sixty a minute are counted, and a thousand
-- of each language kept: beyond that the word sought least, and longest ago, is deleted. Only one transaction
-- counts at a time; others do not wait, but count nothing.
create or replace function visitor.count_unfound(in_language text, words text[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    its_word text;
begin
    if not pg_try_advisory_xact_lock(hashtext('unfound')) then
        return;
    end if;
    foreach its_word in array words[1 : 4] loop
        continue when its_word !~ '^[[:alpha:]]{3,40}$' or its_word <> lower(its_word)
            or exists (select from visitor.word w where w.language = in_language and w.word = its_word);
        update site.unfound_pace p
           set counted = case when p.minute = date_trunc('minute', now()) then p.counted + 1 else 1 end,
               minute = date_trunc('minute', now())
         where p.minute < date_trunc('minute', now()) or p.counted < 60;
        exit when not found;
        insert into site.unfound as u (language, word) values (in_language, its_word)
        on conflict (language, word) do update set times = u.times + 1, last_day = current_date;
    end loop;
    delete from site.unfound u
     where u.language = in_language
       and u.word in (select o.word from site.unfound o where o.language = in_language
                       order by o.times desc, o.last_day desc, o.word offset 1000);
end $$;

-- The words sought in vain most often, for editors. Words sought less than three times are left out: they are
-- often mistyped, or somebody's name.
create or replace function site.unfound_words(its_language text, most integer)
    returns table (word text, times integer, last_day date)
    language sql stable as $$
    select u.word, u.times, u.last_day from site.unfound u
     where u.language = its_language and u.times >= 3
       and not exists (select from visitor.word w where w.language = u.language and w.word = u.word)
       and not exists (select from visitor.synonym s
                        where s.language = u.language and s.phrase = visitor.stems(u.language, u.word))
     order by u.times desc, u.last_day desc, u.word limit most;
$$;
