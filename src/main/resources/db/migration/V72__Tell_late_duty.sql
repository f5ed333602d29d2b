-- A day's duty is kept when it was recorded on the day itself; recorded later, the day stays missed and is told as late.
create function ledger_duty_kept(recorded_at timestamptz, day date) returns boolean language sql immutable parallel safe as $$
  select (recorded_at at time zone 'Asia/Shanghai')::date <= day
$$;
revoke execute on function ledger_duty_kept from public;
do $$
begin
  execute format('grant execute on function ledger_duty_kept to %s, ledger_background', ledger_tier_roles('{}'));
end $$;
