-- SPDX-License-Identifier: EUPL-1.2
-- What is found by which words.

-- A kind of documents as a word that nobody can type, so that the index of words finds a word in one kind
-- without a look at what has it of others.
create or replace function site.kind_word(kind text) returns tsvector
    language sql immutable strict parallel safe
    return array_to_tsvector(array['=' || kind]);

-- What is found of documents: all of each, its conclusions, the titles of its documents. An obstacle has the
-- day of its last public step.
create or replace function site.compose_search(shown bigint[]) returns void language plpgsql as $$
begin
    delete from visitor.searchable where document_id = any (shown);
    insert into visitor.searchable (language, document_id, part, kind, first_day, title, text, words)
         select f.language, f.document_id, f.part, d.kind, f.first_day, f.title, f.text,
                f.words || site.kind_word(d.kind)
           from (select * from site.searchable_documents(shown)
                 union all select * from site.searchable_conclusions(shown)
                 union all select * from site.searchable_links(shown)) f
           join site.document d on d.id = f.document_id;
    insert into visitor.word (language, word)
         select distinct s.language, word
           from visitor.searchable s, regexp_split_to_table(lower(s.title || ' ' || s.text),
                                                            '[^[:alpha:]]+') word
          where s.document_id = any (shown) and length(word) between 4 and 40
    on conflict do nothing;
end $$;

-- The day by which what belongs to a document is sorted; '-infinity' for one without a day.
create or replace function site.search_day(of_document bigint) returns date language plpgsql stable as $$
begin
    return coalesce((select site.first_day(m.starts) from site.meeting m where m.document_id = of_document),
                    (select site.first_day(v.starts) from site.event v where v.document_id = of_document),
                    (select max(i.day) from visitor.register_item i
                      where i.document_id = of_document and i.status is not null),
                    '-infinity');
end $$;

-- What a meeting's page shows beside its texts, as words: its forum, what it is, where and when. A place has
-- its names in all languages, a meeting of some days each of them.
create or replace function site.meeting_words(of_document bigint, in_language text) returns text
    language plpgsql stable as $$
begin
    return (select concat_ws(' ', site.kind_words(m.type, in_language), forum.title, forum.short,
                             (select string_agg(n.value, ' ') from jsonb_each_text(place.name) n),
                             country.name ->> in_language, left(m.starts, 7), left(m.starts, 4),
                             (select string_agg(to_char(d, 'YYYY-MM-DD'), ' ')
                                from generate_series(site.first_day(m.starts),
                                                     least(site.last_day(coalesce(m.ends, m.starts)),
                                                           site.first_day(m.starts) + 31), '1 day') d
                               where length(m.starts) = 10))
      from site.meeting m
      left join visitor.page forum on forum.document_id = m.forum and forum.for_language = in_language
      left join site.place place on place.key = m.place
      left join site.party country on country.key = place.country
     where m.document_id = of_document);
end $$;

-- The same of an event.
create or replace function site.event_words(of_document bigint, in_language text) returns text
    language plpgsql stable as $$
begin
    return (select concat_ws(' ', site.kind_words('event', in_language),
                             (select string_agg(n.value, ' ') from jsonb_each_text(place.name) n),
                             left(v.starts, 7), left(v.starts, 4), v.starts, v.ends,
                             (select string_agg(p.name ->> in_language, ' ' order by w.position)
                                from site.event_party w join site.party p on p.key = w.party
                               where w.document_id = v.document_id))
      from site.event v
      left join site.place place on place.key = v.place
     where v.document_id = of_document);
end $$;

-- Who presided over a meeting and who came, as words.
create or replace function site.meeting_people(of_document bigint, in_language text) returns text
    language plpgsql stable as $$
begin
    return concat_ws(' ',
        (select site.kind_words('presidency', in_language) || ' '
                || string_agg(p.name ->> in_language, ' ' order by p.key)
           from site.presiding(of_document) as t (key) join site.party p on p.key = t.key),
        (select string_agg(concat_ws(' ', p.name ->> in_language, g.person), ' ' order by g.position)
           from site.delegation g join site.party p on p.key = g.party where g.document_id = of_document));
end $$;

-- The words by which kinds of meetings are called beside their labels on the page.
create or replace function site.kind_words(type text, in_language text) returns text
    language plpgsql immutable strict parallel safe as $$
