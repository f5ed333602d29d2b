-- How many hazards of a city have each state, category, trade and place was counted row by row: 1.3 s for a million. The counts are
-- kept in cubes, which are cut from the same changes as those of the dashboard and merged along with them; a reader adds the
-- changes that are outstanding. What a hazard is, the trade of its enterprise, where it is and who found it: each two of these
-- together make a cube, all four a row for nearly each hazard. While what there is is counted, hazards are read but not written.
lock table hazard in share row exclusive mode;

-- One row per cell that is merged, any number that are not. A column by which a cube is not cut is null: where that is the town,
-- nothing equals it, so that the policy of towns hides it. A state says whether a hazard is open.
create table hazard_facet_count (
  cube             text not null check (cube in ('PLACE_SOURCE', 'TRADE_SOURCE', 'OWN_SOURCE', 'TRADE_PLACE', 'OWN_PLACE', 'OWN_TRADE')),
  city_code        text not null,
  county_code      text not null,
  town_code        text,
  status           text not null,
  open             boolean not null,
  grade            text not null,
  category_code    text,
  matter           text,
  sector           text,
  industry_section text,
  source           text,
  amount           integer not null,
  merged           boolean not null
) with (fillfactor = 70, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0.02);

-- What a ledger holds already is counted once, in one pass: by less memory, of which a million take some 40 MB, the planner would rather
-- sort it six times. The owner sees all hazards (keeper_of_groups).
set local work_mem = '256MB';
insert into hazard_facet_count
select case grouping(town_code, source, sector, category_code) when 3 then 'PLACE_SOURCE' when 9 then 'TRADE_SOURCE' when 10 then 'OWN_SOURCE'
    when 5 then 'TRADE_PLACE' when 6 then 'OWN_PLACE' when 12 then 'OWN_TRADE' end,
  city_code, county_code, town_code, status, open, grade, category_code, matter, sector, industry_section, source, count(*), true
from hazard
group by city_code, county_code, status, open, grade, grouping sets (
  (town_code, source), (sector, industry_section, source), (category_code, matter, source),
  (sector, industry_section, town_code), (category_code, matter, town_code), (category_code, matter, sector, industry_section))
order by 2, 1, 3, 4;

create unique index hazard_facet_count_merged on hazard_facet_count
  (county_code, cube, town_code, status, grade, category_code, matter, sector, industry_section, source) nulls not distinct where merged;
create index hazard_facet_count_unmerged on hazard_facet_count (merged) where not merged;
create index hazard_facet_count_city on hazard_facet_count (city_code, cube, category_code);
create index hazard_facet_count_city_sector on hazard_facet_count (city_code, cube, sector) where sector is not null;
create index hazard_facet_count_county on hazard_facet_count (county_code, cube);
create index hazard_facet_count_town on hazard_facet_count (town_code, cube) where town_code is not null;
analyze hazard_facet_count;

-- What is outstanding does not tell of categories: the cells are made of it that it was recorded for.
lock table hazard_count_change in access exclusive mode;
do $$ begin perform compact_hazard_counts(2147483647); end $$;
alter table hazard_count_change add column category_code text not null, add column sector text, add column source text not null;

create function hazard_facet_cells(k hazard_count_change)
returns table (cube text, city_code text, county_code text, town_code text, status text, open boolean, grade text,
  category_code text, matter text, sector text, industry_section text, source text, amount integer)
language sql stable parallel safe as $$
  select c.cube, k.city_code, k.county_code, case when c.by_place then k.town_code end, k.status, k.open, k.grade,
    case when c.by_own then k.category_code end, case when c.by_own then nullif(k.matter, '') end,
    case when c.by_trade then k.sector end, case when c.by_trade then k.industry_section end,
    case when c.by_source then k.source end, k.amount
  from (values
    ('PLACE_SOURCE', false, false, true, true),
    ('TRADE_SOURCE', false, true, false, true),
    ('OWN_SOURCE', true, false, false, true),
    ('TRADE_PLACE', false, true, true, false),
    ('OWN_PLACE', true, false, true, false),
    ('OWN_TRADE', true, true, false, false)) c(cube, by_own, by_trade, by_place, by_source)
