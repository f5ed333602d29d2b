-- A hazard passes from one authority to another, goes to the police, or is dealt with by several. Who handles it now is told by
-- its transfers alone: nothing of the hazard or of its task changes, and so no clock does.
create table hazard_transfer (
  like ledger_placed including all,
  like ledger_traded including all,
  hazard_id          uuid not null references hazard,
  kind               text not null check (kind in ('ORDINARY', 'CRIME', 'JOINT')),
  number             integer not null check (number > 0),
  status             text not null check (status in ('PENDING', 'ARBITRATION', 'ACCEPTED', 'REJECTED', 'ARBITRATED')),
  from_division      text not null references division (code),
  from_department    text references department (code),
  to_division        text not null references division (code),
  to_department      text references department (code),
  handler_division   text references division (code),
  handler_department text references department (code),
  arbiters           text[] not null,
  basis              text not null,
  reason             text not null,
  materials          text,
  contact            text not null,
  sent_by            text not null,
  sent_by_subject    text not null,
  sent_at            timestamptz not null,
  due_at             timestamptz,
  deadline           jsonb,
  crime_clocks       jsonb,
  answered_by        text,
  answered_at        timestamptz,
  answer             text,
  ended_at           timestamptz,
  unique (hazard_id, kind, number),
  check ((kind = 'CRIME') = (crime_clocks is not null))
);
-- At most one that waits, whatever the program says; several may be asked to join at once.
create unique index hazard_transfer_pending on hazard_transfer (hazard_id, kind)
  where status in ('PENDING', 'ARBITRATION') and kind <> 'JOINT';
create index hazard_transfer_hazard on hazard_transfer (hazard_id, sent_at, id);
create index hazard_transfer_to_department on hazard_transfer (to_department, sent_at, id);
create index hazard_transfer_from_department on hazard_transfer (from_department, sent_at, id);
create index hazard_transfer_to_division on hazard_transfer (to_division, sent_at, id);
create index hazard_transfer_from_division on hazard_transfer (from_division, sent_at, id);

select ledger_secure('hazard_transfer', departments => 'POWERS', integrations => 'READ',
    writes => '{city,county,town,city_department,county_department}'),
  ledger_index('hazard_transfer', 'sent_at'),
  ledger_keep('hazard_transfer', ended => '{REJECTED}',
    columns => '{division_code,enterprise_id,industry_code,matter,hazard_id,kind,number,from_division,from_department,to_division,to_department,arbiters,basis,reason,materials,contact,sent_by,sent_by_subject,sent_at}'),
  ledger_record('hazard_transfer', 'HAZARD_TRANSFER'),
  ledger_share('hazard_transfer', 'HAZARD', 'hazard_id', inserts => true);

-- Both sides keep it, whatever became of the hazard.
create policy of_department on hazard_transfer to ledger_city, ledger_county, ledger_town, ledger_city_department, ledger_county_department
  using (to_department = nullif(current_setting('ledger.department', true), '')
    or from_department = nullif(current_setting('ledger.department', true), ''));
create policy of_government on hazard_transfer to ledger_city, ledger_county, ledger_town
  using (to_department is null and to_division = (select ledger_government())
    or from_department is null and from_division = (select ledger_government()));

-- Silence accepts after the clock of the answer, though never for the police.
create function ledger_transfer_state(status text, kind text, due_at timestamptz, ended_at timestamptz) returns text language sql stable as $$
  select case when ended_at is not null then 'ENDED' when status = 'PENDING' and kind <> 'CRIME' and due_at < now() then 'ACCEPTED' else status end
$$;

do $$
begin
  execute format('create policy keeper on hazard_transfer to %I using (true) with check (true)', current_user);
end $$;

create function ledger_handling(asked uuid) returns jsonb language sql stable security definer set search_path = pg_catalog, public as $$
  with told as (
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
    'asked', coalesce((select jsonb_agg(distinct jsonb_build_object('division', to_division, 'department', to_department)) from told
      where state in ('PENDING', 'ARBITRATION') or kind = 'CRIME' and state <> 'REJECTED'), '[]'),
    'pending', exists (select from told where kind = 'ORDINARY' and state in ('PENDING', 'ARBITRATION')))
  where exists (select from told)
$$;
comment on function ledger_handling is
'Who handles a hazard by its transfers, who gave it away, who works along, who was asked and only reads it yet, as the police does,
and whether an answer is awaited; null for one that was never transferred.';

-- Joint work ends with its hazard.
create function ledger_end_joint_work() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update hazard_transfer set ended_at = clock_timestamp() where hazard_id = new.id and kind = 'JOINT' and ended_at is null and status <> 'REJECTED';
  update object_grant g set ends_at = clock_timestamp() from hazard_transfer t
  where t.hazard_id = new.id and t.kind = 'JOINT' and g.source_id = t.id and g.source_type = 'HAZARD_TRANSFER' and g.ends_at is null;
  return null;
end $$;
create trigger end_joint_work after update of status on hazard for each row
  when (old.status is distinct from new.status and new.status in ('CLOSED', 'REJECTED', 'DUPLICATE'))
  execute function ledger_end_joint_work();

revoke execute on function ledger_transfer_state, ledger_handling, ledger_end_joint_work from public;
do $$
begin
  execute format('grant execute on function ledger_transfer_state, ledger_handling to %s, ledger_background', ledger_tier_roles('{}'));
end $$;
