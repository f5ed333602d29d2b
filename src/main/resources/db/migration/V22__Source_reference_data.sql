-- Reference data say how their content is known: READ in a published source, RECALLED from memory and to be checked,
-- INFERRED from other sources, DEFAULT of this program without a source; null where nobody noted it.
alter table judgement_standard
  add evidence text check (evidence in ('READ', 'RECALLED', 'INFERRED')),
  add note text;
alter table judgement_clause add evidence text check (evidence in ('READ', 'RECALLED', 'INFERRED'));

-- What a rule limits, and which cases of it, is data: a rule of a new mechanism is loaded without a change here.
alter table deadline_rule
  drop constraint deadline_rule_grade_check,
  drop constraint deadline_rule_amount_check,
  drop constraint deadline_rule_unit_check,
  add constraint deadline_rule_amount_check check (amount >= 0),
  add constraint deadline_rule_unit_check check (unit in ('WORKING_DAY', 'NATURAL_DAY', 'HOUR', 'YEAR')),
  add evidence text check (evidence in ('READ', 'RECALLED', 'INFERRED', 'DEFAULT')),
  add note text;

-- Our own categories in the words of published classifications; code is null where the standard's was not read.
create table category_mapping (
  category_code text not null references hazard_category,
  standard      text not null,
  code          text,
  name          text not null,
  evidence      text not null check (evidence in ('READ', 'RECALLED', 'INFERRED')),
  primary key (category_code, standard, name)
);
grant select on category_mapping to ${app_role}, ledger_background, ledger_city, ledger_county, ledger_town,
  ledger_city_department, ledger_county_department, ledger_enterprise, ledger_worker, ledger_city_integration,
  ledger_county_integration, ledger_city_auditor, ledger_county_auditor;
grant insert, update on category_mapping to ledger_background;
