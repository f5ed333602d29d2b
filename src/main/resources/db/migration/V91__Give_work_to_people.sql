-- To whom of its people the enterprise gave a task, and who of the authority that handles a hazard sees to it, named as then; and by
-- whose account each of them, and each officer of a visit, finds the own work.
alter table hazard
  add person_id      uuid references person,
  add person_name    text,
  add person_subject text,
  add constraint hazard_person check ((person_id is null) = (person_name is null));
alter table rectification_task
  add person_id      uuid references person,
  add person_name    text,
  add person_subject text,
  add constraint rectification_task_person check ((person_id is null) = (person_name is null));
create index hazard_person_due on hazard (person_id, due_at, id) where person_id is not null;
create index hazard_person_subject on hazard (person_subject, due_at, id) where person_subject is not null;
create index inspection_officer_subject on inspection_officer (subject, inspection_id) where subject is not null;
create index rectification_task_person_due on rectification_task (person_id, due_at, id) where person_id is not null;
create index rectification_task_person_subject on rectification_task (person_subject, due_at, id) where person_subject is not null;
