-- How many meetings there are of each sort, and how many obstacles by year, so that a list need not read all
-- of them to say so.
create table visitor.meeting_count (
    for_language site.language_code not null,
    year  integer not null,     -- in which the meeting has a day; 0 for all years
    forum text not null,
    type  text not null,
    n     integer not null,
    primary key (for_language, year, forum, type)
);
comment on table visitor.meeting_count is 'derived: how many rows visitor.meeting has of each sort';

create table visitor.register_year (
    for_language site.language_code not null,
    opened integer not null,    -- the year of its first step
    ended  integer not null,    -- that of its last one, when it was solved or closed; 0 otherwise
    solved boolean not null,
    n      integer not null,
    primary key (for_language, opened, ended, solved)
);
comment on table visitor.register_year is
    'derived: how many obstacles visitor.register_item has of each sort';

insert into visitor.meeting_count (for_language, year, forum, type, n)
     select m.for_language, y.year, m.forum, m.type, count(*)
       from visitor.meeting m
      cross join lateral (
            select 0 as year
            union all select generate_series(extract(year from m.first_day)::integer,
                                             extract(year from m.last_day)::integer)) y
      group by 1, 2, 3, 4;
insert into visitor.register_year (for_language, opened, ended, solved, n)
     select i.for_language, i.opened,
            case when i.status in ('solved', 'closed') then extract(year from i.day)::integer else 0 end,
            i.status = 'solved', count(*)
       from visitor.register_item i
      where i.kind = 'obstacle' and i.opened > 0
      group by 1, 2, 3, 4;
drop index visitor.register_item_by_year;
