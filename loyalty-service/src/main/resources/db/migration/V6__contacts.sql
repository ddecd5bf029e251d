-- loyalty-service: what members do beside buying, points that wait for an event, ends that activity puts off.
--
-- For whoever checks these tables with arithmetic of their own, beside what V1 to V5 say:
--  * lot.later (JSON) says what decides on a lot's dates after it was opened: expiry is the policy it was promised,
--    cancellation how long after lot.event it starts. starts_at stays null until that event came, expires_at too.
--  * An end that activity decides is put off in lot.expires_at. ends_put_off tells of each time: until and with the
--    member's transfer of that number, lots[i] ended at ended_at[i]. Spending order before it went by that.
--  * award_without_purchase.late: the contact came after the programme's grace. lot.late: points of such a contact.

-- Contacts of members that a programme asked for, once and for ever. Others are not kept.
create table contact (
    touchpoint_id uuid        primary key,
    customer_id   uuid        not null,
    name          text        not null,
    purchase_id   uuid,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null
);
create index contact_of_customer on contact (customer_id, occurred_at);
create trigger contact_never_changes before update or delete or truncate on contact
    for each statement execute function transfer_is_append_only();

alter table award_without_purchase
    add column touchpoint_id uuid,
    add column late          boolean not null default false;

alter table lot
    add column later text,
    add column late  boolean not null default false;

-- When a member last did each thing that puts off an end (JSON); empty where nothing does.
alter table membership add column signs text;

create table ends_put_off (
    number      bigint generated always as identity primary key,
    customer_id uuid          not null,
    programme   text          not null,
    transfers   bigint        not null,
    lots        bigint[]      not null,
    ended_at    timestamptz[] not null,
    caused_by   uuid          not null,
    at          timestamptz   not null,
    constraint an_end_for_each_lot check (cardinality(lots) = cardinality(ended_at))
);
create index ends_put_off_of_member on ends_put_off (customer_id, programme, number);
create trigger ends_put_off_never_changes before update or delete or truncate on ends_put_off
    for each statement execute function transfer_is_append_only();
