-- The counts in layers, so that a dashboard reads a few hundred rows whatever the ledger holds and however much was
-- changed a moment ago. A small change appends one row of its kind (hazard_count_change), a large statement its cells;
-- the service merges all of it. Where it is late, whoever finds 1,500 changes turns them into cells. A reader
-- adds up what there is: in every snapshot that equals a recount.
drop view hazard_count_cell;
drop view hazard_count_changed_cell;
drop view hazard_own_cell;
drop table hazard_count;
drop function fold_hazard_counts();
delete from hazard_count_change;
create sequence hazard_count_change_number;
alter table hazard_count_change add column number bigint not null default nextval('hazard_count_change_number');

-- One row per cell that is merged, any number that are not. States and what is due are told by place: of a city by
-- county, of a county by town, of a town by itself, which its county's rows do; sections and days of the area as a whole.
-- What is of the whole city has no county, what is of a county no town: nothing equals null, so that the row policies
-- hide what is too broad for a caller.
create table hazard_count (
  reach       text not null check (reach in ('CITY', 'COUNTY', 'TOWN')),
  city_code   text not null,
  county_code text,
  town_code   text,
  power       text not null,
  measure     text not null check (measure in ('STATE', 'SECTION', 'DUE', 'REPORTED', 'CLOSED')),
  day         date not null,
  status      text not null,
  grade       text not null,
  section     text not null,
  amount      integer not null,
  merged      boolean not null
) with (fillfactor = 70, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0.02);
create unique index hazard_count_merged on hazard_count
  (city_code, county_code, town_code, power, measure, day, status, grade, section) nulls not distinct where merged;
create index hazard_count_unmerged on hazard_count (merged) where not merged;
create index hazard_count_city on hazard_count (city_code, power, measure, day) where reach = 'CITY';
create index hazard_count_county on hazard_count (county_code, power, measure, day) where reach = 'COUNTY';
create index hazard_count_town on hazard_count (town_code, power, measure, day) where town_code is not null;
create index hazard_count_day on hazard_count (measure, day) where merged and day > '-infinity';

-- Of what a hazard counts for: everything (*), its division of GB/T 4754, its matter; and division with matter, which is
-- taken away from those who supervise both, since they have counted it twice.
create function ledger_powers() returns text[] language sql stable parallel safe as $$
  select case when 'GENERAL_SUPERVISION' = any(matters) then array['*'] else divisions || matters
    || array(select d || '+' || m from unnest(divisions) d cross join unnest(matters) m) end
  from (
    select string_to_array(current_setting('ledger.matters', true), ',') matters,
      array(select i.code from industry i where length(i.code) = 3
        and (i.code = any(trades) or left(i.code, 1) = any(trades))) divisions
    from (select string_to_array(current_setting('ledger.industries', true), ',') trades) t) p
$$;

-- What is counted for which reach, and of what: of all (*), of a trade, of a matter, or of a trade's share of a matter. Only
-- the functions that make cells look at it.
create table hazard_count_grain (
  reach     text not null,
  power     text not null,
  measure   text not null,
  by_county boolean not null,
  by_town   boolean not null,
  primary key (reach, power, measure)
);
insert into hazard_count_grain
select r.reach, p.power, m.measure, r.reach <> 'CITY' or m.by_place, r.reach = 'TOWN' or r.reach = 'COUNTY' and m.by_place
from (values ('STATE', true), ('SECTION', false), ('DUE', true), ('REPORTED', false), ('CLOSED', false)) m(measure, by_place)
cross join (values ('CITY'), ('COUNTY'), ('TOWN')) r(reach)
cross join (values ('ALL'), ('TRADE'), ('MATTER'), ('BOTH')) p(power)
where not (m.by_place and r.reach = 'TOWN');
analyze hazard_count_grain;

-- The cells of one kind of change. Days are those of Asia/Shanghai; a state and a section have none. What was due before
-- yesterday is overdue for good and needs no day of its own: yesterday does, since the service's clock may be behind the
-- database's. Counts by day are kept as long as a dashboard may ask for them (92 days).
create function hazard_count_cells(k hazard_count_change)
returns table (reach text, city_code text, county_code text, town_code text, power text, measure text, day date,
  status text, grade text, section text, amount integer)
language sql stable parallel safe as $$
  select g.reach, k.city_code, case when g.by_county then k.county_code end, case when g.by_town then k.town_code end,
    case g.power when 'ALL' then '*' when 'TRADE' then k.industry_division when 'MATTER' then k.matter
      else k.industry_division || '+' || k.matter end,
    g.measure,
    case g.measure when 'DUE' then case when k.due_on < ledger_today() - 1 then '-infinity' else k.due_on end
      when 'REPORTED' then k.reported_on when 'CLOSED' then k.closed_on else '-infinity' end,
    case g.measure when 'STATE' then k.status else '' end, case g.measure when 'STATE' then k.grade else '' end,
    case g.measure when 'SECTION' then k.industry_section else '' end,
    k.amount * case g.power when 'BOTH' then -1 else 1 end
  from hazard_count_grain g
  where case g.measure when 'STATE' then true when 'REPORTED' then k.reported_on > ledger_today() - 100
      when 'CLOSED' then k.closed_on > ledger_today() - 100 else k.open end
    and (g.power in ('ALL', 'TRADE') or k.matter <> '')
