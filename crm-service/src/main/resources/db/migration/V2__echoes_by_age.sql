-- A record is an echo only as long as it can be read again; old ones are removed by age.
create index receipt_echo_by_age on receipt_echo (recorded_at);
