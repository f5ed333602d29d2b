import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';

const KEY = 'bench';
const text = part => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A provider of tokens: signs them by a key made for this run, and answers where its public half is. */
export class Identity {
  constructor(port) {
    this.issuer = `http://127.0.0.1:${port}/bench`;
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.privateKey = privateKey;
    this.publicKey = publicKey.export({ type: 'spki', format: 'pem' });
    const jwks = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY, alg: 'RS256', use: 'sig' }] });
    const metadata = JSON.stringify({ issuer: this.issuer, jwks_uri: `${this.issuer}/jwks`, id_token_signing_alg_values_supported: ['RS256'],
      authorization_endpoint: `${this.issuer}/authorize`, token_endpoint: `${this.issuer}/token`,
      response_types_supported: ['code'], subject_types_supported: ['public'] });
    this.hangs = false;
    this.server = createServer((request, response) => {
      if (this.hangs) return;
      response.setHeader('Content-Type', 'application/json');
      response.end(request.url.endsWith('/jwks') ? jwks : metadata);
    }).listen(port, '127.0.0.1');
    this.server.unref();
  }

  token(subject, role, division) {
    return this.sign(this.claims(subject, role, division));
  }

  claims(subject, role, division) {
    const now = Math.floor(Date.now() / 1000);
    return { iss: this.issuer, sub: subject, name: subject, aud: 'safety-ledger', iat: now, exp: now + 6 * 3600, roles: [role], division };
  }

  /** @param kid the name of the key, which is another's where it is given */
  sign(claims, kid = KEY) {
    const body = `${text({ alg: 'RS256', typ: 'JWT', kid })}.${text(claims)}`;
    return `${body}.${createSign('RSA-SHA256').update(body).sign(this.privateKey, 'base64url')}`;
  }
}
