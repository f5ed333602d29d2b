-- On whose side evidence was added: a fix is proven by those who made it. What is there tells it by its history.
alter table evidence add column side text check (side in ('AUTHORITY', 'ENTERPRISE', 'SYSTEM'));
alter table evidence no force row level security;
alter table history_entry no force row level security;
update evidence e set side = case
    when h.actor_role in ('ENTERPRISE_MANAGER', 'ENTERPRISE_WORKER') then 'ENTERPRISE'
    when h.actor_role = 'INTEGRATION' then 'SYSTEM'
    else 'AUTHORITY' end
  from history_entry h where h.object_id = e.id and h.sequence = 1;
-- What came by no command proves nothing that a person has to prove.
update evidence set side = 'SYSTEM' where side is null;
alter table evidence alter column side set not null;
alter table history_entry force row level security;
alter table evidence force row level security;

alter table evidence drop constraint evidence_stage_check;
alter table evidence add constraint evidence_stage_check check (stage in ('BEFORE', 'AFTER', 'LOOK_BACK', 'OTHER'));

-- Photos from before it was reopened do not prove the fix after it.
alter table hazard add column reopened_at timestamptz;
