-- A database that was put back decides nothing until it is compared with its topic. It can be put back only while
-- PostgreSQL is down, or by writing the journal's table anew: both show here, and no backup brings a row that fits.
create table journal_verified (
    only_one       boolean primary key default true constraint one_verification check (only_one),
    server_started timestamptz not null,
    journal_file   bigint      not null
);

create function journal_is_verified() returns boolean stable language sql as $$
    select exists (select from journal_verified
                   where server_started = pg_postmaster_start_time()
                     and journal_file = pg_relation_filenode('journal')::bigint)
$$;

-- Asked in the statement that appends or claims, so that nothing can be put back between the question and the deed.
create function journal_must_be_verified() returns boolean stable language plpgsql as $$
begin
    if journal_is_verified() then return true; end if;
    raise exception 'this database was not compared with its topic since PostgreSQL was started' using errcode = 'RG001';
end $$;
