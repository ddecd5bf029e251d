-- loyalty-service: points that people gave and took, and lots whose end they put off. Names and reasons stay here.
--
-- For whoever checks these tables with arithmetic of their own, beside what V1 and V2 say:
--  * An adjustment moves points once it is posted, under its own id as transfer.caused_by: up by adjusted_up, which opens
--    a lot with the transfer's number and then repays debt; down by adjusted_down, in spending order.
--  * An adjustment without a decision is proposed. Where second_person is true somebody else than asked_by posts it.
--  * lot_change 'reinstated': reinstated gone -> active under change_id as transfer.caused_by opens a new lot with all
--    that expired of that one, once. Nothing moves back into the old one.
--  * lot_change 'extended': the lot's expires_at was ended_at before at and is expires_at since. Spending order before it
--    went by ended_at.

create table adjustment (
    adjustment_id uuid        primary key,
    number        bigint      generated always as identity unique,
    customer_id   uuid        not null,
    programme     text        not null,
    wallet        text        not null,
    kind          text        not null
        constraint adjustment_kinds check (kind in ('correction', 'goodwill', 'openingBalance')),
    points        bigint      not null constraint moves_something check (points <> 0),
    reason        text        not null,
    earned_at     timestamptz, -- of what was earned elsewhere
    expires_at    timestamptz, -- as it was asked for; empty: as the programme says
    reference     text,        -- of an opening balance, in the system it came from
    second_person boolean     not null,
    asked_by      text        not null,
    asked_at      timestamptz not null,
    constraint opening_balances_come_from_somewhere check ((kind = 'openingBalance') = (reference is not null)
                                                       and (kind = 'openingBalance') = (earned_at is not null))
);
create index adjustment_of_member on adjustment (customer_id, programme, number);
create unique index opening_balance_once on adjustment (programme, reference) where reference is not null;

create table adjustment_decision (
    adjustment_id uuid        primary key references adjustment,
    posted        boolean     not null, -- or refused
    reason        text,
    decided_by    text        not null,
    decided_at    timestamptz not null
);

create function a_second_person_decides() returns trigger language plpgsql as
$$ begin
    if new.posted and exists (select 1 from adjustment a
                              where a.adjustment_id = new.adjustment_id and a.second_person
                                and a.asked_by = new.decided_by) then
        raise exception 'nobody approves what they asked for';
    end if;
    return new;
end $$;
create trigger a_second_person_decides before insert on adjustment_decision
    for each row execute function a_second_person_decides();

create table lot_change (
    change_id   uuid        primary key,
    number      bigint      generated always as identity unique,
    customer_id uuid        not null,
    programme   text        not null,
    lot         bigint      not null,
    change      text        not null constraint lot_changes check (change in ('extended', 'reinstated')),
    ended_at    timestamptz not null,
    expires_at  timestamptz not null constraint an_end_is_put_off check (expires_at > ended_at),
    points      bigint      not null constraint some_points_last_longer check (points > 0),
    reason      text        not null,
    asked_by    text        not null,
    asked_at    timestamptz not null
);
create index lot_change_of_lot on lot_change (customer_id, programme, lot);
create unique index reinstated_once on lot_change (customer_id, programme, lot) where change = 'reinstated';

create function what_people_did_stays() returns trigger language plpgsql as
$$ begin raise exception 'what people did with points is never changed or removed'; end $$;
create trigger adjustment_never_changes before update or delete or truncate on adjustment
    for each statement execute function what_people_did_stays();
create trigger adjustment_decision_never_changes before update or delete or truncate on adjustment_decision
    for each statement execute function what_people_did_stays();
create trigger lot_change_never_changes before update or delete or truncate on lot_change
    for each statement execute function what_people_did_stays();
