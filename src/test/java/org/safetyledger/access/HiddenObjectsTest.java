package org.safetyledger.access;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.testing.CheckPlanScene;
import org.safetyledger.testing.DailyReportScene;
import org.safetyledger.testing.DeadlineScene;
import org.safetyledger.testing.DirectiveScene;
import org.safetyledger.testing.DrawScene;
import org.safetyledger.testing.DutyScene;
import org.safetyledger.testing.HazardNotificationScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.OffSiteScene;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.PostScene;
import org.safetyledger.testing.ReelScene;
import org.safetyledger.testing.SiteScene;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;
import org.safetyledger.testing.TransferScene;
import org.safetyledger.testing.VisitEditionScene;

/** What is out of scope is out of sight on every path, and answered in the very words of what does not exist. */
@LedgerTest
class HiddenObjectsTest {
    private static final List<String> DOCUMENTS_BY_ID = List.of(
            "query($id: ID!) { node(id: $id) { __typename id } }",
            "{ nodes(ids: [\"ID\"]) { __typename id } }",
            "query($id: ID!) { history(of: $id) { totalCount nodes { action actorName } } }",
            "query($id: ID!) { verifyHistory(of: $id) { entries lastHash } }");
    private static final Map<NodeType, List<String>> DOCUMENTS_BY_TYPE = Map.ofEntries(
            entry(
                    NodeType.HAZARD_NOTIFICATION,
                    List.of(
                            "query($id: ID!) { hazardNotification(id: $id) { id recipients hazard { id } } }",
                            "mutation($id: ID!) { withdrawHazardNotification(input: {id: $id, reason: \"x\"}) { userErrors { code } } }")),
            entry(
                    NodeType.OFF_SITE_CHECK,
                    List.of(
                            "query($id: ID!) { offSiteCheck(id: $id) { id lookedAt enterprise { id } } }",
                            "mutation($id: ID!) { withdrawOffSiteCheck(input: {id: $id, reason: \"x\"}) { userErrors { code } } }")),
            entry(
                    NodeType.COMMENT,
                    List.of(
                            "query($id: ID!) { comment(id: $id) { id text } }",
                            "mutation($id: ID!) { withdrawComment(input: {id: $id, reason: \"x\"}) { userErrors { code } } }")),
            entry(
                    NodeType.DEADLINE_EVENT,
                    List.of("query($id: ID!) { node(id: $id) { ... on DeadlineEvent { subject hazard { id } } } }")),
            entry(
                    NodeType.SITE,
                    List.of(
                            "query($id: ID!) { site(id: $id) { id name units { name } } }",
                            "mutation($id: ID!) { closeSite(input: {id: $id}) { userErrors { code } } }")),
            entry(
                    NodeType.PAPER,
                    List.of(
                            "query($id: ID!) { paper(id: $id) { id problems { problem } } }",
                            "mutation($id: ID!) { signPaperReceipt(input: {id: $id}) { userErrors { code } } }",
                            "mutation($id: ID!) { withdrawPaper(input: {id: $id, reason: \"x\"}) { userErrors { code } } }")),
            entry(
                    NodeType.DUTY_PERFORMANCE,
                    List.of(
                            "query($id: ID!) { dutyPerformance(id: $id) { id note } }",
                            "mutation($id: ID!) { withdrawDuty(input: {id: $id, reason: \"x\"}) { userErrors { code } } }")),
            entry(
                    NodeType.DAILY_REPORT,
                    List.of(
                            "query($id: ID!) { dailyReport(id: $id) { id zero figures { value } objects { totalCount } } }",
                            "query($id: ID!) { reportedObjects(filter: {dailyReportId: $id}) { totalCount nodes { figure } } }",
                            "mutation($id: ID!) { signDailyReport(input: {id: $id}) { userErrors { code } } }",
                            "mutation($id: ID!) { issueDailyReport(input: {id: $id}) { userErrors { code } } }")),
            entry(
                    NodeType.SUPERVISION_VISIT,
                    List.of(
                            "query($id: ID!) { supervisionVisit(id: $id) { id findings { note } items { totalCount } } }",
                            "mutation($id: ID!) { signSupervision(input: {id: $id}) { userErrors { code } } }",
                            "mutation($id: ID!) { startSupervision(input: {id: $id}) { userErrors { code } } }",
                            "mutation($id: ID!) { cancelSupervision(input: {id: $id, reason: \"x\"}) { userErrors { code } } }")),
            entry(
                    NodeType.SUPERVISION_ITEM,
                    List.of(
                            "query($id: ID!) { supervisionItem(id: $id) { id problem supervisionVisit { id } } }",
                            "mutation($id: ID!) { answerSupervisionItem(input: {id: $id, response: \"x\"}) { userErrors { code } } }",
                            "mutation($id: ID!) { acceptSupervisionItem(input: {id: $id}) { userErrors { code } } }")),
            entry(
                    NodeType.DIRECTIVE,
                    List.of(
                            "query($id: ID!) { directive(id: $id) { id demands { demand } items { totalCount } } }",
                            "mutation($id: ID!) { issueDirective(input: {id: $id}) { userErrors { code } } }",
                            "mutation($id: ID!) { withdrawDirective(input: {id: $id, reason: \"x\"}) { userErrors { code } } }")),
            entry(
                    NodeType.DIRECTIVE_ITEM,
                    List.of(
                            "query($id: ID!) { directiveItem(id: $id) { id demand responses { text } directive { id } } }",
                            "mutation($id: ID!) { respondToDirective(input: {id: $id, response: \"x\"}) { userErrors { code } } }",
                            "mutation($id: ID!) { acceptDirectiveResponse(input: {id: $id}) { userErrors { code } } }")),
            entry(
                    NodeType.HAZARD_TRANSFER,
                    List.of(
                            "query($id: ID!) { transfer(id: $id) { id reason } }",
                            "mutation($id: ID!) { acceptTransfer(input: {id: $id}) { userErrors { code } } }")),
            entry(
                    NodeType.CHECK_PLAN,
                    List.of(
                            "query($id: ID!) { checkPlan(id: $id) { id title targets { name } } }",
                            "mutation($id: ID!) { approveCheckPlan(input: {id: $id, document: \"x\"}) { userErrors { code } } }")),
            entry(
                    NodeType.VISIT_EDITION,
                    List.of("query($id: ID!) { visitEdition(id: $id) { id figures { total { enforcement } } } }")),
            entry(
                    NodeType.DRAW,
                    List.of(
                            "query($id: ID!) { draw(id: $id) { id visits { name } } drawCandidates(drawId: $id) { totalCount } }",
                            "mutation($id: ID!) { publishDraw(input: {id: $id}) { userErrors { code } } }")),
            entry(
                    NodeType.LOOK_BACK_CHECK,
                    List.of(
                            "query($id: ID!) { lookBackCheck(id: $id) { id hazard { id } } }",
                            "mutation($id: ID!) { recordLookBack(input: {id: $id, held: false, note: \"x\"}) { userErrors { code } } }")),
            entry(
                    NodeType.HAZARD,
                    List.of(
                            "query($id: ID!) { hazard(id: $id) { id title evidence { nodes { url } } } }",
                            "query($id: ID!) { rectificationTasks(filter: {hazardId: $id}) { totalCount nodes { id hazard { id } } } }",
                            "query($id: ID!) { enterprises(first: 5) { nodes { rectificationTasks(filter: {hazardId: $id})"
                                    + " { totalCount nodes { id } } } } }",
                            "mutation($id: ID!) { closeHazard(input: {id: $id}) { userErrors { code } } }")),
            entry(
                    NodeType.DEADLINE_CLOCK,
                    List.of(
                            "query($id: ID!) { deadline(id: $id) { id events { totalCount } urges { totalCount } } }",
                            "query($id: ID!) { urges(filter: {deadlineClockId: $id}) { totalCount nodes { note } } }",
                            "mutation($id: ID!) { urge(input: {id: $id, note: \"x\"}) { userErrors { code } } }")),
            entry(
                    NodeType.TASK,
                    List.of(
                            "query($id: ID!) { rectificationTask(id: $id) { id hazard { id } } }",
                            "mutation($id: ID!) { acceptRectification(input: {id: $id}) { userErrors { code } } }")),
            entry(
                    NodeType.INSPECTION,
                    List.of(
                            "query($id: ID!) { inspection(id: $id) { id hazards { totalCount } } }",
                            "query($id: ID!) { hazards(filter: {inspectionId: $id}) { totalCount nodes { id } } }",
                            "query($id: ID!) { hazards(filter: {inspectionId: $id}) { facets { status { value count }"
                                    + " overdue { value count } } } }",
                            "query($id: ID!) { enterprises(first: 5) { nodes { hazards(filter: {inspectionId: $id})"
                                    + " { totalCount nodes { id inspection { id } } } } } }",
                            "mutation($id: ID!) { signInspection(input: {id: $id}) { userErrors { code } } }",
                            "mutation($id: ID!) { startInspection(input: {id: $id}) { userErrors { code } } }",
                            "mutation($id: ID!) { rateInspection(input: {id: $id, score: 3}) { userErrors { code } } }",
                            "mutation($id: ID!) { cancelInspection(input: {id: $id, reason: \"x\"}) { userErrors { code } } }")),
            entry(
                    NodeType.ENTERPRISE,
                    List.of(
                            "query($id: ID!) { enterprise(id: $id) { id hazards { totalCount } inspections { totalCount } } }",
                            "query($id: ID!) { hazards(filter: {enterpriseId: $id}) { totalCount nodes { id } } }",
                            "query($id: ID!) { inspections(filter: {enterpriseId: $id}) { totalCount nodes { id } } }",
                            "query($id: ID!) { rectificationTasks(filter: {enterpriseId: $id}) { totalCount nodes { id } } }",
                            "query($id: ID!) { hazards(filter: {enterpriseId: $id}) { facets { grade { value count } } }"
                                    + " inspections(filter: {enterpriseId: $id}) { facets { status { value count } } }"
                                    + " rectificationTasks(filter: {enterpriseId: $id}) { facets { town { value count } } } }",
                            "query($id: ID!) { responsibilityAssignments(filter: {enterpriseId: $id})"
                                    + " { totalCount nodes { id holderName enterprise { id } } } }",
                            "query($id: ID!) { enterprises(first: 5) { nodes { hazards(filter: {enterpriseId: $id})"
                                    + " { totalCount nodes { id } } } } }",
                            "mutation($id: ID!) { reportHazard(input: {enterpriseId: $id, title: \"x\","
                                    + " category: \"FIRE_FACILITIES\"}) { userErrors { code message path } } }")),
            entry(
                    NodeType.PERSON,
                    List.of(
                            assigning("personId: $id, validFrom: \"2091-01-01\""),
                            "query($id: ID!) { inspections(filter: {assignedTo: $id}) { totalCount nodes { id } } }")),
            entry(
                    NodeType.RESPONSIBILITY,
                    List.of(assigning("personId: \"" + NodeId.text(NodeType.PERSON, NodeId.newUuid())
                            + "\", replacesId: $id, validFrom: \"2091-01-01\""))),
            entry(
                    NodeType.EVIDENCE,
                    List.of(
                            "query($id: ID!) { node(id: $id) { ... on Evidence { id path url } } }",
                            "{ nodes(ids: [\"ID\"]) { ... on Evidence { id url(expiresIn: 60) } } }")));

