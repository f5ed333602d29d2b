-- Whoever handed a hazard on, or lost it to another, acts on it no more: a later transfer ends the right to act that an earlier one
-- gave. It is computed, so that silence ends it, too.
create or replace function ledger_granted(kind text, acting boolean default false) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct g.object_id), '{}') from object_grant g
  where g.object_type = kind and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
    and (g.grantee = current_setting('ledger.department', true) and g.grantee_kind = 'DEPARTMENT'
      or g.grantee = ledger_government() and g.grantee_kind = 'GOVERNMENT'
      or g.grantee = current_setting('ledger.subject', true) and g.grantee_kind = 'PERSON')
    and (not acting or g.acts_from <= now() and not exists (
      select from hazard_transfer given
      join hazard_transfer later on later.hazard_id = given.hazard_id and later.kind = 'ORDINARY' and later.number > given.number
      where g.source_type = 'HAZARD_TRANSFER' and given.id = g.source_id and given.kind = 'ORDINARY'
        and ledger_transfer_state(later.status, later.kind, later.due_at, later.ended_at) in ('ACCEPTED', 'ARBITRATED')
        and g.grantee <> case when later.handler_division is null then coalesce(later.to_department, later.to_division)
          else coalesce(later.handler_department, later.handler_division) end))
$$;

-- Grants are read with their object. They are made and changed by what they are given with: a transfer that the caller sees, of that very
-- hazard, to whom it was sent or for whom it was decided; to be acted on once it was accepted or decided, or silence accepts it.
drop policy with_object on object_grant;
create policy with_object on object_grant for select
  to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department
  using (ledger_sees(object_type, object_id));
do $$
declare
  tiers constant text := 'ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department';
  given constant text := 'source_type = ''HAZARD_TRANSFER'' and exists (select from hazard_transfer t
    where t.id = source_id and t.hazard_id = object_id and object_type = ''HAZARD''
      and grantee in (coalesce(t.to_department, t.to_division), coalesce(t.handler_department, t.handler_division))
      and (acts_from is null or t.kind <> ''CRIME'' and (t.status in (''ACCEPTED'', ''ARBITRATED'') or acts_from >= t.due_at)))';
begin
  execute format('create policy by_transfer_add on object_grant for insert to %s with check (%s)', tiers, given);
  execute format('create policy by_transfer_change on object_grant for update to %s using (source_type = ''HAZARD_TRANSFER'' and exists (
    select from hazard_transfer t where t.id = source_id)) with check (ends_at <= clock_timestamp() or %s)', tiers, given);
end $$;

-- Who may only read the whole writes none of its parts. To lock a row takes the right to change it.
create function ledger_share_part(part regclass, whole regclass, key text) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  changes text;
begin
  perform ledger_require_columns(part, key);
  changes := format('exists (select from %s w where w.id = %I for key share)', whole, key);
  execute format('create policy whole_changed_add on %s as restrictive for insert to %s with check (%s)', part, ledger_granted_tiers(), changes);
  execute format('create policy whole_changed on %s as restrictive for update to %s using (%s)', part, ledger_granted_tiers(), changes);
end $$;
comment on function ledger_share_part is
'Keeps those to whom the whole is granted to be read from writing its parts, for a table secured by ledger_secure_part.
key: the column with the id of the whole.';
revoke execute on function ledger_share_part from public;
select ledger_share_part('deadline_extension', 'rectification_task', 'task_id'), ledger_share_part('paper_item', 'paper', 'paper_id');

-- Whoever does not see an object sees nothing of its history. Of the types named here everybody of a place, and of a department's powers,
-- sees every object, so that the entry's own columns decide; all others, those to come included, are asked one by one.
do $$
begin
  execute format('create policy as_its_object on history_entry as restrictive for select to %s using (
    object_type = any(''{CAMPAIGN,INSPECTION,HAZARD,RECTIFICATION_TASK,TASK,EVIDENCE,PAPER,HAZARD_TRANSFER}'')
    or ledger_sees(object_type, object_id))', ledger_tier_roles('{}'));
end $$;

