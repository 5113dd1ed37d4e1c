-- What stands below the picture that leads a page.
update site.kind set texts = texts || '{caption}'::text[]
 where name in ('topic', 'partner', 'page', 'meeting', 'event');
