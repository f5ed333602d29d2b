package org.safetyledger.supervision.clock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.graphql.NodeId;

/** The rows of a batch of clocks, and what is written of them, in as few statements as there are kinds of them. */
final class ClockRows {
    private static final String TAKE = """
            select c.id, c.subject, c.started_at, c.due_at, c.rung_at, (select h.grade from hazard h where h.id = c.hazard_id),
              ledger_told_of(c.object_type, c.object_id, c.hazard_id)
            from deadline_clock c where c.stopped_at is null and c.next_at <= ? order by c.next_at, c.id limit ? for update of c skip locked""";

    /** What the city itself owes is before the city's own officers and leaders, also where the ladder names the county's. */
    private static final String LEVEL =
            "(select case when named = 'COUNTY' and substr(owed_division, 5, 2) = '00' then 'CITY' else named end from (values (?::text)) v(named))";

    private static final String RECORD = """
            insert into deadline_event (id, version, division_code, enterprise_id, industry_code, matter, object_type, object_id, hazard_id, walls,
              deadline_clock_id, subject, owed_by, due_at, rung, rule, action, addressee, level, addressed_division, addressed_department, reached_at, recorded_at, caught_up)
            select ?, 1, division_code, enterprise_id, industry_code, matter, object_type, object_id, hazard_id, walls, id, subject, owed_by, due_at,
              ?, ?, ?, ?, t.level, case t.level when 'CITY' then rpad(city_code, 12, '0') when 'COUNTY' then rpad(substr(owed_division, 1, 6), 12, '0')
                else owed_division end, case when t.level is null then owed_department end, ?, ?, ?
            from deadline_clock cross join lateral (select %s level) t where id = ?
            on conflict (deadline_clock_id, rule, due_at) do nothing""".formatted(LEVEL);

    /**
     * Of what came due at once for the same people and object only one asks: the gravest, then the latest. Some of it may have been
     * recorded by a batch before, of the same moment.
     */
    private static final String ASK_ONCE = """
            with asking as (
              select o.id, row_number() over (
                partition by ledger_told_of(o.object_type, o.object_id, o.hazard_id), o.addressee, o.level, o.addressed_division, o.addressed_department
                order by array_position('{PROPOSE_INTERVIEW,ESCALATE,REMIND}'::text[], o.action), o.reached_at desc,
                  o.object_id = ledger_told_of(o.object_type, o.object_id, o.hazard_id) desc, o.id) place
              from deadline_event o
              where ledger_told_of(o.object_type, o.object_id, o.hazard_id) = any(?) and o.recorded_at = ? and not o.caught_up)
            update deadline_event e set caught_up = true from asking a where e.id = a.id and a.place > 1""";

    private static final String REST =
            "update deadline_clock set next_at = ?, unpublished_years = ?::text[] where id = ?";

    private static final String STAND =
            "update deadline_clock set next_at = ?, unpublished_years = ?::text[], rung = ?, action = ?,"
                    + " addressee = ?, level = " + LEVEL + ", rung_at = ? where id = ?";

    /** Where nothing was submitted by then, and the task is not over; a task's re-check is its hazard's authority's. */
    private static final String RECHECK = """
            insert into deadline_clock (id, version, division_code, enterprise_id, industry_code, matter, object_type, object_id, hazard_id, name,
              subject, walls, owed_by, owed_division, owed_department, started_at, due_at)
            select ?, 1, c.division_code, c.enterprise_id, c.industry_code, c.matter, c.object_type, c.object_id, c.hazard_id, 'TASK_RECHECK', 'RECHECK',
              c.walls, 'AUTHORITY', c.owed_division, ledger_owed(c.hazard_id, 'department', null), c.due_at, ?
            from deadline_clock c join rectification_task t on t.id = c.object_id
            where c.id = ? and t.open and t.status <> 'SUBMITTED'
            on conflict (object_id, name, subject, started_at) do nothing""";

