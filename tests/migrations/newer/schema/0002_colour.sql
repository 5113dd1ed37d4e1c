alter table site.thing add column colour text not null default 'red';
