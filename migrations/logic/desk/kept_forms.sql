-- SPDX-License-Identifier: EUPL-1.2
-- What was sent when the session had ended.

-- Keeps a form: of each account the newest ten; of strangers ten an hour from each subscriber, and two
-- hundred in all. False, and nothing is written, when it is not kept.
create or replace function site.keep_form(its_token bytea, its_account bigint, its_address inet,
                                          its_path text, its_form text, its_files boolean) returns boolean
    language plpgsql as $$
declare
    its_network constant cidr := site.own_network(host(its_address));
    of_strangers record;
begin
    select count(*) as n, count(*) filter (where network = its_network) as near,
           count(*) filter (where network = its_network and at > now() - interval '1 hour') as lately
      into of_strangers from site.kept_form where account is null;
    if its_account is null
       and (of_strangers.lately >= 10 or (of_strangers.n >= 200 and of_strangers.near < 10)) then
        return false;
    end if;
    delete from site.kept_form
     where token in (select token from site.kept_form
                      where account is not distinct from its_account
                        and (account is not null or network = its_network)
                      order by at desc offset 9);
    insert into site.kept_form (token, account, network, path, form, files)
         values (its_token, its_account, its_network, its_path, its_form, its_files);
    return true;
end $$;

-- Gives a form away: then it is there no longer.
create or replace function site.take_form(its_token bytea) returns table (path text, form text, files boolean)
    language sql as $$
    delete from site.kept_form k where k.token = its_token and k.at > now() - interval '12 hours'
        returning k.path, k.form, k.files
$$;