-- Most hazards were never transferred: of those one look at the index tells so.
drop function ledger_handling;
create function ledger_handling(asked uuid) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from hazard_transfer t where t.hazard_id = asked) then
    return null;
  end if;
  return (with told as (
    select t.*, ledger_transfer_state(t.status, t.kind, t.due_at, t.ended_at) state from hazard_transfer t where t.hazard_id = asked
  ), passed as (
    select * from told where kind = 'ORDINARY' and state in ('ACCEPTED', 'ARBITRATED')
  ), joined as (
    select * from told where kind = 'JOINT' and state = 'ACCEPTED'
  ), handler as (
    (select coalesce(handler_division, to_division) division,
      case when handler_division is null then to_department else handler_department end department
    from passed order by number desc limit 1)
    union all
    (select from_division, from_department from joined where not exists (select from passed) order by number limit 1)
  )
  select jsonb_build_object(
    'handler', (select jsonb_build_object('division', division, 'department', department) from handler),
    'givers', coalesce((select jsonb_agg(distinct jsonb_build_object('division', p.from_division, 'department', p.from_department))
      from passed p, handler h where (p.from_division, p.from_department) is distinct from (h.division, h.department)), '[]'),
    'partners', coalesce((select jsonb_agg(distinct jsonb_build_object('division', to_division, 'department', to_department)) from joined), '[]'),
    'pending', exists (select from told where kind = 'ORDINARY' and state in ('PENDING', 'ARBITRATION'))));
end $$;
comment on function ledger_handling is
'Who handles a hazard by its transfers, who gave it away, who works along, and whether an answer is awaited; null for one that was
never transferred.';
revoke execute on function ledger_handling from public;

-- A suspected crime is proposed, decided by the head of the authority, and delivered to the police, who may be asked to reconsider. What
-- waits when its hazard ends, ends with it.
alter table hazard_transfer
  add decided_by      text,
  add decided_at      timestamptz,
  add decision        text,
  add delivered_by    text,
  add delivered_at    timestamptz,
  add delivery        text,
  add reconsidered_at timestamptz,
  add reconsideration text,
  add ended_with      text check (ended_with in ('CLOSED', 'REJECTED', 'DUPLICATE')),
  drop constraint hazard_transfer_status_check,
  add constraint hazard_transfer_status_check check (status in ('PROPOSED', 'APPROVED', 'DECLINED', 'PENDING', 'ARBITRATION', 'ACCEPTED',
    'REJECTED', 'ARBITRATED', 'ENDED'));
update hazard_transfer set status = 'ENDED' where ended_at is not null and status <> 'REJECTED';
alter table hazard_transfer add constraint hazard_transfer_ended_at check ((status = 'ENDED') = (ended_at is not null));

drop index hazard_transfer_pending;
create unique index hazard_transfer_pending on hazard_transfer (hazard_id, kind)
  where status in ('PROPOSED', 'APPROVED', 'PENDING', 'ARBITRATION') and kind <> 'JOINT';

-- Only of a suspected crime a refusal may be answered.
drop trigger stays on hazard_transfer;
select ledger_keep('hazard_transfer', ended => '{DECLINED,ENDED}',
  columns => '{division_code,enterprise_id,industry_code,matter,hazard_id,kind,number,from_division,from_department,to_division,to_department,arbiters,basis,reason,materials,contact,sent_by,sent_by_subject,sent_at}');
create trigger rejected_stays before update on hazard_transfer for each row when (old.kind <> 'CRIME')
  execute function ledger_stays('{REJECTED}', '{}');

-- The police are told by the delivery.
alter policy of_department on hazard_transfer using (
  to_department = nullif(current_setting('ledger.department', true), '') and status not in ('PROPOSED', 'APPROVED', 'DECLINED')
  or from_department = nullif(current_setting('ledger.department', true), ''));

-- The police, who opens no case, may be asked once to reconsider, until the clock for it ends.
create function ledger_may_reconsider(kind text, status text, reconsidered_at timestamptz, due_at timestamptz) returns boolean
  language sql stable as $$ select kind = 'CRIME' and status = 'REJECTED' and reconsidered_at is null and coalesce(due_at >= now(), false) $$;
revoke execute on function ledger_may_reconsider from public;

drop trigger end_joint_work on hazard;
drop function ledger_end_joint_work;
do $$
begin
  execute format('grant execute on function ledger_handling, ledger_may_reconsider to %s, ledger_background', ledger_tier_roles('{}'));
end $$;
