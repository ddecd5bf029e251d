-- What people edit. A version somebody was told must read the same for ever: an edit is the next version.
create table template (
    key     text not null constraint key_is_a_word check (key ~ '^[a-z][A-Za-z0-9]{0,63}$'),
    version int  not null constraint version_from_one check (version > 0),
    title   text not null constraint title_fits check (octet_length(title) between 1 and 512),
    text    text not null constraint text_fits check (octet_length(text) between 1 and 8192),
    primary key (key, version)
);
create function a_template_version_never_changes() returns trigger language plpgsql as
$$ begin raise exception 'a template version never changes: add the next one'; end $$;
create trigger template_never_changes before update or delete or truncate on template
    for each statement execute function a_template_version_never_changes();

-- What messages may say about a member, as loyalty last told it. Null: it has not told yet.
create table shopper (
    customer_id      uuid not null,
    programme        text not null,
    tier             text,
    tier_spend       bigint,
    balance          bigint,
    member_since     timestamptz,
    last_purchase_at timestamptz,
    primary key (customer_id, programme)
) with (fillfactor = 70);

-- What was said: ids and a template version; the words are made when somebody reads.
create table message (
    message_id       uuid        primary key,
    customer_id      uuid        not null,
    template         text        not null,
    template_version int         not null,
    programme        text        not null,
    tier             text,
    caused_by        uuid        not null,
    created_at       timestamptz not null,
    constraint said_once_per_cause unique (customer_id, template, caused_by),
    constraint words_are_kept foreign key (template, template_version) references template
);
create index message_newest_first on message (customer_id, created_at desc, message_id desc);

-- Mail on its way. `due_at` is when somebody may take it, by this database's clock: for `sending`, when whoever took
-- it is taken for dead. The number of attempts tells a woken sender that it was replaced.
create table delivery (
    message_id  uuid        primary key references message,
    state       text        not null default 'due'
                constraint known_state check (state in ('due', 'sending', 'sent', 'suppressed')),
    caused_by   uuid        not null,
    traceparent text,
    attempts    int         not null default 0,
    failures    int         not null default 0,
    due_at      timestamptz not null default clock_timestamp()
);
create index delivery_open on delivery (due_at) where state in ('due', 'sending');
