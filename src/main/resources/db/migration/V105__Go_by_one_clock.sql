-- What was made of a moment in the database went by the database's own clock, and what was made of one in the program by the program's. Where the
-- program's clock is driven (by a test, by the stories of a stand, by a simulated year) the two told different times of one object. A transaction
-- may now be told its moment: the program says it with the scope, and only where its clock is not the machine's. Callers write no statements, so
-- that none of them can say it.
create function ledger_now() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('ledger.now', true), '')::timestamptz, now());
comment on function ledger_now is 'The moment at which this transaction takes place: the one that it was told, else its beginning. Nothing of the ledger asks another clock.';

create function ledger_moment() returns timestamptz language sql volatile parallel safe
  return coalesce(nullif(current_setting('ledger.now', true), '')::timestamptz, clock_timestamp());
comment on function ledger_moment is 'The moment of this statement within its transaction: what begins or ends by it holds until then. One that the transaction was told stands still.';

create or replace function ledger_today() returns date language sql stable parallel safe
  return (ledger_now() at time zone 'Asia/Shanghai')::date;

-- What is about the server itself goes on by its own clock: since when the outbox is that of this server, and when it was pruned.
do $$
declare
  own constant text[] := '{ledger_now,ledger_moment,ledger_outbox_epoch,ledger_prune}';
  going_by record;
  said text;
begin
  for going_by in
    select p.oid from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and l.lanname in ('sql', 'plpgsql') and p.proname <> all(own)
      and pg_get_functiondef(p.oid) ~ '\m(now|clock_timestamp)\(\)'
  loop
    said := regexp_replace(pg_get_functiondef(going_by.oid), '\mnow\(\)', 'public.ledger_now()', 'g');
    execute regexp_replace(said, '\mclock_timestamp\(\)', 'public.ledger_moment()', 'g');
  end loop;
  for going_by in
    select format('alter policy %I on %s', p.polname, p.polrelid::regclass) altered, pg_get_expr(p.polqual, p.polrelid) seen,
      pg_get_expr(p.polwithcheck, p.polrelid) written
    from pg_policy p where concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~ '\m(now|clock_timestamp)\(\)'
  loop
    said := going_by.altered || coalesce(' using (' || going_by.seen || ')', '') || coalesce(' with check (' || going_by.written || ')', '');
    execute regexp_replace(regexp_replace(said, '\mnow\(\)', 'public.ledger_now()', 'g'), '\mclock_timestamp\(\)', 'public.ledger_moment()', 'g');
  end loop;
end $$;
