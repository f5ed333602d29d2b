-- Members of a campaign's group see all its visits at the group's places, and write of those alone of which they are officers.
-- What a visit's officers may do wherever they come from, `InspectionFacts.isVisitedBy` tells the program.
create function ledger_conducted_by_group(spoken boolean default false) returns uuid[] language sql stable security definer
  set search_path = pg_catalog, public as $$
  select coalesce(array_agg(o.inspection_id), '{}') from inspection_officer o
  where o.inspection_id = any(ledger_granted_by_group('INSPECTION')) and o.subject = current_setting('ledger.subject', true)
    and case when spoken then o.excluded_by = o.subject or o.former_exclusion is not null else o.exclusion is null end
$$;
comment on function ledger_conducted_by_group is
'The visits of campaigns that the caller, a member of a group, conducts today; spoken: those of which he said himself that he is in
conflict, or was readmitted.';
revoke execute on function ledger_conducted_by_group from public;

create or replace function ledger_share_by_group(shared regclass, asked text, key text, inserts boolean default false) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  conducted constant text := '(select ledger_conducted_by_group())::uuid[]';
begin
  perform ledger_require_columns(shared, key);
  execute format('create policy %I on %s for select to %s using (%I = any((select ledger_granted_by_group(%L))::uuid[]))',
    'granted_group_' || key, shared, ledger_granted_tiers(), key, asked);
  if inserts then
    execute format('create policy %I on %s for insert to %s with check (%I = any(%s))', 'granted_group_' || key || '_add', shared,
      ledger_granted_tiers(), key, case asked when 'INSPECTION' then conducted
        else format('array(select h.id from hazard h where h.inspection_id = any(%s))', conducted) end);
  end if;
end $$;
comment on function ledger_share_by_group is
'Shows the rows of a table to members of campaigns'' groups. asked: what of ledger_granted_by_group the key names. inserts: whether
members add such rows, of an INSPECTION, or of a HAZARD from one, that they conduct.';

do $$
declare
  tiers     constant text := ledger_granted_tiers();
  visited   constant text := '(select ledger_granted_by_group(''INSPECTION''))::uuid[]';
  conducted constant text := '(select ledger_conducted_by_group())::uuid[]';
  spoken    constant text := '(select ledger_conducted_by_group(true))::uuid[]';
  own       constant text := 'exists (select from inspection i where i.id = inspection_id and (
    i.authority = coalesce(nullif(current_setting(''ledger.department'', true), ''''), (select ledger_government()))
    or i.authority_division = (select ledger_government())))';
begin
  execute format('grant execute on function ledger_conducted_by_group to %s', tiers);
  drop policy granted_group_inspection_id on hazard;
  drop policy granted_group_inspection_id_add on hazard;
  drop policy granted_group_inspection_id on evidence;
  drop policy granted_group_inspection_id_add on evidence;
  drop policy granted_group_hazard_id on evidence;
  drop policy granted_group_hazard_id_add on evidence;
  perform ledger_share_by_group('hazard', 'INSPECTION', 'inspection_id', inserts => true),
    ledger_share_by_group('evidence', 'INSPECTION', 'inspection_id', inserts => true),
    ledger_share_by_group('evidence', 'HAZARD', 'hazard_id', inserts => true);
  -- From its start on; before it whoever says of himself that he is in conflict leaves it. Its authority calls it off.
  execute format('alter policy granted_group_change on inspection with check (
    id = any(%s) and started_at is not null or id = any(%s) and status <> ''CANCELLED'')', conducted, spoken);
  -- What whoever sees a visit writes of it by the policies of all parts.
  execute format('create policy conducted_add on finding as restrictive for insert to %s
    with check (inspection_id <> all(%s) or inspection_id = any(%s))', tiers, visited, conducted);
  execute format('create policy conducted_change on finding as restrictive for update to %s
    using (inspection_id <> all(%s) or inspection_id = any(%s))', tiers, visited, conducted);
  execute format('create policy of_authority_add on inspection_officer as restrictive for insert to %s
    with check (inspection_id <> all(%s) or %s)', tiers, visited, own);
  execute format('create policy of_himself on inspection_officer as restrictive for update to %s
    using (inspection_id <> all(%s) or subject = current_setting(''ledger.subject'', true) or %s)', tiers, visited, own);
  -- The papers of a visit are its authority's, whoever of its officers makes them out.
  execute format('create policy visited on paper for select to %s using (inspection_id = any(%s))', tiers, visited);
  execute format('create policy visited_add on paper for insert to %s with check (inspection_id = any(%s))', tiers, conducted);
  execute format('create policy visited_change on paper for update to %s using (inspection_id = any(%s))
    with check (inspection_id = any(%s))', tiers, visited, conducted);
  execute (
    select format('alter policy handled on paper_item with check (%s or paper_id = any(array(
      select p.id from paper p where p.inspection_id = any(%s))))', pg_get_expr(polwithcheck, polrelid), conducted)
    from pg_policy where polrelid = 'paper_item'::regclass and polname = 'handled');
end $$;
