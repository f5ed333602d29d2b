-- Where nobody regulates a trade in a county, its coverage tells of each enterprise there. For each such trade all enterprises of the county
-- were read: 220 times ten thousand, of which a few hundred were of the trade.
create index enterprise_coverage_county_trade on enterprise_coverage (county_code, industry_code, id);
