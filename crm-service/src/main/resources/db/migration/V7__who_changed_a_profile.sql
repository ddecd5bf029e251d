-- Who changed a profile last, and when: the credential that asked. Nothing where it was never changed, or before this was kept.
alter table profile
    add column changed_by text,
    add column changed_at timestamptz,
    add constraint who_and_when check (num_nonnulls(changed_by, changed_at) in (0, 2));
