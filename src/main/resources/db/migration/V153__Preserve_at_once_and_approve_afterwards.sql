-- What would be lost meanwhile is preserved at once, and the head of the authority approves it afterwards, within the time of the rule
-- PRESERVATION_APPROVAL; what is refused or not approved in time is preserved no more.
alter table paper
  add column urgency             text,
  add column approval_due_at     timestamptz,
  add column approval_deadline   jsonb,
  add column approval_refused_at timestamptz,
  add column approval_refusal    text,
  drop constraint paper_approved_before_service,
  add constraint paper_approved_before_service check (kind <> 'PRESERVATION' or served_at is null or approved_at is not null
    or approval_due_at is not null),
  add constraint paper_approved_afterwards check (kind = 'PRESERVATION' and urgency is not null
    or num_nonnulls(urgency, approval_due_at, approval_refused_at) = 0),
  add constraint paper_approval_refused check (approval_refused_at is null or approved_at is null);
create trigger urgency_stays before update of urgency on paper for each row execute function ledger_stays('{}', '{urgency}');
comment on column paper.urgency is 'Why things could not wait for the approval of the head, of a preservation; null for others.';
-- Preservations whose approval afterwards is owed are few.
create index paper_approval_owed on paper (authority_division, approval_due_at)
  where approval_due_at is not null and approved_at is null and approval_refused_at is null;

select ledger_clock('paper', 'PRESERVATION_APPROVAL', 'PAPER', '''PRESERVATION_APPROVAL''',
    running => 'r.approved_at is null and r.approval_refused_at is null and r.lapse_noted_at is null
      and r.status in (''SERVED'', ''SIGNED'', ''REFUSED'')',
    due => 'r.approval_due_at', started => 'ledger_clock_start(r.approval_deadline, r.served_at)',
    owed_division => 'coalesce(r.authority_division, rpad(r.county_code, 12, ''0''))',
    owed_department => 'nullif(r.authority, r.authority_division)', walls => 'TRADE');
