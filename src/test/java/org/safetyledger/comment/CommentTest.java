package org.safetyledger.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.TransferScene;
import org.safetyledger.testing.VisitScene;

/** What people say about hazards, tasks and visits, and who hears it. */
@LedgerTest
class CommentTest {
    private static final String COMMENTS =
            "{ comments { totalCount nodes { text author authority side visibility } } }";

    private final Loop loop = new Loop();

    @Inject
    LedgerTables tables;

    @Test
    void enterpriseReadsWhatIsForItAndAnswersAndNothingThatIsInternal() {
        // Given
        String hazard = confirmed();
        said(OFFICER_LANKAO, hazard, "夜班无人值守，建议约谈", "INTERNAL");
        said(OFFICER_LANKAO, hazard, "请补充整改方案", "SHARED");

        // When
        said(MANAGER_LANKAO, hazard, "方案明日提交", null);

        // Then
        assertEquals(
                List.of("方案明日提交", "请补充整改方案", "夜班无人值守，建议约谈"),
                below(OFFICER_LANKAO_2, "hazard", hazard).getList("data.hazard.comments.nodes.text"));
        JsonPath told = below(MANAGER_LANKAO, "hazard", hazard);
        assertEquals(List.of("方案明日提交", "请补充整改方案"), told.getList("data.hazard.comments.nodes.text"));
        assertEquals(2, told.getInt("data.hazard.comments.totalCount"));
        assertEquals(List.of("ENTERPRISE", "AUTHORITY"), told.getList("data.hazard.comments.nodes.side"));
        assertEquals(0, below(MANAGER_LANKAO, "hazard", hazard, "INTERNAL").getInt("data.hazard.comments.totalCount"));
        assertEquals(List.of("FORBIDDEN"), errors(WORKER_LANKAO, hazard));
    }

