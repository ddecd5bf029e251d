-- loyalty-service: somebody may opt in, leave and opt in again in one instant; each time has a proof of its own.

alter table opt_in
    drop constraint opt_in_pkey,
    add column number bigint generated always as identity primary key;
create index opt_in_of_member on opt_in (customer_id, programme, enrolled_at);
