-- A person who has shown herself by at least one identifier.
create table customer (
    customer_id uuid primary key,
    since       timestamptz not null
);

-- What a customer is recognised by. Personal: values stay here, the world is told the ref.
-- The days it was shown first and last are kept to the day, so that a regular costs one write a day and not one a receipt.
create table identifier (
    type        text collate "C" not null,
    value       text collate "C" not null,
    ref         uuid not null,
    customer_id uuid not null constraint identifier_of_a_customer references customer,
    source      text not null,
    first_seen  date not null,
    last_seen   date not null,
    constraint identifier_means_one_customer primary key (type, value),
    constraint seen_first_before_last check (first_seen <= last_seen)
);
create index identifiers_of_customer on identifier (customer_id);

-- Every receipt once, for ever: its id is made of its natural key, its content decides between repeat and conflict.
-- 'awaited' stands for a purchase whose refund came first, so that the two meet on one row whoever handles them.
create table receipt (
    receipt_id     uuid primary key,
    kind           text not null constraint receipt_kind check (kind in ('purchase', 'refund')),
    status         text not null constraint receipt_status check (status in ('applied', 'waiting', 'awaited')),
    event_id       uuid,
    content_hash   bytea,
    customer_id    uuid,
    identifier_ref uuid,
    recorded_at    timestamptz not null,
    repeats        int not null,
    conflicts      int not null,
    constraint only_the_awaited_is_unseen check (num_nulls(event_id, content_hash) = case status when 'awaited' then 2 else 0 end)
);

-- The records by which a receipt came again: reading one of them twice is no repeat of the receipt.
create table receipt_echo (
    event_id    uuid primary key,
    receipt_id  uuid not null constraint echo_of_a_receipt references receipt,
    recorded_at timestamptz not null
);

-- The same receipt with other content, as it was posted, for people to look at.
create table receipt_conflict (
    conflict_id  uuid primary key,
    receipt_id   uuid not null constraint conflict_about_a_receipt references receipt,
    content_hash bytea not null,
    posted       jsonb not null,
    times        int not null,
    recorded_at  timestamptz not null,
    constraint other_content_is_listed_once unique (receipt_id, content_hash)
);
create index receipt_conflict_newest on receipt_conflict (recorded_at, conflict_id);

-- A refund nobody was named on, until the purchase it undoes arrives; with what its facts will have to carry on.
create table waiting_refund (
    refund_id      uuid primary key constraint waiting_refund_is_a_receipt references receipt,
    original_id    uuid not null constraint waiting_for_a_receipt references receipt,
    refund         bytea not null,
    event_id       uuid not null,
    correlation_id uuid,
    reply_to       text,
    traceparent    text,
    recorded_at    timestamptz not null
);
create index waiting_refund_original on waiting_refund (original_id);

-- Any contact but a purchase; what was said in it (data) stays here.
create table touchpoint (
    touchpoint_id uuid primary key,
    customer_id   uuid,
    type          text not null,
    channel       text,
    store         text,
    ref           text,
    source        text,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null,
    data          jsonb
);

-- All that happened with a customer (or on an anonymous receipt), told by all services; can be rebuilt from the topics.
create table timeline (
    subject     uuid not null,
    occurred_at timestamptz not null,
    event_id    uuid not null,
    recorded_at timestamptz not null,
    type        text not null,
    channel     text,
    store       text,
    detail      json,
    constraint a_fact_is_shown_once primary key (subject, occurred_at, event_id)
);

-- Since when receipts of a customer count for loyalty; asked when the timeline is read, so order of arrival is free.
create table timeline_member (
    customer_id uuid primary key,
    since       timestamptz not null
);
