-- SPDX-License-Identifier: EUPL-1.2
-- Options: the values from which fields of records are chosen.

-- The values of a list and their names in a language, in order:
--   forums                projects and partners
--   parties, countries    countries, regions and organisations; countries alone
--   places                towns
--   borders               between two parties
--   meetings              of a forum, the latest first, which may have taken up a conclusion
--   documents             to which an obstacle or a practice may belong: all forums, and the latest of other
--                         kinds
-- Raises invalid_parameter_value for an unknown list.
create or replace function site.options(list text, in_language text, of_forum text)
    returns table (key text, name text) language plpgsql stable as $$
begin
    case list
    when 'forums' then
        return query select * from site.forum_options(in_language);
    when 'parties' then
        return query select p.key::text, p.name ->> in_language from site.party p
                      order by p.kind, p.name ->> in_language collate "und-x-icu";
    when 'countries' then
        return query select p.key::text, p.name ->> in_language from site.party p where p.kind = 'country'
                      order by p.name ->> in_language collate "und-x-icu";
    when 'places' then
        return query select p.key::text, p.name ->> in_language from site.place p
                      order by p.name ->> in_language collate "und-x-icu";
    when 'borders' then
        return query select b.key::text, (one.name ->> in_language) || ' – ' || (other.name ->> in_language)
                       from site.border b
                       join site.party one on one.key = b.one join site.party other on other.key = b.other
                      order by ((one.name ->> in_language) || ' – ' || (other.name ->> in_language))
                               collate "und-x-icu";
    when 'meetings' then
        return query select m.key::text, m.starts || ', ' || m.title from visitor.meeting m
                      where m.for_language = in_language and (of_forum is null or m.forum = of_forum)
                      order by m.first_day desc, m.document_id desc limit 200;
    when 'documents' then
        return query select * from site.forum_options(in_language)
                     union all select * from site.latest_options('obstacle')
                     union all select * from site.latest_options('practice')
                     union all (select m.key::text, m.starts || ', ' || m.title from visitor.meeting m
                                 where m.for_language = in_language
                                 order by m.first_day desc, m.document_id desc limit 50);
    else
        raise exception 'there is no list %', list using errcode = 'invalid_parameter_value';
    end case;
end $$;

create or replace function site.forum_options(in_language text) returns table (key text, name text)
    language plpgsql stable as $$
begin
    return query select p.key::text, p.short from visitor.page p
                  where p.for_language = in_language and p.kind in ('topic', 'partner')
                  order by p.kind desc, p.position, p.key;
end $$;

create or replace function site.latest_options(of_kind text) returns table (key text, name text)
    language plpgsql stable as $$
begin
    return query select d.key::text, concat_ws(', ', nullif(h.starts, ''), h.title)
                   from site.heading h join site.document d on d.id = h.document_id
                  where h.place = (select k.position from site.kind k where k.name = of_kind)
                  order by h.place, h.position, h.starts desc, h.document_id limit 50;
end $$;