    /**
     * A clock that is to be looked at.
     *
     * @param rungAt when it came to the rung on which it stands; null before any
     * @param grade of the hazard that it is about; null for others
     * @param toldOf what a message of it is about
     */
    record Due(
            UUID id,
            String subject,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant rungAt,
            @Nullable String grade,
            UUID toldOf) {}

    private final Connection connection;
    private final List<PreparedStatement> open = new ArrayList<>();
    private final Set<UUID> toldOf = new HashSet<>();
    private @Nullable OffsetDateTime recordedAt;
    private final PreparedStatement record;
    private final PreparedStatement stand;
    private final PreparedStatement rest;
    private final PreparedStatement recheck;

    ClockRows(Connection connection) throws SQLException {
        this.connection = connection;
        this.record = connection.prepareStatement(RECORD);
        this.stand = connection.prepareStatement(STAND);
        this.rest = connection.prepareStatement(REST);
        this.recheck = connection.prepareStatement(RECHECK);
        open.addAll(List.of(record, stand, rest, recheck));
    }

    /** Clocks whose next rung is due, held until the transaction ends; what another one holds is left to it. */
    List<Due> take(Instant now, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TAKE)) {
            query.setObject(1, at(now));
            query.setInt(2, most);
            List<Due> due = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    due.add(new Due(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            rows.getObject(4, OffsetDateTime.class).toInstant(),
                            instant(rows.getObject(5, OffsetDateTime.class)),
                            rows.getString(6),
                            rows.getObject(7, UUID.class)));
                }
            }
            return due;
        }
    }

    void record(Due clock, Climb.Step step, boolean caughtUp, Instant now) throws SQLException {
        Rung rung = step.rung();
        int last = 0;
        record.setObject(++last, NodeId.newUuid());
        record.setInt(++last, rung.number());
        record.setString(++last, rung.rule());
        record.setString(++last, rung.action().name());
        record.setString(++last, rung.addressee().name());
        record.setObject(++last, at(step.at()));
        record.setObject(++last, at(now));
        record.setBoolean(++last, caughtUp);
        record.setString(++last, name(rung.level()));
        record.setObject(++last, clock.id());
        record.addBatch();
        toldOf.add(clock.toldOf());
        recordedAt = at(now);
    }

    /** @param reached the rung on which it stands from now on; null where it stands where it stood */
    void rest(Due clock, Climb.@Nullable Step reached, @Nullable Instant next, List<Integer> unpublishedYears)
            throws SQLException {
        PreparedStatement update = reached == null ? rest : stand;
        int last = 0;
        update.setObject(++last, next == null ? null : at(next));
        update.setArray(
                ++last,
                connection.createArrayOf(
                        "text", unpublishedYears.stream().map(String::valueOf).toArray()));
        if (reached != null) {
            update.setInt(++last, reached.rung().number());
            update.setString(++last, reached.rung().action().name());
            update.setString(++last, reached.rung().addressee().name());
            update.setString(++last, name(reached.rung().level()));
            update.setObject(++last, at(reached.at()));
        }
        update.setObject(++last, clock.id());
        update.addBatch();
    }

    /** The re-check that is owed where a task ended. */
    void oweRecheck(Due clock, Instant dueAt) throws SQLException {
        recheck.setObject(1, NodeId.newUuid());
        recheck.setObject(2, at(dueAt));
        recheck.setObject(3, clock.id());
        recheck.addBatch();
    }

    void write() throws SQLException {
        for (PreparedStatement statement : open) {
            statement.executeBatch();
            statement.close();
        }
        askOnce();
    }

    private void askOnce() throws SQLException {
        if (toldOf.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(ASK_ONCE)) {
            update.setArray(1, connection.createArrayOf("uuid", toldOf.toArray()));
            update.setObject(2, recordedAt);
            update.executeUpdate();
        }
    }

    private static @Nullable String name(@Nullable DivisionLevel level) {
        return level == null ? null : level.name();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
