-- What was typed, where an identifier is known by another text; and when its owner proved it, as by a code sent there.
alter table identifier add column raw text, add column verified_at timestamptz;
update identifier set verified_at = first_seen::timestamp at time zone 'UTC' where source = 'signIn' and type = 'email';

-- What the operator says of a store. Where nothing is said, the installation's own settings hold.
create table store (
    store      text collate "C" primary key,
    zone       text,
    region     text,
    currency   text,
    changed_by text not null,
    changed_at timestamptz not null
);

-- Values that name nobody here: of tablets that many share, of tills that fill in what they do not know.
create table blocked_value (
    blocked_id uuid primary key,
    type       text not null,
    value      text not null,
    reason     text not null,
    blocked_by text not null,
    blocked_at timestamptz not null,
    constraint a_value_is_blocked_once unique (type, value)
);

-- Goes up with every change of the two above, so that a batch asks for them only then.
create table identity_version (
    only_one boolean primary key default true constraint one_version check (only_one),
    version  bigint not null
);
insert into identity_version (version) values (1);

-- What a receipt, contact or command named a customer by and what named nobody all the same. The value is not kept.
create table passed_over (
    about       uuid not null,
    type        text not null,
    why         text not null,
    source      text not null,
    store       text,
    customer_id uuid,
    recorded_at timestamptz not null,
    constraint passed_over_once primary key (about, type, why)
);
create index passed_over_newest on passed_over (recorded_at, about, type);

-- Customers who may be one person, for people to look at. The same ones are one row, however often they meet.
create table suggestion (
    suggestion_id uuid primary key,
    kind          text not null,
    customers     uuid[] not null constraint at_least_two_customers check (cardinality(customers) >= 2),
    cause         uuid not null,
    times         bigint not null,
    first_seen    timestamptz not null,
    last_seen     timestamptz not null,
    recorded_at   timestamptz not null,
    constraint suggested_once unique (kind, customers)
);
create index suggestion_newest on suggestion (recorded_at, suggestion_id);
