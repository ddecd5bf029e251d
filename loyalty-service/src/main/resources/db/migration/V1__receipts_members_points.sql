-- loyalty-service: receipts as they were judged, who is a member, and every point that ever moved.
--
-- For whoever checks these tables with arithmetic of their own:
--  * Points move by transfers from an account (debit) to another (credit), amount > 0. Accounts are those of a member
--    (active, pending, held, debt) and the issuer's (issued, reversed), which keep no balance. The balance of an account
--    is the sum of its credits less the sum of its debits; so all accounts together are 0.
--  * Per member: wallet.active, .pending and .held are the balances of those accounts. Debt is the one account that goes
--    below zero: wallet.debt = - balance of 'debt'. What a member is shown is active - debt. Debt is repaid first, so one
--    of the two is 0.
--      earned             issued -> debt (as much as there is debt), the rest issued -> active
--      returned           active -> reversed (as much as is active), the rest debt -> reversed
--  * Per member: wallet.active = sum of lot.remaining. A lot is opened by a transfer to active and carries its number.
--  * Per member: transfer.number runs from 1 to wallet.transfers without gaps; transfer.balance is active - debt after it.
--  * A purchase counts when its customer is a member and occurred_at >= membership.counts_from. A refund of a purchase
--    counts when the purchase does; a refund without original counts by its own occurred_at. Training and anonymous
--    receipts never do. A receipt in another currency than the programme's is kept as worth 0.
--  * membership.spend: purchases' total less refunds' total of what counts, each by its own occurred_at, after
--    spend_as_of - 12 months (in the programme's zone) and not after spend_as_of. spend_as_of is the latest recorded_at of
--    the opt-in, of the customer's purchases and of the refunds charged to them, also of those that do not count.

-- Every purchase of a named customer, member or not, with what each line is worth; of the others that they were seen.
-- A row without recorded_at is awaited: a refund named it before it came.
create table purchase (
    purchase_id uuid primary key,
    customer_id uuid,
    told_by     uuid,
    occurred_at timestamptz,
    recorded_at timestamptz,
    total       bigint  not null default 0,
    training    boolean not null default false,
    lines       text    not null default '[]', -- JSON: [[line, sku, amount, points], ...]
    constraint awaited_or_seen check ((recorded_at is null) = (occurred_at is null)
                                  and (recorded_at is null) = (told_by is null))
);
create index purchase_of_customer on purchase (customer_id, occurred_at) where customer_id is not null;

-- customer_id is whose points and spend a refund concerns: the buyer of its original, or who was named when it has none.
create table refund (
    refund_id         uuid primary key,
    original_id       uuid,
    named_customer_id uuid,
    customer_id       uuid,
    told_by           uuid        not null,
    occurred_at       timestamptz not null,
    recorded_at       timestamptz not null,
    total             bigint      not null,
    lines             text        not null, -- JSON: [[line, sku, amount], ...]
    state             text        not null constraint refund_states check (state in ('waiting', 'kept', 'counted')),
    taken             bigint      not null constraint never_gives_points check (taken >= 0),
    constraint only_a_counted_refund_takes check (taken = 0 or state = 'counted'),
    constraint waits_for_its_original check (state <> 'waiting' or (original_id is not null and customer_id is null))
);
create index refund_of_original on refund (original_id);
create index refund_of_customer on refund (customer_id, occurred_at);

-- Locked before anything of a customer is decided: an opt-in and a receipt must not overlook each other.
create table customer (
    customer_id uuid primary key
);

-- Rows below are rewritten with every receipt; room on the page keeps that off the indexes.
create table membership (
    customer_id   uuid        not null,
    programme     text        not null,
    enrolled_at   timestamptz not null,
    counts_from   timestamptz not null,
    tier          text        not null,
    spend         bigint      not null,
    spend_as_of   timestamptz not null,
    first_counted timestamptz, -- occurred_at of the first receipt that ever counted
    last_counted  timestamptz, -- occurred_at of the last receipt that ever counted
    primary key (customer_id, programme)
) with (fillfactor = 70);

-- What was agreed to, when and where; kept as proof.
create table opt_in (
    customer_id     uuid        not null,
    programme       text        not null,
    enrolled_at     timestamptz not null,
    channel         text        not null,
    consent_version text        not null,
    consent_text    text        not null,
    recorded_at     timestamptz not null,
    asked_by        text        not null,
    primary key (customer_id, programme, enrolled_at)
);

create table wallet (
    customer_id uuid   not null,
    programme   text   not null,
    active      bigint not null constraint active_never_negative check (active >= 0),
    pending     bigint not null constraint pending_never_negative check (pending >= 0),
    held        bigint not null constraint held_never_negative check (held >= 0),
    debt        bigint not null constraint debt_never_negative check (debt >= 0),
    transfers   bigint not null,
    primary key (customer_id, programme),
    constraint debt_is_repaid_first check (active = 0 or debt = 0)
) with (fillfactor = 70);

create table transfer (
    customer_id uuid        not null,
    programme   text        not null,
    number      bigint      not null,
    amount      bigint      not null constraint points_move_forward check (amount > 0),
    balance     bigint      not null,
    at          timestamptz not null,
    purchase_id uuid,
    refund_id   uuid,
    caused_by   uuid        not null,
    debit       text        not null,
    credit      text        not null constraint two_accounts check (credit <> debit),
    reason      text        not null,
    primary key (customer_id, programme, number)
);

create function transfer_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'points that moved are never changed or removed'; end $$;
create trigger transfer_never_changes before update or delete or truncate on transfer
    for each statement execute function transfer_is_append_only();
create trigger opt_in_never_changes before update or delete or truncate on opt_in
    for each statement execute function transfer_is_append_only();

create table lot (
    customer_id uuid        not null,
    programme   text        not null,
    number      bigint      not null,
    points      bigint      not null constraint a_lot_holds_points check (points > 0),
    remaining   bigint      not null,
    earned_at   timestamptz not null,
    expires_at  timestamptz,
    purchase_id uuid        not null,
    primary key (customer_id, programme, number),
    constraint never_more_than_it_held check (remaining between 0 and points)
) with (fillfactor = 90);
