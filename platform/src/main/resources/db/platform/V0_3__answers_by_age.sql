-- Answers to commands go when they are old: without this index each look would read them all.
create index idempotency_by_age on idempotency (created_at);
