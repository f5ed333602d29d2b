package org.safetyledger.supervision.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.*;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.BulletinScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Bulletins from their drafts to the answers of their addressees. */
@LedgerTest
class BulletinTest {
    private static final String FIRE_DEPARTMENT = "KF-410221-FR";
    private static final String TOWN_OF_QIXIAN = "410221101000";
    private static final String FIGURES =
            "figures { asOf counting jurisdiction from to reported closed open overdue major areas { code open } }";

    private final BulletinScene scene = BulletinScene.QIXIAN;

    @Test
    void bulletinIsReceivedAndAnsweredByItsAddressee() {
        // Given
        String bulletin = scene.published(List.of(FIRE_DEPARTMENT), false);
        String delivery = deliveryOf(bulletin, FIRE_QIXIAN);
        JsonPath sent = delivery(FIRE_QIXIAN, delivery);

        // When
        answered("receiveBulletin", "ReceiveBulletinInput", Map.of("id", delivery))
                .accepted();
        JsonPath received = delivery(FIRE_QIXIAN, delivery);
        answered("answerBulletin", "AnswerBulletinInput", Map.of("id", delivery, "feedback", "已全面排查整改"))
                .accepted();

        // Then
        JsonPath answered = delivery(OFFICER_QIXIAN, delivery);
        assertEquals("SENT", sent.getString("status"));
        assertEquals("BULLETIN_RECEIPT_ANY", sent.getString("deadline.rule"));
        assertEquals("RECEIVED", received.getString("status"));
        assertEquals("BULLETIN_FEEDBACK_ANY", received.getString("deadline.rule"));
        assertEquals(
                Map.of("answerBulletin", true, "receiveBulletin", false),
                actions(received.getList("availableActions")));
        assertEquals("ANSWERED", answered.getString("status"));
        assertEquals("已全面排查整改", answered.getString("feedback"));
        assertEquals("fire-officer-qixian", answered.getString("receivedBy"));
        assertEquals(null, answered.getString("dueAt"));
        assertEquals(List.of("SENT", "RECEIVED", "ANSWERED"), history(OFFICER_QIXIAN, delivery));
        assertEquals(List.of("DRAFTED", "SIGNED", "PUBLISHED"), history(FIRE_QIXIAN, bulletin));
    }

    @Test
    void departmentThatWasDissolvedIsNotAddressedAfterItsLastDay() {
        // Given
        String signed = scene.signed(List.of(FIRE_DEPARTMENT), false);
        LedgerTables tables = new LedgerTables();
        tables.change("update department set valid_to = ledger_today() - 1 where code = ?", FIRE_DEPARTMENT);

        // When
        LedgerClient.Payload drafted;
        LedgerClient.Payload published;
        try {
            drafted = LedgerClient.as(OFFICER_QIXIAN)
                    .mutate(
                            "draftBulletin",
                            "DraftBulletinInput",
                            BulletinScene.content(List.of(FIRE_DEPARTMENT), false),
                            "bulletin { id }");
            published = LedgerClient.as(OFFICER_QIXIAN)
                    .mutate("publishBulletin", "BulletinInput", Map.of("id", signed), "__typename");
        } finally {
            tables.change("update department set valid_to = null where code = ?", FIRE_DEPARTMENT);
        }

        // Then
        assertEquals(List.of("DEPARTMENT_RETIRED"), drafted.userErrorCodes());
        assertEquals(List.of("addressees"), drafted.get("userErrors[0].path"));
        assertEquals(List.of("DEPARTMENT_RETIRED"), published.userErrorCodes());
    }

    @Test
    void onlyTheAddresseeReceivesAndOnlyTheAuthorityPublishes() {
        // Given
        String delivery = deliveryOf(scene.published(List.of(TOWN_OF_QIXIAN), false), OFFICER_QIXIAN);
        String signed = scene.signed(List.of(TOWN_OF_QIXIAN), false);

        // When
        List<String> received = LedgerClient.as(OFFICER_QIXIAN)
                .mutate("receiveBulletin", "ReceiveBulletinInput", Map.of("id", delivery), "__typename")
                .userErrorCodes();
        List<String> published = LedgerClient.as(CITY_OFFICER)
                .mutate("publishBulletin", "BulletinInput", Map.of("id", signed), "__typename")
                .userErrorCodes();

        // Then
        assertEquals(List.of("NOT_THE_ADDRESSEE"), received);
        assertEquals(List.of("NOT_THE_AUTHORITY"), published);
    }

