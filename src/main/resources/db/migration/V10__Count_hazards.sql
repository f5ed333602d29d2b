-- The dashboard's figures. Every change of a hazard appends what it adds to and takes from the counts, in its own
-- transaction and contended by nobody; a background job folds these changes into the counts now and then. Whoever
-- reads adds both up: in every snapshot they equal a recount.
create table hazard_count_change (
  division_code     text not null,
  city_code         text generated always as (substr(division_code, 1, 4)) stored,
  county_code       text generated always as (substr(division_code, 1, 6)) stored,
  town_code         text generated always as (substr(division_code, 1, 9)) stored,
  industry_code     text not null,
  industry_section  text generated always as (substr(industry_code, 1, 1)) stored,
  industry_division text generated always as (substr(industry_code, 1, 3)) stored,
  status            text not null,
  grade             text not null,
  open              boolean not null,
  due_on            date not null,
  reported_on       date not null,
  closed_on         date,
  amount            integer not null
) with (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- One row per cell. A county's row has no town, a row of all industries no industry: who may see only a town or
-- only some industries must not see them, and row policies by equality see to that.
create table hazard_count (
  county_code       text not null,
  city_code         text not null generated always as (substr(county_code, 1, 4)) stored,
  town_code         text not null,
  industry_division text not null,
  industry_section  text not null generated always as (substr(industry_division, 1, 1)) stored,
  measure           text not null check (measure in ('STATE', 'SECTION', 'DUE_MONTH', 'DUE', 'REPORTED', 'CLOSED')),
  day               date,
  status            text not null,
  grade             text not null,
  section           text not null,
  amount            bigint not null,
  constraint hazard_count_cell_key unique nulls not distinct
    (county_code, town_code, industry_division, measure, day, status, grade, section)
) with (fillfactor = 70);
create index hazard_count_city on hazard_count (city_code, town_code, industry_division, measure, day);
create index hazard_count_county on hazard_count (county_code, industry_division, measure, day);
create index hazard_count_town on hazard_count (town_code, industry_division, measure, day);
create index hazard_count_day on hazard_count (day) where measure in ('DUE', 'REPORTED', 'CLOSED');

-- Days are those of Asia/Shanghai. Counts by day are kept as long as a dashboard may ask for them (92 days); what is
-- overdue for longer than a month is told by the months before.
create function ledger_today() returns date language sql stable parallel safe
  return (now() at time zone 'Asia/Shanghai')::date;

create view hazard_count_changed_cell with (security_invoker) as
select c.city_code, c.county_code, case when g.by_town then c.town_code else '' end town_code,
       case when g.by_industry then c.industry_division else '' end industry_division,
       m.measure, m.day, m.status, m.grade, m.section, c.amount::bigint amount
from hazard_count_change c
cross join (values (false, false), (false, true), (true, false), (true, true)) g(by_town, by_industry)
cross join lateral (values
  ('STATE', true, null::date, c.status, c.grade, ''),
  ('SECTION', c.open, null, '', '', c.industry_section),
  ('DUE_MONTH', c.open, date_trunc('month', c.due_on)::date, '', '', ''),
  ('DUE', c.open and c.due_on >= date_trunc('month', ledger_today()), c.due_on, '', '', ''),
  ('REPORTED', c.reported_on > ledger_today() - 100, c.reported_on, '', '', ''),
  ('CLOSED', c.closed_on > ledger_today() - 100, c.closed_on, '', '', '')) m(measure, counted, day, status, grade, section)
where m.counted;

create view hazard_count_cell with (security_invoker) as
select city_code, county_code, town_code, industry_division, measure, day, status, grade, section, amount
from hazard_count
union all
select city_code, county_code, town_code, industry_division, measure, day, status, grade, section, amount
from hazard_count_changed_cell;

-- An enterprise has few hazards: they are counted as they are.
create view hazard_own_cell with (security_invoker) as
select h.city_code, h.county_code, h.town_code, '' industry_division,
       m.measure, m.day, m.status, m.grade, m.section, 1::bigint amount
from (select *, (due_at at time zone 'Asia/Shanghai')::date due_on, (reported_at at time zone 'Asia/Shanghai')::date reported_on,
        (closed_at at time zone 'Asia/Shanghai')::date closed_on from hazard) h
cross join lateral (values
  ('STATE', true, null::date, h.status, h.grade, ''),
  ('SECTION', h.open, null, '', '', h.industry_section),
  ('DUE_MONTH', h.open, date_trunc('month', h.due_on)::date, '', '', ''),
  ('DUE', h.open, h.due_on, '', '', ''),
  ('REPORTED', true, h.reported_on, '', '', ''),
  ('CLOSED', h.closed_on is not null, h.closed_on, '', '', '')) m(measure, counted, day, status, grade, section)
where m.counted;

-- The triggers write as the owner of the tables, so that no role needs a grant with which it could falsify a count.
-- A statement for many hazards appends one row per kind of change.
create function record_hazard_counts() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    insert into hazard_count_change (division_code, industry_code, status, grade, open, due_on, reported_on, closed_on, amount)
    select division_code, industry_code, status, grade, open, (due_at at time zone 'Asia/Shanghai')::date,
      (reported_at at time zone 'Asia/Shanghai')::date, (closed_at at time zone 'Asia/Shanghai')::date, count(*)
    from added group by 1, 2, 3, 4, 5, 6, 7, 8;
  elsif tg_op = 'DELETE' then
    insert into hazard_count_change (division_code, industry_code, status, grade, open, due_on, reported_on, closed_on, amount)
    select division_code, industry_code, status, grade, open, (due_at at time zone 'Asia/Shanghai')::date,
      (reported_at at time zone 'Asia/Shanghai')::date, (closed_at at time zone 'Asia/Shanghai')::date, -count(*)
    from removed group by 1, 2, 3, 4, 5, 6, 7, 8;
  else
    insert into hazard_count_change (division_code, industry_code, status, grade, open, due_on, reported_on, closed_on, amount)
    select division_code, industry_code, status, grade, open, (due_at at time zone 'Asia/Shanghai')::date,
      (reported_at at time zone 'Asia/Shanghai')::date, (closed_at at time zone 'Asia/Shanghai')::date, sum(amount)
    from (select division_code, industry_code, status, grade, open, due_at, reported_at, closed_at, 1 amount from added
      union all
      select division_code, industry_code, status, grade, open, due_at, reported_at, closed_at, -1 from removed) c
    group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(amount) <> 0;
  end if;
  return null;
end $$;
revoke execute on function record_hazard_counts() from public;
create trigger count_insert after insert on hazard referencing new table as added
  for each statement execute function record_hazard_counts();
create trigger count_update after update on hazard referencing old table as removed new table as added
  for each statement execute function record_hazard_counts();
create trigger count_delete after delete on hazard referencing old table as removed
  for each statement execute function record_hazard_counts();

-- Folds the changes into the counts. Reading the changes and deleting them are parts of one statement and so see the
-- same ones; one transaction at a time may do it. It runs as the owner, so that no role needs a grant to delete.
create function fold_hazard_counts() returns bigint language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  folded bigint;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('hazard_count', 0)) then
    return 0;
  end if;
  with gone as (
    delete from hazard_count_change returning 1
  ), cells as (
    insert into hazard_count as t (county_code, town_code, industry_division, measure, day, status, grade, section, amount)
    select county_code, town_code, industry_division, measure, day, status, grade, section, sum(amount)
    from hazard_count_changed_cell group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(amount) <> 0
    on conflict on constraint hazard_count_cell_key do update set amount = t.amount + excluded.amount
  )
  select count(*) into folded from gone;
  delete from hazard_count where measure in ('DUE', 'REPORTED', 'CLOSED')
    and day < least(ledger_today() - 100, date_trunc('month', ledger_today())::date);
  return folded;
