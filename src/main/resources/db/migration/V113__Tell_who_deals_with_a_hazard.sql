-- What waits for somebody is what the guards would let him do: whether an authority deals with a hazard is asked of many rows at once,
-- of those that were transferred by this.
create function ledger_deals_with(
  asked uuid, lies boolean, own_division text, own_place text, own_department text, governs boolean) returns boolean
  language sql stable set search_path = pg_catalog, public as $$
  with told as (
    select ledger_handling(asked) handling
  ), party as (
    select p.part, a.value->>'division' division, a.value->>'department' department
    from told, (values ('handler'), ('partners'), ('givers')) p(part),
      jsonb_array_elements(case p.part when 'handler' then jsonb_build_array(handling->'handler') else handling->p.part end) a
    where jsonb_typeof(a.value) = 'object'
  ), own as (
    select part from party
    where case when department is null then governs and division = own_division else coalesce(department = own_department, false) end
  )
  select case when (select handling from told) is null then lies
    when exists (select from own where part <> 'givers') then true
    when exists (select from own) then false
    else coalesce((select governs and starts_with(division, own_place) from party where part = 'handler'), lies) end
$$;
comment on function ledger_deals_with is
'Whether who is described deals with a hazard: whoever handles it or works along, whoever governs the handler''s place, and none of those
who gave it away. lies: whether it is of his place, trades and matters, which decides as long as nobody has it by a transfer.';
revoke execute on function ledger_deals_with from public;
do $$
begin
  execute format('grant execute on function ledger_deals_with to %s', ledger_tier_roles('{}'));
end $$;
