-- A transaction that outlives a minute holds others up; reports read in pages instead.
do $$ begin
    execute format('alter role %I set transaction_timeout = ''60s''', current_user);
    execute format('alter role %I set idle_in_transaction_session_timeout = ''30s''', current_user);
end $$;

-- The database's own name for this history: a restored or re-created one must not be mistaken for another.
create table journal_incarnation (
    only_one    boolean primary key default true constraint one_incarnation check (only_one),
    incarnation uuid not null default gen_random_uuid()
);
insert into journal_incarnation default values;

-- What this service said, in the order it committed. Nothing here is ever changed or removed.
create table journal (
    shard          int         not null,
    seq            bigint      not null constraint seq_from_one check (seq > 0),
    event_id       uuid        not null constraint a_fact_is_said_once unique,
    type           text        not null,
    subject        uuid        not null,
    customer_id    uuid,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    causation_id   uuid,
    correlation_id uuid,
    reply_to       text,
    traceparent    text,
    body           bytea       not null constraint body_fits_a_message check (octet_length(body) <= 262144),
    primary key (shard, seq)
);

create function journal_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'the journal is append-only'; end $$;
create trigger journal_never_changes before update or delete or truncate on journal
    for each statement execute function journal_is_append_only();

-- Who sends which shard. The epoch grows with every owner, so that a woken one sees that it was replaced.
create table relay_lease (
    shard      int primary key,
    owner      uuid        not null,
    epoch      bigint      not null,
    expires_at timestamptz not null
);

-- Up to where a shard is known to be on its topic; a floor, never more than the truth.
create table relay_position (
    shard       int primary key,
    topic_id    text   not null,
    incarnation uuid   not null,
    next_offset bigint not null,
    seq         bigint not null
);

-- How far a view has read each partition, moved in the transaction of its effects.
create table view_position (
    view         text   not null,
    topic        text   not null,
    partition    int    not null,
    topic_id     text   not null,
    next_offset  bigint not null,
    leader_epoch int,
    incarnation  uuid,
    last_seq     bigint not null,
    primary key (view, topic, partition)
);

-- Records a view could not apply, and all later ones of the same subject behind them, in order.
create table parked (
    view        text        not null,
    topic       text        not null,
    partition   int         not null,
    place       bigint      not null,
    subject     text        not null,
    type        text,
    seq         bigint,
    headers     jsonb       not null,
    body        bytea,
    error       text        not null,
    parked_at   timestamptz not null default clock_timestamp(),
    arrival     bigint generated always as identity,
    primary key (view, topic, partition, place)
);
create index parked_subject on parked (view, subject, arrival);

-- An answer given to a command, so that asking again gets the same one.
create table idempotency (
    credential   text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       int,
    answer       bytea,
    created_at   timestamptz not null default clock_timestamp(),
    primary key (credential, key)
);
