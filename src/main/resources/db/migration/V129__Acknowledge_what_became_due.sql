-- Whoever is told of a rung acknowledges it (签收), once: what is addressed to an authority or an enterprise is addressed to an office and not to
-- each of its people, so that one of them takes it for all, by name. No clock changes by it.
alter table deadline_event
  add column owed_by text,
  add column acknowledged_at timestamptz,
  add column acknowledged_by text,
  add column acknowledged_by_subject text,
  add column acknowledgement text;
update deadline_event e set owed_by = c.owed_by from deadline_clock c where c.id = e.deadline_clock_id;
alter table deadline_event
  alter column owed_by set not null,
  add constraint deadline_event_owed_by check (owed_by in ('ENTERPRISE', 'AUTHORITY')),
  add constraint deadline_event_acknowledged check (num_nulls(acknowledged_at, acknowledged_by, acknowledged_by_subject) in (0, 3)
    and (acknowledgement is null or acknowledged_at is not null)),
  add column status text not null generated always as
    ((array['OPEN', 'CAUGHT_UP', 'ACKNOWLEDGED', 'ACKNOWLEDGED'])[1 + caught_up::integer + 2 * num_nonnulls(acknowledged_at)]) stored;
comment on column deadline_event.owed_by is 'Who had to act when the rung was reached: of what is addressed to RESPONSIBLE, whose it is.';

-- What still asks is found by whom it asks.
create index deadline_event_open_division on deadline_event (addressed_division, reached_at, id) where status = 'OPEN';
create index deadline_event_open_department on deadline_event (addressed_department, reached_at, id)
  where status = 'OPEN' and addressed_department is not null;

select ledger_record('deadline_event', 'DEADLINE_EVENT');

-- Holding what became due, and writing down that it was acknowledged, is all that a caller may do with it, and only whom it is addressed to.
do $$
begin
  execute format('grant update (acknowledged_at, acknowledged_by, acknowledged_by_subject, acknowledgement, version) on deadline_event to %s',
    ledger_tier_roles('{city,county,town,city_department,county_department,enterprise}'));
  -- An index of the table is by what it tells of.
  execute format('grant execute on function ledger_told_of to %s', ledger_tier_roles('{city,county,town,city_department,county_department,enterprise}'));
  execute format('create policy granted_acknowledges on deadline_event for update to %s
    using (hazard_id = any((select ledger_granted(''HAZARD'', true))::uuid[]) and ledger_sees(object_type, object_id))', ledger_granted_tiers());
end $$;
create policy own_acknowledges on deadline_event for update to ledger_enterprise
  using (enterprise_id = nullif(current_setting('ledger.enterprise', true), '')::uuid and ledger_sees(object_type, object_id));
create policy addressed on deadline_event as restrictive for update
  to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department, ledger_enterprise
  using (case when addressee = 'RESPONSIBLE' and owed_by = 'ENTERPRISE'
      then coalesce(enterprise_id = nullif(current_setting('ledger.enterprise', true), '')::uuid, false)
    when addressed_department is not null then addressed_department = current_setting('ledger.department', true)
    else addressed_division = ledger_government() end);

-- What hangs on a thing of no trade is found in no history by place and powers: whoever it is addressed to writes down what he did all the same.
create policy of_deadline_event on history_entry for insert to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  with check (object_type = 'DEADLINE_EVENT' and ledger_sees(object_type, object_id));
create policy of_deadline_event on outbox_entry for insert to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  with check (object_type = 'DEADLINE_EVENT' and ledger_sees(object_type, object_id));
