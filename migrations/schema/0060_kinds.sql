-- What the record of a document has, by its kind.
alter table site.kind
    -- the subject whose functions know its facts (FAMILY_facts, FAMILY_faults, write_FAMILY); null for none
    add column family text,
    -- the texts beside those of rows, in the order in which an editor writes them
    add column texts text[] not null default '{title,short,summary,body}';

update site.kind k set family = f.family
  from (values ('topic', 'cooperation'), ('partner', 'cooperation'), ('page', 'page'),
               ('meeting', 'meeting'), ('obstacle', 'register'), ('practice', 'register'),
               ('event', 'event')) f (name, family)
 where k.name = f.name;
update site.kind set texts = texts || '{nature,instrument}'::text[] where name = 'topic';
update site.kind set texts = '{nature}'::text[] || texts || '{instrument}'::text[] where name = 'partner';
update site.kind set texts = texts || '{affects,done,provision,instrument}'::text[] where name = 'obstacle';
update site.kind set texts = texts || '{instrument,contact}'::text[] where name = 'practice';
update site.kind set texts = texts || '{reason}'::text[] where name = 'meeting';

analyze site.kind;
