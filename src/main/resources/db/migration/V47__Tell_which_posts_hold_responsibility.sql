-- Which kind of post holds a responsibility, as it was when it was assigned: leadership is complete only with the heads of
-- Party and government and the deputy in charge.
alter table responsibility_assignment add holder_post text;
alter table responsibility_assignment no force row level security;
alter table person no force row level security;
alter table post no force row level security;
update responsibility_assignment r set holder_post = t.kind from person p join post t on t.id = p.post_id where p.id = r.person_id;
alter table post force row level security;
alter table person force row level security;
alter table responsibility_assignment force row level security;
alter table responsibility_assignment alter holder_post set not null;

create index post_leader on post (division_code) where kind in ('PARTY_HEAD', 'GOVERNMENT_HEAD', 'DEPUTY_HEAD');

-- Who answered for a hazard on the day of its report is kept; so is who did on the day that it was graded major.
alter table hazard add major_parties jsonb;
