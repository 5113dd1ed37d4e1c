-- What is to be composed anew next, without a look at all that waits.
create index renewal_by_time on site.renewal (since, document_id desc);
