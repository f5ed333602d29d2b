package org.safetyledger.supervision.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.CampaignGroupScene.ACROSS;
import static org.safetyledger.testing.CampaignGroupScene.CITY;
import static org.safetyledger.testing.CampaignGroupScene.FROM_QIXIAN;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_CITY_CONSTRUCTION;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.CampaignGroupScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;

/** What members of a campaign's group do with their own reports and with the papers of their visits, whatever their place and trade. */
@LedgerTest
class VisitorTest {
    private static final String LEADER = "姜文海";
    private static final String SECOND = "武鑫秀";

    private final Loop loop = new Loop();

    @Inject
    @CacheName("known-calendars")
    Cache calendars;

    /** A test leaves no grants to the next. */
    @AfterEach
    void end() {
        new LedgerTables()
                .change(
                        "update object_grant set ends_at = now() where object_type = 'CAMPAIGN_GROUP' and ends_at > now()"
                                + " and starts_at <= now()");
    }

    @Test
    void visitorPutsHisReportRightAndContestsOnceThatItIsNone() {
        // Given
        String visit = started(FROM_QIXIAN, LEADER, SECOND);
        String hazard = reported(FROM_QIXIAN, visit);
        Map<String, Object> rejection = Map.of("id", hazard, "reason", "现场核实不成立");

        // When
        String foretold = foretold(FROM_QIXIAN, "hazard", hazard, "correctHazard");
        Payload corrected = correct(FROM_QIXIAN, hazard);
        Payload byColleague = correct(OFFICER_QIXIAN, hazard);
        run(OFFICER_LANKAO, "rejectHazard", "HazardReasonInput", rejection).accepted();
        Payload late = correct(FROM_QIXIAN, hazard);
        String contest = foretold(FROM_QIXIAN, "hazard", hazard, "contestHazardRejection");
        Payload contestedByColleague = run(OFFICER_QIXIAN, "contestHazardRejection", "HazardReasonInput", rejection);
        Payload contested = run(FROM_QIXIAN, "contestHazardRejection", "HazardReasonInput", rejection);

        // Then
        assertNull(foretold);
        assertEquals("安全操作规程未上墙", corrected.accepted().text("hazard.title"));
        assertEquals(List.of("NOT_THE_HANDLER"), byColleague.userErrorCodes());
        assertEquals(List.of("WRONG_STATE"), late.userErrorCodes());
        assertNull(contest);
        assertEquals(List.of("NOT_THE_REPORTER"), contestedByColleague.userErrorCodes());
        contested.accepted();
        assertEquals(List.of("REPORTED", "CORRECTED", "REJECTED", "CONTESTED"), history(hazard));
    }

    @Test
    void databaseItselfLetsAVisitorChangeOfHisReportWhatThoseVerbsDo() throws SQLException {
        // Given
        String visit = started(FROM_QIXIAN, LEADER, SECOND);
        String hazard = reported(FROM_QIXIAN, visit);
        String of = " where id = '" + uuid(hazard) + "'";

        // When, Then
        assertEquals("1", attempt(FROM_QIXIAN, "update hazard set title = 'x'" + of));
        assertEquals("0", attempt(OFFICER_QIXIAN, "update hazard set title = 'x'" + of));
        for (String change : List.of(
                "grade = 'MAJOR'",
                "due_at = now()",
                "status = 'CONFIRMED'",
                "reported_by = 'x'",
                "category_code = null")) {
            String sql = "update hazard set " + change + of;
            assertEquals("42501", attempt(FROM_QIXIAN, sql), change);
        }
        run(OFFICER_LANKAO, "rejectHazard", "HazardReasonInput", Map.of("id", hazard, "reason", "x"))
                .accepted();
        assertEquals("42501", attempt(FROM_QIXIAN, "update hazard set title = 'x'" + of));
        assertEquals("42501", attempt(FROM_QIXIAN, "update hazard set title = 'x', status = 'REPORTED'" + of));
        assertEquals("1", attempt(FROM_QIXIAN, "update hazard set contested = true, status = 'REPORTED'" + of));
    }

    @Test
    void visitorStartsAnEmergencyWhetherOrNotTheCalendarIsInMemory() {
        // Given
        String campaign = CITY.approved();
        String visit = visit(campaign, LEADER, SECOND);
        formed(campaign, LEADER, SECOND);
        calendars.invalidateAll().await().indefinitely();

        // When
        Payload started = run(FROM_QIXIAN, "startInspection", "StartInspectionInput", Loop.start(visit));

        // Then
        started.accepted();
    }

