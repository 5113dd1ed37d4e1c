-- SPDX-License-Identifier: EUPL-1.2
-- The package of all public data: when a new one is due, and how long the former ones are kept.
begin;
set search_path = tap, site, public;
select no_plan();
delete from site.package;

select is(site.package_due(), site.package_state(), 'a package is due while there is none');
select site.keep_package('one', site.package_state());
select is(site.package_due(), null, 'then no package is due');
select is((select (sha256, size) from visitor.package), (encode(sha256('one'), 'hex'), 3::bigint),
  'visitors see the package');
select is((select convert_from(bytes, 'UTF8') from visitor.package_piece
  where sha256 = encode(sha256('one'), 'hex') and position = 0), 'one', 'visitors can fetch the package');

insert into visitor.change (kind, key, language, slug, published, sum)
  values ('page', 'package-test', 'nl', 'package-test', '2026-01-01', repeat('0', 32));
select is(site.package_due(), site.package_state(), 'after a publication the next one is due');
update site.package set made_at = now() - interval '1 day', checked_at = now() - interval '1 minute';
select site.keep_package(convert_to(repeat('0123456789', 60000), 'UTF8'), site.package_state());
select is((select string_agg(bytes, '' order by position) from visitor.package_piece
  where sha256 = (select sha256 from visitor.package)),
          convert_to(repeat('0123456789', 60000), 'UTF8'), 'the pieces make the whole');
select is((select count(*) from visitor.package_piece), 4::bigint,
  'the pieces of the former package are kept for now');

update site.package set checked_at = now() - interval '61 minutes' * case size when 3 then 1.1 else 1 end;
select is(site.package_due(), site.package_state(), 'after an hour another check is due');
create temporary table before as select made_at from visitor.package;
select site.keep_package(convert_to(repeat('0123456789', 60000), 'UTF8'), site.package_state());
select is((select made_at from visitor.package), (select made_at from before),
  'an unchanged package keeps its age');
select is((select count(*) from site.package), 2::bigint, 'an unchanged package is kept once');

update site.package set checked_at = now() - interval '3 hours' where size = 3;
select site.keep_package('two', 'x');
select is_empty($$select from visitor.package_piece where sha256 = encode(sha256('one'), 'hex')$$,
  'packages that nobody fetches any more are deleted');
update site.package set checked_at = now() - interval '1 minute';
select site.keep_package(convert_to('package ' || n, 'UTF8'), 'x') from generate_series(1, 30) n;
select cmp_ok((select count(*) from site.package), '<=', 21::bigint,
  'publishing all day does not fill the disk');

select * from finish();
rollback;
