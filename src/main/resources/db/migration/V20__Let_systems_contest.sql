-- A system contests what became of its own reports. That it changes no other hazard is checked when the change is
-- written, not when the row is locked: else the refusal could not tell why.
grant update on hazard to ledger_city_integration, ledger_county_integration;
create policy own_contest on hazard as restrictive for update to ledger_city_integration, ledger_county_integration
  using (true) with check (reported_by = current_setting('ledger.subject', true) and status = 'REPORTED');
