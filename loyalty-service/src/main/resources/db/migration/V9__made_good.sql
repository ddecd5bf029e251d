-- loyalty-service: receipts that came late make others worth more; what was announced of those is never changed.
--
-- For whoever checks these tables with arithmetic of their own, beside what V1 and V2 say:
--  * made_good.awards is as assessment.awards and comes on top of them: what purchase_id is worth beyond its answer since
--    late_purchase_id came. Refunds of the purchase take back of both together.
--  * It is posted as adjusted_up, adjustments -> active, with purchase_id as transfer.purchase_id and the fact that told
--    of the late receipt as caused_by, in lots of the purchase; came_back points less than the awards are worth, where
--    goods had come back before.
--  * counted_day.points of the purchase's day holds what was posted of the kind of points that tiers look at.
create table made_good (
    purchase_id      uuid        not null,
    programme        text        not null,
    late_purchase_id uuid        not null constraint another_one_came_late check (late_purchase_id <> purchase_id),
    customer_id      uuid        not null,
    awards           text        not null,
    came_back        bigint      not null constraint never_below_nothing check (came_back >= 0),
    at               timestamptz not null,
    primary key (purchase_id, programme, late_purchase_id)
);
create trigger made_good_never_changes before update or delete or truncate on made_good
    for each statement execute function transfer_is_append_only();
