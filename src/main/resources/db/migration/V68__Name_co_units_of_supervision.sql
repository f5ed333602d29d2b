-- Several authorities may have to deal with one problem: its addressee leads and answers, the others see it.
alter table supervision_item
  add column co_units text[] not null default '{}' check (cardinality(co_units) <= 10);
create trigger co_units_stay before update on supervision_item for each row execute function ledger_stays('{}', '{co_units}');

create policy co_unit on supervision_item for select to ledger_county, ledger_town, ledger_city_department, ledger_county_department
  using (nullif(current_setting('ledger.department', true), '') = any(co_units));
create policy co_government on supervision_item for select to ledger_county, ledger_town
  using (rpad(current_setting('ledger.town', true), 12, '0') = any(co_units));
