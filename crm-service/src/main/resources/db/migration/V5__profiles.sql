-- What is known of a person beside how she is recognised. Personal: it stays here, but for what is marked as shared.
-- "shared" is what of it the world was told last (JSON), "shared_by" the installation's setting that decided it.
create table profile (
    customer_id uuid primary key constraint profile_of_a_customer references customer,
    birthday    text constraint month_and_day_without_the_year check (birthday ~ '^[01][0-9]-[0-3][0-9]$'),
    attributes  text not null default '{}',
    shared      text not null default '',
    shared_by   text not null default ''
);
