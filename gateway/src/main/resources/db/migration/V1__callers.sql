-- Who may post: what people edit here is repeated on the topic "credentials", so that recording never asks a database.
create table store_key (
    id         uuid primary key,
    name       text        not null,
    hash       bytea       not null constraint a_key_is_known_once unique,
    stores     text[]      not null constraint a_key_belongs_to_stores check (cardinality(stores) > 0),
    scopes     text[]      not null constraint a_key_may_do_something check (cardinality(scopes) > 0),
    created_at timestamptz not null,
    created_by text        not null,
    revoked_at timestamptz
);

-- One-time codes. The address is kept as a keyed hash: personal data lives in the crm alone.
create table sign_in_code (
    address    bytea primary key,
    code       bytea       not null,
    expires_at timestamptz not null,
    attempts   int         not null default 0 constraint attempts_are_counted_up check (attempts >= 0),
    mailed     int         not null default 1,
    since      timestamptz not null default clock_timestamp()
);

-- A token that is used a second time was stolen from somebody: its whole family ends.
create table refresh_token (
    hash        bytea primary key,
    family      uuid        not null,
    customer_id uuid        not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);
create index refresh_token_family on refresh_token (family);
create index refresh_token_expiry on refresh_token (expires_at);
