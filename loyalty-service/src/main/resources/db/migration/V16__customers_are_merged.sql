-- loyalty-service: two customers are one, and are two again.
--
-- For whoever checks these tables with arithmetic of their own, beside what V1 to V13 say:
--  * customer_alias: another name of the customer root_id, for as long as the row is there. Whatever is told of it is
--    root_id's. A root is never another name itself.
--  * purchase.customer_id and refund.customer_id say whose it is now. side_id is whose it would be without any merge,
--    where that is somebody else; moved_from are all it went through, the first first. assessment.customer_id stays
--    whoever it was judged for.
--  * Points of a joined membership go by transfers with the merge_id as caused_by, in this order, on both sides at once:
--      transferred_out          active -> others   of transfer.lot
--      transferred_out_pending  pending -> others  of transfer.lot
--      debt_transferred_out     others -> debt     what was owed is owed by the other side from now on
--      transferred_in           others -> active   opens a lot with the dates and the purchase of the one it comes from
--      transferred_in_pending   others -> pending  the same of a lot that has yet to start
--      debt_transferred_in      debt -> others     what the other side owed and there was nothing to pay it from
--    transferred_out without a lot, in spending order, pays what the other side owed. Of one merge_id, programme and
--    wallet as much goes into others as comes out of it.
--  * membership.joined_by: it was joined with another one's by that merge. It holds nothing, earns nothing, spends nothing;
--    its standing and its counted_day, limit_use and tier_history rows stay as they were then.
--  * lot.side_id: whose it would be without any merge, of a lot that came by one and that no purchase brought.

create table customer_merge (
    merge_id    uuid        primary key,
    survivor_id uuid        not null,
    merged_id   uuid        not null constraint two_customers check (merged_id <> survivor_id),
    told_at     timestamptz not null,
    state       text        not null
        constraint merge_states check (state in ('joined', 'proposed', 'refused', 'parted', 'withdrawn')),
    decided_by  text,
    decided_at  timestamptz,
    reason      text,
    constraint decided_whole check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (reason is null))
);
create index customer_merge_proposed on customer_merge (told_at, merge_id) where state = 'proposed';
create index customer_merge_of_survivor on customer_merge (survivor_id);
create index customer_merge_of_merged on customer_merge (merged_id);

create table customer_alias (
    customer_id uuid primary key,
    root_id     uuid not null constraint not_its_own_name check (root_id <> customer_id)
);
create index customer_alias_of_root on customer_alias (root_id);

-- Identifiers of customers that are their own again: what was told under one on its way is theirs.
create table restored_identifier (
    identifier_ref uuid primary key,
    customer_id    uuid not null
);

-- A membership that was joined with another one's. into_number is that of the last transfer by it; "summed" says that
-- both were members: then standing is where the survivor stood before.
create table membership_join (
    merge_id    uuid        not null references customer_merge,
    programme   text        not null,
    from_id     uuid        not null,
    into_id     uuid        not null,
    summed      boolean     not null,
    standing    text,
    into_number bigint      not null,
    joined_at   timestamptz not null,
    parted_at   timestamptz,
    primary key (merge_id, programme)
);

create index membership_join_into on membership_join (into_id);

alter table purchase
    add column identifier_ref uuid,
    add column side_id        uuid,
    add column moved_from     uuid[];
alter table refund add column side_id uuid;
alter table lot add column side_id uuid;
alter table membership add column joined_by uuid;
