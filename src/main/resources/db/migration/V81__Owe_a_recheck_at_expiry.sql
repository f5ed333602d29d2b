-- A re-check is owed from the expiry on, too, where nothing was submitted by then (复查). The engine begins this clock when a task's ends, by the
-- rule of reviews; from there on it is kept like all others, until somebody has reviewed the task or its end has moved.
select ledger_clock('rectification_task', 'TASK_RECHECK', 'TASK', '''RECHECK''',
    running => 'r.open and (r.reviewed_at is null or r.reviewed_at < r.due_at)',
    due => '(select k.due_at from deadline_clock k where k.object_id = r.id and k.name = ''TASK_RECHECK'' and k.subject = ''RECHECK''
      and k.started_at = r.due_at)',
    started => 'r.due_at', hazard => 'r.hazard_id', walls => 'TRADE');