begin
    return (select words from (values
        ('ministerial', 'nl', 'vergadering bijeenkomst ministeriële ministers'),
        ('ministerial', 'fr', 'réunion ministérielle ministres'),
        ('ministerial', 'de', 'Sitzung Treffen Ministertreffen Ministertagung Minister'),
        ('ministerial', 'en', 'meeting ministerial ministers'),
        ('summit', 'nl', 'vergadering bijeenkomst top topontmoeting'),
        ('summit', 'fr', 'réunion sommet'),
        ('summit', 'de', 'Sitzung Treffen Gipfel Gipfeltreffen'),
        ('summit', 'en', 'meeting summit'),
        ('working-group', 'nl', 'vergadering bijeenkomst werkgroep'),
        ('working-group', 'fr', 'réunion groupe de travail'),
        ('working-group', 'de', 'Sitzung Treffen Arbeitsgruppe'),
        ('working-group', 'en', 'meeting working group'),
        ('event', 'nl', 'vergadering bijeenkomst evenement'),
        ('event', 'fr', 'réunion événement'),
        ('event', 'de', 'Sitzung Treffen Veranstaltung'),
        ('event', 'en', 'meeting event'),
        ('presidency', 'nl', 'voorzitterschap voorzitter'),
        ('presidency', 'fr', 'présidence'),
        ('presidency', 'de', 'Vorsitz'),
        ('presidency', 'en', 'presidency chair')) as w (type, language, words)
     where w.type = kind_words.type and w.language = in_language);
end $$;

create or replace function site.searchable_documents(shown bigint[])
    returns table (language text, document_id bigint, part text, first_day date, title text, text text,
                   words tsvector)
    language plpgsql stable as $$
begin
    return query
    select e.language::text, e.document_id, '', site.search_day(e.document_id), t.title, left(t.rest, 20000),
           setweight(visitor.words_of(e.language, t.title || ' ' || t.short), 'A')
           || setweight(visitor.words_of(e.language, coalesce(t.summary, '')), 'B')
           || setweight(visitor.words_of(e.language,
                                         coalesce(site.meeting_words(e.document_id, e.language),
                                                  site.event_words(e.document_id, e.language), '')), 'B')
           || setweight(visitor.words_of(e.language, site.meeting_people(e.document_id, e.language)), 'C')
           || setweight(visitor.words_of(e.language, left(t.rest, 20000)), 'C')
      from site.edition e
     cross join lateral (
           select max(x.value) filter (where x.field = 'title') as title,
                  max(x.value) filter (where x.field = 'short') as short,
                  max(x.value) filter (where x.field = 'summary') as summary,
                  string_agg(site.plain_text(x.value), ' '
                             order by x.field <> 'summary', x.field <> 'body', x.field)
                      filter (where x.field not in ('title', 'short')
                              and x.field not like 'conclusion.%') as rest
             from site.edition_text x where x.edition_id = e.id) t
     where e.document_id = any (shown) and e.state = 'published';
end $$;

create or replace function site.searchable_conclusions(shown bigint[])
    returns table (language text, document_id bigint, part text, first_day date, title text, text text,
                   words tsvector)
    language plpgsql stable as $$
begin
    return query
    select e.language::text, e.document_id, 'c' || c.number, site.search_day(e.document_id), title.value,
        t.value,
           setweight(visitor.words_of(e.language, t.value), 'B')
           || setweight(visitor.words_of(e.language, title.value || ' ' || short.value), 'C')
      from site.edition e
      join site.conclusion c on c.document_id = e.document_id
      join site.edition_text t on t.edition_id = e.id and t.field = 'conclusion.' || c.number
      join site.edition_text title on title.edition_id = e.id and title.field = 'title'
      join site.edition_text short on short.edition_id = e.id and short.field = 'short'
     where e.document_id = any (shown) and e.state = 'published';
end $$;

create or replace function site.searchable_links(shown bigint[])
    returns table (language text, document_id bigint, part text, first_day date, title text, text text,
                   words tsvector)
    language plpgsql stable as $$
begin
    return query
    select l.language::text, l.document_id, 'd' || l.position, site.search_day(l.document_id), p.title,
        l.title,
           setweight(visitor.words_of(l.language, l.title), 'B')
      from site.link l
      join visitor.page p on p.document_id = l.document_id and p.for_language = l.language
     where l.document_id = any (shown);
end $$;
