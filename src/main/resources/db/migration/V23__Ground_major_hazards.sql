-- A standard judges the hazards of enterprises of its sector, and hazards of these categories in every trade.
alter table judgement_standard add categories text[] not null default '{}';

-- Where no clause decides, a hazard is major by an opinion of a department of city level or above or of a forensic body
-- (法释〔2022〕19号第四条): its basis, who issued it, and its number.
alter table hazard
  add judgement_opinion jsonb,
  add constraint hazard_one_ground check (judgement_opinion is null or judgement_standard is null);
