-- A table may name an enterprise without following its trade, as items of directives do: what tells a clock's trade is a trade.
do $$
declare
  made constant text := pg_get_functiondef('ledger_clock'::regproc);
begin
  if position('attname = ''enterprise_id''' in made) = 0 then
    raise exception 'ledger_clock is another one than V79 made';
  end if;
  execute replace(made, 'attname = ''enterprise_id''', 'attname = ''industry_code''');
end $$;

-- The answer to an item of a directive is owed by its lead until it has answered, and again once the answer was returned.
select ledger_clock('directive_item', 'DIRECTIVE_ITEM', 'DIRECTIVE_ITEM', '''DIRECTIVE_RESPONSE''',
    running => 'r.open', due => 'r.due_at', started => 'ledger_clock_start(r.deadline, r.issued_at)',
    owed_division => 'r.division_code', owed_department => 'r.lead_department', hazard => 'r.hazard_id',
    stopped => 'coalesce(case when r.status = ''ANSWERED'' then r.answered_at else r.decided_at end, now())');
