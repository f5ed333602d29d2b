// What the policies of dated grants cost a county officer who has none: his list of 20 hazards and his reading of one, in the
// databases of `src/bench/run --generate`, against a copy of the same database from which those policies are dropped.
//
//   node src/bench/grants.mjs [--data DIR] [--port N] [--rounds N] [--seconds N] [--drop]
//
// Each statement runs in a loop within the server, so that neither network nor client blurs a difference of a few percent; the two
// databases take turns, each round beginning with the other one. The ratio is that of the fastest slices, which others on the machine
// disturbed least, and behind it the median of the ratios of the rounds. That the plans are the same is a test's to say (GrantTest);
// this says that they take the same time. Beside, for scale: the same officer in the tier of those who may have grants, without one,
// and the query that every replica asks every two seconds for who may have some.
// Ends with 1 where the officer without grants waits more than 3 % longer.
import { archive, options } from './lib/options.mjs';
import { Postgres } from './lib/postgres.mjs';
import { median } from './lib/report.mjs';
import { scopeOf } from './lib/scope.mjs';

const WITH = 'ledger_city';
const WITHOUT = 'ledger_without_grants';
const DIVISION = '410225000000';
const MOST = 1.03;

const READS = {
  list: 'select id, title, status, grade, due_at from hazard where open order by due_at, id limit 20',
  point: 'select id, title, status, grade, due_at from hazard where id = ids[1 + i % 500]',
};
const GRANTEES = `
  with made as (select authority from paper where by_grant union select authority from inspection where by_grant), active as (
    select grantee_kind, grantee from object_grant where ends_at is null or ends_at > now()
    union select case when d.code is null then 'GOVERNMENT' else 'DEPARTMENT' end, m.authority from made m left join department d on d.code = m.authority)
  select grantee_kind, grantee from active
  union select 'GOVERNMENT', d.division_code from active join department d on d.code = grantee where grantee_kind = 'DEPARTMENT'`;

const settings = options();
const rounds = settings.rounds * 4;
const postgres = new Postgres(settings.data, settings.port);

/** The copy has the same rows in the same places of its files. */
async function copyWithoutGrants() {
  if (settings.drop) await postgres.dropDatabase(WITHOUT);
  if (await postgres.hasDatabase(WITHOUT)) return;
  await postgres.createDatabase(WITHOUT, WITH);
  await postgres.with(WITHOUT, async client => {
    const { rows } = await client.query(
      `select format('drop policy %I on %I', policyname, tablename) drops from pg_policies where roles::text ~ '_granted'`);
    for (const { drops } of rows) await client.query(drops);
    await client.query('vacuum analyze hazard');
  });
}

/** Microseconds that a statement takes in a tier, by as many of it as fill the time. */
async function time(client, tier, statement, ids, milliseconds) {
  const scope = { ...scopeOf({ sub: 'bench-officer', roles: ['county-officer'], division: DIVISION }), role: tier };
  await client.query('begin');
  try {
    for (const [name, value] of Object.entries(scope)) await client.query('select set_config($1, $2, true)', [name, value]);
    await client.query(`do $$
      declare
        ids     constant uuid[] := '{${ids.join(',')}}';
        began   constant timestamptz := clock_timestamp();
        read    record;
        i       integer := 0;
        seconds double precision := 0;
      begin
        while seconds < ${milliseconds / 1000} loop
          for turn in 1..20 loop
            for read in ${statement} loop end loop;
            i := i + 1;
          end loop;
          seconds := extract(epoch from clock_timestamp() - began);
        end loop;
        perform set_config('bench.microseconds', (seconds * 1e6 / i)::text, true);
      end $$`);
    return Number((await client.query(`select current_setting('bench.microseconds') took`)).rows[0].took);
  } finally {
    await client.query('rollback');
  }
}

async function compare(name, plain, bare, ids) {
  const contenders = { without: [bare, 'ledger_county'], with: [plain, 'ledger_county'], granted: [plain, 'ledger_county_granted'] };
  const took = Object.fromEntries(Object.keys(contenders).map(key => [key, []]));
  for (let round = -1; round < rounds; round++) {
    const order = Object.keys(contenders);
    for (const key of round % 2 === 0 ? order : order.reverse()) {
      const sample = await time(...contenders[key], READS[name], ids, settings.seconds * 1000 / 10);
      if (round >= 0) took[key].push(sample);
    }
  }
  const fastest = key => Math.min(...took[key]);
  const ratio = key => fastest(key) / fastest('without');
  const told = key => {
    const ratios = took[key].map((sample, round) => sample / took.without[round]);
    return `${fastest(key).toFixed(1)} µs, ratio ${ratio(key).toFixed(3)} (rounds ${median(ratios).toFixed(3)})`;
  };
  console.log(`${name}: without the policies ${fastest('without').toFixed(1)} µs; with them ${told('with')}; in the tier of those with grants ${told('granted')}`);
  return ratio('with');
}

postgres.unpack(archive());
await postgres.start();
try {
  if (!await postgres.hasDatabase(WITH)) throw new Error('There are no databases yet: src/bench/run --generate makes them');
  await copyWithoutGrants();
  const worst = await postgres.with(WITH, plain => postgres.with(WITHOUT, async bare => {
    const { rows } = await plain.query('select id from hazard where county_code = $1 order by md5(id::text) limit 500', [DIVISION.slice(0, 6)]);
    const ratios = [];
    for (const name of Object.keys(READS)) ratios.push(await compare(name, plain, bare, rows.map(row => row.id)));
    const { rows: plan } = await plain.query(`explain (analyze, format json) ${GRANTEES}`);
    console.log(`who may have grants: ${plan[0]['QUERY PLAN'][0]['Execution Time'].toFixed(2)} ms`);
    return Math.max(...ratios);
  }));
  process.exitCode = worst > MOST ? 1 : 0;
} finally {
  postgres.stop();
}
