-- What the desk answered to a form is kept like the form: browsers fetch it from an address of its own.
alter table site.kept_form
    add column answer text check (length(answer) <= 2000000),   -- the page; null: what was sent is kept
    add column status integer check (status between 200 and 499),
    add column policy text,                                     -- its Content-Security-Policy
    add column once   boolean not null default false,           -- it is shown a single time
    add constraint kept_form_answer_is_whole check ((answer is null) = (status is null));
comment on table site.kept_form is
    'source: what was sent to the desk when the session had ended, until the login, and what the desk '
    'answered to forms, for twelve hours';