$$;

-- An enterprise has few hazards: they are counted as they are.
create view hazard_own_cell with (security_invoker) as
select 'TOWN' reach, h.city_code, h.county_code, h.town_code, '*' power, m.measure, m.day, m.status, m.grade, m.section, 1 amount
from hazard h
cross join lateral (values
  ('STATE', true, date '-infinity', h.status, h.grade, ''),
  ('SECTION', h.open, '-infinity', '', '', h.industry_section),
  ('DUE', h.open, (h.due_at at time zone 'Asia/Shanghai')::date, '', '', ''),
  ('REPORTED', true, (h.reported_at at time zone 'Asia/Shanghai')::date, '', '', ''),
  ('CLOSED', h.closed_at is not null, (h.closed_at at time zone 'Asia/Shanghai')::date, '', '', ''))
  m(measure, counted, day, status, grade, section)
where m.counted;

-- Turns changes into cells, those left out that somebody else is turning. It adds rows only, so that nobody waits, and
-- those of a dashboard beside one another.
create function compact_hazard_counts(at_most integer) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  with taken as (
    select ctid from hazard_count_change limit at_most for update skip locked
  ), gone as (
    delete from hazard_count_change k using taken where k.ctid = taken.ctid returning k
  )
  insert into hazard_count
  select c.reach, c.city_code, c.county_code, c.town_code, c.power, c.measure, c.day, c.status, c.grade, c.section, sum(c.amount), false
  from gone cross join lateral hazard_count_cells(gone.k) c
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(c.amount) <> 0
  order by 5, 1, 2, 3, 4
$$;
revoke execute on function compact_hazard_counts(integer) from public;

-- Adds changes and cells to the merged cells, so many at a time; one transaction at a time may do it. Days that have
-- passed lose their cells. Tells how many rows it took.
create function fold_hazard_counts(at_most integer) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  folded bigint;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('hazard_count', 0)) then
    return 0;
  end if;
  with changes as (
    delete from hazard_count_change k using (select ctid from hazard_count_change limit at_most for update skip locked) taken
    where k.ctid = taken.ctid returning k
  ), cells as (
    delete from hazard_count t using (
      (select ctid from hazard_count where not merged limit at_most)
      union all
      select ctid from hazard_count where merged and day > '-infinity' and measure = 'DUE' and day < ledger_today() - 1
      union all
      select ctid from hazard_count where merged and day > '-infinity' and measure in ('REPORTED', 'CLOSED')
        and day <= ledger_today() - 100) taken
    where t.ctid = taken.ctid returning t.*
  ), added as (
    insert into hazard_count as t
    select reach, city_code, county_code, town_code, power, measure,
      case when measure = 'DUE' and day < ledger_today() - 1 then '-infinity' else day end, status, grade, section, sum(amount), true
    from (
      select c.* from changes cross join lateral hazard_count_cells(changes.k) c
      union all
      select reach, city_code, county_code, town_code, power, measure, day, status, grade, section, amount from cells) a
    where measure not in ('REPORTED', 'CLOSED') or day > ledger_today() - 100
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(amount) <> 0
    on conflict (city_code, county_code, town_code, power, measure, day, status, grade, section) where merged
      do update set amount = t.amount + excluded.amount
  )
  select (select count(*) from changes) + (select count(*) from cells) into folded;
  return folded;
end $$;
revoke execute on function fold_hazard_counts(integer) from public;
grant execute on function fold_hazard_counts(integer) to ledger_background;

