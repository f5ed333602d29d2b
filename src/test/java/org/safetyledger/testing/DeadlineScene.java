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
              deadline_clock_id, subject, due_at, rung, action, addressee, level, addressed_division, reached_at, recorded_at, caught_up)
            select ?, 1, division_code, enterprise_id, industry_code, matter, object_type, object_id, hazard_id, walls, id, subject, due_at, 1,
              'REMIND', 'RESPONSIBLE', null, owed_division, now(), now(), false
            from deadline_clock where id = ?""";

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

    /** Something that became due of it. */
    public static String reached(String hazard) {
        UUID id = NodeId.newUuid();
        try (Connection connection = LedgerDatabase.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(REACH)) {
            statement.setObject(1, id);
            statement.setObject(2, NodeId.require(NodeType.DEADLINE_CLOCK, of(hazard), "id"));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return NodeId.text(NodeType.DEADLINE_EVENT, id);
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
