-- One hazard is reported a thousand times more often than many are added at once: its change is written as it is, without a
-- grouping to be set up for one row; and the changes that wait are counted where there may be many, in a statement of its
-- own, since a condition with a subquery is run as a query each time.
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
      case tg_op when 'INSERT' then 1 else -1 end
    from changed
    where not exists (select from changed offset 999);
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
  elsif written > 0 and currval('hazard_count_change_number') % 500 < written then
    if (select count(*) from hazard_count_change) >= 1500 then
      perform compact_hazard_counts(5000);
    end if;
  end if;
  return null;
end $$;
