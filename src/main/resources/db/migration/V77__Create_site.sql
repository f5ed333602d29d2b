-- Several enterprises on one site (Work Safety Law, articles 48 and 49): parks, let premises and building sites with their units,
-- and which of these has the main responsibility, by day.
create table site (
  like ledger_placed including all,
  status          text not null check (status in ('REGISTERED', 'CLOSED')),
  kind            text not null check (kind in ('PARK', 'LEASED_PREMISES', 'SHARED_PREMISES', 'MIXED_USE_BUILDING', 'CONSTRUCTION_SITE', 'OTHER')),
  name            text not null,
  address         text not null,
  enterprises     uuid[] not null check (cardinality(enterprises) <= 500),
  present         uuid[] not null check (present <@ enterprises),
  main_unit_id    uuid references enterprise check (main_unit_id is null or main_unit_id = any(present)),
  main_unit_name  text,
  main_unit_since date,
  registered_at   timestamptz not null,
  closed_at       timestamptz,
  check (num_nulls(main_unit_id, main_unit_name, main_unit_since) in (0, 3)),
  check ((status = 'CLOSED') = (closed_at is not null) and (status <> 'CLOSED' or present = '{}'))
);
comment on column site.enterprises is 'Whoever is or was on the site: by them departments and towns see it.';
comment on column site.present is 'Who is on the site: they see it.';

create table site_unit (
  id               uuid primary key,
  site_id          uuid not null references site,
  enterprise_id    uuid not null references enterprise,
  name             text not null,
  role             text not null
    check (role in ('OWNER', 'LANDLORD', 'TENANT', 'CONTRACT_GIVER', 'CONTRACTOR', 'PARK_MANAGER', 'PROPERTY_MANAGER', 'OTHER')),
  agreement_number text,
  valid_from       date not null,
  valid_to         date check (valid_to >= valid_from)
);
create unique index site_unit_present on site_unit (site_id, enterprise_id) where valid_to is null;
create index site_unit_site on site_unit (site_id, valid_from, id);
create index site_unit_enterprise on site_unit (enterprise_id);
create trigger at_most after insert on site_unit for each row execute function ledger_at_most('site_id', '500');

create table site_main_unit (
  id            uuid primary key,
  site_id       uuid not null references site,
  enterprise_id uuid not null references enterprise,
  name          text not null,
  document      text,
  valid_from    date not null,
  valid_to      date check (valid_to >= valid_from)
);
create unique index site_main_unit_present on site_main_unit (site_id) where valid_to is null;
create index site_main_unit_site on site_main_unit (site_id, valid_from, id);
create trigger at_most after insert on site_main_unit for each row execute function ledger_at_most('site_id', '200');

-- What was on a site, or had the main responsibility, stays: it only ends.
create function ledger_site_stays() returns trigger language plpgsql as $$
begin
  if old.valid_to is not null or to_jsonb(old) - 'valid_to' <> to_jsonb(new) - 'valid_to' then
    raise exception '% % stays: it only ends', tg_table_name, old.id;
  end if;
  return new;
end $$;
revoke execute on function ledger_site_stays from public;
create trigger stays before update on site_unit for each row execute function ledger_site_stays();
create trigger stays before update on site_main_unit for each row execute function ledger_site_stays();

select ledger_secure('site', integrations => 'READ', writes => '{city,county,town,city_department,county_department}'),
  ledger_secure_part('site_unit', 'site', 'site_id', writes => '{city,county,town,city_department,county_department}'),
  ledger_secure_part('site_main_unit', 'site', 'site_id', writes => '{city,county,town,city_department,county_department}'),
  ledger_index('site', 'registered_at'),
  ledger_keep('site', ended => '{CLOSED}', columns => '{division_code,registered_at}'),
  ledger_record('site', 'SITE');
create index site_enterprise on site using gin (present);

-- A site has no trade of its own: a department keeps those on which is an enterprise within its powers, and a town reads those on
-- which is one of its own. That something at an enterprise is granted to them shows them no site.
do $$
declare
  level   text;
  of_unit constant text := '%s_code = current_setting(''ledger.%1$s'', true)
    and exists (select from enterprise e where e.id = any(enterprises) and (%s))';
begin
  foreach level in array array['city', 'county'] loop
    execute format('create policy %s_department on site to ledger_%1$s_department using (%s)', level, format(of_unit, level,
      'e.industry_section = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
        or e.industry_division = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
        or current_setting(''ledger.matters'', true) <> '''''));
  end loop;
  execute format('create policy of_units on site for select to ledger_town using (%s)',
    format(of_unit, 'county', 'e.town_code = current_setting(''ledger.town'', true)'));
  execute format('create policy keeper on site for select to %I using (true)', current_user);
end $$;
create policy on_site on site for select to ledger_enterprise, ledger_worker
  using (present @> array[nullif(current_setting('ledger.enterprise', true), '')::uuid]);
create policy of_site on history_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'SITE' and ledger_sees(object_type, object_id));
create policy of_site on outbox_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'SITE' and ledger_sees(object_type, object_id));

-- A snapshot of who answers for an enterprise is the same whoever has it taken.
create function ledger_sites_of(asked uuid, on_day date)
  returns table (site_id uuid, site_name text, main_unit_id uuid, main_unit_name text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.name, m.enterprise_id, m.name
  from site_unit u
  join site s on s.id = u.site_id
  left join site_main_unit m on m.site_id = s.id and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day)
  where u.enterprise_id = asked and u.valid_from <= on_day and (u.valid_to is null or u.valid_to >= on_day)
    and exists (
      select from site_unit o
      where o.site_id = u.site_id and o.enterprise_id <> asked and o.valid_from <= on_day and (o.valid_to is null or o.valid_to >= on_day))
  order by s.name, s.id limit 20
$$;
comment on function ledger_sites_of is
'The sites on which an enterprise was with others on a day, and which unit had the main responsibility; null for none.';
revoke execute on function ledger_sites_of from public;
do $$
begin
  execute format('grant execute on function ledger_sites_of to ledger_background, %s', ledger_tier_roles('{}'));
end $$;
