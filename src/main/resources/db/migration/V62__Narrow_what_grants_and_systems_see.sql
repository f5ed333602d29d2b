-- A granted hazard shows its enterprise, and departments see the people of the enterprises that they see: not of those that they see
-- by a grant alone.
do $$
declare
  listed text;
begin
  foreach listed in array array['person', 'post', 'responsibility_assignment'] loop
    execute format($policy$
      create policy not_by_grant on %I as restrictive for select to ledger_city_department_granted, ledger_county_department_granted
      using (enterprise_id is null or exists (select from enterprise e where e.id = enterprise_id and (
        e.industry_section = any(string_to_array(current_setting('ledger.industries', true), ','))
        or e.industry_division = any(string_to_array(current_setting('ledger.industries', true), ','))
        or current_setting('ledger.matters', true) <> '')))$policy$, listed);
  end loop;
end $$;

-- That a crime is suspected is between authorities.
alter policy city_integration on hazard_transfer using (city_code = current_setting('ledger.city', true) and kind <> 'CRIME');
alter policy county_integration on hazard_transfer using (county_code = current_setting('ledger.county', true) and kind <> 'CRIME');
