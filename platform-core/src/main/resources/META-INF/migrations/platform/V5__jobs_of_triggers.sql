-- Triggers that run as the owner leave work in the transaction of an account, and for that account alone.
create policy left_by_triggers on platform.jobs for insert to current_user
    with check (account_id = (select platform.current_account()));
