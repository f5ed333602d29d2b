package org.safetyledger.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.safetyledger.testing.LedgerDatabase;

/** What the database itself lets whom do, one line each: row security, columns of the place, grants, policies, functions. */
final class RowSecurityListing {
    private static final String TIER = "case %1$s when 0 then 'everybody' else %1$s::regrole::text end";
    private static final String LINES = """
            with tables as (
              select oid, relname::text name, relkind, relrowsecurity secured, relforcerowsecurity forced, relowner owner, relacl, reloptions
              from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and not relispartition
                and relname <> 'flyway_schema_history'
            ), rights as (
              select t.name, TIER tier, string_agg(g.privilege_type, ', ' order by g.privilege_type) names
              from tables t cross join lateral aclexplode(t.relacl) g where g.grantee <> t.owner group by t.name, g.grantee
            ), lines as (
              select name, 1 part, '' key, case when relkind = 'v'
                then 'view' || case when reloptions @> '{security_invoker=true}' then ' with the rights of who reads' else '' end
                when secured and forced then 'secured by rows' when secured then 'secured by rows, but not for its owner'
                else 'open' end line
              from tables
              union all
              select t.name, 2, a.attname::text, 'column ' || a.attname || ' = ' || pg_get_expr(d.adbin, d.adrelid)
              from tables t join pg_attribute a on a.attrelid = t.oid and a.attgenerated = 's'
              join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
              union all
              select t.name, 3, a.attname::text, g.privilege_type || ' of ' || a.attname || ' granted to ' || string_agg(TIER, ', ' order by TIER)
              from tables t join pg_attribute a on a.attrelid = t.oid cross join lateral aclexplode(a.attacl) g
              group by t.name, a.attname, g.privilege_type
              union all
              select name, 3, names, names || ' granted to ' || string_agg(tier, ', ' order by tier) from rights group by name, names
              union all
              select p.tablename::text, 4, p.policyname::text, 'policy ' || p.policyname || ': ' || lower(p.permissive || ' ' || p.cmd) || ' to '
                || (select string_agg(case role when 'public' then 'everybody' when o.rolname then 'the owner' else role end, ', '
                    order by role) from unnest(p.roles) role)
                || coalesce(' using ' || regexp_replace(p.qual, '\\s+', ' ', 'g'), '')
                || coalesce(' check ' || regexp_replace(p.with_check, '\\s+', ' ', 'g'), '')
              from pg_policies p join tables t on t.name = p.tablename join pg_roles o on o.oid = t.owner
              where p.schemaname = 'public'
              union all
              select p.proname::text || '(' || pg_get_function_identity_arguments(p.oid) || ')', 5, '',
                case when p.prosecdef then 'runs as its owner' else 'runs as its caller' end || ', called by '
                || coalesce((select string_agg(TIER, ', ' order by TIER)
                    from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee <> p.proowner), 'its owner only')
              from pg_proc p where p.pronamespace = 'public'::regnamespace
                and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            )
            select name || E'\\t' || line from lines order by name collate "C", part, key collate "C"
            """.replace("TIER", TIER.formatted("g.grantee"));

    private RowSecurityListing() {}

    /** Each line begins with the name of what it is about, behind which a tab stands. */
    static List<String> lines(Connection connection) throws SQLException {
        return LedgerDatabase.texts(connection, LINES);
    }

    /** The lines about one table, without its name. */
    static List<String> of(String table, List<String> lines) {
        String start = table + "\t";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