end $$;
revoke execute on function fold_hazard_counts() from public;
grant execute on function fold_hazard_counts() to ledger_background;

do $$
declare
  city     constant text := 'city_code = current_setting(''ledger.city'', true)';
  county   constant text := 'county_code = current_setting(''ledger.county'', true)';
  town     constant text := 'town_code = current_setting(''ledger.town'', true)';
  industry constant text := '(industry_section = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or industry_division = any(string_to_array(current_setting(''ledger.industries'', true), '','')))';
  t        text;
begin
  foreach t in array array['hazard_count', 'hazard_count_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy background on %I for select to ledger_background using (true)', t);
    execute format('create policy keeper on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy city on %I for select to ledger_city, ledger_city_integration, ledger_city_auditor using (%s)', t, city);
    execute format('create policy county on %I for select to ledger_county, ledger_county_integration, ledger_county_auditor using (%s)', t, county);
    execute format('create policy town on %I for select to ledger_town using (%s)', t, town);
    execute format('create policy city_department on %I for select to ledger_city_department using (%s and %s)', t, city, industry);
    execute format('create policy county_department on %I for select to ledger_county_department using (%s and %s)', t, county, industry);
  end loop;
end $$;

grant select on hazard_count, hazard_count_change to ledger_background;
grant select on hazard_count, hazard_count_change to ${app_role};
grant select on hazard_count_cell, hazard_count_changed_cell, hazard_own_cell to ledger_background;
grant select on hazard_count, hazard_count_change, hazard_count_cell, hazard_count_changed_cell, hazard_own_cell
  to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department, ledger_enterprise,
  ledger_worker, ledger_city_integration, ledger_county_integration, ledger_city_auditor, ledger_county_auditor;

-- Hazards that were there before are counted once, by the owner, whom the forced policies would show none.
alter table hazard no force row level security;
insert into hazard_count_change (division_code, industry_code, status, grade, open, due_on, reported_on, closed_on, amount)
select division_code, industry_code, status, grade, open, (due_at at time zone 'Asia/Shanghai')::date,
  (reported_at at time zone 'Asia/Shanghai')::date, (closed_at at time zone 'Asia/Shanghai')::date, count(*)
from hazard group by 1, 2, 3, 4, 5, 6, 7, 8;
alter table hazard force row level security;
