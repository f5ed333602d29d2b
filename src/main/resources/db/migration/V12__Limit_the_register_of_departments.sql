-- A department reads of the register what concerns its trade: nothing of an enterprise that it does not see, and of the
-- assignments for a place those for everybody and those for its own industries. An industry is its own if it lies in one
-- of the department's, or one of the department's in it. The enterprise is looked up for each row that is read: "exists"
-- would be planned as reading all enterprises of the place first, for a page of twenty.
do $$
declare
  seen  constant text := '(enterprise_id is null or (select true from enterprise e where e.id = enterprise_id))';
  trade constant text := '(industry_code is null
    or left(industry_code, 1) = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or left(industry_code, 3) = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or strpos('','' || current_setting(''ledger.industries'', true), '','' || industry_code) > 0)';
  above constant text := 'division_code = any(string_to_array(current_setting(''ledger.ancestors'', true), '','')) and enterprise_id is null';
  rows  text;
  level text;
  t     text;
begin
  foreach t in array array['post', 'person', 'responsibility_assignment'] loop
    rows := case t when 'responsibility_assignment' then seen || ' and ' || trade else seen end;
    foreach level in array array['city', 'county'] loop
      execute format('alter policy %I on %I to ledger_%s, ledger_%s_auditor', level, t, level, level);
      execute format('create policy %s_department on %I for select to ledger_%s_department
        using (%s_code = current_setting(''ledger.%s'', true) and %s)', level, t, level, level, level, rows);
    end loop;
  end loop;

  alter policy above on responsibility_assignment to ledger_county, ledger_town, ledger_county_integration, ledger_county_auditor;
  execute format('create policy above_department on responsibility_assignment for select to ledger_county_department
    using (%s and %s)', above, trade);
end $$;
