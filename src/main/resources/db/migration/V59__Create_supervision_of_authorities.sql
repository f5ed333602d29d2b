-- Supervision of authorities (督查). A visit to a government or department is no inspection: those are found by the place and trade of
-- an enterprise, by one comparison that keeps their lists in order, and are the target's authorities' own to see. This one lies at
-- the place of the office that supervises, so that nobody below sees it by place; its target sees it by policies of its own.
create table supervision_visit (
  like ledger_placed including all,
  office            text not null references department (code),
  target_division   text not null references division (code),
  target_department text references department (code),
  campaign_id       uuid references campaign,
  checklist_id      uuid not null references checklist,
  status            text not null check (status in ('PLANNED', 'NOTIFIED', 'IN_PROGRESS', 'RECORD_PENDING_SIGNATURE', 'SIGNED',
    'SIGNATURE_REFUSED', 'COMPLETED', 'CANCELLED', 'ABORTED')),
  announced         boolean not null,
  officers          text[] not null check (cardinality(officers) between 1 and 20),
  officer_subjects  text[] not null,
  planned_on        date not null,
  planned_by        text not null,
  planned_at        timestamptz not null,
  notified_at       timestamptz,
  started_at        timestamptz,
  started_by        text,
  signed_at         timestamptz,
  signed_by         text,
  signature_refusal text,
  completed_at      timestamptz,
  end_reason        text,
  visible_to_target boolean not null generated always as (started_at is not null or announced and notified_at is not null) stored,
  check ((started_at is null) = (status in ('PLANNED', 'NOTIFIED', 'CANCELLED'))),
  check (office is distinct from target_department)
);

create table supervision_finding (
  id          uuid primary key,
  supervision_visit_id    uuid not null references supervision_visit,
  item_id     uuid not null references checklist_item,
  result      text not null check (result in ('COMPLIANT', 'NON_COMPLIANT', 'NOT_APPLICABLE')),
  note        text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  unique (supervision_visit_id, item_id)
);
create trigger at_most after insert on supervision_finding for each row execute function ledger_at_most('supervision_visit_id', '200');

-- A problem that an authority has to deal with by a day. It is addressed like a bulletin: to a department, or to the government itself.
create table supervision_item (
  like ledger_placed including all,
  supervision_visit_id             uuid not null references supervision_visit,
  finding_id           uuid references supervision_finding,
  office               text not null references department (code),
  addressee_division   text not null references division (code),
  addressee_department text references department (code),
  responsible          text not null,
  responsible_post     text not null,
  problem              text not null,
  demand               text not null,
  status               text not null check (status in ('OPEN', 'ANSWERED', 'RETURNED', 'ACCEPTED')),
  open                 boolean not null generated always as (status in ('OPEN', 'RETURNED')) stored,
  issued_by            text not null,
  issued_at            timestamptz not null,
  due_at               timestamptz not null,
  deadline             jsonb not null,
  response             text,
  response_document    text,
  evidence_id          uuid references evidence,
  answered_by          text,
  answered_by_subject  text,
  answered_at          timestamptz,
  return_reason        text,
  decided_by           text,
  decided_at           timestamptz,
  check (office is distinct from addressee_department),
  check ((response is null) = (answered_at is null))
);

select ledger_secure('supervision_visit', writes => '{city,county}', updates => '{town,city_department,county_department}'),
  ledger_secure('supervision_item', writes => '{city,county}', updates => '{town,city_department,county_department}'),
  ledger_index('supervision_visit', 'planned_on'), ledger_index('supervision_item', 'issued_at'), ledger_index('supervision_item', 'due_at'),
  ledger_keep('supervision_visit', ended => '{COMPLETED,CANCELLED,ABORTED}',
    columns => '{division_code,office,target_division,target_department,campaign_id,checklist_id,announced,officers,officer_subjects,planned_on,planned_by,planned_at}'),
  ledger_keep('supervision_item', ended => '{ACCEPTED}',
    columns => '{division_code,supervision_visit_id,finding_id,office,addressee_division,addressee_department,responsible,responsible_post,problem,demand,issued_by,issued_at}'),
  ledger_record('supervision_visit', 'SUPERVISION_VISIT'), ledger_record('supervision_item', 'SUPERVISION_ITEM');

create index supervision_visit_department on supervision_visit (target_department, planned_on, id);
create index supervision_visit_division on supervision_visit (target_division, planned_on, id);
create index supervision_visit_campaign on supervision_visit (campaign_id, planned_on, id) where campaign_id is not null;
create index supervision_item_department on supervision_item (addressee_department, issued_at, id);
create index supervision_item_department_due on supervision_item (addressee_department, due_at, id);
create index supervision_item_division on supervision_item (addressee_division, issued_at, id);
create index supervision_item_division_due on supervision_item (addressee_division, due_at, id);
create index supervision_item_visit on supervision_item (supervision_visit_id, issued_at, id);

-- A department sees what supervises it from the start or the notice on, whoever's role its people have; a government what supervises
-- itself, not what supervises its departments. The first nine digits of a county's code and of a town's are its own.
create policy supervised_department on supervision_visit to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  using (target_department = nullif(current_setting('ledger.department', true), '') and visible_to_target);
create policy supervised_government on supervision_visit to ledger_county, ledger_town
  using (target_division = rpad(current_setting('ledger.town', true), 12, '0') and target_department is null and visible_to_target);
create policy addressed_department on supervision_item to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  using (addressee_department = nullif(current_setting('ledger.department', true), ''));
create policy addressed_government on supervision_item to ledger_county, ledger_town
  using (addressee_division = rpad(current_setting('ledger.town', true), 12, '0') and addressee_department is null);

-- An officer of a government may belong to the very department that is visited.
create policy not_before_the_start on supervision_visit as restrictive to ledger_city, ledger_county, ledger_town
  using (visible_to_target or target_department is null or target_department is distinct from nullif(current_setting('ledger.department', true), ''));

select ledger_secure_part('supervision_finding', 'supervision_visit', 'supervision_visit_id', writes => '{city,county}');

-- Targets and addressees write what happened to what lies at the place of the office.
create policy of_supervision on history_entry for insert to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  with check (object_type in ('SUPERVISION_VISIT', 'SUPERVISION_ITEM') and ledger_sees(object_type, object_id));
create policy of_supervision on outbox_entry for insert to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  with check (object_type in ('SUPERVISION_VISIT', 'SUPERVISION_ITEM') and ledger_sees(object_type, object_id));
