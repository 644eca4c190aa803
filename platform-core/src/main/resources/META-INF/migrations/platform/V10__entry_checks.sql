-- What is hashed is an entry's text, and some values share theirs with another: a year BC is written like the same one AD,
-- and ids that are null, or lie in an array of another shape, are not seen. Such rows cannot be made. They are not looked
-- for here: the log may be long, and what somebody changed before is for the check of the log to find, not a reason for
-- no server to start.
alter table audit.entries
    add constraint entries_of_our_time check (occurred_at >= '2000-01-01 00:00:00+00') not valid,
    add constraint entries_name_each_id check (
        case when resource_ids = '{}' then true
            when array_ndims(resource_ids) <> 1 or array_lower(resource_ids, 1) <> 1 then false
            else array_position(resource_ids, null) is null end) not valid;
