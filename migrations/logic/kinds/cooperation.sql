-- SPDX-License-Identifier: EUPL-1.2
-- Topics and partners.

-- The facts that have one value, with the names of parties and places.
create or replace function site.facts_shown(of_document bigint, in_language text) returns jsonb
    language plpgsql stable as $$
begin
    return (select site.facts_of(to_jsonb(c))
                   || jsonb_strip_nulls(jsonb_build_object('secretariat', secretariat.name ->> in_language,
                                                           'seat', seat.name ->> in_language))
              from site.cooperation c
              left join site.party secretariat on secretariat.key = c.secretariat
              left join site.place seat on seat.key = c.seat
             where c.document_id = of_document);
end $$;

-- 'code' is that of ISO 3166, for countries and regions that have one.
create or replace function site.participants_shown(of_document bigint, in_language text) returns json
    language plpgsql stable as $$
begin
    return (select json_agg(json_build_object('name', p.name ->> in_language, 'role', m.role, 'code',
                                              case p.kind when 'country' then p.key else p.code end)
                            order by m.role <> 'member', p.kind, p.name ->> in_language collate "und-x-icu")
              from site.participant m join site.party p on p.key = m.party
             where m.document_id = of_document);
end $$;

-- The facts of a topic or a partner in the tables, in the form of its fields; null for other documents.
create or replace function site.cooperation_facts(of_document bigint) returns jsonb
    language plpgsql stable as $$
begin
    return (select site.facts_of(to_jsonb(c)) || jsonb_build_object(
        'term', site.term_facts(c.document_id),
        'participant', (select jsonb_agg(jsonb_build_object('party', p.party, 'role', p.role)
                                         order by p.party)
                          from site.participant p where p.document_id = of_document),
        'milestone', (select jsonb_agg(jsonb_build_object('key', m.key, 'date', m.date)
                                       order by m.date, m.key)
                        from site.milestone m where m.document_id = of_document))
      from site.cooperation c where c.document_id = of_document);
end $$;

-- The faults of a form that only the database can find: fields ("participant.2.party") and faults.
create or replace function site.cooperation_faults(of_kind text, before jsonb, form jsonb)
    returns table (field text, fault text) language plpgsql stable as $$
begin
    return query
    select 'secretariat', 'unknown'
     where form ? 'secretariat' and not exists (select from site.party p where p.key = form ->> 'secretariat')
    union all
    select 'seat', 'unknown'
     where form ? 'seat' and not exists (select from site.place p where p.key = form ->> 'seat')
    union all
    select * from site.term_faults(form)
    union all
    select 'participant.' || r.place || '.party', case when p.key is null then 'unknown' else 'taken' end
      from site.form_rows(form, 'participant') r
      left join site.party p on p.key = r.item ->> 'party'
     where p.key is null
        or exists (select from site.form_rows(form, 'participant') before
                    where before.place < r.place and before.item ->> 'party' = r.item ->> 'party');
end $$;

create or replace function site.write_cooperation(saved bigint, of_kind text, before jsonb, facts jsonb)
    returns void language plpgsql as $$
begin
    perform site.write_row('site.cooperation', saved, of_kind, facts);
    if before -> 'participant' is distinct from facts -> 'participant' then
        delete from site.participant where document_id = saved;
        insert into site.participant (document_id, party, role)
             select saved, item ->> 'party', item ->> 'role' from site.form_rows(facts, 'participant');
    end if;
    if before -> 'milestone' is distinct from facts -> 'milestone' then
        delete from site.milestone where document_id = saved;
        insert into site.milestone (document_id, key, date)
             select saved, item ->> 'key', item ->> 'date' from site.form_rows(facts, 'milestone');
    end if;
    if before -> 'term' is distinct from facts -> 'term' then
        perform site.write_terms(saved, facts);
    end if;
end $$;

select site.watch('note_rows', 'cooperation', 'participant', 'milestone');
