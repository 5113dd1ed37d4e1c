-- SPDX-License-Identifier: EUPL-1.2
-- Kept forms: forms sent after the session had ended, and the answers to forms.

-- Makes room for one more form or answer: each account keeps its newest ten forms and forty answers;
-- strangers have ten an hour from each network, and two hundred in all. False when there is no room.
create or replace function site.make_room(its_account bigint, its_network cidr, of_answers boolean)
    returns boolean language plpgsql as $$
declare
    of_strangers record;
begin
    select count(*) as n, count(*) filter (where network = its_network) as near,
           count(*) filter (where network = its_network and at > now() - interval '1 hour') as lately
      into of_strangers from site.kept_form where account is null and (answer is not null) = of_answers;
    if its_account is null
       and (of_strangers.lately >= 10 or (of_strangers.n >= 200 and of_strangers.near < 10)) then
        return false;
    end if;
    delete from site.kept_form
     where token in (select token from site.kept_form
                      where account is not distinct from its_account and (answer is not null) = of_answers
                        and (account is not null or network = its_network)
                      order by at desc
                     offset case when of_answers and its_account is not null then 39 else 9 end);
    return true;
end $$;

-- Keeps a form. False when there is no room; nothing is written then.
create or replace function site.keep_form(its_token bytea, its_account bigint, its_address inet,
                                          its_path text, its_form text, its_files boolean) returns boolean
    language plpgsql as $$
declare
    its_network constant cidr := site.own_network(host(its_address));
begin
    if not site.make_room(its_account, its_network, false) then
        return false;
    end if;
    insert into site.kept_form (token, account, network, path, form, files)
         values (its_token, its_account, its_network, its_path, its_form, its_files);
    return true;
end $$;

-- Returns a form and deletes it. A form that an account sent after its session had ended is only for that
-- account; one of a stranger is for whoever has the token. The former version of the program names no
-- account.
create or replace function site.take_form(its_token bytea, for_account bigint default null)
    returns table (path text, form text, files boolean) language sql as $$
    delete from site.kept_form k
     where k.token = its_token and k.answer is null and k.at > now() - interval '12 hours'
       and (k.account is null or for_account is null or k.account = for_account)
        returning k.path, k.form, k.files
$$;

-- Keeps an answer to a form that was sent to ITS_PATH, within the same limits.
create or replace function site.keep_answer(its_token bytea, its_account bigint, its_address inet,
                                            its_path text, its_answer text, its_status integer,
                                            its_policy text, shown_once boolean) returns boolean
    language plpgsql as $$
declare
    its_network constant cidr := site.own_network(host(its_address));
begin
    if not site.make_room(its_account, its_network, true) then
        return false;
    end if;
    insert into site.kept_form (token, account, network, path, form, files, answer, status, policy, once)
         values (its_token, its_account, its_network, its_path, '', false, its_answer, its_status,
                 its_policy, shown_once);
    return true;
end $$;

-- An answer, for the account to which it was given; one given to a stranger is for anybody with the token.
create or replace function site.kept_answer(its_token bytea, its_account bigint, its_path text)
    returns table (answer text, status integer, policy text) language plpgsql as $$
begin
    return query
    select k.answer, k.status, k.policy from site.kept_form k
     where k.token = its_token and k.path = its_path and k.answer is not null
       and (k.account is null or k.account = its_account) and k.at > now() - interval '12 hours';
    delete from site.kept_form k where k.token = its_token and k.once and found;
end $$;
