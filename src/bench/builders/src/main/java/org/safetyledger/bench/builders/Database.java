package org.safetyledger.bench.builders;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Where the generated city is, with the settings of the service's connections. */
record Database(String url, String user, String password) {
    static Database of(String url, String user, String password) {
        return new Database(
                url + "?prepareThreshold=1&preparedStatementCacheQueries=512"
                        + "&options=-c%20plan_cache_mode=force_generic_plan",
                user,
                password);
    }

    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        try (Statement zone = connection.createStatement()) {
            zone.execute("set time zone 'Asia/Shanghai'");
        }
        return connection;
    }
}
