-- Whoever sees an object sees its history. A campaign of the city is read in the counties that it targets, and an
-- assignment along the chain of divisions below it: their history lies in another place than the reader, so that it is
-- shown by its object. What lies in the reader's own place is found by its place first, at the cost of one comparison.
do $$
declare
  industry constant text := '(industry_section = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or industry_division = any(string_to_array(current_setting(''ledger.industries'', true), '','')))';
  own      constant text := 'enterprise_id = nullif(current_setting(''ledger.enterprise'', true), '''')::uuid';
  shared   constant text := 'when ''CAMPAIGN'' then (select true from campaign c where c.id = object_id)
    when ''RESPONSIBILITY'' then (select true from responsibility_assignment a where a.id = object_id)';
  place    text;
  level    text;
begin
  execute format('create policy with_object on history_entry for select
    to ledger_county, ledger_town, ledger_county_integration, ledger_county_auditor using (case object_type %s else false end)', shared);

  -- A campaign and an assignment have no trade of which their history could tell.
  foreach level in array array['city', 'county'] loop
    place := format('%s_code = current_setting(''ledger.%s'', true) and %s', level, level, industry);
    execute format('drop policy %s_department on history_entry', level);
    execute format('create policy %s_department_read on history_entry for select to ledger_%s_department
      using (case object_type %s else %s end)', level, level, shared, place);
    execute format('create policy %s_department_add on history_entry for insert to ledger_%s_department
      with check (%s)', level, level, place);
  end loop;

  execute format('alter policy own_read on history_entry using (case object_type
    when ''RESPONSIBILITY'' then (select true from responsibility_assignment a where a.id = object_id)
    else %s and case object_type
      when ''INSPECTION'' then exists (select from inspection i where i.id = object_id)
      when ''HAZARD'' then exists (select from hazard h where h.id = object_id)
      when ''RECTIFICATION_TASK'' then exists (select from rectification_task r where r.id = object_id)
      when ''EVIDENCE'' then exists (select from evidence e where e.id = object_id)
      else false end
    end)', own);
end $$;
