-- All public data in one file (/data.zip).

create table site.package (
    sha256     bytea primary key check (length(sha256) = 32),
    size       bigint not null check (size > 0),
    state      text not null,                       -- of the public records, when it was begun
    made_at    timestamptz not null default now(),  -- for the first time
    checked_at timestamptz not null default now()   -- that it is what is public
);
comment on table site.package is
    'derived: all public data as one file, made after a publication; the one before it is still being sent';

create table site.package_piece (
    sha256   bytea not null references site.package on delete cascade,
    position integer not null check (position >= 0),        -- all but the last have 262,144 bytes
    bytes    bytea not null check (length(bytes) between 1 and 262144),
    primary key (sha256, position)
);
alter table site.package_piece alter column bytes set storage external;   -- it is compressed already
comment on table site.package_piece is 'derived: the bytes of packages';
