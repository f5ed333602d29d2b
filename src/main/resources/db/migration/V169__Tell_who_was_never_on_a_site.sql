-- Each report asked for the sites that its enterprise shares with others, and hardly any enterprise was ever on one. Whether it was is told
-- with the enterprise now, whoever asks, as its snapshot of the responsible is the same for all.
create function ledger_was_on_site(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from site_unit u where u.enterprise_id = asked)
$$;
comment on function ledger_was_on_site is 'Whether an enterprise is or was on a site, alone or with others.';
revoke execute on function ledger_was_on_site from public;
do $$
begin
  execute format('grant execute on function ledger_was_on_site to ledger_background, ${app_role}, %s', ledger_tier_roles('{}'));
end $$;
