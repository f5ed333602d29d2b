-- Stored contents are compared with their hashes for ever, round after round. One row says up to which id; the replica
-- that moves it takes what lies between.
create table evidence_check (
  single         boolean primary key default true check (single),
  last_id        uuid not null default '00000000-0000-0000-0000-000000000000',
  rounds         integer not null default 0,
  round_ended_at timestamptz
);
insert into evidence_check default values;

-- Contents that are no longer what was received. A row whose content was put back keeps the time of that.
create table evidence_damage (
  evidence_id uuid primary key,
  damage      text not null check (damage in ('MISSING', 'WRONG_SIZE', 'ALTERED')),
  found_at    timestamptz not null,
  mended_at   timestamptz,
  check (mended_at >= found_at)
);

alter table evidence_check enable row level security;
alter table evidence_check force row level security;
alter table evidence_damage enable row level security;
alter table evidence_damage force row level security;
create policy background on evidence_check to ledger_background using (true) with check (true);
create policy background on evidence_damage to ledger_background using (true) with check (true);
grant select, update on evidence_check to ledger_background;
grant select, insert, update on evidence_damage to ledger_background;
grant select on evidence_check, evidence_damage to ${app_role};