    @Test
    void whoeverWroteABulletinDoesNotSignIt() {
        // Given
        String bulletin = LedgerClient.as(COUNTY_LEADER_QIXIAN)
                .mutate(
                        "draftBulletin",
                        "DraftBulletinInput",
                        BulletinScene.content(List.of(TOWN_OF_QIXIAN), false),
                        "bulletin { id }")
                .accepted()
                .text("bulletin.id");
        revise(OFFICER_QIXIAN, bulletin);

        // When
        List<String> codes = sign(COUNTY_LEADER_QIXIAN, bulletin).userErrorCodes();

        // Then
        assertEquals(List.of("DRAFTER_CANNOT_SIGN"), codes);
    }

    @Test
    void revisionTakesTheSignatureAway() {
        // Given
        String bulletin = scene.signed(List.of(TOWN_OF_QIXIAN), false);

        // When
        revise(OFFICER_QIXIAN, bulletin);

        // Then
        JsonPath read = bulletin(OFFICER_QIXIAN, bulletin);
        assertEquals("DRAFT", read.getString("status"));
        assertEquals(null, read.getString("signedBy"));
    }

    @Test
    void publishedFiguresStayWhateverHappensToTheHazardsOrIsWrittenToTheDatabase() throws SQLException {
        // Given
        String bulletin = scene.published(List.of(FIRE_DEPARTMENT), false);
        Map<String, Object> before = figures(bulletin);

        // When
        new Loop().reportedHazard(OFFICER_QIXIAN, QIXIAN_ENTERPRISE);
        SQLException refused = assertThrows(SQLException.class, () -> setFigures("{}"));

        // Then
        assertEquals(before, figures(bulletin));
        assertTrue(String.valueOf(refused.getMessage()).contains("is published"), refused::getMessage);
    }

    @Test
    void figuresAreThoseOfTheAuthoritysAreaAtTheTime() {
        // Given
        new Loop().reportedHazard(OFFICER_QIXIAN, QIXIAN_ENTERPRISE);
        int open = LedgerClient.as(OFFICER_QIXIAN)
                .query("{ hazards(filter: {open: true}) { totalCount } }")
                .getInt("data.hazards.totalCount");

        // When
        JsonPath drafted = bulletin(OFFICER_QIXIAN, scene.drafted(List.of(TOWN_OF_QIXIAN), false));

        // Then
        assertEquals("410221000000", drafted.getString("figures.jurisdiction"));
        assertEquals(open, drafted.getInt("figures.open"));
        assertTrue(drafted.getInt("figures.reported") >= 1, drafted::prettify);
        assertTrue(drafted.getString("figures.asOf").endsWith("+08:00"), drafted::prettify);
    }

    @Test
    void bulletinsAreSeenByThoseWhomTheyAreForOncePublished() {
        // Given
        String draft = scene.drafted(List.of(FIRE_DEPARTMENT), true);
        String forDepartment = scene.published(List.of(FIRE_DEPARTMENT), false);
        String forEnterprises = scene.published(List.of(TOWN_OF_QIXIAN), true);

        // Then
        assertEquals(List.of(), seen(FIRE_QIXIAN, draft, forEnterprises));
        assertEquals(List.of(forDepartment), seen(FIRE_QIXIAN, forDepartment));
        assertEquals(List.of(forEnterprises), seen(MANAGER_QIXIAN, draft, forDepartment, forEnterprises));
        assertEquals(List.of(forEnterprises), seen(WORKER_QIXIAN, draft, forDepartment, forEnterprises));
        assertEquals(List.of(), seen(MANAGER_LANKAO, draft, forDepartment, forEnterprises));
        assertEquals(List.of(), seen(OFFICER_LANKAO, draft, forDepartment, forEnterprises));
        assertEquals(
                List.of(draft, forDepartment, forEnterprises), seen(CITY_LEADER, draft, forDepartment, forEnterprises));
    }

