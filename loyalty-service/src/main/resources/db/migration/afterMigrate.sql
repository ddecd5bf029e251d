-- Run by the owner at each start. What the application's role may: read and add; change and remove only where a table is
-- not kept for good. Kept for good is what has a trigger before update, delete and truncate for each statement (58).
do $$
declare
    application constant text := '${application}';
    here record;
begin
    if application = current_user then return; end if; -- the service refuses to work as the owner
    if to_regrole(quote_ident(application)) is null then
        raise exception 'The role % the service works as is missing; setup makes it.', application;
    end if;
    perform pg_advisory_xact_lock(hashtext('grants to the application'));
    for here in
        select * from (
            select c.oid::regclass as name,
                   case when exists (select from pg_trigger t
                                     where t.tgrelid = c.oid and not t.tgisinternal and t.tgtype = 58)
                        then 'INSERT, SELECT' else 'DELETE, INSERT, SELECT, UPDATE' end as wanted,
                   (select string_agg(a.privilege_type, ', ' order by a.privilege_type)
                    from aclexplode(c.relacl) a where a.grantee = to_regrole(quote_ident(application))) as granted
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
              and c.relname <> 'flyway_schema_history') t
        where granted is distinct from wanted
    loop
        execute format('revoke all on %s from %I', here.name, application);
        execute format('grant %s on %s to %I', here.wanted, here.name, application);
    end loop;
end $$;

-- A ledger that was dumped and put into a cluster that has counted fewer transactions goes on behind its last position.
do $$
declare
    behind bigint;
begin
    select greatest((select coalesce(max(to_position), 0) from ledger_hour),
                    (select coalesce(max(written_in), 0) + 1 from transfer where written_in > 0))
           - ledger_position(pg_snapshot_xmax(pg_current_snapshot())) into behind;
    if behind > 0 then
        execute format('create or replace function ledger_position(counted xid8) returns bigint immutable language sql as '
                       '''select counted::text::bigint + %s''', ledger_position('0'::xid8) + behind);
    end if;
end $$;
