package org.safetyledger.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.ReelScene;
import org.safetyledger.testing.SiteScene;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class TamperedHistoryTest {
    @Inject
    LedgerTables database;

    private String object = "";
    private UUID uuid = new UUID(0, 0);

    /** Its history: REPORTED, CONFIRMED, ASSIGNED. */
    @BeforeEach
    void assignHazard() {
        Loop loop = new Loop();
        object = loop.reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(TestCaller.OFFICER_LANKAO, object);
        loop.assign(TestCaller.OFFICER_LANKAO, object);
        uuid = NodeId.parse(object).orElseThrow().uuid();
    }

    @Test
    void untouchedHistoryIsIntact() {
        assertVerdict(true, 3, null);
    }

    @Test
    void changedActorIsFoundAtItsEntry() {
        // When
        database.change("update history_entry set actor = 'somebody' where object_id = ? and sequence = 2", uuid);

        // Then
        assertVerdict(false, 3, 2);
    }

    @Test
    void changedDetailIsFoundAtItsEntry() {
        // When
        database.change(
                "update history_entry set detail = detail || '{\"title\": \"小事\"}' where object_id = ? and sequence = 1",
                uuid);

        // Then
        assertVerdict(false, 3, 1);
    }

    @Test
    void changedTimeIsFoundAtItsEntry() {
        // When
        database.change(
                "update history_entry set recorded_at = recorded_at - interval '1 hour' where object_id = ? and sequence = 3",
                uuid);

        // Then
        assertVerdict(false, 3, 3);
    }

    @Test
    void removedMiddleEntryIsFoundAtItsPlace() {
        // When
        database.change("delete from history_entry where object_id = ? and sequence = 2", uuid);

        // Then
        assertVerdict(false, 2, 2);
    }

    @Test
    void removedMiddleEntryIsFoundAlsoWhenTheOthersAreRenumbered() {
        // When
        database.change("delete from history_entry where object_id = ? and sequence = 2", uuid);
        database.change("update history_entry set sequence = 2 where object_id = ? and sequence = 3", uuid);

        // Then
        assertVerdict(false, 2, 2);
    }

    @Test
    void removedFirstEntryIsFound() {
        // When
        database.change("delete from history_entry where object_id = ? and sequence = 1", uuid);

        // Then
        assertVerdict(false, 2, 1);
    }

    @Test
    void removedNewestEntryIsFoundByTheStateOfTheObject() {
        // When
        database.change("delete from history_entry where object_id = ? and sequence = 3", uuid);

        // Then
        assertVerdict(false, 2, 3);
    }

    @Test
    void removedHistoryIsFoundThoughNothingIsLeftOfIt() {
        // When
        database.change("delete from history_entry where object_id = ?", uuid);

        // Then
        assertVerdict(false, 0, 1);
    }

    @Test
    void removedHistoryOfAPhotoIsFound() {
        // Given
        String photo = new Loop().upload(TestCaller.OFFICER_LANKAO, object, "OTHER");
        object = photo;
        assertVerdict(true, 1, null);

        // When
        database.change(
                "delete from history_entry where object_id = ?",
                NodeId.parse(photo).orElseThrow().uuid());

        // Then
        assertVerdict(false, 0, 1);
    }

    @Test
    void removedHistoryIsFoundOfEveryTypeThatIsRecordedFromItsBeginning() {
        // Given
        Loop loop = new Loop();
        String comment = LedgerClient.as(TestCaller.OFFICER_LANKAO)
                .mutate(
                        "comment",
                        "CommentInput",
                        Map.of("subject", object, "text", "请补充整改方案", "visibility", "SHARED"),
                        "comment { id }")
                .accepted()
                .text("comment.id");
        String site = SiteScene.LANKAO.registered();
        String reel = ReelScene.LANKAO.drafted(loop.upload(TestCaller.OFFICER_LANKAO, object, "OTHER"));

        for (String recorded : List.of(comment, site, reel)) {
            object = recorded;
            assertVerdict(true, 1, null);

            // When
            database.change(
                    "delete from history_entry where object_id = ?",
                    NodeId.parse(recorded).orElseThrow().uuid());

            // Then
            assertVerdict(false, 0, 1);
        }
    }

    /** A type that nobody thought of is one that is recorded. */
    @ParameterizedTest
    @EnumSource(NodeType.class)
    void typesThatAreRecordedFromTheirBeginningAreAllButTheNamedOnes(NodeType type) {
        // Given
        Set<NodeType> unrecorded = EnumSet.of(
                NodeType.JURISDICTION,
                NodeType.DEPARTMENT,
                NodeType.ENTERPRISE,
                NodeType.POST,
                NodeType.PERSON,
                NodeType.UNDETERMINED_REGULATOR,
                NodeType.CHECKLIST,
                NodeType.ITEM,
                NodeType.FINDING,
                NodeType.SUPERVISION_FINDING,
                NodeType.EXTENSION,
                NodeType.INTERNAL_REWARDS,
                NodeType.DEADLINE_CLOCK,
                NodeType.DEADLINE_EVENT,
                NodeType.HISTORY);

        // Then
        assertEquals(!unrecorded.contains(type), HistoryVerification.isRecorded(new NodeId(type, UUID.randomUUID())));
    }

    @Test
    void objectsOfWhichNothingIsRecordedAreNotBroken() {
        // Given
        JsonPath found = LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query("{ enterprises(first: 1) { nodes { id } } people(first: 1) { nodes { id } }"
                        + " checklists(first: 1) { nodes { id } } departments(first: 1) { nodes { id } }"
                        + " jurisdictions(first: 1) { nodes { id } }"
                        + " responsibilityAssignments(first: 1) { nodes { id } } }");

        for (String list : List.of(
                "enterprises", "people", "checklists", "departments", "jurisdictions", "responsibilityAssignments")) {
            // When
            object = found.getString("data." + list + ".nodes[0].id");

            // Then
            assertVerdict(true, 0, null);
        }
    }

    @Test
    void stateChangedBehindTheHistoryIsFound() {
        // When
        database.change("update hazard set status = 'CLOSED' where id = ?", uuid);

        // Then
        assertVerdict(false, 3, 4);
    }

    private void assertVerdict(boolean intact, int entries, @Nullable Integer brokenAt) {
        JsonPath verdict = LedgerClient.as(TestCaller.AUDITOR_CITY)
                .query("query($id: ID!) { verifyHistory(of: $id) { intact entries brokenAt } }", Map.of("id", object));
        assertEquals(intact, verdict.getBoolean("data.verifyHistory.intact"));
        assertEquals(entries, verdict.getInt("data.verifyHistory.entries"));
        assertEquals(brokenAt, verdict.get("data.verifyHistory.brokenAt"));
    }
}
