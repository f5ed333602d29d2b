-- Who reported a hazard from a visit beyond his place, as a receiver or in a campaign's group, puts its words right until it is decided
-- on, and contests once that it is none.
create function ledger_reported_from() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select ledger_made_by_grant('INSPECTION') || ledger_granted_by_group('INSPECTION')
$$;
comment on function ledger_reported_from is
'The visits beyond the caller''s own place and trades from which he may have reported hazards: those of his authority, and those that he
sees as a member of a campaign''s group.';
revoke execute on function ledger_reported_from from public;

-- What the tier's own policies show, and what was handed over, its receiver changes by all his verbs.
create function ledger_only_reported(changed hazard) returns boolean language plpgsql stable set search_path = pg_catalog, public as $$
declare
  tier constant text := current_user;
begin
  if tier !~ '_granted$' or changed.id = any(ledger_granted('HAZARD', true)) then
    return false;
  end if;
  return not coalesce(case
      when tier = 'ledger_town_granted' then changed.town_code = current_setting('ledger.town', true)
      when starts_with(tier, 'ledger_city') then changed.city_code = current_setting('ledger.city', true)
      else changed.county_code = current_setting('ledger.county', true) end
    and (tier !~ '_department_granted$'
      or changed.industry_section = any(string_to_array(current_setting('ledger.industries', true), ','))
      or changed.industry_division = any(string_to_array(current_setting('ledger.industries', true), ','))
      or changed.matter = any(string_to_array(current_setting('ledger.matters', true), ','))), false);
end $$;
comment on function ledger_only_reported is
'Whether the caller changes a hazard of no grant that lies beyond his own place and trades: then he only reported it.';
revoke execute on function ledger_only_reported from public;
do $$
begin
  execute format('grant execute on function ledger_reported_from to %s', ledger_granted_tiers());
  -- Asked of every change of a hazard, whoever makes it.
  execute format('grant execute on function ledger_only_reported to %s, ledger_background', ledger_tier_roles('{}'));
  drop policy made_contest on hazard;
  execute format('create policy of_reporter on hazard for update to %s
    using (reported_by = current_setting(''ledger.subject'', true) and status in (''REPORTED'', ''REJECTED'', ''DUPLICATE'')
      and inspection_id = any((select ledger_reported_from())::uuid[]))
    with check (reported_by = current_setting(''ledger.subject'', true) and status = ''REPORTED''
      and inspection_id = any((select ledger_reported_from())::uuid[]))', ledger_granted_tiers());
end $$;

select ledger_narrow('hazard', '{city_granted,county_granted,town_granted,city_department_granted,county_department_granted}',
  '{state_due_at,state_deadline,contested,duplicate_of_id,title,description,place,position}', '{REJECTED>REPORTED,DUPLICATE>REPORTED}',
  only_if => 'ledger_only_reported(old)');
create trigger corrected_by_visitor before update on hazard for each row
  when (current_user ~ '_granted$' and old.status <> 'REPORTED'
    and (old.title, old.description, old.place, old.position) is distinct from (new.title, new.description, new.place, new.position)
    and ledger_only_reported(old))
  execute function ledger_corrected();
