-- A till may see the receipts of its own stores. Of receipts from before this, and of awaited ones, it is not known.
alter table receipt add column store text;
