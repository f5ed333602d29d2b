-- Photos and videos in the order in which a meeting is shown them. Entries are only added: each arrangement of a reel has its own,
-- and the one that is shown has the hazards' states, too.
create table evidence_reel (
  like ledger_placed including all,
  authority      text not null,
  status         text not null check (status in ('DRAFT', 'SHOWN')),
  title          text not null,
  meeting_on     date not null,
  arrangement_id uuid not null unique,
  length         integer not null,
  drafted_by     text not null,
  drafted_at     timestamptz not null,
  shown_by       text,
  shown_at       timestamptz,
  check ((status = 'SHOWN') = (shown_at is not null))
);

create table reel_entry (
  id             uuid primary key,
  reel_id        uuid not null references evidence_reel,
  arrangement_id uuid not null,
  position       integer not null,
  evidence_id    uuid not null references evidence,
  caption        text not null,
  hazard_id      uuid references hazard,
  finding_id     uuid references finding,
  sha256         text not null,
  state_then     text check (state_then in ('REPORTED', 'CONFIRMED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED', 'REVIEWING', 'CLOSED', 'REJECTED',
                   'DUPLICATE', 'FIXED_ON_SITE', 'REOPENED')),
  unique (arrangement_id, position)
);
create trigger at_most after insert on reel_entry for each row execute function ledger_at_most('arrangement_id', '100');

create index evidence_reel_authority on evidence_reel (authority, meeting_on, id);
select ledger_secure('evidence_reel', writes => '{city,county,town,city_department,county_department}'),
  ledger_secure_part('reel_entry', 'evidence_reel', 'reel_id', inserts => '{city,county,town,city_department,county_department}'),
  ledger_index('evidence_reel', 'meeting_on'),
  ledger_keep('evidence_reel', ended => '{SHOWN}', columns => '{division_code,authority}'),
  ledger_record('evidence_reel', 'EVIDENCE_REEL');

create policy of_department on evidence_reel to ledger_city_department, ledger_county_department
  using (authority = nullif(current_setting('ledger.department', true), ''));
create policy shown on evidence_reel for select
  to ledger_county, ledger_town, ledger_city_department, ledger_county_department, ledger_county_auditor
  using (status = 'SHOWN' and division_code = any(string_to_array(current_setting('ledger.ancestors', true), ',')));
create policy of_reel on history_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'EVIDENCE_REEL' and ledger_sees(object_type, object_id));
create policy of_reel on outbox_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'EVIDENCE_REEL' and ledger_sees(object_type, object_id));

do $$
declare
  callers constant text := ledger_tier_roles('{}');
begin
  -- Of a reel everybody sees what they may see without it.
  execute format('create policy seen on reel_entry as restrictive for select to %s
    using (exists (select from evidence e where e.id = evidence_id))', callers);
  -- Whoever sees evidence is told when its file is no longer what was received.
  execute format('grant select on evidence_damage to %s', callers);
  execute format('create policy with_evidence on evidence_damage for select to %s
    using (exists (select from evidence e where e.id = evidence_id))', callers);
end $$;
create trigger stays before update or delete on reel_entry for each row execute function ledger_candidate_stays();
