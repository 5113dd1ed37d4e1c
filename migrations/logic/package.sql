-- SPDX-License-Identifier: EUPL-1.2
-- The package: all public data in one file, made by a process of the desk (cgi-src/site/package/make.h).

-- What the public records are as of now.
create or replace function site.package_state() returns text language sql stable as $$
    select coalesce(max(id), 0)::text from visitor.change
$$;

-- The state to make a package of; null while there is one. What is in it beside records, such as the names of
-- parties, may change without one of them: within an hour all is looked at again.
create or replace function site.package_due() returns text language sql stable as $$
    select s.state from site.package_state() s (state)
     where not exists (select from site.package p
                        where p.state = s.state and p.checked_at > now() - interval '1 hour')
$$;

-- Keeps CONTENT as the package of a state. Who is fetching an earlier one has an hour for that, unless there
-- were twenty since.
create or replace function site.keep_package(content bytea, its_state text) returns void
    language plpgsql as $$
declare
    hash constant bytea := sha256(content);
begin
    insert into site.package (sha256, size, state) values (hash, length(content), its_state)
    on conflict (sha256) do update set state = its_state, checked_at = now();
    if not exists (select from site.package_piece p where p.sha256 = hash) then
        insert into site.package_piece (sha256, position, bytes)
             select hash, n, substr(content, n * 262144 + 1, 262144)
               from generate_series(0, (length(content) - 1) / 262144) n;
    end if;
    delete from site.package p
     where p.sha256 <> hash
       and (p.checked_at < now() - interval '2 hours'
            or p.sha256 not in (select o.sha256 from site.package o order by o.checked_at desc limit 20));
end $$;

-- The latest first.
create or replace view visitor.package with (security_barrier) as
    select encode(sha256, 'hex') as sha256, size, made_at from site.package order by checked_at desc limit 1;

create or replace view visitor.package_piece with (security_barrier) as
    select encode(sha256, 'hex') as sha256, position, bytes from site.package_piece;
