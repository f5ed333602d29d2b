-- Until its last day something is there; nobody knows a last day of what has none.
create function ledger_lasts(last_day date, on_day date) returns boolean language sql immutable parallel safe as $$
  select last_day is null or last_day >= on_day
$$;
comment on function ledger_lasts is 'Whether what has this last day, or none, is still there on a day.';
create or replace function ledger_regulated(place text, industry text, venue text, on_day date) returns boolean language sql stable as $$
  select exists (
    select from department d where d.division_code = place and ledger_lasts(d.valid_to, on_day)
      and (venue = any(d.venues) or exists (select from unnest(d.industries) i where starts_with(industry, i)))
  ) or exists (
    select from regulator_decision r join department d on d.code = r.department_code and ledger_lasts(d.valid_to, on_day)
    where r.division_code = place and r.valid_from <= on_day and ledger_lasts(r.valid_to, on_day)
      and (r.venue_type = venue or starts_with(industry, r.industry_code)))
$$;

-- Whether a visit is one of those that its authority may make in a year. What was merged stays out of the count until it is parted.
create function ledger_is_counted(visit inspection) returns boolean language sql stable parallel safe as $$
  select visit.counted and visit.status <> 'CANCELLED' and visit.merged_into_id is null
$$;
create or replace function ledger_visits_counted(given_authority text, given_enterprise uuid, given_year integer) returns integer
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::integer from inspection i
  where enterprise_id = given_enterprise and authority = given_authority and ledger_is_counted(i)
    and planned_on between make_date(given_year, 1, 1) and make_date(given_year, 12, 31)
$$;

-- Conflicts of interest are known to whoever plans or draws a visit, wherever they were recorded; why, only where the caller's own
-- authority recorded it.
create function ledger_conflicts(people uuid[], given_enterprise uuid default null)
  returns table (enterprise_id uuid, person_id uuid, name text, reason text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select i.enterprise_id, o.person_id, min(o.name), min(o.exclusion) filter (where i.authority
    = coalesce(nullif(current_setting('ledger.department', true), ''), ledger_government()))
  from inspection_officer o join inspection i on i.id = o.inspection_id
  where o.person_id = any(people) and o.exclusion is not null and i.enterprise_id is not null
    and (given_enterprise is null or i.enterprise_id = given_enterprise)
  group by i.enterprise_id, o.person_id
$$;
comment on function ledger_conflicts is
'Which of these people must not visit which enterprise, or the given one: each was excluded from a visit to it, of whichever authority.
reason: null where only other authorities recorded it.';
create or replace function ledger_in_conflict(given_enterprise uuid, people uuid[], names text[]) returns text
  language sql stable security definer set search_path = pg_catalog, public as $$
  select c.name from ledger_conflicts(people, given_enterprise) c
  union all
  select o.name from inspection i join inspection_officer o on o.inspection_id = i.id
  where i.enterprise_id = given_enterprise and o.exclusion is not null and o.name = any(names)
  union all
  select c ->> 'name' from inspection i cross join jsonb_array_elements(i.companions) c
  where i.enterprise_id = given_enterprise and c ->> 'exclusion' is not null and c ->> 'name' = any(names)
  order by 1 limit 1
$$;
revoke execute on function ledger_conflicts from public;
grant execute on function ledger_conflicts to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department;

-- Whoever wrote a public value down may correct it, at a later moment, until it is drawn; the history tells each value.
create or replace function ledger_witnessed_stays() returns trigger language plpgsql as $$
begin
  if new.announced_by_subject is distinct from old.announced_by_subject
      or old.witnessed_at is not null
      and ((new.witnessed_by, new.witnessed_by_subject) is distinct from (old.witnessed_by, old.witnessed_by_subject)
        or (new.public_value, new.value_read_from, new.witnessed_at)
          is distinct from (old.public_value, old.value_read_from, old.witnessed_at)
        and (new.drawn_at is not null or new.witnessed_at is null or new.witnessed_at <= old.witnessed_at)) then
    raise exception 'What was written down of % stays', old.id;
  end if;
  return new;
end $$;

-- Enterprises of key sectors have the number that holds for any: a rule of their own, with the same number, left that one to nobody.
delete from limit_rule where code = 'VISITS_PER_YEAR_KEY'
  and not exists (select from rule_change where former_code = 'VISITS_PER_YEAR_KEY');

-- A clock that the database itself starts: by the rule of the day for any grade, as `Deadlines` does, which a test holds it to.
create function ledger_deadline(given_subject text, started timestamptz) returns jsonb
  language sql stable set search_path = pg_catalog, public as $$
  with rule as (
    select r.code, r.amount, r.unit, r.source, s.first
    from deadline_rule r, (select (started at time zone 'Asia/Shanghai')::date as first) s
    where r.subject = given_subject and r.grade is null and r.valid_from <= s.first and ledger_lasts(r.valid_to, s.first)
  ), counted as (
    select d::date as day, coalesce(c.kind = 'WORKDAY', extract(isodow from d) < 6) as working, coalesce(c.name, to_char(d, 'FMDAY')) as name
    from rule cross join generate_series(rule.first + 1, rule.first + rule.amount * 3 + 30, interval '1 day') d
    left join calendar_day c on c.day = d::date
    where rule.unit = 'WORKING_DAY' and rule.amount > 0
  ), due as (
    select rule.*, case unit when 'HOUR' then started + make_interval(hours => amount)
      else (case unit when 'YEAR' then (first + make_interval(years => amount))::date
        when 'WORKING_DAY' then coalesce((select day from counted where working order by day offset greatest(amount - 1, 0) limit 1), first)
        else first + amount end + time '23:59:59') at time zone 'Asia/Shanghai' end as due_at
    from rule
  ), last as (select due.*, (due_at at time zone 'Asia/Shanghai')::date as day from due)
  select jsonb_build_object('rule', code, 'amount', amount, 'unit', unit, 'source', source,
    'startedAt', to_char(started at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'dueAt', to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'skippedDays', coalesce((select jsonb_object_agg(c.day, c.name) from counted c where not c.working and c.day < last.day), '{}'),
    'unpublishedYears', coalesce((select jsonb_agg(y order by y)
      from generate_series(extract(year from least(first + 1, last.day))::int, extract(year from last.day)::int) y
      where not exists (select from calendar_day c where c.day between make_date(y, 1, 1) and make_date(y, 12, 31))), '[]'))
  from last
$$;
comment on function ledger_deadline is 'The clock of a subject that starts then, as JSON of a deadline; null where no rule holds.';
revoke execute on function ledger_deadline from public;
grant execute on function ledger_deadline to ledger_background;

-- What nobody regulates has its clock with its entry, whoever writes that.
create function ledger_start_regulator_clock() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  new.deadline := ledger_deadline('REGULATOR_DECISION', new.entered_at);
  new.due_at := (new.deadline ->> 'dueAt')::timestamptz;
  return new;
end $$;
revoke execute on function ledger_start_regulator_clock from public;
create trigger starts_clock before insert on undetermined_regulator for each row when (new.settled_at is null and new.deadline is null)
  execute function ledger_start_regulator_clock();
