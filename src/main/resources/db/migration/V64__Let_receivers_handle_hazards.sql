-- Whoever handles a hazard of another place, or beyond its trades, visits its enterprise for it and makes out papers of it. Both belong to
-- the authority that made them, which sees them wherever they lie; the leader of a visit's authority approves it. Nothing else of that
-- enterprise begins there.
create function ledger_share_handled(made regclass, only_if text default 'true') returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  own   constant text := 'authority = coalesce(nullif(current_setting(''ledger.department'', true), ''''), (select ledger_government()))';
  owned text := own;
begin
  perform ledger_require_columns(made, 'authority', 'enterprise_id');
  if exists (select from pg_attribute where attrelid = made and attname = 'authority_division' and not attisdropped) then
    owned := own || ' or authority_division = (select ledger_government())';
  end if;
  execute format('create policy handled_add on %s for insert to %s with check ((%s) and %s and enterprise_id = any(array(
    select h.enterprise_id from hazard h where h.open and h.id = any((select ledger_granted(''HAZARD'', true))::uuid[]))))',
    made, ledger_granted_tiers(), only_if, own);
  execute format('create policy of_authority_read on %s for select to %s using (%s)', made, ledger_granted_tiers(), owned);
  execute format('create policy of_authority_change on %s for update to %s using (%s)', made, ledger_granted_tiers(), owned);
end $$;
comment on function ledger_share_handled is
'Lets whoever handles a hazard by a grant make rows of its enterprise in the name of its authority (columns authority, enterprise_id), which
sees and changes what it made wherever that lies; the government of authority_division, too, where there is such a column.
only_if: what must hold of a new row beside.';
revoke execute on function ledger_share_handled from public;
select ledger_share_handled('paper'),
  ledger_share_handled('inspection', 'kind = ''ENFORCEMENT'' and source in (''RECHECK'', ''TRANSFERRED'')');

-- Of another place its paper names handled hazards alone.
do $$
begin
  execute format('create policy handled on paper_item as restrictive for insert to %s with check (
    hazard_id = any((select ledger_granted(''HAZARD'', true))::uuid[])
    or exists (select from paper p where p.id = paper_id and starts_with(p.division_code, current_setting(case
      when starts_with(current_setting(''role''), ''ledger_city'') then ''ledger.city''
      when starts_with(current_setting(''role''), ''ledger_county'') then ''ledger.county'' else ''ledger.town'' end))))',
    ledger_granted_tiers());
end $$;

-- The head who decides whether a suspected crime goes to the police is the leader of the department's government.
create policy crime_of_government on hazard_transfer to ledger_city, ledger_county
  using (kind = 'CRIME' and from_division = (select ledger_government()));
