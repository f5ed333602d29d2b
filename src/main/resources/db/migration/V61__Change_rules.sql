-- Rules are changed by decisions: a row of rule_change ends the rule that held and begins the next. Nobody else changes them
-- but the files that are loaded, which leave alone what a decision has ended.
create table rule_change (
  like ledger_placed including all,
  kind            text not null check (kind in ('DEADLINE', 'LIMIT')),
  subject         text not null,
  applies_to      text check (applies_to ~ '^[A-Z0-9_]{1,64}$'),
  amount          integer not null check (amount >= 0),
  unit            text not null
    check (unit in ('WORKING_DAY', 'NATURAL_DAY', 'HOUR', 'YEAR', 'COUNT', 'PERCENT', 'DAY_OF_MONTH')),
  valid_from      date not null,
  document        text not null,
  document_number text not null,
  reason          text not null,
  code            text not null unique,
  former_code     text,
  former_amount   integer,
  former_unit     text
    check (former_unit in ('WORKING_DAY', 'NATURAL_DAY', 'HOUR', 'YEAR', 'COUNT', 'PERCENT', 'DAY_OF_MONTH')),
  changed_at      timestamptz not null,
  changed_by      text not null
);
select ledger_secure('rule_change', inserts => '{city}'), ledger_index('rule_change', 'changed_at'),
  ledger_record('rule_change', 'RULE_CHANGE');
create index rule_change_subject on rule_change (subject, changed_at, id);
create index rule_change_former on rule_change (former_code);

-- The rules of a city are the rules of everybody in it.
create policy in_its_area on rule_change for select
  to ledger_county, ledger_town, ledger_city_department, ledger_county_department, ledger_enterprise, ledger_worker,
    ledger_city_integration, ledger_county_integration, ledger_county_auditor
  using (division_code = any(string_to_array(current_setting('ledger.ancestors', true), ',')));

create function ledger_change_rule() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  source constant text := new.document || '（' || new.document_number || '）';
begin
  if new.kind = 'DEADLINE' then
    update deadline_rule set valid_to = new.valid_from - 1 where code = new.former_code;
    insert into deadline_rule (code, subject, grade, amount, unit, source, evidence, note, valid_from)
    values (new.code, new.subject, new.applies_to, new.amount, new.unit, source, 'READ', new.reason, new.valid_from);
  else
    update limit_rule set valid_to = new.valid_from - 1 where code = new.former_code;
    insert into limit_rule (code, subject, applies_to, amount, unit, source, evidence, note, valid_from)
    values (new.code, new.subject, new.applies_to, new.amount, new.unit, source, 'READ', new.reason, new.valid_from);
  end if;
  return new;
end $$;
revoke execute on function ledger_change_rule from public;
-- Before the row is there: what it ends may still be ended.
create trigger carries_out before insert on rule_change for each row execute function ledger_change_rule();

create function ledger_rule_stays_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from rule_change where former_code = old.code) then
    new.valid_to := old.valid_to;
  end if;
  return new;
end $$;
revoke execute on function ledger_rule_stays_ended from public;
create trigger stays_ended before update on deadline_rule for each row execute function ledger_rule_stays_ended();
create trigger stays_ended before update on limit_rule for each row execute function ledger_rule_stays_ended();
