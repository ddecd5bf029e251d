-- Whether loyalty's programme wants anything sent to somebody of this member's status. Null: nothing was said against it.
alter table shopper add column be_sent boolean;
