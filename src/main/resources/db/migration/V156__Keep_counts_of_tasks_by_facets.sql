-- Tasks are counted by facets as hazards are: each change appends what it adds and takes away, a background job merges that into the
-- cells, and a reader adds both up. The matter, the trade and the place of a task, each two of these together, make a cube.
create table rectification_task_count_change (
  city_code        text not null,
  county_code      text not null,
  town_code        text not null,
  status           text not null,
  open             boolean not null,
  matter           text,
  sector           text,
  industry_section text,
  amount           integer not null
) with (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- A column by which a cube is not cut is null. A state says whether a task is open.
create table rectification_task_count (
  cube             text not null check (cube in ('OWN_PLACE', 'OWN_TRADE', 'TRADE_PLACE')),
  city_code        text not null,
  county_code      text not null,
  town_code        text,
  status           text not null,
  open             boolean not null,
  matter           text,
  sector           text,
  industry_section text,
  amount           integer not null
) with (fillfactor = 70, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0.02);

create function rectification_task_cells(k rectification_task_count_change)
returns table (cube text, city_code text, county_code text, town_code text, status text, open boolean, matter text, sector text,
  industry_section text, amount integer)
language sql stable parallel safe as $$
  select c.cube, k.city_code, k.county_code, case when c.by_place then k.town_code end, k.status, k.open,
    case when c.by_own then k.matter end, case when c.by_trade then k.sector end, case when c.by_trade then k.industry_section end, k.amount
  from (values ('OWN_PLACE', true, false, true), ('OWN_TRADE', true, true, false), ('TRADE_PLACE', false, true, true))
    c(cube, by_own, by_trade, by_place)
$$;

-- A verb changes one task, and often nothing that it is counted by: then nothing is written. Of many that are made at once those
-- of a kind are one change.
create function record_rectification_task_counts() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    if (old.division_code, old.industry_code, old.matter, old.sector, old.status)
        is distinct from (new.division_code, new.industry_code, new.matter, new.sector, new.status) then
      insert into rectification_task_count_change values
        (old.city_code, old.county_code, old.town_code, old.status, old.open, old.matter, old.sector, old.industry_section, -1),
        (new.city_code, new.county_code, new.town_code, new.status, new.open, new.matter, new.sector, new.industry_section, 1);
    end if;
  else
    insert into rectification_task_count_change
    select c.city_code, c.county_code, c.town_code, c.status, c.open, c.matter, c.sector, c.industry_section,
      count(*) * case tg_op when 'INSERT' then 1 else -1 end
    from changed c group by 1, 2, 3, 4, 5, 6, 7, 8;
  end if;
  return null;
end $$;
revoke execute on function record_rectification_task_counts() from public;

-- What a ledger holds already is counted once, by the owner, whom the forced policies would show none.
alter table rectification_task no force row level security;
insert into rectification_task_count
select case grouping(town_code, sector, matter) when 2 then 'OWN_PLACE' when 4 then 'OWN_TRADE' when 1 then 'TRADE_PLACE' end,
  city_code, county_code, town_code, status, open, matter, sector, industry_section, count(*)
from rectification_task
group by city_code, county_code, status, open,
  grouping sets ((matter, town_code), (matter, sector, industry_section), (sector, industry_section, town_code))
order by 2, 1, 3, 4;
create trigger count_insert after insert on rectification_task referencing new table as changed
  for each statement execute function record_rectification_task_counts();
create trigger count_update after update on rectification_task for each row execute function record_rectification_task_counts();
create trigger count_delete after delete on rectification_task referencing old table as changed
  for each statement execute function record_rectification_task_counts();
alter table rectification_task force row level security;

create unique index rectification_task_count_cell_key on rectification_task_count
  (county_code, cube, town_code, status, matter, sector, industry_section) nulls not distinct;
create index rectification_task_count_city on rectification_task_count (city_code, cube);
create index rectification_task_count_town on rectification_task_count (town_code, cube) where town_code is not null;
analyze rectification_task_count;

-- Merges changes into the cells, so many at a time; one transaction at a time may do it. Cells that are left empty are taken away.
create function fold_rectification_task_counts(at_most integer) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  folded  bigint;
  emptied tid[];
begin
  if not pg_try_advisory_xact_lock(hashtextextended('rectification_task_count', 0)) then
    return 0;
  end if;
  with changes as (
    delete from rectification_task_count_change k
    where k.ctid = any(array(select ctid from rectification_task_count_change limit at_most)) returning k
  ), cells as (
    insert into rectification_task_count as t
    select c.cube, c.city_code, c.county_code, c.town_code, c.status, c.open, c.matter, c.sector, c.industry_section, sum(c.amount)
    from changes cross join lateral rectification_task_cells(changes.k) c
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(c.amount) <> 0
    on conflict (county_code, cube, town_code, status, matter, sector, industry_section)
      do update set amount = t.amount + excluded.amount
    returning t.ctid place, t.amount left_over
  )
  select (select count(*) from changes), array(select place from cells where left_over = 0) into folded, emptied;
  delete from rectification_task_count where ctid = any(emptied) and amount = 0;
  return folded;
end $$;
revoke execute on function fold_rectification_task_counts(integer) from public;
grant execute on function fold_rectification_task_counts(integer) to ledger_background;

create view rectification_task_cell with (security_invoker) as
select cube, city_code, county_code, town_code, status, open, matter, sector, industry_section, amount from rectification_task_count
union all
select c.cube, c.city_code, c.county_code, c.town_code, c.status, c.open, c.matter, c.sector, c.industry_section, c.amount
from rectification_task_count_change k cross join lateral rectification_task_cells(k) c;

do $$
declare
  t text;
begin
  foreach t in array array['rectification_task_count', 'rectification_task_count_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy city on %I for select to ledger_city, ledger_city_integration, ledger_city_auditor
      using (city_code = current_setting(''ledger.city'', true))', t);
    execute format('create policy county on %I for select to ledger_county, ledger_county_integration, ledger_county_auditor
      using (county_code = current_setting(''ledger.county'', true))', t);
    execute format('create policy town on %I for select to ledger_town using (town_code = current_setting(''ledger.town'', true))', t);
  end loop;
end $$;
grant select on rectification_task_count, rectification_task_count_change, rectification_task_cell to ${app_role}, ledger_city,
  ledger_county, ledger_town, ledger_city_integration, ledger_county_integration, ledger_city_auditor, ledger_county_auditor;
