-- Numbers that the law or a city sets and that are no time limit: how many visits a year, from which day of a month, which
-- share of closed hazards. Like time limits they differ by place and year, so they are data with validity and source.
create table limit_rule (
  code       text primary key,
  subject    text not null,
  applies_to text,
  amount     integer not null check (amount >= 0),
  unit       text not null check (unit in ('COUNT', 'PERCENT', 'DAY_OF_MONTH')),
  source     text not null,
  evidence   text not null check (evidence in ('READ', 'RECALLED', 'INFERRED', 'DEFAULT')),
  note       text,
  valid_from date not null,
  valid_to   date check (valid_to >= valid_from)
);
select ledger_open('limit_rule');
