-- loyalty-service: a version that was published and has not begun can be withdrawn; what waits for a second person is found.
--
-- For whoever checks these tables: a withdrawn version judges nothing, whatever its in_force_from says.

alter table programme_version
    add column withdrawn_by  text,
    add column withdrawn_at  timestamptz,
    add column withdrawn_why text,
    drop constraint programme_version_programme_in_force_from_key,
    add constraint withdrawn_whole check ((withdrawn_by is null) = (withdrawn_at is null)
                                      and (withdrawn_by is null) = (withdrawn_why is null)),
    add constraint withdrawn_before_it_began check (withdrawn_at is null
                                                 or in_force_from is not null and withdrawn_at < in_force_from);
create unique index one_version_from_an_instant_on on programme_version (programme, in_force_from)
    where withdrawn_at is null;

-- Published once, and withdrawn once at most; nothing else of a version ever changes.
create or replace function programme_version_stays() returns trigger language plpgsql as
$$ begin
    if tg_op = 'UPDATE' and (old.programme, old.number, old.document, old.author, old.drafted_at)
            = (new.programme, new.number, new.document, new.author, new.drafted_at) then
        if old.published_at is null and new.withdrawn_at is null then return new; end if;
        if old.withdrawn_at is null and new.withdrawn_at is not null
                and (old.approver, old.published_at, old.in_force_from)
                    = (new.approver, new.published_at, new.in_force_from) then
            return new;
        end if;
    end if;
    raise exception 'a version of a programme is never changed or removed';
end $$;

create index adjustment_for_a_second_person on adjustment (asked_at, adjustment_id) where second_person;
