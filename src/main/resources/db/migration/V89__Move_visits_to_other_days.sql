-- A visit may be moved among the days for which it was approved, and beyond none of them: neither its start nor the scan of its code.
alter table inspection add approved_until date;
create or replace function ledger_enter(given_code text, given_at timestamptz, given_device timestamptz, given_day date) returns uuid
  language sql security definer set search_path = pg_catalog, public as $$
  update inspection i set entered_at = given_at, device_entered_at = given_device, entered_by = current_setting('ledger.subject', true),
    version = version + 1
  where entry_code = given_code and entered_at is null and status in ('ASSIGNED', 'NOTIFIED')
    and given_day <= coalesce(approved_until, 'infinity')
    and case source when 'EMERGENCY' then (given_at at time zone 'Asia/Shanghai')::date else given_day end - planned_on
      between 0 and (select greatest(r.amount, 1) - 1 from limit_rule r where r.subject = 'APPROVAL_DAYS'
        and (r.applies_to is null or r.applies_to = i.source) and r.valid_from <= i.planned_on
        and coalesce(r.valid_to, 'infinity') >= i.planned_on order by r.applies_to nulls last, r.valid_from desc limit 1)
    and (enterprise_id = nullif(current_setting('ledger.enterprise', true), '')::uuid or exists (
      select from inspection_officer o
      where o.inspection_id = i.id and o.subject = current_setting('ledger.subject', true) and o.exclusion is null))
  returning id
$$;
