-- Lists that are read whole have a maximum, which what a document may ask for is weighed by: more is not taken in.
create function ledger_at_most() returns trigger language plpgsql as $$
declare
  there bigint;
begin
  execute format('select count(*) from %I.%I where %I = ($1).%I', tg_table_schema, tg_table_name, tg_argv[0], tg_argv[0])
    into there using new;
  if there > tg_argv[1]::bigint then
    raise exception 'a % of one % is one too many: at most % are kept', tg_table_name, tg_argv[0], tg_argv[1]
      using errcode = 'program_limit_exceeded';
  end if;
  return null;
end $$;

create trigger at_most after insert or update of parent_code on division
  for each row when (new.parent_code is not null) execute function ledger_at_most('parent_code', '100');
create trigger at_most after insert or update of division_code on department
  for each row execute function ledger_at_most('division_code', '100');
create trigger at_most after insert or update of checklist_id on checklist_item
  for each row execute function ledger_at_most('checklist_id', '200');
create trigger at_most after insert on inspection_officer
  for each row execute function ledger_at_most('inspection_id', '20');
create trigger at_most after insert on finding
  for each row execute function ledger_at_most('inspection_id', '200');
create trigger at_most after insert on deadline_extension
  for each row execute function ledger_at_most('task_id', '50');
