-- loyalty-service: programmes as versions, awards by rule, points with a start and an end, tiers by local days.
--
-- For whoever checks these tables with arithmetic of their own, beside what V1 says:
--  * A fact is judged by the version of its programme with the latest in_force_from <= its occurred_at.
--  * assessment: one row for each purchase and programme that counts. awards is JSON: [[line, rule, wallet, desired,
--    actual, refusal], ...]; line 0 is the receipt as a whole. What a purchase earned is the sum of actual.
--  * A member has a wallet for each kind of points. transfer.reason names the way:
--      earned             issued -> active     opens a lot (its number is the transfer's)
--      earned_pending     issued -> pending    opens a lot that has yet to start
--      activated          pending -> active    of transfer.lot, when it starts
--      debt_repaid        active -> debt       right after points became active, from their lot
--      pending_cancelled  pending -> reversed  from the purchase's own lots, in spending order
--      reversed           active -> reversed   from the purchase's own lots first, then from all, both in spending order
--      owed               debt -> reversed     what was not there
--      expired            active -> gone       of transfer.lot, at its end
--    membership.transfers is the number of the member's last transfer, over all wallets.
--    adjusted_up, adjusted_down: adjustments -> active, active -> adjustments; forfeited: active -> gone. Rows written
--    before this version say earned (issued -> active, issued -> debt) and returned (active, debt -> reversed).
--    All this within one wallet; transfer.balance is that wallet's active - debt.
--  * Per wallet: active = sum of remaining of its lots in state active, pending = the same of those in state pending.
--    Spending order: the earliest expires_at first, without one last; then earned_at, then number.
--  * counted_day: what counts of one local day (in the programme's zone) of a member: purchases' totals less refunds'
--    totals, each on its own day. membership.spend is the sum over the days window_first to window_last, both included,
--    of spend_as_of's window; the rolling window of n months that ends with a day begins n months before it plus a day.

create table programme_version (
    programme     text        not null,
    number        integer     not null constraint counted_from_1 check (number >= 1),
    document      text        not null,
    author        text        not null,
    drafted_at    timestamptz not null,
    approver      text,
    published_at  timestamptz,
    in_force_from timestamptz,
    primary key (programme, number),
    unique (programme, in_force_from),
    constraint published_whole check ((approver is null) = (published_at is null)
                                  and (approver is null) = (in_force_from is null)),
    constraint a_second_person_publishes check (approver <> author or author = 'installation')
);

-- The document of a version never changes, and what is published stays published.
create function programme_version_stays() returns trigger language plpgsql as
$$ begin
    if tg_op = 'UPDATE' and old.published_at is null
            and (old.programme, old.number, old.document, old.author, old.drafted_at)
                = (new.programme, new.number, new.document, new.author, new.drafted_at) then
        return new;
    end if;
    raise exception 'a version of a programme is never changed or removed';
end $$;
create trigger programme_version_never_changes before update or delete on programme_version
    for each row execute function programme_version_stays();
create trigger programme_version_never_emptied before truncate on programme_version
    for each statement execute function programme_version_stays();

-- What operations stopped or let go on; the latest row of a thing decides. what: programme, spending, or rule:<its id>.
create table programme_switch (
    number    bigint generated always as identity primary key,
    programme text        not null,
    what      text        not null,
    stopped   boolean     not null,
    reason    text        not null,
    asked_by  text        not null,
    at        timestamptz not null
);
create trigger programme_switch_never_changes before update or delete or truncate on programme_switch
    for each statement execute function transfer_is_append_only();

-- Moves on with everything published or switched; whoever judges looks here first.
create table programme_revision (
    the_only_one boolean primary key default true constraint one_row check (the_only_one),
    revision     bigint not null
);
insert into programme_revision (revision) values (1);

-- A receipt is kept as it was told (JSON), to be judged again when somebody opts in.
alter table purchase add column receipt text;
update purchase set receipt = json_build_object(
        'store', '', 'occurredAt', to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'total', total,
        'lines', coalesce((select json_agg(json_build_object('line', line ->> 0, 'sku', line ->> 1,
                                                             'amount', (line ->> 2)::bigint) order by place)
                           from json_array_elements(lines::json) with ordinality as l (line, place)
                           where line ->> 0 <> '0'), '[]'::json))::text
where recorded_at is not null and customer_id is not null;

create table assessment (
    purchase_id uuid    not null,
    programme   text    not null,
    customer_id uuid    not null,
    version     integer not null,
    tier        text,
    late        boolean not null default false, -- it came after the programme's grace
    awards      text    not null,
    verdicts    text    not null, -- JSON: [[rule, applied, why], ...], every rule of the version
    primary key (purchase_id, programme)
);
insert into assessment (purchase_id, programme, customer_id, version, awards, verdicts)
select p.purchase_id, m.programme, p.customer_id, 1,
       coalesce((select json_agg(json_build_array((line ->> 0)::int, 'base', 'points', (line ->> 3)::bigint,
                                                  (line ->> 3)::bigint, null) order by place)
                 from json_array_elements(p.lines::json) with ordinality as l (line, place)
                 where (line ->> 3)::bigint > 0), '[]'::json)::text, '[]'
from purchase p join membership m on m.customer_id = p.customer_id and p.occurred_at >= m.counts_from
where p.recorded_at is not null and not p.training;
create trigger assessment_never_changes before update or delete or truncate on assessment
    for each statement execute function transfer_is_append_only();

alter table refund add column currency text, add column shortfall bigint not null default 0;

create table counted_day (
    customer_id uuid   not null,
    programme   text   not null,
    day         date   not null,
    spend       bigint not null,
    points      bigint not null,
    visits      bigint not null,
    stores      text[] not null, -- where the visits were
    primary key (customer_id, programme, day)
) with (fillfactor = 90);
insert into counted_day (customer_id, programme, day, spend, points, visits, stores)
select customer_id, programme, day, sum(amount), sum(points), 0, '{}'
from (select p.customer_id, m.programme, (p.occurred_at at time zone '${zone}')::date as day, p.total as amount,
             (select coalesce(sum((line ->> 3)::bigint), 0) from json_array_elements(p.lines::json) as l (line)) as points
      from purchase p join membership m on m.customer_id = p.customer_id and p.occurred_at >= m.counts_from
      where p.recorded_at is not null and not p.training
      union all
      select r.customer_id, m.programme, (r.occurred_at at time zone '${zone}')::date, -r.total, -r.taken
      from refund r join membership m on m.customer_id = r.customer_id
      where r.state = 'counted') as counted
group by customer_id, programme, day;

alter table purchase drop column total, drop column lines;

alter table membership
    add column status       text   not null default 'active'
        constraint statuses check (status in ('new', 'active', 'blocked', 'closed', 'deceased')),
    add column left_at      timestamptz,
    add column purchases    bigint not null default 0, -- that counted
    add column visits       bigint not null default 0,
    add column basis        text,
    add column window_first date, -- the days spend is the sum of; empty until the next fact of the member
    add column window_last  date,
    add column transfers    bigint not null default 0, -- how many there are, over all wallets
    add column standing     text, -- JSON, beside tier: what was earned, held, given, locked
    add column tier_due     date, -- the first day on which the tier may move by itself
    drop column first_counted,
    drop column last_counted,
    alter column tier drop not null; -- a programme may have none
update membership m
set transfers = w.transfers, purchases = coalesce(c.purchases, 0)
from wallet w
left join (select customer_id, programme, count(*) as purchases from assessment group by customer_id, programme) c
       on c.customer_id = w.customer_id and c.programme = w.programme
where w.customer_id = m.customer_id and w.programme = m.programme;
create index membership_by_tier_due on membership (tier_due) where tier_due is not null;

-- Which tier a member was in from when on: what came late is judged by it.
create table tier_history (
    customer_id uuid        not null,
    programme   text        not null,
    from_at     timestamptz not null,
    tier        text        not null,
    primary key (customer_id, programme, from_at)
);
insert into tier_history (customer_id, programme, from_at, tier)
select customer_id, programme, enrolled_at, tier from membership;

alter table wallet
    add column wallet text not null default 'points',
    add column due_at timestamptz, -- when the next of its lots starts or ends
    drop column transfers,
    drop constraint wallet_pkey,
    add primary key (customer_id, programme, wallet);
alter table wallet alter column wallet drop default;
create index wallet_by_due on wallet (due_at) where due_at is not null;

alter table transfer
    add column wallet text not null default 'points',
    add column lot    bigint;
alter table transfer alter column wallet drop default;

alter table lot
    add column wallet      text not null default 'points',
    add column state       text not null default 'active'
        constraint lot_states check (state in ('pending', 'active', 'expired')),
    add column starts_at   timestamptz, -- null while it waits for an event
    add column gives_up_at timestamptz,
    add column event       text,
    alter column purchase_id drop not null;
update lot set starts_at = earned_at;
alter table lot alter column wallet drop default, alter column state drop default;

-- How far limits are used up: a member's of a rule, a wallet or a benefit in a period, and everybody's of a budget.
create table limit_use (
    customer_id uuid        not null,
    programme   text        not null,
    subject     text        not null,
    per         text        not null,
    from_day    date        not null,
    times       bigint      not null,
    points      bigint      not null,
    last_at     timestamptz not null,
    primary key (customer_id, programme, subject, per, from_day)
) with (fillfactor = 90);

create table budget (
    programme text   not null,
    budget    text   not null,
    used      bigint not null constraint never_taken_back check (used >= 0),
    primary key (programme, budget)
);
