-- A photo may show one finding of a visit; what was fixed during the visit was judged not to be major.
alter table evidence add column finding_id uuid references finding;
alter table evidence add constraint evidence_finding_of_inspection check (finding_id is null or inspection_id is not null);
create index evidence_finding on evidence (finding_id) where finding_id is not null;

alter table finding add column grade text check (grade in ('GENERAL', 'MAJOR'));
alter table finding add constraint finding_graded_negative check (grade is null or result = 'NON_COMPLIANT');
