-- Stop words are left out while they still have their accents: "unaccent" made "à" and "für" words like any
-- other, which the list of the stemmer then did not know.
do $$
declare
    its site.language;
begin
    for its in select * from site.language loop
        execute format('create text search dictionary visitor.%I'
                       ' (template = pg_catalog.simple, stopwords = %I, accept = false)',
                       its.code || '_stop', its.stemmer);
        execute format('alter text search configuration visitor.%I alter mapping for hword, hword_part, word'
                       ' with visitor.%I, public.unaccent, %I_stem', its.code, its.code || '_stop',
                       its.stemmer);
    end loop;
end
$$;

-- What was composed with these words.
update site.synonyms set groups = groups;
insert into site.renewal (document_id) select id from site.document on conflict do nothing;
