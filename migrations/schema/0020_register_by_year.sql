-- In which year an obstacle was reported, for the figures of the register by year.
alter table visitor.register_item add column opened integer;
create index register_item_by_year on visitor.register_item (for_language, kind, opened, status, day);
