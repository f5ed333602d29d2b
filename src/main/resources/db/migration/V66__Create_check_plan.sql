-- Plans of daily and of special checks: approved by the head, filed and published, before an authority visits by them (开封市规范行政
-- 执法十条措施（试行）).
create table check_plan (
  like ledger_placed including all,
  authority          text not null,
  kind               text not null check (kind in ('DAILY', 'SPECIAL')),
  status             text not null check (status in ('DRAFT', 'APPROVED', 'PUBLISHED')),
  year               integer not null,
  title              text not null,
  scope              text not null,
  number             integer not null check (number > 0),
  targets            uuid[] not null check (cardinality(targets) <= 200),
  drafted_by         text not null,
  drafted_by_subject text not null,
  drafted_at         timestamptz not null,
  approved_by        text,
  approved_at        timestamptz,
  approval_document  text,
  filed_with         text,
  filed_on           date,
  publication        text,
  published_at       timestamptz,
  check ((status = 'DRAFT') = (approved_at is null)),
  check ((status = 'PUBLISHED') = (num_nulls(filed_with, filed_on, publication, published_at) = 0))
);
create index check_plan_in_force on check_plan (authority, year, kind) where status = 'PUBLISHED';
create index check_plan_authority on check_plan (authority, drafted_at, id);
select ledger_secure('check_plan', writes => '{city,county,town,city_department,county_department}'),
  ledger_index('check_plan', 'drafted_at'),
  ledger_keep('check_plan', ended => '{PUBLISHED}',
    columns => '{division_code,authority,kind,year,title,scope,number,targets,drafted_by,drafted_by_subject,drafted_at}'),
  ledger_record('check_plan', 'CHECK_PLAN');

-- A department's plan is its own, whatever the trades of those whom it visits.
create policy of_department on check_plan to ledger_city_department, ledger_county_department
  using (authority = nullif(current_setting('ledger.department', true), ''));
create policy of_check_plan on history_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'CHECK_PLAN' and ledger_sees(object_type, object_id));
create policy of_check_plan on outbox_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'CHECK_PLAN' and ledger_sees(object_type, object_id));

-- Nobody who may be visited knows of a plan before it is published.
create policy published on check_plan for select to ledger_enterprise
  using (status = 'PUBLISHED' and division_code = any(string_to_array(current_setting('ledger.ancestors', true), ',')));

alter table inspection add check_plan_id uuid references check_plan;
create index inspection_check_plan on inspection (check_plan_id) where check_plan_id is not null;
