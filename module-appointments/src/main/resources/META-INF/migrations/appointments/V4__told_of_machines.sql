-- Whoever drafts hears at once when no machine may go on.
drop trigger told_changes on appointments.appointments;
create trigger told_changes after update on appointments.appointments
    for each row when (old.consent_given is distinct from new.consent_given
        or old.consent_ai is distinct from new.consent_ai or old.status <> new.status)
    execute function platform.tell_change();
