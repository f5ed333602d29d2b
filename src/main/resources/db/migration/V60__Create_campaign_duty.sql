-- Who is on duty on each day of a campaign or key period, and what they record of it (值班值守): one row for each day, for which
-- nobody on duty is told as well as a day that nobody recorded.
create table campaign_duty (
  like ledger_placed including all,
  campaign_id   uuid not null references campaign,
  day           date not null,
  status        text not null check (status in ('ROSTERED', 'RECORDED')),
  leader        text not null,
  officers      text[] not null check (cardinality(officers) between 1 and 20),
  duty_subjects text[] not null,
  phone         text not null,
  set_by        text not null,
  set_at        timestamptz not null,
  summary       text,
  visits        integer,
  hazards       integer,
  major_hazards integer,
  incidents     integer,
  recorded_by   text,
  recorded_at   timestamptz,
  unique (campaign_id, day),
  check (case status when 'ROSTERED' then num_nonnulls(summary, visits, hazards, major_hazards, incidents, recorded_by, recorded_at) = 0
    else num_nulls(summary, visits, hazards, major_hazards, incidents, recorded_by, recorded_at) = 0 end)
);
select ledger_secure('campaign_duty', writes => '{city,county}', updates => '{town,city_department,county_department}'),
  ledger_index('campaign_duty', 'day'),
  ledger_keep('campaign_duty', ended => '{RECORDED}', columns => '{division_code,campaign_id,day}'),
  ledger_record('campaign_duty', 'CAMPAIGN_DUTY');

-- The places that a campaign targets reach whoever is on duty.
create policy of_campaign on campaign_duty for select
  to ledger_county, ledger_town, ledger_city_department, ledger_county_department, ledger_county_auditor
  using (exists (select from campaign c where c.id = campaign_duty.campaign_id));

-- Whoever is on duty records it, also for the campaign of a higher authority.
create policy on_duty on campaign_duty to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  using (current_setting('ledger.subject', true) = any(duty_subjects));
create policy of_campaign_duty on history_entry for insert to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  with check (object_type = 'CAMPAIGN_DUTY' and ledger_sees(object_type, object_id));
create policy of_campaign_duty on outbox_entry for insert to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  with check (object_type = 'CAMPAIGN_DUTY' and ledger_sees(object_type, object_id));
