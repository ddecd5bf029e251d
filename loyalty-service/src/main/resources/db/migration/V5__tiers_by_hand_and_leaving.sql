-- loyalty-service: what people do to memberships by hand, what benefits were used, points for something else than a purchase.
--
-- For whoever checks these tables with arithmetic of their own, beside what V1 and V2 say:
--  * A purchase counts when occurred_at >= counts_from and, for who has left, occurred_at < left_at. Coming back begins a
--    new counts_from; what was judged before stays judged, and its refunds count.
--  * Leaving may give points up: pending_cancelled pending -> reversed of all pending lots, forfeited active -> gone of
--    all active ones.
--  * award_without_purchase.awards is as assessment.awards; its points are earned by transfers without a purchase.

-- What was done to a membership by hand: who, when and why. Read by people; nothing is decided by it.
create table membership_act (
    number      bigint generated always as identity primary key,
    customer_id uuid        not null,
    programme   text        not null,
    act         text        not null
        constraint acts check (act in ('grant', 'lock', 'unlock', 'status', 'leave')),
    detail      text        not null, -- JSON: what exactly
    reason      text,
    asked_by    text        not null,
    caused_by   uuid        not null, -- the command; facts it made carry it as their cause
    at          timestamptz not null,
    constraint by_hand_has_a_reason check (reason is not null or act = 'leave')
);
create index membership_act_of_member on membership_act (customer_id, programme, number);
create trigger membership_act_never_changes before update or delete or truncate on membership_act
    for each statement execute function transfer_is_append_only();

create table benefit_use (
    id          uuid        primary key,
    customer_id uuid        not null,
    programme   text        not null,
    benefit     text        not null,
    tier        text        not null,
    store       text,
    reference   text        not null, -- the user's own, a receipt or a booking
    asked_by    text        not null,
    at          timestamptz not null
);
create index benefit_use_of_member on benefit_use (customer_id, programme, at);
create trigger benefit_use_never_changes before update or delete or truncate on benefit_use
    for each statement execute function transfer_is_append_only();

create table award_without_purchase (
    id          uuid        primary key,
    customer_id uuid        not null,
    programme   text        not null,
    trigger     text        not null,
    version     integer     not null,
    tier        text,
    awards      text        not null,
    verdicts    text        not null,
    at          timestamptz not null
);
create index award_without_purchase_of_member on award_without_purchase (customer_id, programme, at);
create trigger award_without_purchase_never_changes before update or delete or truncate on award_without_purchase
    for each statement execute function transfer_is_append_only();
