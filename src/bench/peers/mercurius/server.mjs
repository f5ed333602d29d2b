import fastifyJwt from '@fastify/jwt';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';
import { scopeOf, scopeStatement } from '../../lib/scope.mjs';
import { loaders, resolvers, schema } from './schema.mjs';

// Moments stay texts: making a Date of each only to write it again costs more than the rest of the row.
pg.types.setTypeParser(1114, text => text);
pg.types.setTypeParser(1184, text => text);
pg.types.setTypeParser(1082, text => text);

const secured = process.env.BENCH_MODE === 'secured';
const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE, max: Number(process.env.BENCH_CONNECTIONS) });
const app = Fastify({ logger: false });

if (secured) {
  app.register(fastifyJwt, {
    secret: { public: process.env.BENCH_PUBLIC_KEY },
    verify: { algorithms: ['RS256'], allowedAud: 'safety-ledger', allowedIss: process.env.BENCH_ISSUER },
  });
  app.addHook('onRequest', request => request.jwtVerify());
}

/** One transaction per request, which begins with the caller's scope; the first statements leave together. */
async function scopedTransaction(claims) {
  const client = await pool.connect();
  const begun = client.query('begin');
  begun.catch(() => {});
  const scoped = client.query({ name: 'scope', text: scopeStatement, values: Object.values(scopeOf(claims)) });
  scoped.catch(() => {});
  await begun;
  await scoped;
  return client;
}

app.register(mercurius, {
  schema,
  resolvers,
  loaders,
  jit: 1,
  context: async request => {
    if (!secured) return { database: pool };
    request.transaction = await scopedTransaction(request.user);
    return { database: request.transaction };
  },
});
app.addHook('onSend', async request => {
  const client = request.transaction;
  if (!client) return;
  request.transaction = undefined;
  try {
    await client.query('commit');
  } finally {
    client.release();
  }
});
await app.listen({ port: Number(process.env.BENCH_PORT), host: '127.0.0.1' });
