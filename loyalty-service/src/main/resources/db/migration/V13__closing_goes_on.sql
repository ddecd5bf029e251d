-- loyalty-service: a closed hour follows the one before it, and it shows that hours are not closed any more.
--
-- For whoever checks these tables: ledger_closing.looked_at is when the service last looked whether an hour is over and
-- was done with it, by the database's clock. Everything over by then was closed by then, even hours without a transfer:
-- an end of the last closed hour that lies long before it says that hours were not closed, or are gone.

alter table ledger_closing add column looked_at timestamptz;

create function ledger_hour_follows() returns trigger language plpgsql as
$$
declare
    last ledger_hour;
begin
    select * into last from ledger_hour order by number desc limit 1;
    if (new.number, new.from_position, new.previous_hash)
            is distinct from (coalesce(last.number, 0) + 1, coalesce(last.to_position, 0), coalesce(last.hash, repeat('0', 64)))
            or new.hour <= last.hour then
        raise exception 'closed hour % does not follow hour %', new.number, coalesce(last.number, 0);
    end if;
    if new.to_position > ledger_position(pg_snapshot_xmin(pg_current_snapshot())) then
        raise exception 'closed hour % ends where transactions are not over', new.number;
    end if;
    return new;
end
$$;
create trigger ledger_hour_follows_the_last before insert on ledger_hour
    for each row execute function ledger_hour_follows();

-- Who writes may say when only as far as it is over: a later position would belong to no hour until it is reached.
create function transfer_is_not_later_than_now() returns trigger language plpgsql as
$$ begin raise exception 'a transfer is not written later than now'; end $$;
create trigger transfer_is_not_later_than_now before insert on transfer
    for each row when (new.written_in > ledger_position(pg_current_xact_id()))
    execute function transfer_is_not_later_than_now();
