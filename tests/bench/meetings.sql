-- SPDX-License-Identifier: EUPL-1.2
-- Makes up the meetings FIRST to LAST of MEETINGS, for measuring: psql -v first=1 -v last=50000 -v
-- meetings=100000. Run by the owner's role, on a site with its content. Each meeting has texts in Dutch and
-- English and two conclusions. Words come from lists in which the first are frequent and the last rare, as in
-- a language. Each summary has one word of its own, and all titles have the word for "meeting".
\set ON_ERROR_STOP on
set statement_timeout = 0;
set client_min_messages = warning;
begin;

create temporary table word as
  select 'nl' as language, w as word, n, count(*) over () as c
    from unnest(string_to_array('energie samenwerking grens ministers verklaring elektriciteit waterstof netbeheer crisis markt klimaat vervoer spoor fiets water overstroming politie gezondheid onderwijs arbeid pensioen fiscaal digitaal onderzoek innovatie cultuur jeugd toerisme landbouw natuur bosbouw riviercommissie schipvaart haven luchtvaart telecom satelliet glasvezel archief museum', ' ')) with ordinality t (w, n)
  union all
  select 'en', w, n, count(*) over ()
    from unnest(string_to_array('energy cooperation border ministers declaration electricity hydrogen network crisis market climate transport rail bicycle water flood police health education labour pension fiscal digital research innovation culture youth tourism agriculture nature forestry river shipping harbour aviation telecom satellite fibre archive museum', ' ')) with ordinality t (w, n);
-- A thousand phrases of twelve words for each language, of which texts are composed.
create temporary table phrase as
  select w.language, p.n, string_agg(w.word, ' ' order by k) as words
    from generate_series(0, 999) p (n), generate_series(1, 12) k, unnest(array['nl', 'en']) l (tag), word w
   where w.language = l.tag
   and w.n = 1 + floor(power((hashint8extended(p.n * 12 + k, 7) & 1048575) / 1048576.0, 3) * w.c)
   group by w.language, p.n;
create unique index on phrase (language, n);
analyze phrase;

create temporary table made as
  select n, nextval(pg_get_serial_sequence('site.document', 'id')) as id,
    to_char(date '1950-01-01' + (n * 27393::bigint / :meetings)::int, 'YYYY-MM-DD') as day
    from generate_series(:first, :last) n;
create temporary table text as
  select id, n, language, nextval(pg_get_serial_sequence('site.edition', 'id')) as edition from made,
    unnest(array['nl', 'en']) language;

insert into site.document (id, key, kind, position, original) overriding system value select id, 'made-' || n,
  'meeting', 0, 'nl' from made;
insert into site.meeting (document_id, forum, type, starts, status, place)
  select m.id, f.id, (array['ministerial', 'summit', 'working-group', 'event'])[1 + n % 4], m.day, 'held',
    p.key
    from made m join (select id, row_number() over (order by id) - 1 as r, count(*) over () as c
    from site.document where kind = 'topic') f on m.n % f.c = f.r
    join (select key, row_number() over (order by key) - 1 as r, count(*) over () as c from site.place) p
    on m.n % p.c = p.r;
insert into site.conclusion (document_id, number, state) select id, c, case c when 1 then 'open'
  else 'closed' end from made, generate_series(1, 2) c;
insert into site.edition (id, document_id, language, slug) overriding system value select edition, id,
  language, 'made-' || n from text;
insert into site.edition_text (edition_id, field, value)
  select edition, field, case field
           when 'title' then case t.language when 'nl' then 'Vergadering '
           else 'Meeting ' end || split_part(p.words, ' ', 1) || ' ' || split_part(p.words, ' ', 2)
           when 'short' then 'made ' || t.n
           when 'summary' then p.words || ' unique' || t.n
           else p.words end
    from text t
   cross join unnest(array['title', 'short', 'summary', 'body', 'conclusion.1',
   'conclusion.2']) with ordinality f (field, k)
    join phrase p on p.language = t.language and p.n = abs(hashint8(t.n * 10 + f.k)) % 1000;
insert into site.address (kind, language, slug, document_id) select 'meeting', language, 'made-' || n, id
  from text;
update site.edition set state = 'published', published_at = now() where id in (select edition from text);
commit;
