-- SPDX-License-Identifier: EUPL-1.2
-- Networks: the groups of addresses to which limits apply.

-- The networks of an address, each with its share: how many times the limit of one subscriber it has. A
-- subscriber has one IPv4 address, or an IPv6 network of 64 bits; but one subscriber may well have all of the
-- next wider network, so the wider ones have limits, too, which are higher. ::ffff:192.0.2.1 counts as
-- 192.0.2.1; anything that is not an address counts as 0.0.0.0, which nobody has.
create or replace function site.networks(address text) returns table (network cidr, share integer)
    language plpgsql immutable as $$
declare
    sent inet;
begin
    begin
        sent := regexp_replace(left(address, 100), '^::ffff:(\d+\.\d+\.\d+\.\d+)$', '\1', 'i')::inet;
    exception when invalid_text_representation then
        null;
    end;
    if sent is null then
        return query select '0.0.0.0/32'::cidr, 1;
    elsif family(sent) = 4 then
        return query select network(set_masklen(sent, bits)), n
                       from (values (32, 1), (24, 4)) t (bits, n);
    else
        return query select network(set_masklen(sent, bits)), n
                       from (values (64, 1), (56, 4), (48, 16)) t (bits, n);
    end if;
end $$;

create or replace function site.own_network(address text) returns cidr
    language sql immutable
    return (select network from site.networks(address) where share = 1);
