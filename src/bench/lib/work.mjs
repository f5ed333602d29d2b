/** The work of the comparison: for each kind what each server is sent, and the same content out of each answer. */

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** The id by which the service knows a row: its UUID in base 32 behind the type's name. */
export function nodeId(type, uuid) {
  let bits = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let text = '';
  for (let digit = 0; digit < 26; digit++, bits >>= 5n) text = CROCKFORD[Number(bits & 31n)] + text;
  return `${type}_${text}`;
}

const moment = text => new Date(text.replace(/([+-]\d\d)$/, '$1:00').replace(' ', 'T')).getTime();
const scalars = (names, more = {}) => object => Object.fromEntries(names.map(name => [name,
  (more[name] ?? (name.endsWith('At') ? moment : value => value))(object[name])]));
const hazard = scalars(['title', 'status', 'grade', 'source', 'category', 'place', 'dueAt', 'reportedAt']);
const keyed = (list, key, count) => list.map(one => ({ key: one[key], count: one[count] }));
const ownFigures = ({ byStatus, byGrade, byJurisdiction, byIndustry, byDay, overdue }) => ({
  byStatus: keyed(byStatus, 'status', 'count'),
  byGrade: keyed(byGrade, 'grade', 'count'),
  byCounty: keyed(byJurisdiction, 'code', 'open').map(({ key, count }) => ({ key: key.slice(0, 6), count })),
  byIndustry: keyed(byIndustry, 'code', 'open'),
  reportedByDay: keyed(byDay, 'day', 'reported').filter(({ count }) => count > 0),
  overdue,
});
const counts = list => Object.fromEntries(list.map(({ key, count }) => [key, Number(count)]));

const nested = ({ enterprise, jurisdiction, inspection, rectificationTasks, ...own }) => ({
  ...scalars(['title', 'status', 'grade', 'dueAt'])(own),
  enterprise: scalars(['name', 'creditCode'])(enterprise),
  jurisdiction: scalars(['name', 'code'])(jurisdiction),
  inspection: inspection && scalars(['kind', 'status', 'plannedOn'])(inspection),
  tasks: rectificationTasks.nodes.map(scalars(['status', 'dueAt', 'requirement'])),
});

const SCALARS = 'title status grade source category place dueAt reportedAt';
const NESTED = `title status grade dueAt enterprise { name creditCode } jurisdiction { name code }
  inspection { kind status plannedOn } rectificationTasks(first: 20) { nodes { status dueAt requirement } }`;
const short = text => text.replace(/\s+/g, ' ');

const ours = {
  Q1: ({ id }) => ({ query: `query($id: ID!) { hazard(id: $id) { ${SCALARS} } }`, variables: { id: nodeId('hazard', id) } }),
  Q2: ({ division }) => ({
    query: `query($county: String!) { hazards(first: 20, filter: {jurisdiction: $county, open: true}) { nodes { ${NESTED} } } }`,
    variables: { county: division } }),
  Q3: () => ({ query: `{ hazardDashboard(days: 30) { byStatus { status count } byGrade { grade count } overdue
    byJurisdiction { code open } byIndustry { code open } byDay { day reported } } }` }),
  Q4: ({ division, text }) => ({
    query: `query($county: String!, $text: String!) { hazards(first: 20, filter: {jurisdiction: $county, text: $text}) {
      totalCount nodes { title status dueAt } } }`,
    variables: { county: division, text } }),
  M1: ({ enterprise, title, category }) => ({
    query: 'mutation($input: ReportHazardInput!) { reportHazard(input: $input) { hazard { id title status } userErrors { code } } }',
    variables: { input: { enterpriseId: nodeId('enterprise', enterprise), title, category } } }),
};

