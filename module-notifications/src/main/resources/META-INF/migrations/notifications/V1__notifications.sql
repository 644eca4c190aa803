-- What was sent to an account: which text and when. The mail itself is not kept.
create table notifications.sent (
    account_id uuid        not null default platform.current_account(),
    id         uuid        not null,
    kind       text        not null,
    created_at timestamptz not null,
    state      text        not null check (state in ('SENT', 'SKIPPED', 'FAILED')),
    primary key (account_id, id)
);
create index sent_in_order on notifications.sent (account_id, created_at, id);
call platform.isolate('notifications.sent');

-- What an account wants to be sent; no row until it says so.
create table notifications.preferences (
    account_id uuid    not null default platform.current_account(),
    locale     text    not null,
    signed_out boolean not null,
    primary key (account_id)
);
call platform.isolate('notifications.preferences');
