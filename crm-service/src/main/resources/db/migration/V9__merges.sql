-- Two customers turn out to be one. Nothing is moved: one is another name (alias) of the other and points at the root
-- of its tree, never at another alias. Only a root can be pointed at, so there is no chain and no loop.
alter table customer
    add column merged_into uuid,
    add column is_root boolean not null generated always as (merged_into is null) stored,
    add column only_roots boolean not null generated always as (true) stored,
    add constraint what_an_alias_points_at unique (customer_id, is_root),
    add constraint an_alias_points_at_a_root foreign key (merged_into, only_roots)
        references customer (customer_id, is_root);
create index aliases_of_customer on customer (merged_into) where merged_into is not null;

-- Who was made one with whom, by whom and why; the active ones are a forest of which "merged_into" tells the roots.
create table customer_merge (
    merge_id       uuid primary key,
    survivor_id    uuid not null constraint survivor_is_a_customer references customer,
    merged_id      uuid not null constraint merged_is_a_customer references customer,
    merged_at      timestamptz not null,
    merged_by      text not null,
    reason         text not null,
    unmerged_at    timestamptz,
    unmerged_by    text,
    unmerge_reason text,
    constraint nobody_is_merged_with_herself check (survivor_id <> merged_id),
    constraint undone_by_whom_and_why check (num_nonnulls(unmerged_at, unmerged_by, unmerge_reason) in (0, 3))
);
create unique index an_alias_has_one_survivor on customer_merge (merged_id) where unmerged_at is null;
create index merges_of_survivor on customer_merge (survivor_id);
create index merges_of_merged on customer_merge (merged_id);

-- The side of a merge that was named, where it is another one than the customer it is recorded on.
alter table receipt add column side uuid;
alter table touchpoint add column side uuid;

-- Where a line of the timeline stands once a merge is undone: with its receipt or touchpoint, else under its subject.
create function timeline_side(subject uuid, detail json) returns uuid stable language sql as $$
    select coalesce(
        (select coalesce(r.side, r.customer_id) from receipt r
         where r.receipt_id = coalesce(detail ->> 'refundId', detail ->> 'voidId', detail ->> 'receiptId',
                                       detail ->> 'purchaseId')::uuid),
        (select coalesce(t.side, t.customer_id) from touchpoint t
         where t.touchpoint_id = (detail ->> 'touchpointId')::uuid),
        subject)
$$;

-- By name of an attribute (and "birthday"): who said it or took it back, and when. Nothing of what was said before.
alter table profile add column said text not null default '{}';
