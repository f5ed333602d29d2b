package org.safetyledger.bench.builders;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statement that the service builds for this query, without its scope, and its way to read the rows: texts pass through. */
final class ServiceStatement implements Contender {
    private static final String STATEMENT = """
            select a0.id, a0.title, a0.status, a0.grade, a0.due_at::text, a1.id is not null, a1.name, a1.credit_code,
              a2.code is not null, a2.code, a2.name, a3.id is not null, a3.kind, a3.status, a3.planned_on::text, a4.list
            from (select t.id, t.title, t.status, t.grade, t.due_at, t.division_code, t.enterprise_id, t.inspection_id
              from hazard t where t.county_code = ? and t.open order by t.due_at, t.id limit ?) a0
            left join lateral (select r.id, r.name, r.credit_code from enterprise r where r.id = a0.enterprise_id limit 1) a1 on true
            left join lateral (select r.code, r.name from division r where r.code = a0.division_code limit 1) a2 on true
            left join lateral (select r.id, r.kind, r.status, r.planned_on from inspection r
              where r.id = a0.inspection_id limit 1) a3 on true
            left join lateral (select json_agg(json_build_array(a5.status, a5.due_at, a5.requirement)
              order by a5.due_at, a5.id) list from (select t.id, t.status, t.due_at, t.requirement from rectification_task t
              where t.hazard_id = a0.id order by t.due_at, t.id limit ?) a5) a4 on true
            order by a0.due_at, a0.id""";

    private final Connection connection;

    ServiceStatement(Database database) throws SQLException {
        connection = database.connect();
    }

    @Override
    public byte[] answer(String county) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(STATEMENT);
                Answer answer = new Answer()) {
            statement.setString(1, county);
            statement.setInt(2, 20);
            statement.setInt(3, 20);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String dueAt = row.getString(5).replace(' ', 'T') + ":00";
                    answer.hazard(row.getString(2), row.getString(3), row.getString(4), dueAt);
                    answer.object(
                            "enterprise", row.getBoolean(6), "name", row.getString(7), "creditCode", row.getString(8));
                    answer.object("jurisdiction", row.getBoolean(9), "code", row.getString(10), "name", row.getString(11));
                    answer.object(
                            "inspection",
                            row.getBoolean(12),
                            "kind",
                            row.getString(13),
                            "status",
                            row.getString(14),
                            "plannedOn",
                            row.getString(15));
                    tasks(row.getString(16), answer);
                    answer.endHazard();
                }
            }
            return answer.written();
        }
    }

    private static void tasks(String list, Answer answer) throws IOException {
        answer.startTasks();
        if (list == null) {
            return;
        }
        try (JsonParser parser = Answer.JSON.createParser(list)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                answer.task(parser.nextTextValue(), parser.nextTextValue(), parser.nextTextValue());
                parser.nextToken();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
