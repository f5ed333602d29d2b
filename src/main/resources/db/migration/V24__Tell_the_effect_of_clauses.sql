-- What follows when a clause's condition holds: the hazard is major, it must not be judged major, or nothing by itself,
-- because the clause says how another one is judged.
alter table judgement_clause
  add effect text not null default 'MAJOR' check (effect in ('MAJOR', 'NOT_MAJOR', 'METHOD'));
