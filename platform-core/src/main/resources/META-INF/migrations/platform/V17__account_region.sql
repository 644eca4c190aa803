-- The language and time zone of the scope's own account, for what is printed. The settings are of the feature identity,
-- which patient data must not read; so the core tells these two and nothing else. With the caller's rights: row-level
-- security holds. The defaults are those of the settings.
create function platform.account_region() returns jsonb
    language plpgsql stable set search_path = pg_catalog as $$
declare
    region jsonb;
begin
    if to_regclass('identity.settings') is not null then
        select jsonb_build_object('locale', s.locale, 'timeZone', s.time_zone) into region
        from identity.settings s
        where s.account_id = (select platform.current_account());
    end if;
    return coalesce(region, jsonb_build_object('locale', 'en', 'timeZone', 'UTC'));
end $$;

revoke execute on function platform.account_region from public;
grant execute on function platform.account_region to ${app};
