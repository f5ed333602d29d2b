-- What was given before there was the rule TRANSFER_KEPT was given for good where its hazard had ended by then, so that whoever once handled
-- it reads it for ever, unlike whoever handles one today. It ends as that of today does: two years after the end of the hazard, which is
-- the rule as it is delivered, for no rules need be there yet. What is opened again is seen again (V151).
alter table hazard no force row level security;
alter table hazard_transfer no force row level security;
alter table object_grant no force row level security;

update object_grant g set ends_at = greatest(coalesce(h.closed_at, h.updated_at, now()), g.starts_at) + interval '2 years'
from hazard_transfer t, hazard h
where g.object_type = 'HAZARD' and g.source_type = 'HAZARD_TRANSFER' and g.ends_at is null
  and t.id = g.source_id and t.kind = 'ORDINARY'
  and ledger_transfer_state(t.status, t.kind, t.due_at, t.ended_at) in ('ACCEPTED', 'ARBITRATED')
  and h.id = g.object_id and h.status in ('CLOSED', 'REJECTED', 'DUPLICATE');

alter table object_grant force row level security;
alter table hazard_transfer force row level security;
alter table hazard force row level security;
