-- Urging (催办): whoever supervises presses for what is owed. It changes no clock. Whoever sees the clock sees who pressed for it.
create table urge (
  id                uuid primary key,
  deadline_clock_id          uuid not null references deadline_clock,
  note              text not null,
  urged_by          text not null,
  urged_by_subject  text not null,
  urged_at          timestamptz not null
);
create index urge_clock on urge (deadline_clock_id, urged_at, id);
create index urge_urged on urge (urged_at, id);
select ledger_secure_part('urge', 'deadline_clock', 'deadline_clock_id', inserts => '{city,county,town,city_department,county_department}'),
  ledger_share_part('urge', 'deadline_clock', 'deadline_clock_id');

-- Holding a clock, and noting that it was urged, is all that a caller may do with it.
do $$
begin
  execute format('grant update (urged_at, version) on deadline_clock to %s',
    ledger_tier_roles('{city,county,town,city_department,county_department}'));
  execute format('create policy granted_urge on deadline_clock for update to %s
    using (hazard_id = any((select ledger_granted(''HAZARD'', true))::uuid[]) and ledger_sees(object_type, object_id))', ledger_granted_tiers());
end $$;
