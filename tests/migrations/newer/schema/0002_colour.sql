-- SPDX-License-Identifier: EUPL-1.2
alter table site.thing add column colour text not null default 'red';
