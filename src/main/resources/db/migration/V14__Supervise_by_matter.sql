-- Powers by matter: fire, special equipment and gas at users are supervised in all trades by the department of the
-- matter, general supervision reaches all trades. Categories and checklists know their matter, and what is found or
-- planned by them belongs to it. A department sees what is of its industries or of its matters.
create table matter (
  code       text primary key,
  name       text not null,
  valid_from date not null,
  valid_to   date
);
insert into matter values
  ('FIRE', '消防', '2010-01-01', null),
  ('SPECIAL_EQUIPMENT', '特种设备', '2010-01-01', null),
  ('GAS_USE', '用户侧燃气', '2010-01-01', null),
  ('GENERAL_SUPERVISION', '综合监管', '2010-01-01', null);
alter table department add column matters text[] not null default '{}';
alter table hazard_category add column matter text references matter;
alter table checklist add column matter text references matter;

alter table inspection add column matter text;
alter table hazard add column matter text;
alter table rectification_task add column matter text;
alter table evidence add column matter text;
alter table history_entry add column matter text;
alter table outbox_entry add column matter text;

do $$
declare
  tier text;
begin
  for tier in select rolname from pg_roles where rolname ~ '^ledger_' loop
    execute format('grant select on matter to %I', tier);
  end loop;
end $$;
grant select on matter to ${app_role};
grant insert, update on matter to ledger_background;

-- The counts of industries become those of industries and matters.
alter table hazard_count_change add column matter text not null default '';
alter table hazard_count add column matter text not null default '';
alter table hazard_count drop constraint hazard_count_cell_key;
alter table hazard_count add constraint hazard_count_cell_key unique nulls not distinct
  (county_code, town_code, industry_division, measure, day, status, grade, section, matter);

create or replace view hazard_count_changed_cell with (security_invoker) as
select c.city_code, c.county_code, case when g.by_town then c.town_code else '' end town_code,
       case when g.by_industry then c.industry_division else '' end industry_division,
       m.measure, m.day, m.status, m.grade, m.section, c.amount::bigint amount,
       case when g.by_industry then c.matter else '' end matter
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

create or replace function record_hazard_counts() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    insert into hazard_count_change (division_code, industry_code, matter, status, grade, open, due_on, reported_on, closed_on, amount)
    select division_code, industry_code, coalesce(matter, ''), status, grade, open, (due_at at time zone 'Asia/Shanghai')::date,
      (reported_at at time zone 'Asia/Shanghai')::date, (closed_at at time zone 'Asia/Shanghai')::date, count(*)
    from added group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
  elsif tg_op = 'DELETE' then
    insert into hazard_count_change (division_code, industry_code, matter, status, grade, open, due_on, reported_on, closed_on, amount)
    select division_code, industry_code, coalesce(matter, ''), status, grade, open, (due_at at time zone 'Asia/Shanghai')::date,
      (reported_at at time zone 'Asia/Shanghai')::date, (closed_at at time zone 'Asia/Shanghai')::date, -count(*)
    from removed group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
  else
    insert into hazard_count_change (division_code, industry_code, matter, status, grade, open, due_on, reported_on, closed_on, amount)
    select division_code, industry_code, coalesce(matter, ''), status, grade, open, (due_at at time zone 'Asia/Shanghai')::date,
      (reported_at at time zone 'Asia/Shanghai')::date, (closed_at at time zone 'Asia/Shanghai')::date, sum(amount)
    from (select division_code, industry_code, matter, status, grade, open, due_at, reported_at, closed_at, 1 amount from added
      union all
      select division_code, industry_code, matter, status, grade, open, due_at, reported_at, closed_at, -1 from removed) c
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(amount) <> 0;
  end if;
  return null;
end $$;

create or replace function fold_hazard_counts() returns bigint language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  folded bigint;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('hazard_count', 0)) then
    return 0;
  end if;
  with gone as (
    delete from hazard_count_change returning 1
  ), cells as (
    insert into hazard_count as t (county_code, town_code, industry_division, measure, day, status, grade, section, matter, amount)
    select county_code, town_code, industry_division, measure, day, status, grade, section, matter, sum(amount)
    from hazard_count_changed_cell group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(amount) <> 0
    on conflict on constraint hazard_count_cell_key do update set amount = t.amount + excluded.amount
  )
  select count(*) into folded from gone;
  delete from hazard_count where measure in ('DUE', 'REPORTED', 'CLOSED')
    and day < least(ledger_today() - 100, date_trunc('month', ledger_today())::date);
  return folded;
end $$;

