-- What people say about a hazard, a task or a visit. Whoever sees the subject comments on it and sees what was said, an enterprise
-- what is for it, too.
create table comment (
  like ledger_placed including all,
  like ledger_traded including all,
  hazard_id       uuid references hazard,
  task_id         uuid references rectification_task,
  inspection_id   uuid references inspection,
  about_hazard_id uuid references hazard,
  visibility      text not null check (visibility in ('INTERNAL', 'SHARED')),
  status          text not null check (status in ('PUBLISHED', 'WITHDRAWN')),
  text            text not null,
  side            text not null check (side in ('AUTHORITY', 'ENTERPRISE', 'SYSTEM')),
  authority       text,
  author          text not null,
  author_subject  text not null,
  commented_at    timestamptz not null,
  withdrawn_at    timestamptz,
  withdrawal      text,
  check (num_nonnulls(hazard_id, task_id, inspection_id) = 1),
  check ((about_hazard_id is null) = (inspection_id is not null)),
  check (side <> 'ENTERPRISE' or visibility = 'SHARED'),
  check ((status = 'WITHDRAWN') = (num_nonnulls(withdrawn_at, withdrawal) = 2))
);
-- Visits from before the supervision of authorities may have no enterprise.
alter table comment alter enterprise_id drop not null, alter industry_code drop not null;
create index comment_hazard on comment (hazard_id, commented_at, id) where hazard_id is not null;
create index comment_task on comment (task_id, commented_at, id) where task_id is not null;
create index comment_inspection on comment (inspection_id, commented_at, id) where inspection_id is not null;

select ledger_secure('comment', departments => 'POWERS', writes => '{city,county,town,city_department,county_department,enterprise}'),
  ledger_secure_own('comment', 'all', '{enterprise}', only_if => 'visibility = ''SHARED''
    and (inspection_id is null or exists (select from inspection i where i.id = inspection_id))'),
  ledger_index('comment', 'commented_at'),
  ledger_keep('comment', ended => '{WITHDRAWN}', columns => '{division_code,enterprise_id,industry_code,matter,hazard_id,task_id,inspection_id,about_hazard_id,visibility,text,side,authority,author,author_subject,commented_at}'),
  ledger_record('comment', 'COMMENT');

do $$
declare
  -- A hazard or a visit that is shown beyond its place is asked for by its own policies.
  seen constant text := 'exists (select from hazard h where h.id = about_hazard_id) or exists (select from inspection i where i.id = inspection_id)';
  said constant text := 'author_subject = current_setting(''ledger.subject'', true)';
begin
  execute format('create policy with_subject on comment to %s using (%s)', ledger_granted_tiers(), seen);
  -- Nobody speaks for another, or takes back what another said.
  execute format('create policy own_words on comment as restrictive for insert to %s with check (%s)', ledger_tier_roles('{}'), said);
  execute format('create policy own_words_change on comment as restrictive for update to %s using (%s)', ledger_tier_roles('{}'), said);
end $$;
