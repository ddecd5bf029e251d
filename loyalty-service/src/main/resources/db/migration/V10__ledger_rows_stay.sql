-- loyalty-service: rows of the ledger stay as they were written, and closed hours of it are chained by their hashes.
--
-- For whoever checks these tables with arithmetic of their own, beside what V1 to V5 say:
--  * transfer.written_in counts the transactions that wrote, whatever any clock says; it is 0 in rows from before this
--    version. An hour is closed up to the first transaction that is not over: nothing can come below that any more.
--  * ledger_hour, by number without gaps: the transfers with from_position <= written_in < to_position. The first begins
--    at 0, each other where the one before it ends. previous_hash is the hash of the one before, 64 zeros in the first.
--    What is hashed stands in docs/decisions/0011-ledger-rows-stay.md.

-- afterMigrate.sql puts another constant here when a cluster counts its transactions anew: positions never go back.
create function ledger_position(counted xid8) returns bigint immutable language sql as
$$ select counted::text::bigint + 0 $$;

alter table transfer add column written_in bigint not null default 0;
alter table transfer alter column written_in set default ledger_position(pg_current_xact_id());
create index transfer_by_writing on transfer (written_in) where written_in > 0;

create table ledger_hour (
    number        bigint      primary key constraint counted_from_one check (number > 0),
    hour          timestamptz not null unique, -- began then, and was over by the database's clock when it was closed
    closed_at     timestamptz not null default clock_timestamp(),
    from_position bigint      not null,
    to_position   bigint      not null constraint goes_forward check (to_position >= from_position),
    transfers     bigint      not null,
    previous_hash text        not null,
    hash          text        not null constraint sha_256_as_hex check (hash ~ '^[0-9a-f]{64}$')
);
create trigger ledger_hour_never_changes before update or delete or truncate on ledger_hour
    for each statement execute function transfer_is_append_only();

-- Who closes hours, for as long as its lease lasts.
create table ledger_closing (
    only_one   boolean     primary key default true constraint one_closes check (only_one),
    owner      uuid        not null,
    expires_at timestamptz not null -- by the database's clock
);
insert into ledger_closing (owner, expires_at) values ('00000000-0000-0000-0000-000000000000', '-infinity');
