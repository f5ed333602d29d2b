export const schema = `
type Query {
  hazard(id: ID!): Hazard
  hazards(first: Int!, county: String!, open: Boolean, text: String): HazardConnection!
  dashboard: Dashboard!
}
type Mutation {
  reportHazard(input: ReportHazardInput!): Hazard!
  reportWithDuties(input: ReportHazardInput!): Hazard!
}
input ReportHazardInput { enterpriseId: ID! divisionCode: String! industryCode: String! title: String! category: String! }
type Hazard {
  id: ID! title: String! status: String! grade: String! source: String! category: String! place: String
  dueAt: String! reportedAt: String!
  enterprise: Enterprise jurisdiction: Jurisdiction! inspection: Inspection
  rectificationTasks(first: Int!): RectificationTaskConnection
}
type HazardConnection { nodes: [Hazard!]! totalCount: Int! }
type Enterprise { name: String! creditCode: String! }
type Jurisdiction { code: String! name: String! }
type Inspection { kind: String! status: String! plannedOn: String! }
type RectificationTask { status: String! dueAt: String! requirement: String! }
type RectificationTaskConnection { nodes: [RectificationTask!]! }
type Count { key: String! count: Int! }
type Dashboard {
  byStatus: [Count!]! byGrade: [Count!]! byCounty: [Count!]! byIndustry: [Count!]! reportedByDay: [Count!]!
  overdue: Int!
}
`;

const HAZARD = `id, title, status, grade, source, category_code as category, place, due_at as "dueAt",
  reported_at as "reportedAt", enterprise_id as "enterpriseId", division_code as "divisionCode", inspection_id as "inspectionId"`;

const rows = async (database, name, text, values) => (await database.query({ name, text, values })).rows;

const count = (name, key, rest) => async (_, __, { database }) => rows(database, `dashboard-${name}`,
  `select ${key} as key, count(*)::integer as count from hazard ${rest} group by 1 order by 1`, []);

/** The rows that belong to a list of parents, in the parents' order, by one statement. */
const loadOne = (name, table, key, columns, of) => async (queries, { database }) => {
  const keys = queries.map(({ obj }) => obj[of]);
  const found = await rows(database, name, `select ${key} as key, ${columns} from ${table} where ${key} = any($1)`, [keys]);
  const byKey = new Map(found.map(row => [row.key, row]));
  return keys.map(id => byKey.get(id) ?? null);
};

const report = table => async (_, { input }, { database }) => (await rows(database, table,
  `insert into ${table} (division_code, enterprise_id, industry_code, title, category_code)
   values ($1, $2, $3, $4, $5) returning ${HAZARD}`,
  [input.divisionCode, input.enterpriseId, input.industryCode, input.title, input.category]))[0];

export const resolvers = {
  Query: {
    hazard: async (_, { id }, { database }) =>
      (await rows(database, 'hazard', `select ${HAZARD} from hazard where id = $1`, [id]))[0] ?? null,
    hazards: (_, filter) => filter,
    dashboard: () => ({}),
  },
  HazardConnection: {
    nodes: ({ first, county, open, text }, _, { database }) => text === undefined
      ? rows(database, 'hazards', `select ${HAZARD} from hazard where county_code = $1 and open = $2
          order by due_at, id limit $3`, [county, open, first])
      : rows(database, 'hazards-text', `select ${HAZARD} from hazard where county_code = $1 and title ilike '%' || $2 || '%'
          order by due_at, id limit $3`, [county, text, first]),
    totalCount: async ({ county, text }, _, { database }) => (await rows(database, 'hazards-count',
      `select count(*)::integer as count from hazard where county_code = $1 and title ilike '%' || $2 || '%'`, [county, text]))[0].count,
  },
  Dashboard: {
    byStatus: count('status', 'status', ''),
    byGrade: count('grade', 'grade', 'where open'),
    byCounty: count('county', 'county_code', 'where open'),
    byIndustry: count('industry', 'industry_section', 'where open'),
    reportedByDay: count('day', `to_char(reported_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
      `where reported_at >= ((now() at time zone 'Asia/Shanghai')::date - 29)::timestamp at time zone 'Asia/Shanghai'`),
    overdue: async (_, __, { database }) => (await rows(database, 'dashboard-overdue',
      'select count(*)::integer as count from hazard where open and due_at < now()', []))[0].count,
  },
  Mutation: {
    reportHazard: report('bench_report'),
    reportWithDuties: report('bench_duty'),
  },
};

export const loaders = {
  Hazard: {
    enterprise: loadOne('enterprises', 'enterprise', 'id', 'name, credit_code as "creditCode"', 'enterpriseId'),
    jurisdiction: loadOne('divisions', 'division', 'code', 'code, name', 'divisionCode'),
    inspection: loadOne('inspections', 'inspection', 'id', 'kind, status, planned_on as "plannedOn"', 'inspectionId'),
    rectificationTasks: async (queries, { database }) => {
      const hazards = queries.map(({ obj }) => obj.id);
      const found = await rows(database, 'tasks', `select t.hazard_id as "hazardId", t.status, t.due_at as "dueAt", t.requirement
        from unnest($1::uuid[]) h(id) cross join lateral (select * from rectification_task t where t.hazard_id = h.id
        order by t.due_at, t.id limit $2) t`, [hazards, queries[0].params.first]);
      const byHazard = Map.groupBy(found, row => row.hazardId);
      return hazards.map(id => ({ nodes: byHazard.get(id) ?? [] }));
    },
  },
};
