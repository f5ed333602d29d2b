-- An enforcement visit needs its kind, its source and the approval of the authority's head, begins with a scanned code, and counts
-- against what an authority may visit an enterprise in a year. Visits from before this rule have no kind and go on as they were.
alter table inspection
  add check_kind         text check (check_kind in ('DAILY', 'CASE', 'SPECIAL')),
  add source             text check (source in ('PLAN', 'TIP', 'TRANSFERRED', 'ASSIGNED_FROM_ABOVE', 'MONITORING_LEAD',
    'ENTERPRISE_REQUEST', 'RECHECK', 'LICENCE', 'MEDIA', 'EMERGENCY')),
  add source_reference   text,
  add authority          text,
  add authority_division text,
  add counted            boolean not null default false,
  add approved_by        text,
  add approved_at        timestamptz,
  add approval_document  text,
  add approval_due_at    timestamptz,
  add approval_deadline  jsonb,
  add entry_code         text unique,
  add entered_at         timestamptz,
  add device_entered_at  timestamptz,
  add entered_by         text,
  add no_scan_reason     text,
  add companions         jsonb not null default '[]',
  add merged_into_id     uuid references inspection,
  add rating_score       integer check (rating_score between 1 and 5),
  add rating_comment     text,
  add rated_at           timestamptz,
  drop constraint inspection_status_check,
  add constraint inspection_status_check check (status in ('APPROVAL_PENDING', 'APPROVED', 'PLANNED', 'ASSIGNED', 'NOTIFIED', 'IN_PROGRESS',
    'RECORD_PENDING_SIGNATURE', 'SIGNED', 'SIGNATURE_REFUSED', 'FINDINGS_ISSUED', 'FOLLOW_UP', 'COMPLETED', 'CANCELLED', 'ABORTED')),
  add constraint inspection_kind_and_source check (
    (check_kind is null) = (source is null) and (check_kind is null or kind = 'ENFORCEMENT')),
  add constraint inspection_rated_once check ((rating_score is null) = (rated_at is null));
create index inspection_merged on inspection (merged_into_id) where merged_into_id is not null;

-- An officer who is in conflict with the enterprise stays on the list with the reason, and conducts nothing.
alter table inspection_officer add exclusion text;
grant update on inspection_officer to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department;

alter table person
  add certificate_from date,
  add certificate_to   date check (certificate_to >= certificate_from);

-- The enterprise sees a visit from the scan on; a worker sees the one for which he opened the gate
-- until it starts.
do $$
declare
  own constant text := 'enterprise_id = nullif(current_setting(''ledger.enterprise'', true), '''')::uuid'
    ' and (visible_to_target or entered_at is not null)';
begin
  execute format('alter policy own_read on inspection using (%s)', own);
  execute format('alter policy own_sign on inspection using (%s)', own);
  -- For the functions below.
  execute format('create policy keeper on inspection to %I using (true)', current_user);
end $$;
select ledger_secure_own('inspection', 'select', '{worker}',
  only_if => 'status in (''ASSIGNED'', ''NOTIFIED'') and entered_by = current_setting(''ledger.subject'', true)');

-- Whose code it is, is told to nobody before the scan: it is compared behind the row policies, for the enterprise that is visited
-- and for the visit's officers only.
create function ledger_enter(given_code text, given_at timestamptz, given_device timestamptz) returns uuid
  language sql security definer set search_path = pg_catalog, public as $$
  update inspection i set entered_at = given_at, device_entered_at = given_device, entered_by = current_setting('ledger.subject', true),
    version = version + 1
  where entry_code = given_code and entered_at is null and status in ('ASSIGNED', 'NOTIFIED')
    and (enterprise_id = nullif(current_setting('ledger.enterprise', true), '')::uuid or exists (
      select from inspection_officer o
      where o.inspection_id = i.id and o.subject = current_setting('ledger.subject', true) and o.exclusion is null))
  returning id
$$;

-- Whether that visit's entry was confirmed before.
create function ledger_entered(given_code text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from inspection i where entry_code = given_code and entered_at is not null
    and (enterprise_id = nullif(current_setting('ledger.enterprise', true), '')::uuid or exists (
      select from inspection_officer o
      where o.inspection_id = i.id and o.subject = current_setting('ledger.subject', true) and o.exclusion is null)))
$$;

-- How many visits of an authority to an enterprise count in a year, those of other departments' trades included. Of visits that
-- were merged, the one into which they were counts.
create function ledger_visits_counted(given_authority text, given_enterprise uuid, given_year integer) returns integer
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::integer from inspection i
  where enterprise_id = given_enterprise and authority = given_authority and counted and status <> 'CANCELLED'
    and planned_on between make_date(given_year, 1, 1) and make_date(given_year, 12, 31)
    and not exists (select from inspection m where m.id = i.merged_into_id and m.status <> 'CANCELLED')
$$;
revoke execute on function ledger_enter, ledger_entered, ledger_visits_counted from public;
grant execute on function ledger_enter, ledger_entered to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department,
  ledger_enterprise, ledger_worker;
grant execute on function ledger_visits_counted to ledger_city, ledger_county, ledger_town, ledger_city_department,
  ledger_county_department;
