-- Whoever reported it asked not to be named with it.
alter table hazard add column anonymous boolean not null default false;

-- What a worker told the enterprise: the hazard is the ledger's, the report and its fate are between the two.
create table quick_report (
  like ledger_placed including all,
  like ledger_traded including all,
  status           text not null check (status in ('REPORTED', 'RECEIVED', 'VERIFIED', 'DISMISSED', 'REWARDED')),
  hazard_id        uuid not null unique references hazard,
  words            text not null,
  place            text,
  anonymous        boolean not null,
  reporter         text check ((reporter is null) = anonymous),
  reporter_subject text not null,
  discovered_at    timestamptz not null,
  reported_at      timestamptz not null,
  due_at           timestamptz,
  deadline         jsonb,
  received_by      text,
  received_at      timestamptz,
  answer           text,
  answered_by      text,
  answered_at      timestamptz,
  escalated_at     timestamptz,
  reward_amount    numeric(9, 2) check (reward_amount > 0),
  rewarded_on      date,
  rewarded_by      text,
  check ((status = 'REWARDED') = (reward_amount is not null))
);
create index quick_report_reporter on quick_report (reporter_subject, reported_at, id);
alter table post_check_record add foreign key (quick_report_id) references quick_report;

-- What enterprises granted in a year: how often and how much, and to nobody by name.
create table internal_rewards (
  like ledger_placed including all,
  like ledger_traded including all,
  year    integer not null,
  rewards integer not null,
  amount  numeric(14, 2) not null,
  unique (enterprise_id, year)
);

select ledger_enforce('quick_report', '{}', inserts => '{enterprise,worker}', updates => '{enterprise,worker}'),
  ledger_secure_own('quick_report', 'all', '{enterprise}'),
  ledger_secure_own('quick_report', 'all', '{worker}', only_if => 'reporter_subject = current_setting(''ledger.subject'', true)'),
  ledger_index('quick_report', 'reported_at'),
  ledger_keep('quick_report', ended => '{DISMISSED,REWARDED}',
    columns => '{division_code,enterprise_id,industry_code,matter,hazard_id,words,place,anonymous,reporter,reporter_subject,discovered_at,reported_at}'),
  ledger_record('quick_report', 'QUICK_REPORT'),
  ledger_secure('internal_rewards', departments => 'POWERS'),
  ledger_secure_own('internal_rewards', 'select', '{enterprise}'),
  ledger_index('internal_rewards', 'year');

-- An authority sees a report from the day on that its reporter stepped it up, because it was not answered.
do $$
declare
  powers constant text := 'industry_section = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or industry_division = any(string_to_array(current_setting(''ledger.industries'', true), '',''))
    or matter = any(string_to_array(current_setting(''ledger.matters'', true), '',''))';
  level  text;
  place  text;
begin
  foreach level in array array['city', 'county', 'town'] loop
    place := format('%s_code = current_setting(''ledger.%s'', true) and escalated_at is not null', level, level);
    execute format('create policy %s on quick_report for select to ledger_%s using (%s)', level, level, place);
    if level <> 'town' then
      execute format('create policy %s_auditor on quick_report for select to ledger_%s_auditor using (%s)', level, level, place);
      execute format('create policy %s_department on quick_report for select to ledger_%s_department using (%s and (%s))',
        level, level, place, powers);
    end if;
  end loop;
  execute format('create policy keeper on internal_rewards to %I using (true) with check (true)', current_user);
end $$;

create function ledger_count_reward() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into internal_rewards as r (id, division_code, version, enterprise_id, industry_code, year, rewards, amount)
  values (gen_random_uuid(), new.division_code, 1, new.enterprise_id, new.industry_code, extract(year from new.rewarded_on), 1, new.reward_amount)
  on conflict (enterprise_id, year) do update set rewards = r.rewards + 1, amount = r.amount + excluded.amount, version = r.version + 1;
  return null;
end $$;
revoke execute on function ledger_count_reward from public;
create trigger count_reward after update on quick_report for each row
  when (new.status = 'REWARDED' and old.status <> 'REWARDED') execute function ledger_count_reward();
