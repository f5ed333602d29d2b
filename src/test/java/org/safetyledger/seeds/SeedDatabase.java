package org.safetyledger.seeds;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The database behind the tests, as its owner sees it: without row security. */
@ApplicationScoped
class SeedDatabase {

    private final String url;
    private final String owner;
    private final String password;

    SeedDatabase(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    void empty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    truncate seed_import, division, industry, key_sector, department, hazard_category, judgement_standard,
                    judgement_clause, calendar_day, deadline_rule, checklist, checklist_item, enterprise cascade""");
        }
    }

    int count(String table) throws SQLException {
        return Integer.parseInt(value("select count(*) from " + table));
    }

    String value(String query) throws SQLException {
        return rows(query).getFirst();
    }

    /** The rows, their columns joined by bars. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        }
    }
}