$$;

create view hazard_facet_cell with (security_invoker) as
select cube, city_code, county_code, town_code, status, open, grade, category_code, matter, sector, industry_section, source, amount
from hazard_facet_count
union all
select c.cube, c.city_code, c.county_code, c.town_code, c.status, c.open, c.grade, c.category_code, c.matter, c.sector,
  c.industry_section, c.source, c.amount
from hazard_count_change k cross join lateral hazard_facet_cells(k) c;

-- Departments, enterprises and whoever has grants see less or more than a place: they count the rows.
do $$
begin
  alter table hazard_facet_count enable row level security;
  alter table hazard_facet_count force row level security;
  execute format('create policy keeper on hazard_facet_count to %I using (true) with check (true)', current_user);
  create policy city on hazard_facet_count for select to ledger_city, ledger_city_integration, ledger_city_auditor
    using (city_code = current_setting('ledger.city', true));
  create policy county on hazard_facet_count for select to ledger_county, ledger_county_integration, ledger_county_auditor
    using (county_code = current_setting('ledger.county', true));
  create policy town on hazard_facet_count for select to ledger_town using (town_code = current_setting('ledger.town', true));
end $$;
grant select on hazard_facet_count, hazard_facet_cell to ${app_role}, ledger_city, ledger_county, ledger_town, ledger_city_integration,
  ledger_county_integration, ledger_city_auditor, ledger_county_auditor;

create or replace function compact_hazard_counts(at_most integer) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  with gone as (
    delete from hazard_count_change k
    where k.ctid = any(array(select ctid from hazard_count_change limit at_most for update skip locked)) returning k
  ), facets as (
    insert into hazard_facet_count
    select c.cube, c.city_code, c.county_code, c.town_code, c.status, c.open, c.grade, c.category_code, c.matter, c.sector,
      c.industry_section, c.source, sum(c.amount), false
    from gone cross join lateral hazard_facet_cells(gone.k) c
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 having sum(c.amount) <> 0
    order by 2, 1, 3, 4
  )
  insert into hazard_count
  select c.reach, c.city_code, c.county_code, c.town_code, c.power, c.measure, c.day, c.status, c.grade, c.section, sum(c.amount), false
  from gone cross join lateral hazard_count_cells(gone.k) c
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(c.amount) <> 0
  order by 5, 1, 2, 3, 4
$$;

-- Most hazards pass through each state once: the cells that they leave empty are taken away, or there were more of these than of others.
create or replace function fold_hazard_counts(at_most integer) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  folded  bigint;
  emptied tid[];
begin
  if not pg_try_advisory_xact_lock(hashtextextended('hazard_count', 0)) then
    return 0;
  end if;
  with changes as (
    delete from hazard_count_change k
    where k.ctid = any(array(select ctid from hazard_count_change limit at_most for update skip locked)) returning k
  ), cells as (
    delete from hazard_count t where t.ctid = any(array(
      (select ctid from hazard_count where not merged limit at_most)
      union all
      select ctid from hazard_count where merged and day > '-infinity' and measure = 'DUE' and day < ledger_today() - 1
      union all
      select ctid from hazard_count where merged and day > '-infinity' and measure in ('REPORTED', 'CLOSED')
        and day <= ledger_today() - 100)) returning t.*
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
  ), facet_cells as (
    delete from hazard_facet_count t
    where t.ctid = any(array(select ctid from hazard_facet_count where not merged limit at_most)) returning t.*
  ), facets as (
    insert into hazard_facet_count as t
    select cube, city_code, county_code, town_code, status, open, grade, category_code, matter, sector, industry_section, source,
      sum(amount), true
    from (
      select c.* from changes cross join lateral hazard_facet_cells(changes.k) c
      union all
      select cube, city_code, county_code, town_code, status, open, grade, category_code, matter, sector, industry_section, source, amount
      from facet_cells) a
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 having sum(amount) <> 0
    on conflict (county_code, cube, town_code, status, grade, category_code, matter, sector, industry_section, source) where merged
      do update set amount = t.amount + excluded.amount
    returning t.ctid place, t.amount left_over
  )
  select (select count(*) from changes) + (select count(*) from cells) + (select count(*) from facet_cells),
    array(select place from facets where left_over = 0)
  into folded, emptied;
  delete from hazard_facet_count where ctid = any(emptied) and amount = 0;
  return folded;
