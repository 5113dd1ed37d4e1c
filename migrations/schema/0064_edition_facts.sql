-- SPDX-License-Identifier: EUPL-1.2
-- Which editions have a picture or a document among their facts: the form of a record asks for each of its
-- own, and the keeper for those that nobody shows any more.
create index edition_facts on site.edition using gin (facts jsonb_path_ops) where facts is not null;
