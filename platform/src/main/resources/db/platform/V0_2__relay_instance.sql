-- Relays that are alive, so that each takes its fair share of the shards.
create table relay_instance (
    owner      uuid primary key,
    expires_at timestamptz not null
);
