-- SPDX-License-Identifier: EUPL-1.2
-- Makes up the obstacles FIRST to LAST of OBSTACLES, for measuring, as meetings.sql does meetings. Each has
-- texts in Dutch and English, one or two borders, and up to three steps.
\set ON_ERROR_STOP on
set statement_timeout = 0;
set client_min_messages = warning;
begin;

create temporary table word as
  select 'nl' as language, w as word, n, count(*) over () as c
    from unnest(string_to_array('erkenning vergunning verzekering belasting werk diploma controle vervoer ambulance politie gegevens bevoegdheid toelating thuiswerk pensioen rijbewijs keuring kenteken verpakking afval stroom netwerk taal examen stage zorg apotheek meldplicht statuut bewijs', ' ')) with ordinality t (w, n)
  union all
  select 'en', w, n, count(*) over ()
    from unnest(string_to_array('recognition licence insurance tax work degree check transport ambulance police data competence admission telework pension driving inspection plate packaging waste power network language exam apprenticeship care pharmacy notification statute proof', ' ')) with ordinality t (w, n);
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
    date '1960-01-01' + (n * 23000::bigint / :obstacles)::int as day
    from generate_series(:first, :last) n;
create temporary table text as
  select id, n, language, nextval(pg_get_serial_sequence('site.edition', 'id')) as edition from made,
    unnest(array['nl', 'en']) language;

insert into site.document (id, key, kind, position, original) overriding system value select id,
  'hindered-' || n, 'obstacle', 0, 'nl' from made;
insert into site.register_item (document_id, kind, field)
  select id, 'obstacle',
    (array['work', 'taxes', 'education', 'transport', 'police', 'health', 'energy', 'environment',
    'internal-market', 'governance'])[1 + (hashint8(n) & 7)] from made;
insert into site.register_border (document_id, border)
  select distinct m.id, b.key from made m join (select key, row_number() over (order by key) - 1 as r,
    count(*) over () as c from site.border) b
      on b.r in (m.n % b.c, (m.n / 7) % b.c);
insert into site.step (document_id, number, date, status)
  select id, s, to_char(day + s * 100, 'YYYY-MM-DD'),
    (array['reported', 'examined', 'being-solved', 'solved', 'closed'])[s + n % 3]
    from made, generate_series(1, 3) s where s <= 1 + n % 3 order by id, s;
insert into site.edition (id, document_id, language, slug) overriding system value select edition, id,
  language, 'hindered-' || n from text;
insert into site.edition_text (edition_id, field, value)
  select edition, field, case field
           when 'title' then case t.language when 'nl' then 'Belemmering '
           else 'Obstacle ' end || split_part(p.words, ' ', 1) || ' ' || split_part(p.words, ' ', 2)
           when 'short' then 'made ' || t.n
           when 'summary' then p.words || ' single' || t.n
           else p.words end
    from text t
   cross join unnest(array['title', 'short', 'summary', 'body', 'affects', 'step.1', 'step.2',
   'step.3']) with ordinality f (field, k)
    join phrase p on p.language = t.language and p.n = abs(hashint8(t.n * 10 + f.k)) % 1000;
insert into site.address (kind, language, slug, document_id) select 'obstacle', language, 'hindered-' || n, id
  from text;
update site.edition set state = 'published', published_at = now() where id in (select edition from text);
commit;
