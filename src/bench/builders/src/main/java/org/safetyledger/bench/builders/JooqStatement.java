package org.safetyledger.bench.builders;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.using;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.conf.Settings;

/** jOOQ's dynamic SQL: left joins, and MULTISET for the nested list. */
final class JooqStatement implements Contender {
    private static final Table<?> HAZARD = table(name("hazard")).as("h");
    private static final Table<?> ENTERPRISE = table(name("enterprise")).as("e");
    private static final Table<?> DIVISION = table(name("division")).as("v");
    private static final Table<?> INSPECTION = table(name("inspection")).as("i");
    private static final Table<?> TASK = table(name("rectification_task")).as("t");

    private final Connection connection;
    private final DSLContext jooq;

    JooqStatement(Database database) throws SQLException {
        connection = database.connect();
        Settings settings =
                new Settings().withExecuteLogging(false).withRenderFormatted(false).withFetchWarnings(false);
        jooq = using(connection, SQLDialect.POSTGRES, settings);
    }

    private static <T> Field<T> column(String table, String name, Class<T> type) {
        return field(name(table, name), type);
    }

    /** The statement is built for each answer: the selection is known only at run time. */
    Select<?> statement(String county) {
        Field<UUID> id = column("h", "id", UUID.class);
        Field<OffsetDateTime> dueAt = column("h", "due_at", OffsetDateTime.class);
        Field<UUID> taskId = column("t", "id", UUID.class);
        Field<OffsetDateTime> taskDueAt = column("t", "due_at", OffsetDateTime.class);
        Field<Result<Record3<String, OffsetDateTime, String>>> tasks = multiset(
                        select(column("t", "status", String.class), taskDueAt, column("t", "requirement", String.class))
                                .from(TASK)
                                .where(column("t", "hazard_id", UUID.class).eq(id))
                                .orderBy(taskDueAt, taskId)
                                .limit(20))
                .as("tasks");
        return jooq.select(
                        column("h", "title", String.class),
                        column("h", "status", String.class),
                        column("h", "grade", String.class),
                        dueAt,
                        column("e", "name", String.class),
                        column("e", "credit_code", String.class),
                        column("v", "code", String.class),
                        column("v", "name", String.class),
                        column("i", "kind", String.class),
                        column("i", "status", String.class),
                        column("i", "planned_on", LocalDate.class),
                        tasks)
                .from(HAZARD)
                .leftJoin(ENTERPRISE)
                .on(column("e", "id", UUID.class).eq(column("h", "enterprise_id", UUID.class)))
                .leftJoin(DIVISION)
                .on(column("v", "code", String.class).eq(column("h", "division_code", String.class)))
                .leftJoin(INSPECTION)
                .on(column("i", "id", UUID.class).eq(column("h", "inspection_id", UUID.class)))
                .where(column("h", "county_code", String.class).eq(county).and(column("h", "open", Boolean.class)))
                .orderBy(dueAt, id)
                .limit(20);
    }

    @Override
    public byte[] answer(String county) throws IOException {
        try (Answer answer = new Answer()) {
            for (Record row : statement(county).fetch()) {
                answer.hazard(text(row, 0), text(row, 1), text(row, 2), Answer.text((OffsetDateTime) row.get(3)));
                answer.object("enterprise", row.get(4) != null, "name", text(row, 4), "creditCode", text(row, 5));
                answer.object("jurisdiction", row.get(6) != null, "code", text(row, 6), "name", text(row, 7));
                answer.object(
                        "inspection",
                        row.get(8) != null,
                        "kind",
                        text(row, 8),
                        "status",
                        text(row, 9),
                        "plannedOn",
                        String.valueOf(row.get(10)));
                answer.startTasks();
                for (Object element : (Result<?>) row.get(11)) {
                    Record task = (Record) element;
                    answer.task(text(task, 0), Answer.text((OffsetDateTime) task.get(1)), text(task, 2));
                }
                answer.endHazard();
            }
            return answer.written();
        }
    }

    private static String text(Record row, int index) {
        return (String) row.get(index);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
