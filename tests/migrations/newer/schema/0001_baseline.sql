-- SPDX-License-Identifier: EUPL-1.2
-- A database of an older version, for tests of upgrading.
create schema site;
create schema visitor;
create table site.thing (id bigint generated always as identity primary key, name text not null,
  size integer not null);
create table site.noted (thing bigint not null);
insert into site.thing (name, size) values ('one', 1), ('two', 2);
