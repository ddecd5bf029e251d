-- A receipt may be undone as a whole; its void waits for it like a refund does, with what the till said in place of goods.
alter table receipt drop constraint receipt_kind,
    add constraint receipt_kind check (kind in ('purchase', 'refund', 'void'));
alter table waiting_refund alter column refund drop not null,
    add column voiding bytea,
    add constraint waits_as_refund_or_void check (num_nonnulls(refund, voiding) = 1);