-- What a ledger holds already: the codes are those of the seeds. Its counts follow by their trigger.
update department set matters = array['FIRE'] where kind = 'FIRE_RESCUE';
update department set matters = array['SPECIAL_EQUIPMENT'] where kind = 'MARKET_REGULATION';
update department set matters = array['GAS_USE'] where kind = 'URBAN_MANAGEMENT';
update department set matters = array['GENERAL_SUPERVISION'] where kind = 'EMERGENCY_MANAGEMENT';
update hazard_category set matter = 'FIRE' where code in ('FIRE_FACILITIES', 'FIRE_SEPARATION', 'EVACUATION_ROUTE');
update hazard_category set matter = 'SPECIAL_EQUIPMENT' where code = 'SPECIAL_EQUIPMENT';
update hazard_category set matter = 'GAS_USE' where code = 'GAS_PIPELINE';
update checklist set matter = 'FIRE' where code = 'CL-FIRE';
update checklist set matter = 'SPECIAL_EQUIPMENT' where code = 'CL-SE';
update checklist set matter = 'GAS_USE' where code = 'CL-GAS';

do $$
declare
  tables constant text[] := array['inspection', 'hazard', 'rectification_task', 'evidence', 'history_entry', 'outbox_entry'];
  t text;
begin
  foreach t in array tables loop
    execute format('alter table %I no force row level security', t);
  end loop;
  update inspection i set matter = c.matter from checklist c where c.id = i.checklist_id and c.matter is not null;
  update hazard h set matter = c.matter from hazard_category c where c.code = h.category_code and c.matter is not null;
  update hazard h set matter = i.matter from inspection i where i.id = h.inspection_id and h.matter is null and i.matter is not null;
  update rectification_task r set matter = h.matter from hazard h where h.id = r.hazard_id and h.matter is not null;
  update evidence e set matter = i.matter from inspection i where i.id = e.inspection_id and i.matter is not null;
  update evidence e set matter = h.matter from hazard h where h.id = e.hazard_id and h.matter is not null;
  update evidence e set matter = r.matter from rectification_task r where r.id = e.task_id and r.matter is not null;
  foreach t in array array['history_entry', 'outbox_entry'] loop
    execute format('update %I x set matter = o.matter from inspection o where o.id = x.object_id and x.object_type = ''INSPECTION'' and o.matter is not null', t);
    execute format('update %I x set matter = o.matter from hazard o where o.id = x.object_id and x.object_type = ''HAZARD'' and o.matter is not null', t);
    execute format('update %I x set matter = o.matter from rectification_task o where o.id = x.object_id and x.object_type in (''RECTIFICATION_TASK'', ''TASK'') and o.matter is not null', t);
    execute format('update %I x set matter = o.matter from evidence o where o.id = x.object_id and x.object_type = ''EVIDENCE'' and o.matter is not null', t);
  end loop;
  foreach t in array tables loop
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

do $$
declare
  industry constant text := '(industry_section = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or industry_division = any(string_to_array(current_setting(''ledger.industries'', true), '',''))%s)';
  powers   constant text := format(industry, ' or matter = any(string_to_array(current_setting(''ledger.matters'', true), '',''))');
  -- A matter has no enterprises of its own: whoever supervises one finds it in all of them.
  anywhere constant text := 'current_setting(''ledger.matters'', true) <> ''''';
  seen     constant text := '(enterprise_id is null or (select true from enterprise e where e.id = enterprise_id))';
  trade    constant text := '(industry_code is null or ' || anywhere || '
    or left(industry_code, 1) = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or left(industry_code, 3) = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or strpos('','' || current_setting(''ledger.industries'', true), '','' || industry_code) > 0)';
  place    text;
  level    text;
  t        text;
begin
  foreach level in array array['city', 'county'] loop
    place := format('%s_code = current_setting(''ledger.%s'', true)', level, level);
    foreach t in array array['inspection', 'hazard', 'rectification_task', 'evidence', 'outbox_entry', 'hazard_count', 'hazard_count_change'] loop
      execute format('alter policy %s_department on %I using (%s and %s)', level, t, place, powers);
    end loop;
    execute format('alter policy %s_department on enterprise using (%s and %s)', level, place, format(industry, ' or ' || anywhere));
    execute format('alter policy %s_department_read on history_entry using (case object_type
      when ''CAMPAIGN'' then (select true from campaign c where c.id = object_id)
      when ''RESPONSIBILITY'' then (select true from responsibility_assignment a where a.id = object_id)
      else %s and %s end)', level, place, powers);
    execute format('alter policy %s_department_add on history_entry with check (%s and %s)', level, place, powers);
    execute format('alter policy %s_department on responsibility_assignment using (%s and %s and %s)', level, place, seen, trade);
  end loop;
  execute format('alter policy above_department on responsibility_assignment
    using (division_code = any(string_to_array(current_setting(''ledger.ancestors'', true), '','')) and enterprise_id is null and %s)', trade);
end $$;