    private static final Map<NodeType, List<String>> DOCUMENTS_OF_POSTS = Map.of(
            NodeType.ENTERPRISE_POST,
                    List.of(
                            "query($id: ID!) { enterprisePost(id: $id) { id person { name } checks { totalCount } } }",
                            "query($id: ID!) { postChecks(filter: {postId: $id}) { totalCount nodes { id } } }",
                            "mutation($id: ID!) { endEnterprisePost(input: {id: $id}) { userErrors { code } } }",
                            "mutation($id: ID!) { schedulePostCheck(input: {postId: $id, what: \"x\", every: DAY}) { userErrors { code } } }"),
            NodeType.POST_CHECK,
                    List.of(
                            "query($id: ID!) { postCheck(id: $id) { id records { totalCount } } }",
                            "mutation($id: ID!) { recordPostCheck(input: {checkId: $id, result: ALL_RIGHT}) { userErrors { code } } }",
                            "mutation($id: ID!) { stopPostCheck(input: {id: $id}) { userErrors { code } } }"),
            NodeType.QUICK_REPORT,
                    List.of(
                            "query($id: ID!) { quickReport(id: $id) { id words reporter hazard { id } } }",
                            "mutation($id: ID!) { escalateReport(input: {id: $id}) { userErrors { code } } }",
                            "mutation($id: ID!) { answerReport(input: {id: $id, verified: true, answer: \"x\"}) { userErrors { code } } }"));

