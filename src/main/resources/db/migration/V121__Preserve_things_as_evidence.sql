-- During a visit things may be registered as evidence and kept as they are (先行登记保存), when the head of the authority approves it;
-- what becomes of each is decided within seven working days (Administrative Penalty Law art. 56 and 85), else the preservation lapses.
alter table paper_form drop constraint paper_form_kind_check,
  add constraint paper_form_kind_check check (kind in ('HAZARD_NOTICE', 'INSTRUCTION', 'ON_SITE_MEASURE', 'STOP_ORDER', 'RECHECK_OPINION',
    'PRESERVATION'));
alter table paper
  add column authority_division text,
  add column approved_by        text,
  add column approved_at        timestamptz,
  add column decision_due_at    timestamptz,
  add column decision_deadline  jsonb,
  add column undecided_things   integer check (undecided_things between 0 and 50),
  add column lapse_noted_by     text,
  add column lapse_noted_at     timestamptz,
  add constraint paper_preserves check ((undecided_things is not null) = (kind = 'PRESERVATION')),
  add constraint paper_approved_before_service check (kind <> 'PRESERVATION' or served_at is null or approved_at is not null);
create trigger authority_division_stays before update of authority_division on paper
  for each row execute function ledger_stays('{}', '{authority_division}');
comment on column paper.authority_division is 'Division of the authority whose preservation it is, whose head approves it; null for other papers.';
-- Preservations of which something is undecided are few.
create index paper_city_undecided on paper (city_code, issued_at, id) where undecided_things > 0;
create index paper_county_undecided on paper (county_code, issued_at, id) where undecided_things > 0;
create index paper_town_undecided on paper (town_code, issued_at, id) where undecided_things > 0;

create table preserved_thing (
  id              uuid primary key,
  paper_id        uuid not null references paper,
  number          integer not null check (number between 1 and 50),
  name            text not null,
  quantity        text not null,
  place           text not null,
  keeper          text not null,
  decision        text check (decision in ('RETURN', 'SEIZE', 'EXAMINE', 'TRANSFER', 'RELEASE')),
  decision_reason text,
  decided_by      text,
  decided_at      timestamptz,
  unique (paper_id, number),
  check (num_nulls(decision, decided_by, decided_at) in (0, 3))
);
create trigger at_most after insert on preserved_thing for each row execute function ledger_at_most('paper_id', '50');
create function ledger_thing_stays() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old.decision is not null
      or (new.id, new.paper_id, new.number, new.name, new.quantity, new.place, new.keeper)
        is distinct from (old.id, old.paper_id, old.number, old.name, old.quantity, old.place, old.keeper) then
    raise exception 'What was registered as % stays, and is decided once', old.id;
  end if;
  return new;
end $$;
revoke execute on function ledger_thing_stays from public;
create trigger stays before update on preserved_thing for each row execute function ledger_thing_stays();

select ledger_secure_part('preserved_thing', 'paper', 'paper_id', writes => '{city,county,town,city_department,county_department}'),
  ledger_share_part('preserved_thing', 'paper', 'paper_id'),
  ledger_clock('paper', 'PRESERVATION_DECISION', 'PAPER', '''PRESERVATION_DECISION''',
    running => 'r.undecided_things > 0 and r.lapse_noted_at is null and r.status in (''SERVED'', ''SIGNED'', ''REFUSED'')',
    due => 'r.decision_due_at', started => 'ledger_clock_start(r.decision_deadline, r.served_at)',
    owed_division => 'coalesce(r.authority_division, rpad(r.county_code, 12, ''0''))',
    owed_department => 'nullif(r.authority, r.authority_division)', walls => 'TRADE');
