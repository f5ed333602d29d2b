-- That its target refused to sign the record of a visit, or let nobody in, is reported to the authority (Work Safety Law art. 68): its
-- head takes note of it. What was refused before this was told is not reported anew.
alter table inspection
  add column refusal_reported_at timestamptz,
  add column refusal_noted_by    text,
  add column refusal_noted_at    timestamptz,
  add constraint inspection_refusal_noted check (num_nulls(refusal_noted_by, refusal_noted_at) in (0, 2)
    and (refusal_noted_at is null or refusal_reported_at is not null));
create index inspection_refusal_to_note on inspection (authority_division)
  where refusal_reported_at is not null and refusal_noted_at is null;
