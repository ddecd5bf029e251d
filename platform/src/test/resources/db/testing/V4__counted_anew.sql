-- What hand-made views have applied that can be built anew: the same facts in the same order make the same rows.
create table counted_anew (
    view     text   not null,
    topic    text   not null,
    event_id uuid   not null,
    subject  uuid   not null,
    seq      bigint not null,
    ordinal  bigint not null
);
