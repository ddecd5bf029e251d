-- What the test view "noting" has applied: order shows in "ordinal", a double effect in the key.
create table noted (
    event_id uuid primary key,
    subject  uuid   not null,
    seq      bigint not null,
    ordinal  bigint generated always as identity
);