    @Test
    void bulletinsAreBelowTheirJurisdiction() {
        // Given
        String bulletin = scene.published(List.of(FIRE_DEPARTMENT), false);

        // When
        List<String> listed = LedgerClient.as(FIRE_QIXIAN)
                .query("{ jurisdiction(code: \"410221000000\") { bulletins(first: 1) { nodes { id } } } }")
                .getList("data.jurisdiction.bulletins.nodes.id");

        // Then
        assertEquals(List.of(bulletin), listed);
    }

    @Test
    void addresseesLieBelowTheAuthority() {
        assertEquals(List.of("OUTSIDE_JURISDICTION"), draft(List.of("410225000000"), false));
        assertEquals(List.of("OUTSIDE_JURISDICTION"), draft(List.of("410221000000"), false));
        assertEquals(List.of("OUTSIDE_JURISDICTION"), draft(List.of("KF-410225-EM"), false));
        assertEquals(List.of("UNKNOWN_CODE"), draft(List.of("410299000000"), false));
        assertEquals(List.of("ADDRESSEE_REQUIRED"), draft(List.of(), false));
    }

    private static List<String> draft(List<String> addressees, boolean forEnterprises) {
        return LedgerClient.as(OFFICER_QIXIAN)
                .mutate(
                        "draftBulletin",
                        "DraftBulletinInput",
                        BulletinScene.content(addressees, forEnterprises),
                        "bulletin { id }")
                .userErrorCodes();
    }

    private static void revise(TestCaller author, String bulletin) {
        Map<String, Object> input = new HashMap<>(BulletinScene.content(List.of(TOWN_OF_QIXIAN), false));
        input.put("id", bulletin);
        LedgerClient.as(author)
                .mutate("reviseBulletin", "ReviseBulletinInput", input, "__typename")
                .accepted();
    }

    private static LedgerClient.Payload sign(TestCaller leader, String bulletin) {
        return LedgerClient.as(leader).mutate("signBulletin", "BulletinInput", Map.of("id", bulletin), "__typename");
    }

    private static LedgerClient.Payload answered(String mutation, String inputType, Map<String, ?> input) {
        return LedgerClient.as(FIRE_QIXIAN).mutate(mutation, inputType, input, "delivery { id }");
    }

    private static String deliveryOf(String bulletin, TestCaller reader) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { bulletin(id: $id) { deliveries { nodes { id } } } }", Map.of("id", bulletin))
                .getString("data.bulletin.deliveries.nodes[0].id");
    }

    private static JsonPath delivery(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { bulletinDelivery(id: $id) { status dueAt overdue receivedBy feedback"
                                + " deadline { rule } availableActions { action allowed } } }",
                        Map.of("id", id))
                .setRootPath("data.bulletinDelivery");
    }

    private static JsonPath bulletin(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { bulletin(id: $id) { status signedBy " + FIGURES + " } }", Map.of("id", id))
                .setRootPath("data.bulletin");
    }

    private static Map<String, Object> figures(String bulletin) {
        return bulletin(OFFICER_QIXIAN, bulletin).getMap("figures");
    }

    private static List<String> history(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", id))
                .getList("data.history.nodes.action");
    }

    private static Map<String, Boolean> actions(List<Map<String, Object>> told) {
        Map<String, Boolean> actions = new HashMap<>();
        told.forEach(one -> actions.put((String) one.get("action"), (Boolean) one.get("allowed")));
        return actions;
    }

    /** Those of the bulletins that the caller finds by id. */
    private static List<String> seen(TestCaller caller, String... bulletins) {
        List<String> found = LedgerClient.as(caller)
                .query("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", List.of(bulletins)))
                .getList("data.nodes.id");
        return found.stream().filter(id -> id != null).toList();
    }

    /** As the tier of the bulletins' own authority, which the database lets write bulletins. */
    private static void setFigures(String figures) throws SQLException {
        try (Connection application = LedgerDatabase.asApplication();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute(
                    "select set_config('ledger.county', '410221', true), set_config('role', 'ledger_county', true)");
            statement.execute("update bulletin set figures = '" + figures + "' where status = 'PUBLISHED'");
        }
    }
}
