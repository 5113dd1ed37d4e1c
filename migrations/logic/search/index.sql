-- SPDX-License-Identifier: EUPL-1.2
-- The index of the search.

-- A kind of documents as a word that nobody can type, so that the index can find the words in documents of
-- one kind without reading the others.
create or replace function site.kind_word(kind text) returns tsvector
    language sql immutable strict parallel safe
    return array_to_tsvector(array['=' || kind]);

-- Makes the entries of documents: one for each document, for each of its conclusions and for the title of
-- each attached document.
create or replace function site.compose_search(shown bigint[]) returns void language plpgsql as $$
begin
    delete from visitor.searchable where document_id = any (shown);
    insert into visitor.searchable (language, document_id, part, kind, first_day, title, text, words)
         select f.language, f.document_id, f.part, k.kind, f.first_day, f.title, f.text,
                f.words || site.kind_word(k.kind)
           from (select * from site.searchable_documents(shown)
                 union all select * from site.searchable_conclusions(shown)
                 union all select * from site.searchable_links(shown)) f
          cross join lateral (select (select d.kind from site.document d
                                       where d.id = f.document_id)) k (kind);
    insert into visitor.word (language, word)
         select distinct s.language, word
           from visitor.searchable s, regexp_split_to_table(lower(s.title || ' ' || s.text),
                                                            '[^[:alpha:]]+') word
          where s.document_id = any (shown) and length(word) between 4 and 40
    on conflict do nothing;
end $$;

-- The day by which the entries of a document are sorted; '-infinity' without one. For an obstacle it is that
-- of its last public step; a practice has none.
create or replace function site.search_day(of_document bigint) returns date language plpgsql stable as $$
begin
    return coalesce((select max(case when i.status is null then '-infinity' else i.day end)
                       from visitor.register_item i where i.document_id = of_document),
                    site.first_day(nullif(site.starts_of(of_document), '')), '-infinity');
end $$;

-- The words by which a document is found beside its texts.
create or replace function site.family_words(of_document bigint, in_language text) returns tsvector
    language plpgsql stable as $$
declare
    own   constant regproc := site.family_function(of_document, 'words');
    words tsvector;
begin
    if own is not null then
        execute format('select %s($1, $2)', own) into words using of_document, in_language;
    end if;
    return coalesce(words, '');
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
           || site.family_words(e.document_id, e.language)
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