-- The triggers write as the owner of the tables, so that no role needs a grant with which it could falsify a count. A large
-- statement has fewer cells than kinds of changes and adds them at once.
drop trigger count_insert on hazard;
drop trigger count_delete on hazard;
create or replace function record_hazard_counts() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  kinds   constant text := 'select division_code, city_code, county_code, town_code, industry_code, industry_section,
    industry_division, status, grade, open, (due_at at time zone ''Asia/Shanghai'')::date due_on,
    (reported_at at time zone ''Asia/Shanghai'')::date reported_on, (closed_at at time zone ''Asia/Shanghai'')::date closed_on,
    %s amount, coalesce(matter, '''') matter from %I';
  source  text;
  written integer := 0;
begin
  if tg_op = 'UPDATE' then
    insert into hazard_count_change (division_code, industry_code, matter, status, grade, open, due_on, reported_on, closed_on, amount)
    select division_code, industry_code, coalesce(matter, ''), status, grade, open, (due_at at time zone 'Asia/Shanghai')::date,
      (reported_at at time zone 'Asia/Shanghai')::date, (closed_at at time zone 'Asia/Shanghai')::date, sum(amount)
    from (select division_code, industry_code, matter, status, grade, open, due_at, reported_at, closed_at, 1 amount from added
      union all
      select division_code, industry_code, matter, status, grade, open, due_at, reported_at, closed_at, -1 from removed) c
    where not exists (select from added offset 999)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(amount) <> 0;
    get diagnostics written = row_count;
    if written = 0 and exists (select from added offset 999) then
      source := format(kinds, 1, 'added') || ' union all ' || format(kinds, -1, 'removed');
    end if;
  else
    insert into hazard_count_change (division_code, industry_code, matter, status, grade, open, due_on, reported_on, closed_on, amount)
    select division_code, industry_code, coalesce(matter, ''), status, grade, open, (due_at at time zone 'Asia/Shanghai')::date,
      (reported_at at time zone 'Asia/Shanghai')::date, (closed_at at time zone 'Asia/Shanghai')::date,
      case tg_op when 'INSERT' then 1 else -1 end * count(*)
    from changed
    where not exists (select from changed offset 999)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
    get diagnostics written = row_count;
    if written = 0 and exists (select from changed) then
      source := format(kinds, case tg_op when 'INSERT' then 1 else -1 end, 'changed');
    end if;
  end if;
  if source is not null then
    execute format('insert into hazard_count
      select c.reach, c.city_code, c.county_code, c.town_code, c.power, c.measure, c.day, c.status, c.grade, c.section, sum(c.amount), false
      from (select division_code, city_code, county_code, town_code, industry_code, industry_section, industry_division, status, grade,
          open, due_on, reported_on, closed_on, sum(amount), matter, 0
        from (%s) one group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15 having sum(amount) <> 0) k
      cross join lateral hazard_count_cells(row(k.*)::hazard_count_change) c
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(c.amount) <> 0
      order by 5, 1, 2, 3, 4', source);
  elsif written > 0 and currval('hazard_count_change_number') % 500 < written
      and (select count(*) from hazard_count_change) >= 1500 then
    perform compact_hazard_counts(5000);
  end if;
  return null;
end $$;
create trigger count_insert after insert on hazard referencing new table as changed
  for each statement execute function record_hazard_counts();
create trigger count_delete after delete on hazard referencing old table as changed
  for each statement execute function record_hazard_counts();

do $$
begin
  alter table hazard_count_grain enable row level security;
  alter table hazard_count_grain force row level security;
  execute format('create policy keeper on hazard_count_grain to %I using (true)', current_user);
  alter table hazard_count enable row level security;
  alter table hazard_count force row level security;
  create policy background on hazard_count for select to ledger_background using (true);
  execute format('create policy keeper on hazard_count to %I using (true) with check (true)', current_user);
  create policy city on hazard_count for select to ledger_city, ledger_city_integration, ledger_city_auditor
    using (city_code = current_setting('ledger.city', true));
  create policy county on hazard_count for select to ledger_county, ledger_county_integration, ledger_county_auditor
    using (county_code = current_setting('ledger.county', true));
  create policy town on hazard_count for select to ledger_town using (town_code = current_setting('ledger.town', true));
  create policy city_department on hazard_count for select to ledger_city_department
    using (city_code = current_setting('ledger.city', true) and power = any(ledger_powers()));
  create policy county_department on hazard_count for select to ledger_county_department
    using (county_code = current_setting('ledger.county', true) and power = any(ledger_powers()));
end $$;
grant select on hazard_count, hazard_own_cell
  to ${app_role}, ledger_background, ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department,
  ledger_enterprise, ledger_worker, ledger_city_integration, ledger_county_integration, ledger_city_auditor, ledger_county_auditor;

-- What a ledger holds already is counted once, by the owner, whom the forced policies would show none.
alter table hazard no force row level security;
insert into hazard_count
select c.reach, c.city_code, c.county_code, c.town_code, c.power, c.measure, c.day, c.status, c.grade, c.section, sum(c.amount), true
from (select division_code, city_code, county_code, town_code, industry_code, industry_section, industry_division, status, grade, open,
    (due_at at time zone 'Asia/Shanghai')::date, (reported_at at time zone 'Asia/Shanghai')::date,
    (closed_at at time zone 'Asia/Shanghai')::date, count(*), coalesce(matter, ''), 0
  from hazard group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15) k
cross join lateral hazard_count_cells(row(k.*)::hazard_count_change) c
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(c.amount) <> 0
order by 5, 1, 2, 3, 4;
alter table hazard force row level security;
