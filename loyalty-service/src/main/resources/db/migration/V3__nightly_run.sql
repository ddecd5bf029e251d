-- loyalty-service: the nightly run: what starts, ends and drops by its date alone is posted and told.
--
-- For whoever checks these tables, beside what V1 and V2 say:
--  * pending_cancelled with a lot takes the points of that lot: they waited for an event that had not come by gives_up_at,
--    which is its at. The lot stays in state pending, with nothing remaining.
--  * wallet.due_at is at the latest when the next of its lots starts, is given up or ends.

-- A night of a programme, from when it was begun; "until" never moves. Its part, at and customer say how far it has come.
create table night (
    programme  text        not null,
    day        date        not null, -- that its midnight begins, where the programme is
    until      timestamptz not null, -- what was due by then is posted
    previous   date,                 -- the last night before it that came to its end
    part       integer     not null default 0,
    at         timestamptz not null default '0001-01-01T00:00:00Z',
    customer   uuid        not null default '00000000-0000-0000-0000-000000000000',
    left_some  boolean     not null default false, -- somebody was locked: this part is gone through once more
    customers  bigint      not null default 0,
    facts      bigint      not null default 0,
    owner      uuid        not null,
    expires_at timestamptz not null, -- of the lease, by the database's clock
    ended_at   timestamptz,
    primary key (programme, day)
) with (fillfactor = 50);

alter table membership
    add column unweighed   boolean not null default false, -- the tier rose or something came back since risks were weighed
    add column reminded_on date, -- the last night that told of points about to expire
    add column risk_tier   text, -- the tier that was said to be at risk,
    add column risk_until  date; -- and its last day as it was said then
create index membership_unweighed on membership (programme, customer_id) where unweighed;

-- Read from front to back while the night takes its entries out or moves them on.
drop index membership_by_tier_due;
create index membership_by_tier_due on membership (programme, tier_due, customer_id) where tier_due is not null;
drop index wallet_by_due;
create index wallet_by_due on wallet (programme, due_at, customer_id) where due_at is not null;
-- Days leave a rolling window one by one; lots are announced before they end.
create index counted_day_by_day on counted_day (programme, day, customer_id);
create index lot_by_end on lot (programme, expires_at, customer_id) where expires_at is not null;
