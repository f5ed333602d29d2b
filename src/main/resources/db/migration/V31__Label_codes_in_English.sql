-- Codes have a name in either language; null where a ledger's own rows have none in English. Titles of standards are our
-- translations: the official title alone counts.
alter table industry add name_en text;
alter table key_sector add name_en text;
alter table matter add name_en text;
alter table hazard_category add name_en text;
alter table judgement_standard add title_en text;
alter table calendar_day add name_en text;

-- Clauses are listed as their standard has them, which the text of a number does not tell: 第十条 comes behind 第九条.
alter table judgement_clause add position integer not null default 0 check (position >= 0);
create index judgement_clause_order on judgement_clause (standard_code, position, clause);

-- Lists of codes have a maximum, as other lists that are read whole; longer ones that are there already stay.
alter table campaign
  add constraint campaign_target_divisions_at_most check (cardinality(target_divisions) <= 200) not valid,
  add constraint campaign_industries_at_most check (cardinality(industries) <= 100) not valid;
alter table department
  add constraint department_industries_at_most check (cardinality(industries) <= 50) not valid,
  add constraint department_matters_at_most check (cardinality(matters) <= 20) not valid;
alter table judgement_standard
  add constraint judgement_standard_categories_at_most check (cardinality(categories) <= 100) not valid;
