// No space at an end: the service takes it off.
const TEXTS = ['消防通道', '配电箱', '安全出口', '报警器', '混存', '消防', '4242', '接地 9', '临边防护缺失 1234', '不存在的隐患'];
const COUNTIES = ['410202', '410203', '410204', '410205', '410212', '410221', '410222', '410223', '410225'];
const division = county => county.padEnd(12, '0');

/** What the requests of each kind are about: the same rows for every server. */
export async function targets(client) {
  const hazards = await client.query(
    `select id, rpad(county_code, 12, '0') division from hazard tablesample bernoulli (2) where substr(county_code, 1, 6) = any($1)
     order by md5(id::text) limit 2000`, [COUNTIES]);
  const enterprises = await client.query(
    `select id enterprise, division_code division, industry_code industry from enterprise where county_code = any($1) and status = 'ACTIVE'
     order by md5(id::text) limit 500`, [COUNTIES]);
  const { rows: [{ code: category }] } = await client.query(`select code from hazard_category where valid_to is null order by code limit 1`);
  const reports = enterprises.rows.map((row, n) => ({ ...row, category, title: `压力测试隐患 ${n}` }));
  return {
    Q1: hazards.rows,
    Q2: COUNTIES.map(county => ({ division: division(county) })),
    Q3: [{ division: '410200000000', role: 'city-leader' }],
    Q4: COUNTIES.flatMap((county, n) => TEXTS.map((_, i) => ({ division: division(county), text: TEXTS[(i + n) % TEXTS.length] }))),
    M1: reports,
    M2: reports,
  };
}

/** The division for whose officer a row is asked. */
export const callerOf = row => ({ role: row.role ?? 'county-officer',
  division: row.role ? row.division : division(row.division.slice(0, 6)) });
