-- The off-site checks of a period that the caller sees, with their places, for the year's statistics. Without a search path of its own,
-- so that the planner takes it for a part of the statement that asks, and finds the place by its index.
create function ledger_off_site_checks_made(first_day date, last_day date)
  returns table (authority text, division_code text, city_code text, county_code text, town_code text) language sql stable as $$
  select c.authority, c.division_code, c.city_code, c.county_code, c.town_code from public.off_site_check c
  where c.status <> 'WITHDRAWN' and c.checked_on between first_day and last_day
$$;
comment on function ledger_off_site_checks_made is 'Authority and place of each off-site check of a period that the caller sees.';
revoke execute on function ledger_off_site_checks_made from public;
do $$
begin
  execute format('grant execute on function ledger_off_site_checks_made to %s', ledger_tier_roles('{}'));
end $$;
