-- loyalty-service: what customers share, and the days on which the night has something to give.
--
-- For whoever checks these tables, beside what V5 says: award_without_purchase with the trigger birthday or anniversary has
-- the midnight of that day as its at. A rule set off by one gives once in a calendar year: limit_use has a row for it.

-- As the crm told it last, of everybody: a customer may become a member later. Personal: month and day, never the year.
create table person (
    customer_id uuid primary key,
    birthday    integer constraint month_and_day check (birthday between 101 and 1231), -- 514 is 14 May
    attributes  text not null -- JSON: {name: value}
) with (fillfactor = 90);
create index person_by_birthday on person (birthday, customer_id) where birthday is not null;

-- The day of joining in universal time: where a programme is, it is that day or one beside it.
create index membership_by_day_of_joining on membership (
    programme,
    ((extract(month from enrolled_at at time zone 'UTC') * 100 + extract(day from enrolled_at at time zone 'UTC'))::int),
    customer_id) where left_at is null;
