-- Who reported a hazard puts its words and its place right until it is decided on, and a manager gives a task to one of the own people.
drop trigger narrowed_worker on hazard;
drop trigger narrowed_enterprise on hazard;
drop trigger narrowed_city_integration on hazard;
drop trigger narrowed_enterprise on rectification_task;
select ledger_narrow('hazard', '{worker}',
    '{state_due_at,state_deadline,contested,duplicate_of_id,left_to_authority,title,description,place,position}',
    '{REJECTED>REPORTED,DUPLICATE>REPORTED,ASSIGNED>RECTIFYING}'),
  ledger_narrow('hazard', '{enterprise}',
    '{state_due_at,state_deadline,contested,duplicate_of_id,left_to_authority,five_implementations,interim_measures,closed_by,closed_at,self_closed,title,description,place,position}',
    '{REJECTED>REPORTED,DUPLICATE>REPORTED,ASSIGNED>RECTIFYING,RECTIFYING>SUBMITTED,REPORTED>CLOSED,CONFIRMED>CLOSED}'),
  ledger_narrow('hazard', '{city_integration,county_integration}',
    '{state_due_at,state_deadline,contested,duplicate_of_id,title,description,place,position}', '{REJECTED>REPORTED,DUPLICATE>REPORTED}'),
  ledger_narrow('rectification_task', '{enterprise}',
    '{accepted_by,accepted_at,started_by,submitted_by,submitted_at,measures_taken,state_due_at,state_deadline,person_id,person_name,person_subject}',
    '{PENDING_ACCEPT>ACCEPTED,ACCEPTED>IN_PROGRESS,RETURNED>IN_PROGRESS,IN_PROGRESS>SUBMITTED,ACCEPTED>EXTENSION_REQUESTED,IN_PROGRESS>EXTENSION_REQUESTED}');

create function ledger_corrected() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception 'Hazard % is not for % to correct', old.id, current_user using errcode = 'insufficient_privilege';
end $$;
revoke execute on function ledger_corrected from public;
create trigger corrected before update on hazard for each row
  when (current_user in ('ledger_worker', 'ledger_enterprise', 'ledger_city_integration', 'ledger_county_integration')
    and (old.status <> 'REPORTED' or old.reported_by <> current_setting('ledger.subject', true))
    and (old.title, old.description, old.place, old.position) is distinct from (new.title, new.description, new.place, new.position))
  execute function ledger_corrected();
