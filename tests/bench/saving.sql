-- SPDX-License-Identifier: EUPL-1.2
-- The time to save and publish a new obstacle: composed once at the end of the transaction, and composed at
-- the end of each statement, as if every trigger did so by itself. Prints the medians of some rounds of each,
-- in turn, in milliseconds. All of it is rolled back.
begin;
set local search_path = site;
create temporary table took (way text, ms numeric);
do $$
declare
    started timestamptz;
    form    jsonb;
begin
    for round in 1 .. 24 loop
        form := jsonb_build_object(
            'original', 'nl', 'title', 'Een nieuwe belemmering ' || round, 'summary', 'Kort.', 'field',
            'work',
            'affects', 'Wie pendelt.', 'border', '[{"border": "be-nl"}]'::jsonb,
            'concerned', '[{"party": "LU"}]'::jsonb, 'authority', '[{"party": "BE"}]'::jsonb,
            'step', '[{"date": "2024-01", "status": "reported", "reason": "Gemeld."},
                      {"date": "2025-01", "status": "examined", "reason": "Onderzocht."}]'::jsonb,
            'source', '[{"url": "https://source.example/", "title": "Bron", "publisher": "Uitgever",
            "language": "nl"}]'::jsonb);
        if round % 2 = 0 then
            set constraints all deferred;
        else
            set constraints all immediate;
        end if;
        started := clock_timestamp();
        perform save_record('obstacle', 'bench', null, form, lpad(round::text, 64, '0'), true);
        set constraints all immediate;
        insert into took values (case round % 2 when 0 then 'once' else 'each' end,
                                 extract(epoch from clock_timestamp() - started) * 1000);
    end loop;
end
$$;
select round((percentile_cont(0.5) within group (order by ms) filter (where way = 'once'))::numeric, 1),
       round((percentile_cont(0.5) within group (order by ms) filter (where way = 'each'))::numeric, 1)
       from took;
rollback;
