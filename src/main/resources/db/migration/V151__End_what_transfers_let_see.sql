-- What an accepted transfer lets its receiver see lasts as long as the hazard is open: who handles it needs it, and a receiver who
-- hands it on reads on, as every sender does. When the hazard ends, it ends by the rule TRANSFER_KEPT, long enough to look back at it
-- and to answer for it; what is open again is seen as before, by the same authorities. What had ended before there was the rule was given
-- for good, and stays so.
create function ledger_transfers_last() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.object_grant g set ends_at = null from public.hazard_transfer t
  where g.object_type = 'HAZARD' and g.object_id = new.id and g.source_type = 'HAZARD_TRANSFER' and g.ends_at is not null
    and t.id = g.source_id and t.kind = 'ORDINARY'
    and public.ledger_transfer_state(t.status, t.kind, t.due_at, t.ended_at) in ('ACCEPTED', 'ARBITRATED')
    and g.grantee = case when t.handler_division is null then coalesce(t.to_department, t.to_division)
      else coalesce(t.handler_department, t.handler_division) end;
  return null;
end $$;
revoke execute on function ledger_transfers_last from public;
create trigger transfers_last after update of status on hazard for each row
  when (old.status in ('CLOSED', 'REJECTED', 'DUPLICATE') and new.status not in ('CLOSED', 'REJECTED', 'DUPLICATE'))
  execute function ledger_transfers_last();
