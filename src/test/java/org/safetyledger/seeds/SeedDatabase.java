package org.safetyledger.seeds;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.testing.LedgerTables;

/** The database behind the tests, as its owner sees it: without row security. */
@ApplicationScoped
class SeedDatabase {

    private final LedgerTables tables;

    SeedDatabase(LedgerTables tables) {
        this.tables = tables;
    }

    void empty() {
        tables.change("""
                    truncate seed_import, matter, venue_type, duty_rule, division, industry, key_sector, department, hazard_category, judgement_standard,
                    judgement_clause, calendar_day, deadline_rule, limit_rule, escalation_rule, checklist, checklist_item, paper_form, enterprise cascade""");
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
