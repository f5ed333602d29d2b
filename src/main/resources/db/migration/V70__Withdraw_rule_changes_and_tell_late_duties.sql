-- A decision about a rule that does not hold yet may be withdrawn; the rule before it then goes on as if nothing had been decided.
-- What posts owe in each period is a rule like the others: a decision changes how often it is due.
alter table rule_change
  drop constraint rule_change_kind_check,
  drop constraint rule_change_unit_check,
  drop constraint rule_change_former_unit_check,
  drop constraint rule_change_code_key,
  add constraint rule_change_kind_check check (kind in ('DEADLINE', 'LIMIT', 'DUTY')),
  add constraint rule_change_unit_check
    check (unit in ('WORKING_DAY', 'NATURAL_DAY', 'HOUR', 'YEAR', 'COUNT', 'PERCENT', 'DAY_OF_MONTH', 'MONTH')),
  add constraint rule_change_former_unit_check
    check (former_unit in ('WORKING_DAY', 'NATURAL_DAY', 'HOUR', 'YEAR', 'COUNT', 'PERCENT', 'DAY_OF_MONTH', 'MONTH')),
  add column status text not null default 'DECIDED' check (status in ('DECIDED', 'WITHDRAWN')),
  add column former_valid_to date,
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add column withdrawal_reason text check ((withdrawal_reason is null) = (status = 'DECIDED'));
create unique index rule_change_code on rule_change (kind, code) where status = 'DECIDED';
grant update (status, version, withdrawn_at, withdrawn_by, withdrawal_reason) on rule_change to ledger_city;
select ledger_keep('rule_change', ended => '{WITHDRAWN}',
  columns => '{kind,subject,applies_to,amount,unit,valid_from,document,document_number,reason,code,former_code,former_amount,former_unit,changed_at,changed_by}');

-- The versions of one duty have codes of their own; what they are versions of stays.
alter table duty_rule add column duty text, add column proof_required boolean not null default false;
update duty_rule set duty = code;
alter table duty_rule alter column duty set not null;
create index duty_rule_duty on duty_rule (duty, valid_from);
alter table duty_performance add column document text;

create or replace function ledger_change_rule() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  paper constant text := new.document || '（' || new.document_number || '）';
begin
  if new.kind = 'DEADLINE' then
    update deadline_rule set valid_to = new.valid_from - 1 where code = new.former_code;
    insert into deadline_rule (code, subject, grade, amount, unit, source, evidence, note, valid_from)
    values (new.code, new.subject, new.applies_to, new.amount, new.unit, paper, 'READ', new.reason, new.valid_from);
  elsif new.kind = 'LIMIT' then
    update limit_rule set valid_to = new.valid_from - 1 where code = new.former_code;
    insert into limit_rule (code, subject, applies_to, amount, unit, source, evidence, note, valid_from)
    values (new.code, new.subject, new.applies_to, new.amount, new.unit, paper, 'READ', new.reason, new.valid_from);
  else
    update duty_rule set valid_to = new.valid_from - 1 where code = new.former_code;
    insert into duty_rule (code, duty, post_kind, kind, title, title_en, form, period, proof_required, source, evidence, note, valid_from)
    select new.code, duty, post_kind, kind, title, title_en, form,
      case new.amount when 1 then 'MONTHLY' when 3 then 'QUARTERLY' when 12 then 'YEARLY' end,
      proof_required, paper, 'READ', new.reason, new.valid_from
    from duty_rule where code = new.former_code;
  end if;
  return new;
end $$;

create function ledger_take_rule_back() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.valid_from <= ledger_today() then
    raise exception 'rule % holds already', new.code;
  end if;
  if new.kind = 'DEADLINE' then
    delete from deadline_rule where code = new.code;
    update deadline_rule set valid_to = new.former_valid_to where code = new.former_code;
  elsif new.kind = 'LIMIT' then
    delete from limit_rule where code = new.code;
    update limit_rule set valid_to = new.former_valid_to where code = new.former_code;
  else
    delete from duty_rule where code = new.code;
    update duty_rule set valid_to = new.former_valid_to where code = new.former_code;
  end if;
  return null;
end $$;
revoke execute on function ledger_take_rule_back from public;
create trigger takes_back after update of status on rule_change for each row
  when (new.status = 'WITHDRAWN' and old.status = 'DECIDED') execute function ledger_take_rule_back();

create or replace function ledger_rule_stays_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from rule_change where former_code = old.code and kind = tg_argv[0] and status = 'DECIDED') then
    new.valid_to := old.valid_to;
  end if;
  return new;
end $$;
-- Of one subject and case one rule holds at a time, whoever writes it; asked at the end, so that one may end where another begins.
create function ledger_rules_apart() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  other text;
begin
  execute format('select o.code from %1$I o join %1$I n on o.%2$I = n.%2$I and o.%3$I is not distinct from n.%3$I and o.code <> n.code'
    ' and daterange(o.valid_from, o.valid_to, ''[]'') && daterange(n.valid_from, n.valid_to, ''[]'') where n.code = $1 limit 1',
    tg_table_name, tg_argv[1], tg_argv[2]) into other using new.code;
  if other is not null then
    raise exception '% and % of the same subject and case would be valid at the same time', new.code, other;
  end if;
  return null;
end $$;
revoke execute on function ledger_rules_apart from public;
do $$
declare
  rules record;
begin
  for rules in
    select * from (values ('deadline_rule', 'DEADLINE', 'subject', 'grade'), ('limit_rule', 'LIMIT', 'subject', 'applies_to'),
      ('duty_rule', 'DUTY', 'duty', 'post_kind')) v(name, kind, subject, applies_to)
  loop
    execute format('drop trigger if exists stays_ended on %I', rules.name);
    execute format('create trigger stays_ended before update on %I for each row execute function ledger_rule_stays_ended(%L)', rules.name, rules.kind);
    execute format('create constraint trigger apart after insert or update on %I deferrable initially deferred for each row'
      ' execute function ledger_rules_apart(%L, %L, %L)', rules.name, rules.kind, rules.subject, rules.applies_to);
  end loop;
  -- What a decision has ended is looked up by the owner of the tables, too.
  execute format('create policy keeper on rule_change for select to %I using (true)', current_user);
end $$;

-- A trade or venue that nobody regulates is in the queue as soon as an enterprise has it, whoever wrote that down.
create function ledger_enter_undetermined() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into undetermined_regulator (id, division_code, version, industry_code, venue_type, entered_at)
  select gen_random_uuid(), place, 0, industry, venue, now()
  from (
    select distinct place, venue, case when venue is null then industry end industry
    from (select distinct county_code || '000000' place, venue_type venue, industry_code industry from written where status <> 'CLOSED') trade
    where not ledger_regulated(place, industry, venue, ledger_today())) undetermined
  on conflict do nothing;
  return null;
end $$;
revoke execute on function ledger_enter_undetermined from public;
create trigger undetermined_insert after insert on enterprise referencing new table as written
  for each statement execute function ledger_enter_undetermined();
create trigger undetermined_update after update on enterprise referencing new table as written
  for each statement execute function ledger_enter_undetermined();