const mercurius = {
  Q1: ({ id }) => ({ query: `query($id: ID!) { hazard(id: $id) { ${SCALARS} } }`, variables: { id } }),
  Q2: ({ division }) => ({
    query: `query($county: String!) { hazards(first: 20, county: $county, open: true) { nodes { ${NESTED} } } }`,
    variables: { county: division.slice(0, 6) } }),
  Q3: () => ({ query: `{ dashboard { byStatus { key count } byGrade { key count } byCounty { key count }
    byIndustry { key count } reportedByDay { key count } overdue } }` }),
  Q4: ({ division, text }) => ({
    query: `query($county: String!, $text: String!) { hazards(first: 20, county: $county, text: $text) {
      totalCount nodes { title status dueAt } } }`,
    variables: { county: division.slice(0, 6), text } }),
  M1: ({ enterprise, division, industry, title, category }) => ({
    query: 'mutation($input: ReportHazardInput!) { reportHazard(input: $input) { id title status } }',
    variables: { input: { enterpriseId: enterprise, divisionCode: division, industryCode: industry, title, category } } }),
};

const PG_NESTED = `title status grade dueAt enterprise: enterpriseByEnterpriseId { name creditCode }
  jurisdiction: divisionByDivisionCode { name code } inspection: inspectionByInspectionId { kind status plannedOn }
  rectificationTasks: rectificationTasksByHazardId(first: 20, orderBy: [DUE_AT_ASC, ROW_ID_ASC]) { nodes { status dueAt requirement } }`;
const PG_SCALARS = 'title status grade source category: categoryCode place dueAt reportedAt';
const postgraphile = {
  Q1: ({ id }) => ({ query: `query($id: UUID!) { hazard: hazardByRowId(rowId: $id) { ${PG_SCALARS} } }`, variables: { id } }),
  Q2: ({ division }) => ({
    query: `query($county: String!) { hazards: allHazards(first: 20, condition: {countyCode: $county, open: true},
      orderBy: [DUE_AT_ASC, ROW_ID_ASC]) { nodes { ${PG_NESTED} } } }`,
    variables: { county: division.slice(0, 6) } }),
  Q4: ({ division, text }) => ({
    query: `query($county: String!, $text: String!) { hazards: benchSearch(first: 20, county: $county, text: $text) {
      totalCount nodes { title status dueAt } } }`,
    variables: { county: division.slice(0, 6), text } }),
  Q3: () => ({ query: '{ dashboard: benchDashboard }' }),
  M1: ({ enterprise, division, industry, title, category }) => ({
    query: `mutation($row: BenchReportInput!) { reportHazard: createBenchReport(input: {benchReport: $row}) {
      result: benchReport { rowId title status } } }`,
    variables: { row: { enterpriseId: enterprise, divisionCode: division, industryCode: industry, title, categoryCode: category } } }),
};

// The same report, by a mutation that has the service's duties too.
const renamed = (request, names) => row => {
  const { query, variables } = request(row);
  return { query: names.reduce((text, [name, other]) => text.replaceAll(name, other), query), variables };
};
ours.M2 = ours.M1;
mercurius.M2 = renamed(mercurius.M1, [['reportHazard', 'reportWithDuties']]);
postgraphile.M2 = renamed(postgraphile.M1, [['BenchReport', 'BenchDuty'], ['benchReport', 'benchDuty']]);

const dialects = { 'safety-ledger': ours, mercurius, postgraphile, spring: mercurius };

/** Whether a server has this kind of work. */
export const answers = (server, kind) => kind in dialects[server];

/** The body of one request; the same text of the query each time, since clients send variables. */
export function body(server, kind, row) {
  const request = dialects[server][kind.slice(0, 2)](row);
  return JSON.stringify({ ...request, query: short(request.query) });
}

const contents = {
  Q1: data => hazard(data.hazard),
  Q2: data => data.hazards.nodes.map(nested),
  Q3: ({ hazardDashboard, dashboard = ownFigures(hazardDashboard) }) => ({
    ...Object.fromEntries(['byStatus', 'byGrade', 'byCounty', 'byIndustry', 'reportedByDay'].map(name => [name, counts(dashboard[name])])),
    overdue: dashboard.overdue }),
  // The service counts what a search finds up to ten thousand.
  Q4: data => ({ total: Math.min(data.hazards.totalCount, 10_000), nodes: data.hazards.nodes.map(scalars(['title', 'status', 'dueAt'])) }),
};

/** What the answer says, in a form that does not depend on the server's names and time zones. */
export const content = (kind, data) => contents[kind](data);
