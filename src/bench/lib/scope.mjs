const prefix = (division, digits) => division.slice(0, digits);
const TIERS = { 'county-officer': 'ledger_county', 'city-leader': 'ledger_city' };

/** What a caller's transaction is told, for the peers: the role and the settings of the service's row policies. */
export function scopeOf(claims) {
  const division = claims.division;
  const chain = [2, 4, 6, 9, 12].map(digits => prefix(division, digits).padEnd(12, '0'));
  return {
    role: TIERS[claims.roles[0]],
    'ledger.city': prefix(division, 4),
    'ledger.county': prefix(division, 6),
    'ledger.town': prefix(division, 9),
    'ledger.industries': '',
    'ledger.enterprise': '',
    'ledger.subject': claims.sub,
    'ledger.ancestors': [...new Set(chain)].join(','),
  };
}

/** The same as one statement, with the values as its parameters. */
export const scopeStatement = `select ${Object.keys(scopeOf({ division: '410225000000', roles: ['county-officer'], sub: '' }))
  .map((name, index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`;
