-- What a published draw tells everybody must not come of a visit that is a secret yet: planning knows such conflicts, the pool does not.
drop function ledger_conflicts;
create function ledger_conflicts(people uuid[], given_enterprise uuid default null, known_to_target boolean default false)
  returns table (enterprise_id uuid, person_id uuid, name text, reason text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select i.enterprise_id, o.person_id, min(o.name), min(o.exclusion) filter (where i.authority
    = coalesce(nullif(current_setting('ledger.department', true), ''), ledger_government()))
  from inspection_officer o join inspection i on i.id = o.inspection_id
  where o.person_id = any(people) and o.exclusion is not null and i.enterprise_id is not null
    and (given_enterprise is null or i.enterprise_id = given_enterprise)
    and (not known_to_target or i.visible_to_target or i.entered_at is not null)
  group by i.enterprise_id, o.person_id
$$;
comment on function ledger_conflicts is
'Which of these people must not visit which enterprise, or the given one: each was excluded from a visit to it, of whichever authority.
known_to_target: by visits that their targets know of alone. reason: null where only other authorities recorded it.';
revoke execute on function ledger_conflicts from public;
grant execute on function ledger_conflicts to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department;

-- How authorities press one another is not for the enterprise.
create policy of_enterprise on urge as restrictive for select to ledger_enterprise, ledger_worker
  using (exists (select from deadline_clock c where c.id = deadline_clock_id and c.owed_by = 'ENTERPRISE'));
