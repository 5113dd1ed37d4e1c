-- SPDX-License-Identifier: EUPL-1.2
-- What can be found has its kind among its words, as site.compose_search writes it: here what is there
-- already, which the keeper would compose anew only later.
update visitor.searchable set words = words || array_to_tsvector(array['=' || kind]);
