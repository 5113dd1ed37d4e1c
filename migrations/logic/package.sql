-- SPDX-License-Identifier: EUPL-1.2
-- The package: all public data in one file, made by a process of the desk (cgi-src/site/package/make.h).

-- The state of the public records: the number of their last change.
create or replace function site.package_state() returns text language sql stable as $$
    select coalesce(max(id), 0)::text from visitor.change
$$;

-- The state of which a package is due; null for none. Parts of the package that are not records, such as the
-- names of parties, may change without that state, so a package is due an hour after the last one in any
-- case.
create or replace function site.package_due() returns text language sql stable as $$
    select s.state from site.package_state() s (state)
     where not exists (select from site.package p
                        where p.state = s.state and p.checked_at > now() - interval '1 hour')
$$;

-- Keeps CONTENT as the package of a state. Deletes earlier ones two hours after they were last checked, so
-- that whoever is fetching one has an hour to finish, and all but the latest twenty.
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

-- The latest package.
create or replace view visitor.package with (security_barrier) as
    select encode(sha256, 'hex') as sha256, size, made_at from site.package order by checked_at desc limit 1;

create or replace view visitor.package_piece with (security_barrier) as
    select encode(sha256, 'hex') as sha256, position, bytes from site.package_piece;
