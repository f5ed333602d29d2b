package org.safetyledger.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;

/** Deadlines of hazards of Lankao. */
public final class DeadlineScene {
    public static final String NOTE = "请抓紧办理 7f3a";

    private static final String REACH = """
            insert into deadline_event (id, version, division_code, enterprise_id, industry_code, matter, object_type, object_id, hazard_id, walls,
              deadline_clock_id, subject, owed_by, due_at, rung, rule, action, addressee, level, addressed_division, addressed_department, reached_at, recorded_at, caught_up)
            select ?, 1, division_code, enterprise_id, industry_code, matter, object_type, object_id, hazard_id, walls, id, subject, owed_by, due_at, r.rung,
              'DEFAULT_' || r.rung, r.action, r.addressee, r.level, case r.level when 'CITY' then rpad(city_code, 12, '0') else owed_division end, case when r.level is null then owed_department end,
              now(), now(), false
            from deadline_clock c cross join (values (1, 'REMIND', 'RESPONSIBLE', null), (2, 'ESCALATE', 'OFFICER', 'COUNTY'),
              (3, 'ESCALATE', 'LEADER', 'COUNTY'), (4, 'ESCALATE', 'OFFICER', 'CITY')) r(rung, action, addressee, level)
            where c.id = ? and r.rung = ?""";

    private DeadlineScene() {}

    /** The total clock of a hazard. */
    public static String of(String hazard) {
        return of(hazard, "RECTIFICATION_TOTAL");
    }

    public static String of(String hazard, String subject) {
        return LedgerClient.as(TestCaller.CITY_OFFICER)
                .query(
                        "query($filter: DeadlineClockFilter) { deadlines(filter: $filter) { nodes { id } } }",
                        Map.of("filter", Map.of("hazardId", hazard, "subject", subject)))
                .getString("data.deadlines.nodes[0].id");
    }

    /** The enterprise was reminded of its total clock. */
    public static String reached(String hazard) {
        return reached(of(hazard), 1);
    }

    /** Its deadline came to a rung of the default ladder. */
    public static String reached(String deadline, int rung) {
        UUID id = NodeId.newUuid();
        try (Connection connection = LedgerDatabase.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(REACH)) {
            statement.setObject(1, id);
            statement.setObject(2, NodeId.require(NodeType.DEADLINE_CLOCK, deadline, "id"));
            statement.setInt(3, rung);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return NodeId.text(NodeType.DEADLINE_EVENT, id);
    }

    public static LedgerClient.Payload acknowledge(TestCaller caller, String event, String note) {
        return LedgerClient.as(caller)
                .mutate(
                        "acknowledgeDeadlineEvent",
                        "AcknowledgeDeadlineEventInput",
                        Map.of("id", event, "note", note),
                        "event { status acknowledgedAt acknowledgedBy acknowledgement version }");
    }

    /** A deadline for which the city has pressed. */
    public static String urged(String hazard) {
        String clock = of(hazard);
        LedgerClient.as(TestCaller.CITY_OFFICER)
                .mutate("urge", "UrgeInput", Map.of("id", clock, "note", NOTE), "deadline { id }")
                .accepted();
        return clock;
    }
}
