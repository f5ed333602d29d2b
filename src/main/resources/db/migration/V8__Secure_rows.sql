-- The third wall. Every caller's transaction runs as the role of its tier, which owns nothing; each tier has its
-- own grants (what it may do to a table at all) and one policy per table (which rows). A policy names one column
-- and one setting, so that the planner can use the index that begins with that column. No setting, no rows.

do $$
declare
  tier text;
begin
  if not exists (select from pg_roles where rolname = '${app_role}') then
    raise exception 'The application''s login role "${app_role}" does not exist. Create it first: create role ${app_role} login password ''...''';
  end if;
  foreach tier in array array['ledger_background', 'ledger_city', 'ledger_county', 'ledger_town',
      'ledger_city_department', 'ledger_county_department', 'ledger_enterprise', 'ledger_worker',
      'ledger_city_integration', 'ledger_county_integration', 'ledger_city_auditor', 'ledger_county_auditor'] loop
    if not exists (select from pg_roles where rolname = tier) then
      execute format('create role %I nologin', tier);
    end if;
    execute format('grant %I to ${app_role} with inherit false, set true', tier);
    execute format('grant usage on schema public to %I', tier);
    execute format('grant select on division, industry, key_sector, department, hazard_category, judgement_standard,
      judgement_clause, calendar_day, deadline_rule, checklist, checklist_item to %I', tier);
  end loop;
end $$;

grant usage on schema public to ${app_role};
grant select on all tables in schema public to ${app_role};
revoke select on installation_secret, flyway_schema_history from ${app_role};

do $$
declare
  -- tables whose rows belong to a place, mostly also to an enterprise and its industry
  placed   text[] := array['enterprise', 'inspection', 'hazard', 'rectification_task', 'evidence', 'history_entry', 'outbox_entry'];
  register text[] := array['post', 'person', 'responsibility_assignment', 'campaign'];
  children text[] := array['inspection_officer', 'finding', 'deadline_extension'];
  city     constant text := 'city_code = current_setting(''ledger.city'', true)';
  county   constant text := 'county_code = current_setting(''ledger.county'', true)';
  town     constant text := 'town_code = current_setting(''ledger.town'', true)';
  industry constant text := '(industry_section = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or industry_division = any(string_to_array(current_setting(''ledger.industries'', true), '','')))';
  own      constant text := 'enterprise_id = nullif(current_setting(''ledger.enterprise'', true), '''')::uuid';
  above    constant text := 'division_code = any(string_to_array(current_setting(''ledger.ancestors'', true), '',''))';
  targeted constant text := 'current_setting(''ledger.county'', true) = any(target_counties)';
  t        text;
begin
  foreach t in array placed || register || children || array['accepted_command'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy background on %I to ledger_background using (true) with check (true)', t);
  end loop;

  foreach t in array placed loop
    execute format('create policy city on %I to ledger_city, ledger_city_integration, ledger_city_auditor using (%s)', t, city);
    execute format('create policy county on %I to ledger_county, ledger_county_integration, ledger_county_auditor using (%s)', t, county);
    execute format('create policy town on %I to ledger_town using (%s)', t, town);
    execute format('create policy city_department on %I to ledger_city_department using (%s and %s)', t, city, industry);
    execute format('create policy county_department on %I to ledger_county_department using (%s and %s)', t, county, industry);
  end loop;

  foreach t in array register loop
    execute format('create policy city on %I to ledger_city, ledger_city_auditor, ledger_city_department using (%s)', t, city);
    execute format('create policy county on %I to ledger_county, ledger_county_auditor, ledger_county_department using (%s)', t, county);
    execute format('create policy town on %I to ledger_town using (%s)', t, town);
  end loop;

  -- Integrations read the register and the campaigns, but no person.
  foreach t in array array['responsibility_assignment', 'campaign'] loop
    execute format('create policy city_integration on %I for select to ledger_city_integration using (%s)', t, city);
    execute format('create policy county_integration on %I for select to ledger_county_integration using (%s)', t, county);
  end loop;

  -- A campaign of the city is read, not changed, in the counties that it targets.
  execute format('create policy targeted on campaign for select to ledger_county, ledger_county_department, ledger_county_auditor, ledger_county_integration, ledger_town using (%s)', targeted);
  -- Who answers for an enterprise is told along its chain of divisions, up to the city.
  execute format('create policy above on responsibility_assignment for select to ledger_county, ledger_town, ledger_county_department, ledger_county_integration, ledger_county_auditor
    using (%s and enterprise_id is null)', above);
  execute format('create policy own on responsibility_assignment for select to ledger_enterprise, ledger_worker
    using (%s and (enterprise_id is null or %s))', above, own);

  foreach t in array array['post', 'person'] loop
    execute format('create policy own on %I for select to ledger_enterprise using (%s)', t, own);
  end loop;
  execute 'create policy self on person for select to ledger_worker using (subject = current_setting(''ledger.subject'', true))';

  execute format('create policy own on enterprise for select to ledger_enterprise, ledger_worker using (%s)', replace(own, 'enterprise_id', 'id'));

  -- An unannounced visit does not exist for its target until it starts; the only visit it plans itself is a self-check.
  execute format('create policy own_read on inspection for select to ledger_enterprise using (%s and visible_to_target)', own);
  execute format('create policy own_plan on inspection for insert to ledger_enterprise with check (%s and kind = ''SELF_CHECK'')', own);
  execute format('create policy own_sign on inspection for update to ledger_enterprise using (%s and visible_to_target)', own);

  execute format('create policy own on hazard to ledger_enterprise using (%s)', own);
  execute format('create policy own_read on hazard for select to ledger_worker using (%s and (status not in (''REPORTED'', ''REJECTED'', ''DUPLICATE'')
    or reported_by = current_setting(''ledger.subject'', true)))', own);
  execute format('create policy own_report on hazard for insert to ledger_worker with check (%s and reported_by = current_setting(''ledger.subject'', true))', own);
  execute format('create policy own_change on hazard for update to ledger_worker using (%s)', own);
  execute format('create policy own on rectification_task to ledger_enterprise, ledger_worker using (%s)', own);

  -- Nothing is told of an object that the reader cannot see itself: not by its photos, not by its history.
  execute format('create policy own_read on evidence for select to ledger_enterprise, ledger_worker using (%s
    and (inspection_id is null or exists (select from inspection i where i.id = inspection_id))
    and (hazard_id is null or exists (select from hazard h where h.id = hazard_id))
    and (task_id is null or exists (select from rectification_task r where r.id = task_id)))', own);
  execute format('create policy own_add on evidence for insert to ledger_enterprise, ledger_worker with check (%s)', own);
  execute format('create policy own_read on history_entry for select to ledger_enterprise, ledger_worker using (%s and case object_type
    when ''INSPECTION'' then exists (select from inspection i where i.id = object_id)
    when ''HAZARD'' then exists (select from hazard h where h.id = object_id)
    when ''RECTIFICATION_TASK'' then exists (select from rectification_task r where r.id = object_id)
    when ''EVIDENCE'' then exists (select from evidence e where e.id = object_id)
    else false end)', own);
  foreach t in array array['history_entry', 'outbox_entry'] loop
    execute format('create policy own_add on %I for insert to ledger_enterprise, ledger_worker with check (%s)', t, own);
  end loop;

  foreach t in array array['inspection_officer', 'finding'] loop
    execute format('create policy parent on %I using (current_user not in (''ledger_background'', ''${app_role}'')
      and exists (select from inspection i where i.id = inspection_id))', t);
  end loop;
  execute 'create policy parent on deadline_extension using (current_user not in (''ledger_background'', ''${app_role}'')
    and exists (select from rectification_task r where r.id = task_id))';
  execute 'create policy caller on accepted_command using (current_user not in (''ledger_background'', ''${app_role}'')
    and subject = current_setting(''ledger.subject'', true))';
end $$;

-- Grants: what a tier may do to a table whatever the program says. Nobody may delete; history only grows.
grant select, insert, update on all tables in schema public to ledger_background;
revoke update on history_entry, outbox_entry, evidence from ledger_background;
revoke all on flyway_schema_history from ledger_background;

-- Every tier may ask for every table, so that what it may not see is empty rather than an error; policies give the rows.
grant select on enterprise, post, person, responsibility_assignment, campaign, inspection, inspection_officer, finding,
  hazard, rectification_task, deadline_extension, evidence, history_entry
  to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department, ledger_enterprise,
  ledger_worker, ledger_city_integration, ledger_county_integration, ledger_city_auditor, ledger_county_auditor;
grant select, insert on accepted_command
  to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department,
  ledger_enterprise, ledger_worker, ledger_city_integration, ledger_county_integration;
grant insert on history_entry, outbox_entry
  to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department,
  ledger_enterprise, ledger_worker, ledger_city_integration, ledger_county_integration;

grant insert, update on responsibility_assignment, campaign to ledger_city, ledger_county;
grant insert, update on inspection, hazard, rectification_task, deadline_extension, finding
  to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department;
grant insert on inspection_officer, evidence
  to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department;
grant insert, update on inspection, finding, hazard, deadline_extension to ledger_enterprise;
grant insert on inspection_officer, evidence to ledger_enterprise;
grant update on rectification_task to ledger_enterprise, ledger_worker;
grant insert, update on hazard to ledger_worker;
grant insert on evidence to ledger_worker;
grant insert on hazard, evidence to ledger_city_integration, ledger_county_integration;

-- A partition has no policies of its own: it is reached through its parent only.
do $$
declare
  partition regclass;
begin
  for partition in
    select inhrelid::regclass from pg_inherits where inhparent in ('history_entry'::regclass, 'outbox_entry'::regclass)
  loop
    execute format('revoke all on %s from ${app_role}, ledger_background', partition);
  end loop;
end $$;
