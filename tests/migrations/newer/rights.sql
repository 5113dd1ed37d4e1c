-- SPDX-License-Identifier: EUPL-1.2
revoke all on schema site from public, benelux_desk;
grant usage on schema site to benelux_desk;
revoke all on all tables in schema site from benelux_desk;
grant select on all tables in schema site to benelux_desk;
revoke all on all functions in schema site from public, benelux_desk;
grant execute on all functions in schema site to benelux_desk;
