-- loyalty-service: what is sold, so that a rule that names what nobody sells is refused.
--
-- For whoever checks these tables: nothing is earned or taken by these rows. Receipts are judged by what tills say of
-- their lines. While there is no row, nothing is known and nothing is refused.

create table product (
    sku        text        primary key constraint sku_fits check (length(sku) between 1 and 64),
    name       text,
    category   text,
    brand      text,
    collection text,
    labels     text[]      not null default '{}',
    changed_by text        not null,
    changed_at timestamptz not null
);
create index product_by_category on product (category, sku);
