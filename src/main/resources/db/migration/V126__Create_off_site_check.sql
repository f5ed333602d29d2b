-- Checks of an enterprise without entering it: by papers, video, sensors or what it reports itself. They take none of the year's
-- visits, and come first (入企检查前先行非现场检查).
create table off_site_check (
  like ledger_placed including all,
  like ledger_traded including all,
  authority          text not null,
  kind               text not null check (kind in ('PAPERS', 'VIDEO', 'SENSORS', 'SELF_REPORT')),
  status             text not null check (status in ('RECORDED', 'CONCLUDED', 'WITHDRAWN')),
  looked_at          text not null,
  checked_on         date not null,
  checked_by         text not null,
  checked_by_subject text not null,
  recorded_at        timestamptz not null,
  result             text check (result in ('NOTHING_FOUND', 'LED_TO_VISIT', 'LED_TO_HAZARD')),
  inspection_id      uuid references inspection,
  hazard_id          uuid references hazard,
  concluded_by       text,
  concluded_at       timestamptz,
  withdrawn_at       timestamptz,
  withdrawal         text,
  check ((result is null) = (num_nonnulls(concluded_by, concluded_at) = 0)),
  check (status = 'WITHDRAWN' or (result is null) = (status = 'RECORDED')),
  check ((inspection_id is not null) = coalesce(result = 'LED_TO_VISIT', false)),
  check ((hazard_id is not null) = coalesce(result = 'LED_TO_HAZARD', false)),
  check ((status = 'WITHDRAWN') = (num_nonnulls(withdrawn_at, withdrawal) = 2))
);

-- What waits for its conclusion, or led to a visit that the enterprise does not see yet, would tell it of that visit.
select ledger_secure('off_site_check', departments => 'POWERS', writes => '{city,county,town,city_department,county_department}'),
  ledger_secure_own('off_site_check', 'select', '{enterprise}', only_if => 'status = ''CONCLUDED'' and (inspection_id is null
    or exists (select from inspection i where i.id = off_site_check.inspection_id))'),
  ledger_index('off_site_check', 'checked_on'),
  ledger_keep('off_site_check', ended => '{WITHDRAWN}', columns => '{division_code,enterprise_id,industry_code,matter,authority,kind,looked_at,checked_on,checked_by,checked_by_subject,recorded_at}'),
  ledger_record('off_site_check', 'OFF_SITE_CHECK');

do $$
declare
  writers constant text := ledger_tier_roles('{city,county,town,city_department,county_department}');
begin
  execute format('grant execute on function ledger_authority to %s', writers);
  -- Nobody checks in another authority's name, or changes another's check.
  execute format('create policy of_authority_add on off_site_check as restrictive for insert to %s
    with check (authority = (select ledger_authority()) and checked_by_subject = current_setting(''ledger.subject'', true))', writers);
  execute format('create policy of_authority_change on off_site_check as restrictive for update to %s
    using (authority = (select ledger_authority()))', writers);
end $$;

create function ledger_off_site_checks(given_enterprise uuid, first_day date, last_day date) returns table (authority text)
  language sql stable set search_path = pg_catalog, public as $$
  select c.authority from off_site_check c
  where c.enterprise_id = given_enterprise and c.status <> 'WITHDRAWN' and c.checked_on between first_day and last_day
$$;
comment on function ledger_off_site_checks is 'The authorities of the off-site checks of an enterprise in a period that the caller sees, one row for each check.';

create function ledger_off_site_first(given_enterprise uuid, given_authority text, planned date) returns jsonb
  language sql stable set search_path = pg_catalog, public as $$
  select jsonb_build_object('withinDays', r.amount, 'lastCheckedOn', l.day)
  from (
    select amount from limit_rule
    where subject = 'OFF_SITE_WITHIN' and applies_to is null and valid_from <= planned and ledger_lasts(valid_to, planned)
    order by valid_from desc limit 1) r
  cross join (
    select max(c.checked_on) as day from off_site_check c
    where c.enterprise_id = given_enterprise and c.authority = given_authority and c.status <> 'WITHDRAWN' and c.checked_on <= planned) l
  where r.amount > 0 and coalesce(l.day < planned - r.amount, true)
$$;
comment on function ledger_off_site_first is
'What an authority lacks before a visit that is planned for a day: within how many days before it an off-site check of the enterprise
belongs, and when the last one was; null where there was one, and where no rule holds.';
revoke execute on function ledger_off_site_checks, ledger_off_site_first from public;
do $$
begin
  execute format('grant execute on function ledger_off_site_checks, ledger_off_site_first to %s', ledger_tier_roles('{}'));
end $$;
