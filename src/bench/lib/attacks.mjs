import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How a photo begins. */
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
const SEARCH = 'hazards(first: 1, filter: {text: "通道"}) { totalCount }';
const FIGURES = ['responsibilityGaps { kind }', 'lookBacksDue { title }', 'hazardDashboard { total }',
  'checkPlans(first: 100) { nodes { targets { name } } }'];
const aliases = (number, field) => `{ ${Array.from({ length: number }, (_, i) => `a${i}: ${field}`).join(' ')} }`;
const nested = (times, open, inner, close) => open.repeat(times) + inner + close.repeat(times);
const doubling = () => `{ ...F0 } ${Array.from({ length: 40 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')}`
  + ' fragment F40 on Query { viewer { subject } }';

/** What one token sends again and again. Each attack gets its target and gives the requests of one wave. */
export const attacks = {
  'A1 long name': target => wave(20, () => target.post({ query: `{ ${'a'.repeat(40_000)} }` })),
  'A1 long enum': target => wave(10, () => target.post({ query: 'query($v: HazardFilter) { hazards(filter: $v) { totalCount } }',
    variables: { v: { grade: 'a'.repeat(900_000) } } })),
  'A1 long input field': target => wave(10, () => target.post({ query: 'query($v: HazardFilter) { hazards(filter: $v) { totalCount } }',
    variables: { v: { ['a'.repeat(900_000)]: 1 } } })),
  'A2 doubling fragments': target => wave(20, () => target.post({ query: doubling() })),
  'A3 lists without pages': target => wave(20, () => target.post({
    query: `{ jurisdiction(code: "410221000000") { ${nested(5, 'children { parent { ', 'code', ' } }')} } }` })),
  'A3 lists that are worked out': target => wave(20, i => target.post({ query: aliases(600, FIGURES[i % FIGURES.length]) })),
  'A4 searches with counts': target => wave(42, () => target.post({ query: aliases(100, SEARCH) })),
  'A4 as many as are let through': target => wave(42, () => target.post({ query: aliases(3, SEARCH) }, { leaveAfter: 200 })),
  'A5 a row that is held': async target => {
    await target.whileHolding(target.hazard, () => wave(45, () => target.post({
      query: 'mutation($id: ID!) { rejectHazard(input: {id: $id, reason: "x"}) { userErrors { code } } }', variables: { id: target.hazard } })));
  },
  'A6 forged tokens': target => wave(300, () => target.post({ query: '{ viewer { name } }' }, { token: target.forged(randomUUID()) })),
  'A6 an issuer that hangs': target => target.whileIssuerHangs(() =>
    wave(6, () => target.post({ query: '{ viewer { name } }' }, { token: target.forged(randomUUID()) }))),
  'A7 WebSockets': target => wave(300, () => target.raw('GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
    + 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n')),
  'A8 idle connections': target => target.hold(1000, '', ''),
  'A8 slow headers': target => target.hold(300, 'POST /graphql HTTP/1.1\r\nX-Slow: ', 'a'),
  'A8 slow bodies': target => target.hold(300, `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: Bearer ${target.token}\r\n`
    + 'Content-Length: 900000\r\n\r\n', ' '),
  'A9 switches that are null': target => wave(100, () => target.post({
    query: 'query($a: Boolean = true) { hazards(first: 1) { nodes { id title @include(if: $a) } } }', variables: { a: null } })),
  'A10 odd tokens': target => wave(50, i => target.post({ query: '{ viewer { name } }' },
    { token: target.signed(i % 2 ? { sub: 'a\u0000b' } : { exp: 1e18 }) })),
  'A10 cut uploads': target => wave(50, () => target.raw(`POST /evidence?subject=${target.hazard}&stage=BEFORE&sha256=${'0'.repeat(64)} HTTP/1.1\r\nHost: a\r\n`
    + `Content-Type: image/jpeg\r\nAuthorization: Bearer ${target.token}\r\nContent-Length: 100000\r\n\r\nabc`)),
};

async function wave(number, send) {
  await Promise.all(Array.from({ length: number }, (_, i) => send(i)));
}

/** The service under attack, as one token's holder reaches it. */
export class Target {
  constructor({ port, identity, postgres, database, hazard, row }) {
    Object.assign(this, { port, identity, postgres, database, hazard, row });
    this.token = identity.token('attacker', 'county-officer', '410225000000');
    this.answers = new Map();
    this.sent = 0;
  }

  signed(claims) {
    return this.identity.sign({ ...this.identity.claims('attacker', 'county-officer', '410225000000'), ...claims });
  }

  forged(kid) {
    return this.identity.sign(this.identity.claims('attacker', 'county-officer', '410225000000'), kid);
  }

  async post(body, { token = this.token, leaveAfter } = {}) {
    this.sent++;
    const leaving = new AbortController();
    const timer = leaveAfter && setTimeout(() => leaving.abort(), leaveAfter);
    try {
      const response = await fetch(`http://127.0.0.1:${this.port}/graphql`, { method: 'POST', body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }, signal: leaving.signal });
      const answer = await response.json();
      this.#count(answer.errors?.[0].extensions?.code ?? response.status);
    } catch (failure) {
      this.#count(failure.name);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Adds a photo to a hazard, as an officer's phone does. */
  async photo(hazard) {
    const content = Buffer.concat([JPEG, randomBytes(20_000)]);
    const address = new URL(`http://127.0.0.1:${this.port}/evidence`);
    address.search = new URLSearchParams({ subject: hazard, stage: 'OTHER', sha256: createHash('sha256').update(content).digest('hex') });
    const response = await fetch(address, { method: 'POST', body: content, headers: { 'Content-Type': 'image/jpeg', Authorization: `Bearer ${this.token}` } });
    if (response.status !== 201) throw new Error(await response.text());
    await response.arrayBuffer();
  }

  #count(what) {
    this.answers.set(what, (this.answers.get(what) ?? 0) + 1);
  }

  /** Sends the beginning of something and leaves. */
  raw(text) {
    this.sent++;
    return new Promise(resolve => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write(text));
      socket.on('error', resolve);
      setTimeout(() => { socket.destroy(); resolve(); }, 300);
    });
  }

  /** Keeps connections open, byte by byte, for as long as the service lets them be. */
  async hold(number, beginning, more) {
    this.sent += number;
    const sockets = Array.from({ length: number }, () => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write(beginning));
      return socket.on('error', () => {});
    });
    const end = Date.now() + 40_000;
    while (Date.now() < end && sockets.some(socket => !socket.destroyed)) {
      await pause(1000);
      for (const socket of sockets) if (more && socket.writable) socket.write(more);
    }
    this.answers.set('open after 40 s', sockets.filter(socket => !socket.destroyed).length);
    sockets.forEach(socket => socket.destroy());
  }

  async whileHolding(hazard, work) {
    await this.postgres.with(this.database, async client => {
      await client.query('begin');
      await client.query('select from hazard where id = $1 for update', [this.row]);
      await work();
      await client.query('rollback');
    });
  }

  async whileIssuerHangs(work) {
    this.identity.hangs = true;
    try {
      await work();
    } finally {
      this.identity.hangs = false;
    }
  }
}
