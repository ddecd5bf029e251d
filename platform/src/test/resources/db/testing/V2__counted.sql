-- What hand-made views have applied. Nothing here stops a double effect: it shows as a second row.
create table counted (
    view     text   not null,
    topic    text   not null,
    event_id uuid   not null,
    subject  uuid   not null,
    seq      bigint not null,
    ordinal  bigint generated always as identity
);
-- A thing two workers may meet at once, for the first time.
create table met (
    name  text primary key,
    times bigint not null
);
