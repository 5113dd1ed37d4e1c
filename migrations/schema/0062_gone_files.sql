-- Files that pages have shown: what caches keep of one that none shows any more is to go.
create table visitor.shown_file (
    sha256 bytea primary key
);
comment on table visitor.shown_file is 'history: the files that pages no longer show as they did';