    @Test
    void internalCommentIsHiddenFromTheEnterpriseOnEveryPath() {
        // Given
        String hazard = confirmed();
        String internal = said(OFFICER_LANKAO, hazard, "拟立案", "INTERNAL");

        // When
        JsonPath byId = LedgerClient.as(MANAGER_LANKAO)
                .query(
                        "query($id: ID!) { comment(id: $id) { id } node(id: $id) { id } nodes(ids: [$id]) { id } }",
                        Map.of("id", internal));
        List<String> history = LedgerClient.as(MANAGER_LANKAO)
                .errorCodes("query($id: ID!) { history(of: $id) { totalCount } }", Map.of("id", internal));
        JsonPath ofHazard = LedgerClient.as(MANAGER_LANKAO)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { action details { value } } } }",
                        Map.of("id", hazard));
        Payload withdrawn = withdraw(MANAGER_LANKAO, internal);

        // Then
        assertNull(byId.get("data.comment"));
        assertNull(byId.get("data.node"));
        assertNull(byId.get("data.nodes[0]"));
        assertEquals(List.of("NOT_FOUND"), history);
        assertEquals(List.of("REPORTED", "CONFIRMED"), ofHazard.getList("data.history.nodes.action"));
        assertEquals(List.of("NOT_FOUND"), withdrawn.errorCodes());
    }

    @Test
    void commentsOnAnUnannouncedVisitAreHeardByItsTargetOnlyOnceItHasBegun() {
        // Given
        VisitScene visits = new VisitScene(TestCaller.LANKAO_ENTERPRISE);
        Map<String, Object> plan = visits.plan();
        plan.put("source", "EMERGENCY");
        String visit = VisitScene.planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        String comment = said(OFFICER_LANKAO, visit, "请备好台账", "SHARED");

        // When
        JsonPath before = LedgerClient.as(MANAGER_LANKAO)
                .query(
                        "query($id: ID!) { comment(id: $id) { id } comments(first: 100) { nodes { id } } }",
                        Map.of("id", comment));
        Payload answered = comment(MANAGER_LANKAO, visit, "好", null);
        VisitScene.run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(visit))
                .accepted();

        // Then
        assertNull(before.get("data.comment"));
        assertEquals(false, before.getList("data.comments.nodes.id").contains(comment));
        assertEquals(List.of("NOT_FOUND"), answered.errorCodes());
        assertEquals(
                List.of("请备好台账"),
                below(MANAGER_LANKAO, "inspection", visit).getList("data.inspection.comments.nodes.text"));
    }

    @Test
    void authorWithdrawsAndHistoryKeepsTheWords() {
        // Given
        String task = loop.assign(OFFICER_LANKAO, confirmed());
        String comment = said(OFFICER_LANKAO, task, "误发", "SHARED");

        // When
        Payload byOther = withdraw(OFFICER_LANKAO_2, comment);
        Payload byAuthor = withdraw(OFFICER_LANKAO, comment);
        Payload again = withdraw(OFFICER_LANKAO, comment);

        // Then
        assertEquals(List.of("NOT_THE_AUTHOR"), byOther.userErrorCodes());
        assertEquals("WITHDRAWN", byAuthor.accepted().text("comment.status"));
        assertNull(byAuthor.get("comment.text"));
        assertEquals(List.of("WRONG_STATE"), again.userErrorCodes());
        JsonPath history = LedgerClient.as(MANAGER_LANKAO)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { action details { name value } } } }",
                        Map.of("id", comment));
        assertEquals(List.of("COMMENTED", "WITHDRAWN"), history.getList("data.history.nodes.action"));
        assertEquals("误发", history.getString("data.history.nodes[0].details.find { it.name == 'text' }.value"));
        assertEquals("发错对象", history.getString("data.history.nodes[1].details.find { it.name == 'reason' }.value"));
    }

    @Test
    void receiverOfATransferHearsAndSpeaks() {
        // Given
        String hazard = TransferScene.hazard();
        said(OFFICER_LANKAO, hazard, "涉及消防，移交贵单位", "INTERNAL");
        assertEquals(
                List.of("NOT_FOUND"),
                comment(FIRE_LANKAO, hazard, "收到", "INTERNAL").errorCodes());
        String transfer = TransferScene.sent(OFFICER_LANKAO, hazard, "ORDINARY", TransferScene.FIRE);

        // When
        said(FIRE_LANKAO, hazard, "收到", "INTERNAL");

        // Then
        assertEquals(
                List.of("收到", "涉及消防，移交贵单位"),
                below(FIRE_LANKAO, "hazard", hazard).getList("data.hazard.comments.nodes.text"));
        assertEquals(
                2, below(COUNTY_LEADER_LANKAO, "hazard", hazard).getInt("data.hazard.comments.totalCount"), transfer);
    }

    @Test
    void badInputIsRefusedAndNothingChanges() {
        // Given
        String hazard = confirmed();
        String foreign = NodeId.text(NodeType.HAZARD, UUID.randomUUID());
        String enterprise = loop.enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        Payload silent = comment(OFFICER_LANKAO, hazard, "对谁说？", null);
        Payload internal = comment(MANAGER_LANKAO, hazard, "内部", "INTERNAL");
        Payload unknown = comment(OFFICER_LANKAO, foreign, "x", "SHARED");
        Payload neighbour = comment(MANAGER_QIXIAN, hazard, "x", null);
        Payload otherType = comment(OFFICER_LANKAO, enterprise, "x", "SHARED");
        Payload blank = comment(OFFICER_LANKAO, hazard, " ", "SHARED");

        // Then
        assertRefused("VISIBILITY_REQUIRED", "visibility", silent);
        assertRefused("INTERNAL_OF_AUTHORITIES", "visibility", internal);
        assertEquals(List.of("NOT_FOUND"), unknown.errorCodes());
        assertEquals(List.of("NOT_FOUND"), neighbour.errorCodes());
        assertRefused("MALFORMED_ID", "subject", otherType);
        assertRefused("TEXT_REQUIRED", "text", blank);
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    @Test
    void repeatWithItsIdIsOneComment() {
        // Given
        String hazard = confirmed();
        String id = NodeId.text(NodeType.COMMENT, NodeId.newUuid());
        Map<String, Object> input = Map.of("id", id, "subject", hazard, "text", "离线意见", "visibility", "SHARED");

        // When
        run(OFFICER_LANKAO, "comment", "CommentInput", input).accepted();
        Payload again = run(OFFICER_LANKAO, "comment", "CommentInput", input);

        // Then
        assertEquals(id, again.accepted().text("comment.id"));
        assertEquals(1, below(OFFICER_LANKAO, "hazard", hazard).getInt("data.hazard.comments.totalCount"));
        assertEquals(
                "1",
                tables.value(
                        "select count(*) from comment where hazard_id = ?",
                        NodeId.parse(hazard).orElseThrow().uuid()));
    }

    private static void assertRefused(String code, String field, Payload payload) {
        assertEquals(List.of(code), payload.userErrorCodes(), payload.answer()::prettify);
        assertEquals(List.of(field), payload.get("userErrors[0].path"));
    }

    private String confirmed() {
        String hazard = loop.reportedHazard(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return hazard;
    }

    private static List<String> errors(TestCaller reader, String hazard) {
        return LedgerClient.as(reader)
                .errorCodes("query($id: ID!) { hazard(id: $id) { comments { totalCount } } }", Map.of("id", hazard));
    }

    private static JsonPath below(TestCaller reader, String field, String id) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { " + field + "(id: $id) "
                                + COMMENTS.replace("comments", "comments(first: 50)") + " }",
                        Map.of("id", id));
    }

    private static JsonPath below(TestCaller reader, String field, String id, String visibility) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { " + field + "(id: $id) { comments(filter: {visibility: " + visibility
                                + "}) { totalCount } } }",
                        Map.of("id", id));
    }

    private static String said(TestCaller caller, String subject, String text, @Nullable String visibility) {
        return comment(caller, subject, text, visibility).accepted().text("comment.id");
    }

    private static Payload comment(TestCaller caller, String subject, String text, @Nullable String visibility) {
        Map<String, Object> input = new HashMap<>(Map.of("subject", subject, "text", text));
        if (visibility != null) {
            input.put("visibility", visibility);
        }
        return run(caller, "comment", "CommentInput", input);
    }

    private static Payload withdraw(TestCaller caller, String comment) {
        return run(caller, "withdrawComment", "WithdrawCommentInput", Map.of("id", comment, "reason", "发错对象"));
    }

    private static Payload run(TestCaller caller, String mutation, String inputType, Map<String, ?> input) {
        return LedgerClient.as(caller).mutate(mutation, inputType, input, "comment { id status text }");
    }
}
