-- What grows for ever is kept in order by the service itself, by functions that run as the owner of the tables: the
-- service owns none, and no role of it may delete.

-- Makes the partitions of the day's year and of the next one. A row that came before its partition, into the default one,
-- is moved. Attaching locks the default partition alone, which is empty; where it is in use the next time will do.
create function ledger_prepare_partitions(day date) returns integer
  language plpgsql security definer set search_path = pg_catalog, public set lock_timeout = '2s' as $$
declare
  made      integer := 0;
  parent    text;
  partition text;
  starts    timestamptz;
  ends      timestamptz;
  filled    text;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('ledger_partitions', 0)) then
    return 0;
  end if;
  foreach parent in array array['history_entry', 'outbox_entry'] loop
    for y in extract(year from day)::integer .. extract(year from day)::integer + 1 loop
      partition := parent || '_' || y;
      continue when to_regclass(format('public.%I', partition)) is not null;
      starts := make_timestamptz(y, 1, 1, 0, 0, 0, 'Asia/Shanghai');
      ends := make_timestamptz(y + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai');
      select string_agg(quote_ident(attname), ', ' order by attnum) into filled from pg_attribute
        where attrelid = format('public.%I', parent)::regclass and attnum > 0 and not attisdropped and attgenerated = '';
      execute format('create table public.%I (like public.%I including all)', partition, parent);
      execute format('with moved as (delete from public.%I where recorded_at >= %L and recorded_at < %L returning %s)
        insert into public.%I (%s) select * from moved', parent || '_other', starts, ends, filled, partition, filled);
      execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)',
        parent, partition, starts, ends);
      made := made + 1;
    end loop;
  end loop;
  return made;
end $$;
revoke execute on function ledger_prepare_partitions(date) from public;
grant execute on function ledger_prepare_partitions(date) to ledger_background;

-- Transaction ids order the outbox as long as the cluster lives. A dump that is restored into another cluster, or a
-- recovery to an earlier time, begins with lower ones: then a new epoch begins, and entries are in order by epoch and
-- transaction id. The epoch is the column's default, so that a writer pays nothing for it, and the change of the default
-- waits for the writers before it and is seen by those after it.
alter table outbox_entry add column epoch integer not null default 1;

-- By what a cluster is known: a restored dump has another system, a recovery to a point in time another timeline.
create table outbox_epoch (
  epoch     integer primary key,
  system_id bigint not null,
  timeline  integer not null,
  begun_at  timestamptz not null
);
insert into outbox_epoch
  select 1, s.system_identifier, c.timeline_id, now() from pg_control_system() s, pg_control_checkpoint() c;
alter table outbox_epoch enable row level security;
alter table outbox_epoch force row level security;
create policy background on outbox_epoch for select to ledger_background using (true);
grant select on outbox_epoch to ledger_background, ${app_role};
do $$
begin
  execute format('create policy keeper on outbox_epoch to %I using (true) with check (true)', current_user);
end $$;

-- The epoch of this cluster, begun if the rows came from another one.
create function ledger_outbox_epoch() returns integer
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  present outbox_epoch;
  here    outbox_epoch;
begin
  select null, s.system_identifier, c.timeline_id, now() into here from pg_control_system() s, pg_control_checkpoint() c;
  perform pg_advisory_xact_lock(hashtextextended('ledger_epoch', 0));
  select * into present from outbox_epoch order by epoch desc limit 1;
  if (present.system_id, present.timeline) = (here.system_id, here.timeline) then
    return present.epoch;
  end if;
  insert into outbox_epoch values (present.epoch + 1, here.system_id, here.timeline, here.begun_at);
  execute format('alter table outbox_entry alter column epoch set default %s', present.epoch + 1);
  return present.epoch + 1;
end $$;
revoke execute on function ledger_outbox_epoch() from public;
grant execute on function ledger_outbox_epoch() to ledger_background;


-- Up to where the outbox was pruned: who has read less has missed something.
create table outbox_pruned (
  single         boolean primary key default true check (single),
  epoch          integer not null default 1,
  transaction_id xid8 not null default '0',
  pruned_at      timestamptz
);
insert into outbox_pruned default values;
alter table outbox_pruned enable row level security;
alter table outbox_pruned force row level security;
grant select on outbox_pruned to ledger_background, ${app_role};

create index outbox_entry_recorded on outbox_entry using brin (recorded_at);
create index accepted_command_accepted on accepted_command using brin (accepted_at);

do $$
declare
  t text;
begin
  foreach t in array array['outbox_entry', 'accepted_command', 'outbox_pruned'] loop
    execute format('create policy keeper on %I to %I using (true) with check (true)', t, current_user);
  end loop;
end $$;
create policy background on outbox_pruned for select to ledger_background using (true);

-- Deletes what is older than the given times, at most so many rows of each table; tells how many.
create function ledger_prune(outbox_before timestamptz, commands_before timestamptz, at_most integer) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  entries  bigint;
  commands bigint;
  reached  record;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('ledger_prune', 0)) then
    return 0;
  end if;
  with old as (
    select tableoid, ctid from outbox_entry where recorded_at < outbox_before limit at_most
  ), gone as (
    delete from outbox_entry e using old where e.tableoid = old.tableoid and e.ctid = old.ctid
    returning e.epoch, e.transaction_id
  )
  select count(*) over () entries, epoch, transaction_id into reached from gone order by epoch desc, transaction_id desc limit 1;
  entries := coalesce(reached.entries, 0);
  if entries > 0 then
    update outbox_pruned set epoch = reached.epoch, transaction_id = reached.transaction_id, pruned_at = now()
    where (epoch, transaction_id) < (reached.epoch, reached.transaction_id);
  end if;
  with old as (
    select ctid from accepted_command where accepted_at < commands_before limit at_most
  ), gone as (
    delete from accepted_command c using old where c.ctid = old.ctid returning 1
  )
  select count(*) into commands from gone;
  return entries + commands;
end $$;
revoke execute on function ledger_prune(timestamptz, timestamptz, integer) from public;
grant execute on function ledger_prune(timestamptz, timestamptz, integer) to ledger_background;
