-- Who is visited may ask that an officer withdraws because of a conflict of interest (申请回避); the head of the authority decides, and the
-- visit goes on until then (Administrative Penalty Law art. 43). Whoever is recused acts no more in the visit, which waits for another
-- officer where it has too few.
alter table inspection
  add column recused        text[] not null default '{}',
  add column awaits_officer boolean not null default false;
comment on column inspection.recused is 'Subjects of the officers who were recused.';
create index inspection_awaits_officer on inspection (authority) where awaits_officer;

create table recusal (
  id                 uuid primary key,
  inspection_id      uuid not null references inspection,
  person_id          uuid not null references person,
  officer            text not null,
  status             text not null check (status in ('ASKED', 'ACCEPTED', 'REJECTED')),
  reason             text not null,
  asked_by           text not null,
  asked_by_subject   text not null,
  asked_at           timestamptz not null,
  decision_reason    text,
  decided_by         text,
  decided_at         timestamptz,
  unique (inspection_id, person_id),
  foreign key (inspection_id, person_id) references inspection_officer,
  check (num_nulls(decision_reason, decided_by, decided_at) = case status when 'ASKED' then 3 else 0 end)
);
create trigger at_most after insert on recusal for each row execute function ledger_at_most('inspection_id', '20');
create index recusal_asked on recusal (inspection_id) where status = 'ASKED';
select ledger_secure_part('recusal', 'inspection', 'inspection_id', inserts => '{enterprise}', updates => '{city,county}'),
  ledger_share_part('recusal', 'inspection', 'inspection_id'),
  ledger_keep('recusal', ended => '{ACCEPTED,REJECTED}',
    columns => '{inspection_id,person_id,officer,reason,asked_by,asked_by_subject,asked_at}');
create policy while_it_goes_on on recusal as restrictive for insert to ledger_enterprise with check (status = 'ASKED' and exists (
  select from inspection i where i.id = inspection_id and i.kind = 'ENFORCEMENT' and i.status in ('IN_PROGRESS', 'RECORD_PENDING_SIGNATURE')));

-- The papers of a visit tell what was asked and decided by then.
alter table paper add column recusals jsonb not null default '[]';
create trigger recusals_stay before update of recusals on paper for each row execute function ledger_stays('{}', '{recusals}');
