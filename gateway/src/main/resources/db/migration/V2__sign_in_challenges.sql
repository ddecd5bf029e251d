-- A code belongs to the challenge its asker was given: who only knows an address can neither use a code nor use it up.
-- Codes live for ten minutes, so those under way are not carried over.
drop table sign_in_code;
create table sign_in_code (
    challenge  bytea primary key,
    contact    bytea       not null,
    asker      bytea       not null,
    code       bytea       not null,
    expires_at timestamptz not null,
    tries      int         not null default 0 constraint tries_are_counted_up check (tries >= 0)
);
create index sign_in_code_of_contact on sign_in_code (contact, expires_at);
create index sign_in_code_expiry on sign_in_code (expires_at);
