-- The clock of the state in which an extension was asked for: it goes on after the decision.
alter table deadline_extension add column resume_deadline jsonb;