    private static List<String> hiddenObjects = List.of();

    private static String assigning(String more) {
        return "mutation($id: ID!) { assignResponsibility(input: {party: TERRITORIAL, jurisdiction: \"410221000000\", "
                + more + "}) { userErrors { code message path } } }";
    }

    static Stream<TestCaller> outsiders() {
        return MatrixCallers.OUTSIDE.stream();
    }

    /** Made for the first of the outsiders, and not changed by any of them. */
    private static synchronized List<String> hiddenObjects() {
        if (hiddenObjects.isEmpty()) {
            hiddenObjects = objects();
        }
        return hiddenObjects;
    }

    private static List<String> objects() {
        Scene scene = new Scene();
        String hazard = scene.confirmed();
        String task = scene.assignedTask(hazard);
        String photo = scene.photo(hazard);
        String check = PostScene.LANKAO.check();
        return List.of(
                hazard,
                task,
                scene.unannounced(),
                photo,
                scene.enterprise(),
                scene.manager(),
                scene.assignment(),
                PaperScene.LANKAO.served(PaperScene.LANKAO.notice()),
                check,
                PostScene.LANKAO.recorded(check),
                PostScene.LANKAO.post(),
                PostScene.LANKAO.escalated(),
                DutyScene.LANKAO.recorded(),
                DeadlineScene.urged(scene.confirmed()),
                DeadlineScene.reached(hazard),
                commented(hazard),
                OffSiteScene.concluded(),
                HazardNotificationScene.workersTold(hazard),
                SiteScene.LANKAO.registered(),
                SupervisionScene.TOWN.started(),
                SupervisionScene.TOWN.issued(),
                DirectiveScene.TOWN.drafted(),
                DirectiveScene.TOWN.issuedItem(),
                DailyReportScene.LANKAO.drawn(),
                CheckPlanScene.approved(),
                DrawScene.LANKAO.drawn(1),
                ReelScene.LANKAO.drafted(photo),
                DrawScene.LANKAO.check(DrawScene.closedMajor()),
                TransferScene.sent(TestCaller.OFFICER_LANKAO, scene.confirmed(), "ORDINARY", TransferScene.FIRE));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void outsiderIsAnsweredAsIfTheObjectDidNotExist(TestCaller outsider) {
        // Given
        List<String> hidden = hiddenObjects();
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When, Then
        Together.assertEach(hidden.stream().flatMap(id -> sameAsMissing(outsider, id)));
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    private static String commented(String hazard) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "comment",
                        "CommentInput",
                        Map.of("subject", hazard, "text", "已约谈负责人", "visibility", "SHARED"),
                        "comment { id }")
                .accepted()
                .text("comment.id");
    }