    static Stream<Arguments> ofDepartments() {
        TestCaller ofQixian = new TestCaller(
                FROM_QIXIAN.subject(),
                "department-officer",
                "410221000000",
                "KF-410221-CON",
                List.of("E"),
                List.of(),
                null,
                null);
        return Stream.of(
                Arguments.of(ofQixian, LEADER),
                Arguments.of(FIRE_LANKAO, "田晨鹏"),
                Arguments.of(DEPARTMENT_CITY_CONSTRUCTION, "赖军宏"));
    }

    @ParameterizedTest
    @MethodSource("ofDepartments")
    void officerOfADepartmentOfAnotherTradeReportsAndMakesOutPapers(TestCaller officer, String name) {
        // Given
        String visit = started(officer, name, "常森思");
        Map<String, Object> alone = new HashMap<>(report(visit));
        alone.remove("inspectionId");

        // When
        String hazard = reported(officer, visit);
        loop.upload(officer, hazard, "BEFORE");
        Payload issued = issue(officer, instruction(visit, hazard));
        Payload ofNoVisit = run(officer, "reportHazard", "ReportHazardInput", alone);

        // Then
        assertEquals("410200000000", issued.accepted().text("paper.authority"));
        run(officer, "servePaper", "ServePaperInput", PaperScene.service(issued.text("paper.id")))
                .accepted();
        JsonPath read = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { hazard(id: $id) { responsibleParties { holders { party } } } }",
                        Map.of("id", hazard));
        assertEquals(
                List.of("ENTERPRISE_MAIN", "INDUSTRY_REGULATOR", "LEADERSHIP", "TERRITORIAL"),
                read.<String>getList("data.hazard.responsibleParties.holders.party").stream()
                        .distinct()
                        .sorted()
                        .toList());
        assertEquals(
                List.of(
                        officer.equals(FIRE_LANKAO) || officer.equals(DEPARTMENT_CITY_CONSTRUCTION)
                                ? "OUTSIDE_POWERS"
                                : "REFERENCE_NOT_FOUND"),
                ofNoVisit.userErrorCodes());
    }

    @Test
    void paperOfAVisitorIsServedByTheSecondAndWithdrawnByItsAuthorityAfterTheCampaign() {
        // Given
        String campaign = CITY.approved();
        String visit = visit(campaign, LEADER, SECOND);
        String group = formed(campaign, LEADER, SECOND);
        run(FROM_QIXIAN, "startInspection", "StartInspectionInput", Loop.start(visit))
                .accepted();
        String hazard = reported(FROM_QIXIAN, visit);
        String paper = issue(FROM_QIXIAN, instruction(visit, hazard)).accepted().text("paper.id");
        Map<String, Object> withdrawal = Map.of("id", paper, "reason", "文书有误");

        // When
        String foretold = foretold(OFFICER_QIXIAN, "paper", paper, "servePaper");
        Payload served = run(OFFICER_QIXIAN, "servePaper", "ServePaperInput", PaperScene.service(paper));
        Payload bySecond = run(OFFICER_QIXIAN, "withdrawPaper", "WithdrawPaperInput", withdrawal);
        ACROSS.end(group).accepted();
        Payload gone = run(FROM_QIXIAN, "withdrawPaper", "WithdrawPaperInput", withdrawal);
        Payload byThePlace = run(OFFICER_LANKAO, "withdrawPaper", "WithdrawPaperInput", withdrawal);
        String ofAuthority = foretold(CITY_OFFICER, "paper", paper, "withdrawPaper");
        Payload byAuthority = run(CITY_OFFICER, "withdrawPaper", "WithdrawPaperInput", withdrawal);

        // Then
        assertNull(foretold);
        served.accepted();
        assertEquals(List.of("NOT_THE_ISSUER"), bySecond.userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), gone.errorCodes());
        assertEquals(List.of("NOT_THE_ISSUER"), byThePlace.userErrorCodes());
        assertNull(ofAuthority);
        byAuthority.accepted();
        assertEquals(List.of("ISSUED", "SERVED", "WITHDRAWN"), history(paper));
    }

    @Test
    void paperThatAColleagueOfTheAuthorityMadeOutIsWithdrawnByItsIssuerAlone() {
        // Given
        String paper = PaperScene.LANKAO.issued(PaperScene.LANKAO.notice());

        // Then
        assertEquals(
                List.of("NOT_THE_ISSUER"),
                run(
                                TestCaller.OFFICER_LANKAO_2,
                                "withdrawPaper",
                                "WithdrawPaperInput",
                                Map.of("id", paper, "reason", "x"))
                        .userErrorCodes());
    }

    /** A visit of a campaign that the member of its group, who leads it, has started. */
    private static String started(TestCaller leader, String leaderName, String other) {
        String campaign = CITY.approved();
        String visit = visit(campaign, leaderName, other);
        formed(campaign, leaderName, other);
        run(leader, "startInspection", "StartInspectionInput", Loop.start(visit))
                .accepted();
        return visit;
    }

    private static String visit(String campaign, String... officers) {
        return CampaignGroupScene.visit(Map.of(
                "campaignId",
                campaign,
                "officerIds",
                Stream.of(officers).map(SupervisionScene::person).toList()));
    }

    private static String formed(String campaign, String leader, String member) {
        Map<String, Object> plan = ACROSS.plan(campaign);
        plan.put("leaderId", SupervisionScene.person(leader));
        plan.put("memberIds", List.of(SupervisionScene.person(member)));
        return ACROSS.form(plan).accepted().text("campaignGroup.id");
    }

    private Map<String, Object> report(String visit) {
        return Map.of(
                "enterpriseId",
                loop.enterpriseId(CITY_OFFICER, LANKAO_ENTERPRISE),
                "inspectionId",
                visit,
                "title",
                "操作规程缺失 " + UUID.randomUUID(),
                "category",
                "SAFETY_RULES");
    }

    private String reported(TestCaller officer, String visit) {
        return LedgerClient.as(officer)
                .mutate("reportHazard", "ReportHazardInput", report(visit), "hazard { id }")
                .accepted()
                .text("hazard.id");
    }

    private Map<String, Object> instruction(String visit, String hazard) {
        return Map.of(
                "kind",
                "INSTRUCTION",
                "enterpriseId",
                loop.enterpriseId(CITY_OFFICER, LANKAO_ENTERPRISE),
                "inspectionId",
                visit,
                "problems",
                List.of(Map.of(
                        "hazardId",
                        hazard,
                        "demand",
                        "限期整改",
                        "dueAt",
                        OffsetDateTime.now().plusDays(10).toString())));
    }

    private static Payload issue(TestCaller officer, Map<String, Object> paper) {
        return LedgerClient.as(officer).mutate("issuePaper", "IssuePaperInput", paper, "paper { id authority }");
    }

    private static Payload correct(TestCaller officer, String hazard) {
        return LedgerClient.as(officer)
                .mutate(
                        "correctHazard",
                        "CorrectHazardInput",
                        Map.of("id", hazard, "title", "安全操作规程未上墙", "reason", "笔误"),
                        "hazard { title }");
    }

    /** The code with which a refusal is foretold; null where it is told that it is allowed. */
    private static @Nullable String foretold(TestCaller officer, String field, String id, String mutation) {
        JsonPath told = LedgerClient.as(officer)
                .query(
                        "query($id: ID!) { " + field + "(id: $id) { availableActions { action allowed code } } }",
                        Map.of("id", id));
        String action = "data." + field + ".availableActions.find { it.action == '" + mutation + "' }";
        boolean allowed = told.getBoolean(action + ".allowed");
        String code = told.getString(action + ".code");
        assertEquals(allowed, code == null);
        return code;
    }

    private static List<String> history(String id) {
        return LedgerClient.as(CITY_OFFICER)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", id))
                .getList("data.history.nodes.action");
    }

    private static Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return LedgerClient.as(caller).mutate(mutation, input, values, "__typename");
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }

    /** How many rows a statement of a caller from Qixian changes, else the state of the error. */
    private static String attempt(TestCaller caller, String sql) throws SQLException {
        try (Connection application = LedgerDatabase.asApplication();
                Statement statement = application.createStatement()) {
            application.setAutoCommit(false);
            statement.execute(
                    "select set_config('role', 'ledger_county_granted', true), set_config('ledger.county', '410221', true),"
                            + " set_config('ledger.subject', '" + caller.subject() + "', true)");
            try {
                return Integer.toString(statement.executeUpdate(sql));
            } catch (SQLException refused) {
                return String.valueOf(refused.getSQLState());
            } finally {
                application.rollback();
            }
        }
    }
}
