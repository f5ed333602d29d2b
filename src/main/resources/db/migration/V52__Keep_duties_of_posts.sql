-- One post, two duties (一岗双责): what a kind of post owes in each period, as data, and what was performed of it.
create table duty_rule (
  code       text primary key,
  post_kind  text not null,
  kind       text not null check (kind in ('BUSINESS', 'SAFETY')),
  title      text not null,
  title_en   text,
  form       text not null check (form in ('MEETING', 'FIELD_CHECK')),
  period     text not null check (period in ('MONTHLY', 'QUARTERLY', 'YEARLY')),
  source     text not null,
  evidence   text not null check (evidence in ('READ', 'RECALLED', 'INFERRED', 'DEFAULT')),
  note       text,
  valid_from date not null,
  valid_to   date check (valid_to >= valid_from)
);
create index duty_rule_post on duty_rule (post_kind, code);
select ledger_open('duty_rule');

create table duty_performance (
  like ledger_placed including all,
  status              text not null check (status in ('RECORDED', 'WITHDRAWN')),
  post_id             uuid not null references post,
  person_id           uuid not null references person,
  department_code     text references department,
  holder_name         text not null,
  holder_title        text not null,
  holder_subject      text,
  duty_code           text not null references duty_rule,
  performed_on        date not null,
  period_from         date not null,
  period_to           date not null,
  note                text,
  evidence_ids        uuid[] not null default '{}' constraint duty_performance_evidence_at_most check (cardinality(evidence_ids) <= 20),
  recorded_at         timestamptz not null,
  recorded_by         text not null,
  withdrawn_at        timestamptz,
  withdrawn_by        text,
  withdrawal_reason   text,
  check (performed_on between period_from and period_to)
);
create unique index duty_performance_of_day on duty_performance (post_id, duty_code, performed_on) where status = 'RECORDED';
create index duty_performance_of_period on duty_performance (post_id, duty_code, period_from) where status = 'RECORDED';
create index duty_performance_post on duty_performance (post_id, performed_on, id);
select ledger_secure('duty_performance', writes => '{city,county,town,city_department,county_department}'),
  ledger_index('duty_performance', 'performed_on'),
  ledger_keep('duty_performance', ended => '{WITHDRAWN}',
    columns => '{post_id,person_id,duty_code,performed_on,period_from,period_to,recorded_at,recorded_by}'),
  ledger_record('duty_performance', 'DUTY_PERFORMANCE');
-- A department keeps its own, and reads no other's.
create policy city_department on duty_performance to ledger_city_department
  using (city_code = current_setting('ledger.city', true) and department_code = current_setting('ledger.department', true));
create policy county_department on duty_performance to ledger_county_department
  using (county_code = current_setting('ledger.county', true) and department_code = current_setting('ledger.department', true));

select ledger_index('post', 'code');
-- Whose duties were not performed is looked for in offices, which are few among the posts of enterprises.
create index post_office on post (division_code) where enterprise_id is null;
create index responsibility_person on responsibility_assignment (person_id);
-- A duty has no trade by which a department's writing of history is allowed elsewhere.
create policy of_duty on history_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'DUTY_PERFORMANCE' and ledger_sees(object_type, object_id));
create policy of_duty on outbox_entry for insert to ledger_city_department, ledger_county_department
  with check (object_type = 'DUTY_PERFORMANCE' and ledger_sees(object_type, object_id));