    /** At the same place, of all trades, but of another matter. */
    @Test
    void supervisorOfAnotherMatterIsAnsweredAsIfTheObjectDidNotExist() {
        // Given
        Scene scene = new Scene();
        String hazard = scene.confirmed();
        List<String> hidden = List.of(hazard, scene.assignedTask(hazard), scene.photo(hazard));
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When, Then
        assertEquals(
                hazard,
                LedgerClient.as(TestCaller.FIRE_LANKAO)
                        .query("query($id: ID!) { node(id: $id) { id } }", Map.of("id", hazard))
                        .getString("data.node.id"));
        assertAll(hidden.stream().flatMap(id -> sameAsMissing(TestCaller.EQUIPMENT_LANKAO, id)));
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    static Stream<TestCaller> everybody() {
        return MatrixCallers.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void addressOfAContentIsMadeOnlyForWhoSeesIt(TestCaller reader) {
        // Given
        Scene scene = new Scene();
        String hazard = scene.confirmed();
        String photo = scene.photo(hazard);

        // When
        var answer = LedgerClient.as(reader)
                .query(
                        "query($photo: ID!, $hazard: ID!) { node(id: $photo) { ... on Evidence { url } }"
                                + " hazard(id: $hazard) { evidence { nodes { url } } } evidence { nodes { id url } } }",
                        Map.of("photo", photo, "hazard", hazard));

        // Then
        boolean sees = MatrixCallers.INSIDE.contains(reader);
        assertEquals(sees, answer.getList("data.evidence.nodes.id").contains(photo));
        List<String> urls = Stream.of("data.node.url", "data.hazard.evidence.nodes[0].url")
                .map(answer::getString)
                .filter(Objects::nonNull)
                .toList();
        assertEquals(sees ? 2 : 0, urls.size());
        assertAll(urls.stream()
                .map(url -> () -> assertEquals(200, given().get(url).statusCode())));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void cursorOfAnInsiderOpensNothingToAnOutsider(TestCaller outsider) {
        // Given
        Scene scene = new Scene();
        scene.assignedTask();
        scene.assignedTask();
        String enterprise = scene.enterprise();
        for (String list : List.of("hazards", "rectificationTasks")) {
            String document = "query($id: ID!, $after: String) { " + list
                    + "(first: 1, after: $after, filter: {enterpriseId: $id})"
                    + " { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }";
            String cursor = LedgerClient.as(OFFICER_LANKAO)
                    .query(document, Map.of("id", enterprise))
                    .getString("data." + list + ".pageInfo.endCursor");

            // When
            var page = LedgerClient.as(outsider).query(document, Map.of("id", enterprise, "after", cursor));

            // Then
            assertEquals(0, page.getInt("data." + list + ".totalCount"));
            assertEquals(List.of(), page.getList("data." + list + ".nodes"));
            assertFalse(page.getBoolean("data." + list + ".pageInfo.hasNextPage"));
        }
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void searchTellsAnOutsiderNeitherARowNorACount(TestCaller outsider) {
        // Given
        String hazard = new Scene().confirmed();
        String title = LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { hazard(id: $id) { title } }", Map.of("id", hazard))
                .getString("data.hazard.title");
        String document =
                "query($text: String) { hazards(filter: {text: $text}) { totalCount totalCountExact nodes { id } } }";

        // When
        var hidden = LedgerClient.as(outsider).query(document, Map.of("text", title));
        var missing = LedgerClient.as(outsider)
                .query(document, Map.of("text", NodeId.newUuid().toString()));

        // Then
        assertEquals(
                List.of(hazard),
                LedgerClient.as(OFFICER_LANKAO)
                        .query(document, Map.of("text", title))
                        .getList("data.hazards.nodes.id"));
        assertEquals(missing.prettify(), hidden.prettify());
    }

    @Test
    void cityCampaignShowsEachCountyItsOwnInspectionsOnly() {
        // Given
        Scene scene = new Scene();
        String campaign = scene.campaign(CITY_OFFICER, "KEY_PERIOD", List.of("410221000000", "410225000000"));
        String inspection = scene.planned(Map.of("campaignId", campaign));
        String document =
                "query($id: ID!) { node(id: $id) { id ... on Campaign { inspections { totalCount nodes { id } } } } }";

        // When, Then
        assertEquals(
                List.of(inspection),
                LedgerClient.as(OFFICER_LANKAO)
                        .query(document, Map.of("id", campaign))
                        .getList("data.node.inspections.nodes.id"));
        for (TestCaller outsider : List.of(
                TestCaller.OFFICER_QIXIAN,
                TestCaller.COUNTY_LEADER_QIXIAN,
                TestCaller.AUDITOR_QIXIAN,
                TestCaller.DEPARTMENT_CITY_CONSTRUCTION,
                MatrixCallers.OTHER_TOWN_OFFICER)) {
            var seen = LedgerClient.as(outsider).query(document, Map.of("id", campaign));
            assertEquals(campaign, seen.getString("data.node.id"), outsider.subject());
            assertEquals(0, seen.getInt("data.node.inspections.totalCount"), outsider.subject());
            assertEquals(List.of(), seen.getList("data.node.inspections.nodes"), outsider.subject());
        }
    }

    @Test
    void whoeverSeesACampaignOrAnAssignmentOfTheCitySeesItsHistory() {
        // Given
        String campaign = new Scene().campaign(CITY_OFFICER, "KEY_PERIOD", List.of("410225000000"));
        String assignment = new Scene().assignmentOfTheCity();
        String document =
                "query($id: ID!) { node(id: $id) { id } history(of: $id) { totalCount nodes { action actorName } } }";
        List<TestCaller> readers = List.of(
                CITY_OFFICER,
                TestCaller.COUNTY_LEADER_LANKAO,
                OFFICER_LANKAO,
                TestCaller.TOWN_OFFICER_LANKAO,
                TestCaller.DEPARTMENT_LANKAO,
                TestCaller.DEPARTMENT_CITY_CONSTRUCTION,
                INTEGRATION_LANKAO);

        // When, Then
        for (TestCaller reader : readers) {
            for (String id : List.of(campaign, assignment)) {
                var seen = LedgerClient.as(reader).query(document, Map.of("id", id));
                assertEquals(id, seen.getString("data.node.id"), reader.subject());
                assertEquals(1, seen.getInt("data.history.totalCount"), reader.subject());
                assertEquals(
                        List.of(CITY_OFFICER.subject()),
                        seen.getList("data.history.nodes.actorName"),
                        reader.subject());
            }
        }
        assertEquals(
                1,
                LedgerClient.as(MANAGER_LANKAO)
                        .query(document, Map.of("id", assignment))
                        .getInt("data.history.totalCount"));
        assertEquals(
                List.of(true, true),
                LedgerClient.as(TestCaller.COUNTY_LEADER_LANKAO)
                        .query(
                                "query($one: ID!, $other: ID!) { one: verifyHistory(of: $one) { intact }"
                                        + " other: verifyHistory(of: $other) { intact } }",
                                Map.of("one", campaign, "other", assignment))
                        .getList("data.collect { it.value.intact }"));
        assertAll(Stream.of(campaign, VisitEditionScene.published())
                .flatMap(id -> sameAsMissing(TestCaller.COUNTY_LEADER_QIXIAN, id)));
    }

    @Test
    void departmentReadsTheRegisterOfItsTradeAndOfItsPlaceOnly() {
        // Given
        String concerning = " from %s a left join enterprise e on e.id = a.enterprise_id"
                + " where a.city_code = '4102' and (a.enterprise_id is null or e.industry_section = 'E')";
        String ofTrade = " and (a.industry_code is null or a.industry_code like 'E%%')";

        // When
        var seen = LedgerClient.as(TestCaller.DEPARTMENT_CITY_CONSTRUCTION)
                .query("{ people { totalCount } responsibilityAssignments { totalCount }"
                        + " own: responsibilityAssignments(first: 100, filter: {party: ENTERPRISE_MAIN})"
                        + " { nodes { enterprise { industry } } }"
                        + " regulators: responsibilityAssignments(first: 100, filter: {party: INDUSTRY_REGULATOR})"
                        + " { nodes { industry } } }");

        // Then
        assertEquals(
                LedgerDatabase.number("select count(*)" + concerning.formatted("person")),
                seen.getLong("data.people.totalCount"));
        assertEquals(
                LedgerDatabase.number(
                        "select count(*)" + (concerning + ofTrade).formatted("responsibility_assignment")),
                seen.getLong("data.responsibilityAssignments.totalCount"));
        List<String> industries = seen.getList("data.own.nodes.enterprise.industry");
        assertFalse(industries.isEmpty());
        assertTrue(industries.stream().allMatch(industry -> industry.startsWith("E")), industries::toString);
        assertEquals(
                Set.of("E"), Set.copyOf(seen.<String>getList("data.regulators.nodes.industry")), "of other trades");
    }

    @Test
    void managerMeetsAnUnannouncedVisitOnNoPathUntilItStarts() {
        // Given
        Scene scene = new Scene();
        String counts = "query($id: ID!) { inspections(filter: {enterpriseId: $id}) { totalCount"
                + " facets { status { value count } kind { value count } county { value count } source { value count } } }"
                + " emergencies: inspections(filter: {source: EMERGENCY}) { totalCount }"
                + " evidence { totalCount } enterprise(id: $id) { inspections { totalCount facets { status { value count } } } }"
                + " inspectionBudget(enterpriseId: $id, year: " + Scene.TODAY.getYear() + ")"
                + " { authorities { authority used exempt merged left } } }";
        Map<String, String> own = Map.of("id", scene.enterprise());
        String before = LedgerClient.as(MANAGER_LANKAO).send(counts, own).asString();
        String inspection = scene.unannounced();
        String photo = scene.photo(inspection);

        // When, Then
        assertEquals(before, LedgerClient.as(MANAGER_LANKAO).send(counts, own).asString());
        assertAll(Stream.of(inspection, photo).flatMap(id -> sameAsMissing(MANAGER_LANKAO, id)));
        assertAll(sameAsMissingInReports(MANAGER_LANKAO, inspection));

        // When
        Scene.run(OFFICER_LANKAO, "startInspection", "StartInspectionInput", Loop.start(inspection));

        // Then
        String document = "query($id: ID!) { node(id: $id) { id ... on Inspection { evidence { nodes { id } } } }"
                + " history(of: $id) { nodes { action } } }";
        var seen = LedgerClient.as(MANAGER_LANKAO).query(document, Map.of("id", inspection));
        assertEquals(inspection, seen.getString("data.node.id"));
        assertEquals(List.of(photo), seen.getList("data.node.evidence.nodes.id"));
        assertEquals(List.of("PLANNED", "EVIDENCE_ADDED", "STARTED"), seen.getList("data.history.nodes.action"));
        assertEquals(200, download(MANAGER_LANKAO, photo).statusCode());
        assertNotEquals(
                before, LedgerClient.as(MANAGER_LANKAO).send(counts, own).asString());
        var after = LedgerClient.as(MANAGER_LANKAO).query(counts, own);
        assertEquals(List.of(), after.getList("data.inspections.facets.source"), "is for authorities");
        assertEquals(0, after.getInt("data.emergencies.totalCount"));
        assertNotEquals(
                List.of(),
                LedgerClient.as(OFFICER_LANKAO)
                        .query(counts.replaceAll(" inspectionBudget.*", " }"), own)
                        .getList("data.inspections.facets.source"));
    }

    @Test
    void managerMeetsADrawAndALookBackOnNoPathBeforeTheyAreOver() {
        // Given
        String counts = "{ draws { totalCount } drawCandidates { totalCount } lookBacks { totalCount }"
                + " lookBackCandidates { totalCount } lookBackChecks { totalCount }"
                + " hazards(first: 5, orderBy: REPORTED_AT_DESC) { nodes { lookBackChecks { totalCount } } } }";
        String hazard = DrawScene.closedMajor();
        String before = LedgerClient.as(MANAGER_LANKAO).query(counts).prettify();
        String draw = DrawScene.LANKAO.drawn(1);
        String check = DrawScene.LANKAO.check(hazard);
        String lookBack = LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { lookBackCheck(id: $id) { lookBack { id } } }", Map.of("id", check))
                .getString("data.lookBackCheck.lookBack.id");

        // When, Then
        assertEquals(before, LedgerClient.as(MANAGER_LANKAO).query(counts).prettify());
        assertAll(Stream.of(draw, check, lookBack).flatMap(id -> sameAsMissing(MANAGER_LANKAO, id)));
        assertAll(Stream.of(draw, check, lookBack).flatMap(id -> sameAsMissing(WORKER_LANKAO, id)));
    }

    @Test
    void managerMeetsACheckPlanOnNoPathBeforeItIsPublished() {
        // Given
        String counts = "{ checkPlans { totalCount nodes { id } } }";
        String before = LedgerClient.as(MANAGER_LANKAO).query(counts).prettify();
        String plan = CheckPlanScene.approved();

        // When, Then
        assertEquals(before, LedgerClient.as(MANAGER_LANKAO).query(counts).prettify());
        assertAll(sameAsMissing(MANAGER_LANKAO, plan));
        assertAll(sameAsMissing(WORKER_LANKAO, CheckPlanScene.published()));
    }

    @Test
    void visitThatWasCancelledBeforeItsStartStaysHidden() {
        // Given
        Scene scene = new Scene();
        String inspection = scene.unannounced();

        // When
        Scene.run(OFFICER_LANKAO, "cancelInspection", "EndInspectionInput", Map.of("id", inspection, "reason", "改期"));

        // Then
        assertAll(sameAsMissing(MANAGER_LANKAO, inspection));
    }

    @Test
    void workerSeesPublishedHazardsAndOwnReportsOnly() {
        // Given
        Scene scene = new Scene();
        String unconfirmed = scene.reported();
        String rejected = scene.rejected(OFFICER_LANKAO);
        String photo = scene.photo(unconfirmed);
        String inspection = scene.started();
        String own = scene.reportedBy(WORKER_LANKAO);
        String published = scene.confirmed();

        // When, Then
        assertAll(Stream.of(unconfirmed, rejected, photo, inspection).flatMap(id -> sameAsMissing(WORKER_LANKAO, id)));
        assertAll(sameAsMissingInReports(WORKER_LANKAO, inspection));
        assertEquals(
                List.of(own, published),
                LedgerClient.as(WORKER_LANKAO)
                        .query(
                                "query($own: ID!, $published: ID!)"
                                        + " { own: node(id: $own) { id } published: node(id: $published) { id } }",
                                Map.of("own", own, "published", published))
                        .getList("data.collect { it.value.id }"));
        List<String> listed = LedgerClient.as(WORKER_LANKAO)
                .query("{ enterprises { nodes { hazards(first: 100, orderBy: REPORTED_AT_DESC) { nodes { id } } } } }")
                .getList("data.enterprises.nodes[0].hazards.nodes.id");
        assertTrue(listed.containsAll(List.of(own, published)));
        assertFalse(listed.contains(unconfirmed));
        assertFalse(listed.contains(rejected));
    }

    @Test
    void workerFollowsAReportWithoutOthersIdentities() {
        // Given
        Scene scene = new Scene();
        String hazard = scene.reportedBy(WORKER_LANKAO);
        new Loop().confirm(OFFICER_LANKAO, hazard);
        String task = scene.assignedTask(hazard);
        Scene.run(MANAGER_LANKAO, "acceptRectification", "RectificationInput", Map.of("id", task));

        // When
        String document = "query($hazard: ID!, $task: ID!) {"
                + " hazard: history(of: $hazard) { nodes { actorName details { name value } } }"
                + " task: history(of: $task) { nodes { actorName details { name value } } } }";
        Response answer = LedgerClient.as(WORKER_LANKAO).send(document, Map.of("hazard", hazard, "task", task));

        // Then
        List<String> names = new ArrayList<>();
        names.add(WORKER_LANKAO.subject());
        names.add(null);
        names.add(null);
        assertEquals(names, answer.jsonPath().getList("data.hazard.nodes.actorName"));
        assertFalse(answer.asString().contains(OFFICER_LANKAO.subject()), answer::asString);
        assertFalse(answer.asString().contains(MANAGER_LANKAO.subject()), answer::asString);
    }

    @Test
    void objectsOfAListOneMayNotReadAreNotReadByNodeIdEither() {
        // Given
        Scene scene = new Scene();
        String campaign = scene.campaign(OFFICER_LANKAO, "ROUTINE", List.of(Scene.COUNTY));
        String assignment = scene.assignment();

        // When, Then
        assertAll(sameAsMissing(MANAGER_LANKAO, campaign));
        assertAll(sameAsMissing(WORKER_LANKAO, campaign));
        assertAll(sameAsMissing(WORKER_LANKAO, assignment));
        assertAll(sameAsMissing(INTEGRATION_LANKAO, scene.manager()));
    }

    @Test
    void workersHaveNeitherEachOthersPostsNorReportsAndAuthoritiesNoReportThatWasNotSteppedUp() {
        // Given
        PostScene scene = PostScene.LANKAO;
        String check = scene.check();
        String record = scene.recorded(check);
        String report = scene.unanswered();

        // When, Then
        assertAll(Stream.of(scene.post(), check, record, report)
                .flatMap(id -> sameAsMissing(PostScene.OTHER_WORKER, id)));
        assertAll(sameAsMissing(OFFICER_LANKAO, report));
        assertAll(sameAsMissing(CITY_OFFICER, report));
    }

    /** The object's id and an id that nobody has, sent on every path: the answers differ in nothing but the id. */
    private static Stream<Executable> sameAsMissing(TestCaller reader, String id) {
        NodeType type = NodeId.parse(id).orElseThrow().type();
        String missing = NodeId.text(type, NodeId.newUuid());
        LedgerClient client = LedgerClient.as(reader);
        Stream<Executable> documents = Stream.concat(
                        DOCUMENTS_BY_ID.stream(),
                        Stream.of(DOCUMENTS_BY_TYPE, DOCUMENTS_OF_POSTS)
                                .flatMap(known -> known.getOrDefault(type, List.of()).stream()))
                .map(document -> () -> assertSame(
                        document,
                        reader,
                        client.send(document.replace("\"ID\"", quoted(missing)), Map.of("id", missing)),
                        missing,
                        client.send(document.replace("\"ID\"", quoted(id)), Map.of("id", id)),
                        id));
        Executable upload =
                () -> assertSame("POST /evidence", reader, upload(reader, missing), missing, upload(reader, id), id);
        Executable download =
                () -> assertSame("GET /evidence", reader, download(reader, missing), missing, download(reader, id), id);
        Executable integrity = () -> assertSame(
                "GET /evidence integrity",
                reader,
                download(reader, missing + "/integrity"),
                missing,
                download(reader, id + "/integrity"),
                id);
        return Stream.concat(documents, Stream.of(upload, download, integrity));
    }

    private static String quoted(String id) {
        return '"' + id + '"';
    }

    private static Stream<Executable> sameAsMissingInReports(TestCaller reader, String inspection) {
        String missing = NodeId.text(NodeType.INSPECTION, NodeId.newUuid());
        return Stream.of(() -> assertSame(
                "reportHazard", reader, report(reader, missing), missing, report(reader, inspection), inspection));
    }

    private static Response report(TestCaller reader, String inspection) {
        return LedgerClient.as(reader)
                .send(
                        "mutation($input: ReportHazardInput!) { reportHazard(input: $input)"
                                + " { userErrors { code message path } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "enterpriseId",
                                        new Scene().enterprise(),
                                        "inspectionId",
                                        inspection,
                                        "title",
                                        "x",
                                        "category",
                                        "FIRE_FACILITIES")));
    }

    private static void assertSame(
            String path, TestCaller reader, Response missing, String missingId, Response hidden, String hiddenId) {
        String expected = missing.asString().replace(missingId, "ID");
        assertEquals(missing.statusCode(), hidden.statusCode(), path);
        assertEquals(expected, hidden.asString().replace(hiddenId, "ID"), () -> path + " by " + reader.subject());
        assertFalse(expected.contains("INTERNAL"), () -> path + " by " + reader.subject() + ": " + expected);
    }

    private static Response upload(TestCaller sender, String subject) {
        return new Loop().send(sender, subject, "OTHER", Loop.photo());
    }

    private static Response download(TestCaller reader, String id) {
        return LedgerClient.as(reader).get("/evidence/" + id);
    }
}