end $$;

create or replace function record_hazard_counts() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  kinds   constant text := 'select division_code, city_code, county_code, town_code, industry_code, industry_section,
    industry_division, status, grade, open, (due_at at time zone ''Asia/Shanghai'')::date due_on,
    (reported_at at time zone ''Asia/Shanghai'')::date reported_on, (closed_at at time zone ''Asia/Shanghai'')::date closed_on,
    %s amount, coalesce(matter, '''') matter, category_code, sector, source from %I';
  many    text;
  written integer := 0;
begin
  if tg_op = 'UPDATE' then
    insert into hazard_count_change (division_code, industry_code, matter, status, grade, open, due_on, reported_on, closed_on,
      category_code, sector, source, amount)
    select c.division_code, c.industry_code, coalesce(c.matter, ''), c.status, c.grade, c.open, (c.due_at at time zone 'Asia/Shanghai')::date,
      (c.reported_at at time zone 'Asia/Shanghai')::date, (c.closed_at at time zone 'Asia/Shanghai')::date,
      c.category_code, c.sector, c.source, sum(c.amount)
    from (select n.division_code, n.industry_code, n.matter, n.status, n.grade, n.open, n.due_at, n.reported_at, n.closed_at,
        n.category_code, n.sector, n.source, 1 amount from added n
      union all
      select o.division_code, o.industry_code, o.matter, o.status, o.grade, o.open, o.due_at, o.reported_at, o.closed_at,
        o.category_code, o.sector, o.source, -1 from removed o) c
    where not exists (select from added offset 999)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 having sum(c.amount) <> 0;
    get diagnostics written = row_count;
    if written = 0 and exists (select from added offset 999) then
      many := format(kinds, 1, 'added') || ' union all ' || format(kinds, -1, 'removed');
    end if;
  else
    insert into hazard_count_change (division_code, industry_code, matter, status, grade, open, due_on, reported_on, closed_on,
      category_code, sector, source, amount)
    select c.division_code, c.industry_code, coalesce(c.matter, ''), c.status, c.grade, c.open, (c.due_at at time zone 'Asia/Shanghai')::date,
      (c.reported_at at time zone 'Asia/Shanghai')::date, (c.closed_at at time zone 'Asia/Shanghai')::date,
      c.category_code, c.sector, c.source, case tg_op when 'INSERT' then 1 else -1 end
    from changed c
    where not exists (select from changed offset 999);
    get diagnostics written = row_count;
    if written = 0 and exists (select from changed) then
      many := format(kinds, case tg_op when 'INSERT' then 1 else -1 end, 'changed');
    end if;
  end if;
  if many is not null then
    execute format('with kind as materialized (
        select row(k.*)::hazard_count_change k
        from (select division_code, city_code, county_code, town_code, industry_code, industry_section, industry_division, status, grade,
            open, due_on, reported_on, closed_on, sum(amount), matter, 0, category_code, sector, source
          from (%s) one group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 17, 18, 19 having sum(amount) <> 0) k
      ), facets as (
        insert into hazard_facet_count
        select c.cube, c.city_code, c.county_code, c.town_code, c.status, c.open, c.grade, c.category_code, c.matter, c.sector,
          c.industry_section, c.source, sum(c.amount), false
        from kind cross join lateral hazard_facet_cells(kind.k) c
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 having sum(c.amount) <> 0
        order by 2, 1, 3, 4
      )
      insert into hazard_count
      select c.reach, c.city_code, c.county_code, c.town_code, c.power, c.measure, c.day, c.status, c.grade, c.section, sum(c.amount), false
      from kind cross join lateral hazard_count_cells(kind.k) c
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(c.amount) <> 0
      order by 5, 1, 2, 3, 4', many);
  elsif written > 0 and currval('hazard_count_change_number') % 500 < written then
    if (select count(*) from hazard_count_change) >= 1500 then
      perform compact_hazard_counts(5000);
    end if;
  end if;
  return null;
end $$;
