-- Tests put relays together by hand, after the journal was written to: it counts as compared with its topic.
create function believe_journal() returns void language sql as $$
    insert into journal_verified (server_started, journal_file)
    values (pg_postmaster_start_time(), pg_relation_filenode('journal')::bigint)
    on conflict (only_one) do update
        set server_started = excluded.server_started, journal_file = excluded.journal_file
$$;
select believe_journal();
