-- loyalty-service: a void is kept as a refund of all that is left of its purchase (whole).
--
-- For whoever checks these tables with arithmetic of their own, beside what V1 and V2 say:
--  * A void has no lines and a total of 0: what it takes is what its purchase earned less what its refunds took.
--  * counted_day holds nothing of a voided purchase and nothing of its refunds; membership.purchases does not count it,
--    and a visit stands as long as one receipt of that store and day does. Limits and budgets stay used.
--  * A purchase that was voided before its buyer opted in is never judged.
alter table refund add column whole boolean not null default false;

-- Refunds that named no purchase are listed for people to look at, the newest first.
create index refund_unreferenced on refund (recorded_at, refund_id) where original_id is null;
