-- What silence accepts ends its clock and takes the hazard from its former officer in one transaction, of the program; the function that ended
-- clocks alone has no caller any more.
drop function ledger_end_silent_answers;

-- Where a clock had ended and the officer was still to be released, both are done again: a clock that silence ended runs once more until then.
alter table hazard_transfer no force row level security;
alter table hazard no force row level security;
update deadline_clock c set stopped_at = null, version = c.version + 1
from hazard_transfer t join hazard h on h.id = t.hazard_id
where c.name = 'TRANSFER' and c.object_id = t.id and c.subject = 'TRANSFER_ANSWER' and c.stopped_at = c.due_at and c.due_at = t.due_at
  and t.kind = 'ORDINARY' and t.status = 'PENDING' and t.due_at < ledger_now() and h.person_id is not null;
alter table hazard force row level security;
alter table hazard_transfer force row level security;
