package org.safetyledger.seeds;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PSQLState;
import org.safetyledger.testing.LedgerTables;

/** The database behind the tests, as its owner sees it: without row security. */
@ApplicationScoped
class SeedDatabase {
    private static final String EMPTY = """
            truncate seed_import, matter, venue_type, duty_rule, division, industry, key_sector, department, hazard_category, judgement_standard,
            judgement_clause, calendar_day, deadline_rule, limit_rule, escalation_rule, checklist, checklist_item, paper_form, enterprise cascade""";

    private final LedgerTables tables;

    SeedDatabase(LedgerTables tables) {
        this.tables = tables;
    }

    /** Who reads beside it may hold one of the tables and wait for another: then one of both begins anew. */
    void empty() {
        await().ignoreExceptionsMatching(SeedDatabase::isDeadlock).until(() -> tables.change(EMPTY) >= 0);
    }

    private static boolean isDeadlock(Throwable failure) {
        return failure.getCause() instanceof SQLException cause
                && PSQLState.DEADLOCK_DETECTED.getState().equals(cause.getSQLState());
    }

    int count(String table) {
        return Integer.parseInt(value("select count(*) from " + table));
    }

    String value(String query) {
        return rows(query).getFirst();
    }

    List<String> rows(String query) {
        return tables.rows(query);
    }
}
