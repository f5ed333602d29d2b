-- A visit is its authority's: made on its approved day, by its officers, told of by no difference of means.
alter table inspection
  add approval_refused_at timestamptz,
  add approval_refusal    text;
-- Emergencies whose approval afterwards is owed are few.
create index inspection_approval_owed on inspection (authority, approval_due_at)
  where approval_due_at is not null and approved_at is null and approval_refused_at is null;
create index inspection_rated on inspection (authority, planned_on) where rated_at is not null;

-- Who excluded an officer may take it back: the officer by his subject, else the authority by its code.
alter table inspection_officer
  add excluded_by      text,
  add former_exclusion text,
  add readmission      text;

-- How closely an enterprise is supervised (分类分级监管), D most closely; empty where nobody graded it.
alter table enterprise add supervision_class text check (supervision_class in ('A', 'B', 'C', 'D'));

-- A rule is for an authority as well, whose code may have dashes.
alter table rule_change drop constraint rule_change_applies_to_check,
  add constraint rule_change_applies_to_check check (applies_to ~ '^[A-Z0-9_-]{1,64}$');

-- A code opens the gate on the days of its visit only: by the rule APPROVAL_DAYS, from the planned day on. An emergency is entered
-- when it is entered, whatever a device says.
drop function ledger_enter(text, timestamptz, timestamptz);
create function ledger_enter(given_code text, given_at timestamptz, given_device timestamptz, given_day date) returns uuid
  language sql security definer set search_path = pg_catalog, public as $$
  update inspection i set entered_at = given_at, device_entered_at = given_device, entered_by = current_setting('ledger.subject', true),
    version = version + 1
  where entry_code = given_code and entered_at is null and status in ('ASSIGNED', 'NOTIFIED')
    and case source when 'EMERGENCY' then (given_at at time zone 'Asia/Shanghai')::date else given_day end - planned_on
      between 0 and (select greatest(r.amount, 1) - 1 from limit_rule r where r.subject = 'APPROVAL_DAYS'
        and (r.applies_to is null or r.applies_to = i.source) and r.valid_from <= i.planned_on
        and coalesce(r.valid_to, 'infinity') >= i.planned_on order by r.applies_to nulls last, r.valid_from desc limit 1)
    and (enterprise_id = nullif(current_setting('ledger.enterprise', true), '')::uuid or exists (
      select from inspection_officer o
      where o.inspection_id = i.id and o.subject = current_setting('ledger.subject', true) and o.exclusion is null))
  returning id
$$;

-- What was merged stays out of the count until it is parted: it does not start without the other.
create or replace function ledger_visits_counted(given_authority text, given_enterprise uuid, given_year integer) returns integer
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::integer from inspection
  where enterprise_id = given_enterprise and authority = given_authority and counted and status <> 'CANCELLED'
    and planned_on between make_date(given_year, 1, 1) and make_date(given_year, 12, 31) and merged_into_id is null
$$;

-- All ratings of an authority's visits of a year, whoever of it asks, and the mean of the oldest whole batches: one more rating
-- changes nothing until its batch is full, so that no two means tell what one rating says.
create function ledger_visit_ratings(given_authority text, given_year integer, batch integer)
  returns table (ratings bigint, average numeric)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*), round(avg(rating_score) filter (where place <= total - total % greatest(batch, 1)), 1)
  from (select rating_score, row_number() over (order by rated_at, id) place, count(*) over () total from inspection
    where authority = given_authority and rated_at is not null
      and planned_on between make_date(given_year, 1, 1) and make_date(given_year, 12, 31)) rated
$$;

-- One of these people who was excluded from a visit to the enterprise, whether or not the caller sees that visit.
create function ledger_in_conflict(given_enterprise uuid, people uuid[], names text[]) returns text
  language sql stable security definer set search_path = pg_catalog, public as $$
  select o.name from inspection i join inspection_officer o on o.inspection_id = i.id
  where i.enterprise_id = given_enterprise and o.exclusion is not null and (o.person_id = any(people) or o.name = any(names))
  union all
  select c ->> 'name' from inspection i cross join jsonb_array_elements(i.companions) c
  where i.enterprise_id = given_enterprise and c ->> 'exclusion' is not null and c ->> 'name' = any(names)
  order by 1 limit 1
$$;

-- Whether the approval afterwards of one of an authority's emergencies is overdue.
create function ledger_approval_overdue(given_authority text, given_at timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from inspection where authority = given_authority and approval_due_at < given_at
    and approved_at is null and approval_refused_at is null)
$$;

revoke execute on function ledger_enter, ledger_visit_ratings, ledger_in_conflict, ledger_approval_overdue from public;
grant execute on function ledger_enter to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department,
  ledger_enterprise, ledger_worker;
grant execute on function ledger_visit_ratings to ledger_city, ledger_county, ledger_town, ledger_city_department,
  ledger_county_department, ledger_city_auditor, ledger_county_auditor;
grant execute on function ledger_in_conflict, ledger_approval_overdue to ledger_city, ledger_county, ledger_town, ledger_city_department,
  ledger_county_department;
