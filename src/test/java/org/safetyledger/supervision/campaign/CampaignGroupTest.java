package org.safetyledger.supervision.campaign;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.CampaignGroupScene.ACROSS;
import static org.safetyledger.testing.CampaignGroupScene.CITY;
import static org.safetyledger.testing.CampaignGroupScene.FROM_QIXIAN;
import static org.safetyledger.testing.TestCaller.AUDITOR_QIXIAN;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.TOWN_OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CampaignGroupScene;
import org.safetyledger.testing.CampaignScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;

/** Groups of officers across counties: by a dated grant they see and conduct what their campaign does at their places, no more. */
@LedgerTest
class CampaignGroupTest {
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);

    private static final List<String> LISTS = List.of(
            "inspections", "hazards", "evidence", "enterprises", "campaigns", "campaignGroups", "people", "papers");

    private static final String START =
            "mutation($id: ID!) { startInspection(input: {id: $id, noScanReason: \"门口无网络信号\"}) { userErrors { code } } }";

    private static final String SEEN = "query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id }"
            + LISTS.stream().map(list -> " " + list + " { totalCount }").collect(Collectors.joining())
            + " }";

    private final Loop loop = new Loop();

    @Inject
    LedgerTables database;

    /** A test leaves no grants to the next. */
    @AfterEach
    void end() {
        database.change(
                "update object_grant set ends_at = now() where object_type = 'CAMPAIGN_GROUP' and ends_at > now()"
                        + " and starts_at <= now()");
    }

    @Test
    void memberSeesAndConductsTheCampaignsVisitsAtTheGroupsPlaces() {
        // Given
        String campaign = CITY.approved();
        String visit = visit(campaign);
        Map<String, Integer> before = totals(visit);

        // When
        String group = ACROSS.formed(campaign);
        Map<String, Integer> during = totals(visit);
        Payload started = run(FROM_QIXIAN, "startInspection", "StartInspectionInput", Loop.start(visit));
        String finding = run(
                        FROM_QIXIAN,
                        "recordFinding",
                        "RecordFindingInput",
                        Map.of(
                                "inspectionId",
                                visit,
                                "itemId",
                                item(visit),
                                "result",
                                "NON_COMPLIANT",
                                "grade",
                                "GENERAL"))
                .accepted()
                .text("__typename");
        String title = "应急照明失效 " + UUID.randomUUID();
        String hazard = LedgerClient.as(FROM_QIXIAN)
                .mutate("reportHazard", "ReportHazardInput", report(visit, title), "hazard { id }")
                .accepted()
                .text("hazard.id");
        String photo = loop.upload(FROM_QIXIAN, hazard, "BEFORE");
        loop.upload(FROM_QIXIAN, visit, "OTHER");
        Map<String, Integer> found = totals(visit);

        // Then
        assertEquals("InspectionPayload", finding);
        started.accepted();
        Map<String, Integer> one = new HashMap<>(before);
        List.of("inspections", "enterprises", "campaigns", "campaignGroups", "people", "node", "nodes")
                .forEach(seen -> one.merge(seen, 1, Integer::sum));
        assertEquals(one, during);
        one.merge("hazards", 1, Integer::sum);
        one.merge("evidence", 2, Integer::sum);
        assertEquals(one, found);
        assertEquals(List.of("PLANNED", "STARTED", "FINDING_RECORDED", "EVIDENCE_ADDED"), history(FROM_QIXIAN, visit));
        assertEquals(List.of("REPORTED", "EVIDENCE_ADDED"), history(FROM_QIXIAN, hazard));
        assertEquals(List.of("FORMED"), history(FROM_QIXIAN, group));
        assertEquals(List.of(hazard), searched(FROM_QIXIAN, title));
        assertTrue(sees(OFFICER_LANKAO_2, photo));
        assertFalse(sees(OFFICER_QIXIAN, hazard));
        assertFalse(sees(OFFICER_QIXIAN, visit));
    }

    @Test
    void memberWhoseGroupEndsInTheMidstOfACommandIsToldToTryAgainAndThenSeesNothing() throws Exception {
        // Given
        String campaign = CITY.approved();
        String visit = visit(campaign);
        ACROSS.formed(campaign);
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ExecutorService member = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('%s', 1))".formatted(uuid(visit)));

            // When
            Future<List<String>> midst =
                    member.submit(() -> LedgerClient.as(FROM_QIXIAN).errorCodes(START, Map.of("id", visit)));
            await().until(() ->
                    LedgerDatabase.number("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            > 0);
            int ended = statement.executeUpdate(
                    "update object_grant set ends_at = now() where object_type = 'CAMPAIGN_GROUP'"
                            + " and ends_at > now() and starts_at <= now()");
            assertTrue(ended > 0);
            connection.commit();

            // Then
            assertEquals(List.of("BUSY"), midst.get());
        }
        assertEquals(List.of("NOT_FOUND"), LedgerClient.as(FROM_QIXIAN).errorCodes(START, Map.of("id", visit)));
        assertEquals(List.of("PLANNED"), history(CITY_OFFICER, visit));
    }

    @Test
    void progressOfAMemberIsWhatHisListsShow() {
        // Given
        CampaignScene ofBoth =
                new CampaignScene(CITY_OFFICER, TestCaller.CITY_LEADER, List.of("410225101000", "410225000000"));
        String campaign = ofBoth.approved();
        String visit = visit(campaign);
        CampaignGroupScene.visit(Map.of("campaignId", campaign, "enterpriseId", elsewhereInLankao()));
        Map<String, Object> plan = ACROSS.plan(campaign);
        plan.put("targetJurisdictions", List.of(town(LANKAO_ENTERPRISE)));
        ACROSS.form(plan).accepted();
        run(FROM_QIXIAN, "startInspection", "StartInspectionInput", Loop.start(visit))
                .accepted();
        run(FROM_QIXIAN, "reportHazard", "ReportHazardInput", report(visit)).accepted();
        String document =
                "query($id: ID!) { campaignProgress(id: $id) { visits started enterprises hazards openHazards }"
                        + " inspections(filter: {campaignId: $id}) { totalCount nodes { hazards { totalCount } } }"
                        + " campaign(id: $id) { title inspections { totalCount } groups { totalCount } } }";

        // When
        JsonPath member = LedgerClient.as(FROM_QIXIAN).query(document, Map.of("id", campaign));
        JsonPath city = LedgerClient.as(CITY_OFFICER).query(document, Map.of("id", campaign));

        // Then
        assertEquals(
                Map.of("visits", 1, "started", 1, "enterprises", 1, "hazards", 1, "openHazards", 1),
                member.getMap("data.campaignProgress"));
        assertEquals(1, member.getInt("data.inspections.totalCount"));
        assertEquals(List.of(1), member.getList("data.inspections.nodes.hazards.totalCount"));
        assertEquals(1, member.getInt("data.campaign.inspections.totalCount"));
        assertEquals(1, member.getInt("data.campaign.groups.totalCount"));
        assertEquals(2, city.getInt("data.campaignProgress.visits"));
        assertEquals(2, city.getInt("data.inspections.totalCount"));
    }

    @Test
    void grantOfOneCampaignShowsNothingOfAnotherNorOfTheRestOfTheCounty() {
        // Given
        String campaign = CITY.approved();
        String other = CITY.approved();
        String ofOther = visit(other);
        String ofNone = CampaignGroupScene.visit(Map.of());
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        String sibling = ACROSS.form(named(other, "第二检查组", "冯强林")).accepted().text("campaignGroup.id");
        String visit = visit(campaign);
        ACROSS.formed(campaign);

        // When, Then
        assertTrue(sees(FROM_QIXIAN, visit));
        for (String hidden : List.of(other, ofOther, ofNone, hazard, sibling)) {
            assertFalse(sees(FROM_QIXIAN, hidden), hidden);
        }
        JsonPath enterprise = LedgerClient.as(FROM_QIXIAN)
                .query(
                        "query($id: ID!) { inspection(id: $id) { enterprise { inspections { nodes { id } } hazards { totalCount }"
                                + " } } }",
                        Map.of("id", visit));
        assertEquals(List.of(visit), enterprise.getList("data.inspection.enterprise.inspections.nodes.id"));
        assertEquals(0, enterprise.getInt("data.inspection.enterprise.hazards.totalCount"));
    }

    @Test
    void memberBeginsNothingOfHisOwnThereAndCallsNothingOff() {
        // Given
        String campaign = CITY.approved();
        String visit = visit(campaign);
        ACROSS.formed(campaign);
        Map<String, Object> alone = new HashMap<>(report(visit));
        alone.remove("inspectionId");

        // When, Then
        assertEquals(
                List.of("NOT_THE_AUTHORITY"),
                run(FROM_QIXIAN, "cancelInspection", "EndInspectionInput", Map.of("id", visit, "reason", "x"))
                        .userErrorCodes());
        assertEquals(
                List.of("NOT_THE_AUTHORITY"),
                run(
                                FROM_QIXIAN,
                                "excludeInspectionOfficer",
                                "ExcludeInspectionOfficerInput",
                                Map.of("id", visit, "personId", SupervisionScene.person("常森思"), "reason", "x"))
                        .userErrorCodes());
        assertEquals(
                List.of("REFERENCE_NOT_FOUND"),
                run(FROM_QIXIAN, "reportHazard", "ReportHazardInput", alone).userErrorCodes());
        assertEquals(
                List.of("NOT_THE_AUTHORITY"),
                run(
                                FROM_QIXIAN,
                                "enterCampaignPhase",
                                "EnterCampaignPhaseInput",
                                Map.of("id", campaign, "phase", "SUMMARY"))
                        .userErrorCodes());
        Map<String, Object> own = ACROSS.plan(campaign);
        assertEquals(
                List.of("NOT_THE_AUTHORITY"),
                run(FROM_QIXIAN, "formCampaignGroup", "FormCampaignGroupInput", own)
                        .userErrorCodes());
        assertEquals(List.of("PLANNED"), history(CITY_OFFICER, visit));
    }

    @Test
    void databaseItselfLetsAMemberNeitherCallOffNorGrant() throws SQLException {
        // Given
        String campaign = CITY.approved();
        String visit = visit(campaign);
        String group = ACROSS.formed(campaign);

        // When, Then
        assertEquals("42501", asMember("update inspection set status = 'CANCELLED' where id = '" + uuid(visit) + "'"));
        assertEquals(
                "42501",
                asMember("insert into object_grant values (gen_random_uuid(), 'CAMPAIGN_GROUP', '" + uuid(group)
                        + "', 'PERSON', 'x', now(), now() + interval '1 day', now(), 'CAMPAIGN_GROUP', '" + uuid(group)
                        + "')"));
        assertEquals(
                "42501",
                asMember(
                        "insert into campaign_group_member select gen_random_uuid(), group_id, person_id, name, subject, title,"
                                + " division_code, department_code, false, joined_at, now() from campaign_group_member where group_id = '"
                                + uuid(group) + "'"));
        SQLException outlives = assertThrows(
                SQLException.class,
                () -> superuser("insert into object_grant values (gen_random_uuid(), 'CAMPAIGN_GROUP', '" + uuid(group)
                        + "', 'PERSON', 'x', now(), now() + interval '60 days', now(), 'CAMPAIGN_GROUP', '"
                        + uuid(group)
                        + "')"));
        assertTrue(String.valueOf(outlives.getMessage()).contains("outlives"));
    }

    @Test
    void visitorsWhoAloneConductAVisitMakeOutItsPapersInTheNameOfItsAuthority() {
        // Given
        String campaign = CITY.approved();
        String visit = visitOf(campaign, "姜文海", ofQixian());
        ACROSS.formed(campaign);
        run(FROM_QIXIAN, "startInspection", "StartInspectionInput", Loop.start(visit))
                .accepted();
        String hazard = LedgerClient.as(FROM_QIXIAN)
                .mutate("reportHazard", "ReportHazardInput", ofNoMatter(report(visit)), "hazard { id }")
                .accepted()
                .text("hazard.id");
        String elsewhere = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);

        // When
        Payload issued = issue(FROM_QIXIAN, instruction(visit, hazard)).accepted();
        String paper = issued.text("paper.id");
        run(FROM_QIXIAN, "servePaper", "ServePaperInput", PaperScene.service(paper))
                .accepted();
        Payload ofAnother = issue(FROM_QIXIAN, instruction(visit, elsewhere));
        Payload byNoOfficer = issue(OFFICER_LANKAO, instruction(visit, hazard));
        Map<String, Object> withoutVisit = instruction(visit, hazard);
        withoutVisit.put("kind", "HAZARD_NOTICE");
        withoutVisit.remove("inspectionId");
        Payload alone = issue(FROM_QIXIAN, withoutVisit);

        // Then
        assertEquals("410200000000", issued.text("paper.authority"));
        assertTrue(String.valueOf(issued.text("paper.number")).startsWith("410200000000"), issued.text("paper.number"));
        assertEquals(List.of("ISSUED", "SERVED"), history(OFFICER_LANKAO, paper));
        assertTrue(sees(MANAGER_LANKAO, paper));
        assertFalse(sees(OFFICER_QIXIAN, paper));
        assertEquals(List.of("REFERENCE_NOT_FOUND"), ofAnother.userErrorCodes());
        assertEquals(List.of("NOT_AN_INSPECTION_OFFICER"), byNoOfficer.userErrorCodes());
        assertEquals(List.of("REFERENCE_NOT_FOUND"), alone.userErrorCodes());
    }

    @Test
    void visitorSaysHimselfThatHeIsInConflictAndOfNobodyElse() {
        // Given
        String campaign = CITY.approved();
        String visit = visit(campaign);
        ACROSS.formed(campaign);
        Map<String, Object> himself =
                Map.of("id", visit, "personId", SupervisionScene.person("姜文海"), "reason", "近亲属在该企业任职");

        // When
        run(FROM_QIXIAN, "excludeInspectionOfficer", "ExcludeInspectionOfficerInput", himself)
                .accepted();
        Payload started = run(FROM_QIXIAN, "startInspection", "StartInspectionInput", Loop.start(visit));
        String waiting = status(visit);
        Payload other = run(
                FROM_QIXIAN,
                "excludeInspectionOfficer",
                "ExcludeInspectionOfficerInput",
                Map.of("id", visit, "personId", SupervisionScene.person("常森思"), "reason", "x"));
        run(FROM_QIXIAN, "readmitInspectionOfficer", "ReadmitInspectionOfficerInput", himself)
                .accepted();

        // Then
        assertEquals("PLANNED", waiting);
        assertEquals(List.of("WRONG_STATE"), started.userErrorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), other.userErrorCodes());
        assertEquals("ASSIGNED", status(visit));
        assertEquals(List.of("PLANNED", "OFFICER_EXCLUDED", "OFFICER_READMITTED"), history(FROM_QIXIAN, visit));
    }

    @Test
    void databaseItselfLetsAMemberWriteOfNoVisitThatHeDoesNotConduct() throws SQLException {
        // Given
        String campaign = CITY.approved();
        String foreign = visitOf(campaign, "常森思", "冯强林");
        ACROSS.formed(campaign);
        UUID visit = uuid(foreign);
        database.change("update inspection set status = 'IN_PROGRESS', started_at = now() where id = ?", visit);
        String from = " from inspection i where i.id = '" + visit + "'";

        // When, Then
        assertTrue(sees(FROM_QIXIAN, foreign));
        assertEquals(
                List.of("NOT_AN_INSPECTION_OFFICER"),
                run(FROM_QIXIAN, "reportHazard", "ReportHazardInput", report(foreign))
                        .userErrorCodes());
        for (String write : List.of(
                "update inspection set version = version + 1 where id = '" + visit + "'",
                "insert into finding (id, inspection_id, item_id, result, recorded_by, recorded_at, fixed_on_site)"
                        + " select gen_random_uuid(), i.id, c.id, 'COMPLIANT', 'x', now(), false"
                        + from.replace(" where", " join checklist_item c on c.checklist_id = i.checklist_id where"),
                "insert into inspection_officer (inspection_id, person_id, name) select '" + visit
                        + "', id, name from person where name = '姜文海'",
                "insert into evidence (id, inspection_id) values (gen_random_uuid(), '" + visit + "')",
                "insert into hazard (id, inspection_id) values (gen_random_uuid(), '" + visit + "')",
                "insert into paper (id, inspection_id) values (gen_random_uuid(), '" + visit + "')")) {
            assertEquals("42501", asMember(write), write);
        }
        assertEquals(
                0,
                changedAsMember("update inspection_officer set exclusion = 'x' where inspection_id = '" + visit + "'"));
    }

    @Test
    void databaseItselfHasAPaperOfAVisitAboutItsEnterpriseAndInTheNameOfItsAuthority() throws SQLException {
        // Given
        String campaign = CITY.approved();
        String conducted = visitOf(campaign, "姜文海", ofQixian());
        ACROSS.formed(campaign);
        UUID visit = uuid(conducted);
        database.change("update inspection set status = 'IN_PROGRESS', started_at = now() where id = ?", visit);
        String paper =
                "insert into paper (id, division_code, version, enterprise_id, industry_code, kind, status, number, addressee,"
                        + " credit_code, authority, inspection_id, legal_basis, officers, issued_by, issued_by_subject, issued_at)"
                        + " select gen_random_uuid(), i.division_code, 1, %s, i.industry_code, 'INSTRUCTION', 'ISSUED', gen_random_uuid()::text,"
                        + " 'x', 'x', %s, i.id, 'x', '[]', 'x', 'x', now() from inspection i where i.id = '" + visit
                        + "'";
        String another = "'" + uuid(elsewhereInLankao()) + "'";

        // Then
        assertEquals("42501", asMember(paper.formatted(another, "i.authority")));
        assertEquals("42501", asMember(paper.formatted("i.enterprise_id", "'410225000000'")));
        assertEquals(1, changedAsMember(paper.formatted("i.enterprise_id", "i.authority")));
    }

    private static String visitOf(String campaign, String... officers) {
        return CampaignGroupScene.visit(Map.of(
                "campaignId",
                campaign,
                "officerIds",
                Stream.of(officers).map(SupervisionScene::person).toList()));
    }

    /** A certified officer of Qixian beside the group's leader. */
    private String ofQixian() {
        return database.value(
                "select name from person where division_code = '410221000000' and certificate_number is not null"
                        + " and name <> '姜文海' order by id limit 1");
    }

    /** The same, of no matter, so that it goes on the papers of a visit of any. */
    private static Map<String, Object> ofNoMatter(Map<String, Object> report) {
        Map<String, Object> other = new HashMap<>(report);
        other.put("category", "SAFETY_RULES");
        return other;
    }

    private Map<String, Object> instruction(String visit, String hazard) {
        return new HashMap<>(Map.of(
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
                        OffsetDateTime.now().plusDays(10).toString()))));
    }

    private static Payload issue(TestCaller officer, Map<String, Object> paper) {
        return LedgerClient.as(officer).mutate("issuePaper", "IssuePaperInput", paper, "paper { id number authority }");
    }

    private static String status(String visit) {
        return LedgerClient.as(CITY_OFFICER)
                .query("query($id: ID!) { inspection(id: $id) { status } }", Map.of("id", visit))
                .getString("data.inspection.status");
    }

    @Test
    void grantLastsFromTheFirstDayToTheLast() {
        // Given
        String campaign = CITY.approved();
        String visit = visit(campaign);
        Map<String, Object> plan = ACROSS.plan(campaign);
        plan.put("startsOn", TODAY.plusDays(2).toString());
        Payload formed = ACROSS.form(plan).accepted();
        String group = String.valueOf(formed.text("campaignGroup.id"));
        boolean before = sees(FROM_QIXIAN, visit);
        String begins = database.value(
                "select starts_at at time zone 'Asia/Shanghai', ends_at at time zone 'Asia/Shanghai', acts_from = starts_at"
                        + " from object_grant where object_id = ? and grantee = ?",
                uuid(group),
                FROM_QIXIAN.subject());

        // When
        shift(group, -2);
        boolean first = sees(FROM_QIXIAN, visit);
        shift(group, -5);
        boolean last = sees(FROM_QIXIAN, visit);
        shift(group, -1);
        boolean after = sees(FROM_QIXIAN, visit);

        // Then
        assertEquals("false", formed.text("campaignGroup.live"));
        assertFalse(before);
        assertEquals(TODAY.plusDays(2) + " 00:00:00|" + TODAY.plusDays(8) + " 00:00:00|t", begins);
        assertTrue(first);
        assertTrue(last);
        assertFalse(after);
        assertEquals(
                List.of("CAMPAIGN_WINDOW_CLOSED"),
                ACROSS.change(ACROSS.changed(group)).userErrorCodes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive", "end", "leave", "window"})
    void grantEndsWithTheCampaignTheGroupTheMembershipAndTheWindow(String how) {
        // Given
        String campaign = CITY.approved();
        String visit = visit(campaign);
        String group = ACROSS.formed(campaign);
        boolean during = sees(FROM_QIXIAN, visit);

        // When
        switch (how) {
            case "archive" -> {
                run(CITY_OFFICER, "cancelInspection", "EndInspectionInput", Map.of("id", visit, "reason", "x"))
                        .accepted();
                run(CITY_OFFICER, "archiveCampaign", "ArchiveCampaignInput", Map.of("id", campaign))
                        .accepted();
            }
            case "end" -> ACROSS.end(group).accepted();
            case "leave" -> ACROSS.change(ACROSS.changed(group)).accepted();
            default ->
                database.change(
                        "update campaign set starts_on = starts_on - 9, ends_on = ? where id = ?",
                        TODAY.minusDays(1),
                        uuid(campaign));
        }

        // Then
        assertTrue(during);
        for (String hidden : List.of(visit, campaign, group)) {
            assertFalse(sees(FROM_QIXIAN, hidden), hidden);
        }
        JsonPath told = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { node(id: $id) { ... on CampaignGroup { status endReason members { name leads leftAt }"
                                + " availableActions { action allowed code } } } }",
                        Map.of("id", group));
        switch (how) {
            case "archive" -> {
                assertEquals("CAMPAIGN_ARCHIVED", told.getString("data.node.endReason"));
                assertEquals(List.of("FORMED", "ENDED"), history(CITY_OFFICER, group));
                assertEquals(List.of("WRONG_STATE"), ACROSS.end(group).userErrorCodes());
            }
            case "end" -> {
                assertEquals("ENDED", told.getString("data.node.status"));
                assertEquals("检查完毕", told.getString("data.node.endReason"));
            }
            case "leave" -> {
                // Who led left; who followed left that and leads: nothing of the three rows was rewritten.
                assertEquals(
                        List.of("姜文海 true left", "常森思 false left", "常森思 true"),
                        told.getList(
                                "data.node.members.collect { it.name + ' ' + it.leads + (it.leftAt ? ' left' : '') }"));
                assertEquals(List.of("FORMED", "MEMBERS_CHANGED"), history(CITY_OFFICER, group));
            }
            default -> assertEquals("FORMED", told.getString("data.node.status"));
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsFieldAndNothingChanges() {
        // Given
        String campaign = CITY.approved();
        String groups = database.value("select count(*) from campaign_group");

        // When, Then
        assertEquals("OUTSIDE_CAMPAIGN_WINDOW endsOn", refusal(campaign, "endsOn", TODAY.plusDays(31)));
        assertEquals("OUTSIDE_CAMPAIGN_WINDOW startsOn", refusal(campaign, "startsOn", TODAY.minusDays(1)));
        assertEquals("END_BEFORE_START endsOn", refusal(campaign, "startsOn", TODAY.plusDays(8)));
        assertEquals(
                "OUTSIDE_CAMPAIGN_TARGETS targetJurisdictions",
                refusal(campaign, "targetJurisdictions", List.of("410221000000")));
        assertEquals(
                "OUTSIDE_CAMPAIGN_TARGETS targetJurisdictions",
                refusal(campaign, "targetJurisdictions", List.of("410200000000")));
        assertEquals(
                "UNKNOWN_CODE targetJurisdictions", refusal(campaign, "targetJurisdictions", List.of("410224000000")));
        assertEquals("REFERENCE_NOT_FOUND targetJurisdictions", refusal(campaign, "targetJurisdictions", List.of()));
        assertEquals(
                "MEMBER_WITHOUT_ACCOUNT memberIds",
                refusal(campaign, "memberIds", List.of(SupervisionScene.person("邵英志"))));
        assertEquals("OUTSIDE_JURISDICTION leaderId", refusal(campaign, "leaderId", SupervisionScene.person("赵红阳")));
        assertEquals(
                "REFERENCE_NOT_FOUND memberIds", refusal(campaign, "memberIds", List.of("person_" + "0".repeat(26))));
        assertEquals("CAMPAIGN_NOT_APPROVED campaignId", refusal(CITY.drafted(), "name", "x"));
        Map<String, Object> routine = CITY.draft();
        routine.put("kind", "ROUTINE");
        assertEquals("CAMPAIGN_WITHOUT_GROUPS campaignId", refusal(CITY.approved(routine), "name", "x"));
        assertEquals("NOT_THE_AUTHORITY campaignId", refusal(CampaignScene.LANKAO.approved(), "name", "x"));
        assertEquals(groups, database.value("select count(*) from campaign_group"));
    }

    @Test
    void memberOfADissolvedDepartmentIsRefused() {
        // Given
        String campaign = CITY.approved();
        database.change("update department set valid_to = ? where code = 'KF-410225-FR'", TODAY.minusDays(1));

        // When
        String refused;
        try {
            refused = refusal(campaign, "memberIds", List.of(SupervisionScene.person("田晨鹏")));
        } finally {
            database.change("update department set valid_to = null where code = 'KF-410225-FR'");
        }

        // Then
        assertEquals("DEPARTMENT_RETIRED memberIds", refused);
        assertEquals("none", refusal(campaign, "memberIds", List.of(SupervisionScene.person("田晨鹏"))));
    }

    @Test
    void sameMembersOnceMoreAndOthersAuthoritiesAreRefused() {
        // Given
        String campaign = CITY.approved();
        String group = ACROSS.formed(campaign);
        Map<String, Object> same = new HashMap<>(ACROSS.plan(campaign));
        same.keySet().retainAll(List.of("leaderId", "memberIds"));
        same.putAll(Map.of("id", group, "reason", "x"));

        // When, Then
        assertEquals(List.of("MEMBERS_UNCHANGED"), ACROSS.change(same).userErrorCodes());
        assertEquals(
                List.of("NOT_THE_AUTHORITY"),
                run(OFFICER_LANKAO, "endCampaignGroup", "EndCampaignGroupInput", Map.of("id", group, "reason", "x"))
                        .userErrorCodes());
        assertEquals(List.of("FORMED"), history(CITY_OFFICER, group));
    }

    @Test
    void groupIsSeenByItsPlacesAndByNoEnterpriseOrSystem() {
        // Given
        String group = ACROSS.formed(CITY.approved());

        // When, Then
        assertTrue(sees(TOWN_OFFICER_LANKAO, group));
        for (TestCaller other :
                List.of(OFFICER_QIXIAN, AUDITOR_QIXIAN, MANAGER_LANKAO, WORKER_LANKAO, INTEGRATION_LANKAO)) {
            assertFalse(sees(other, group), other.subject());
        }
    }

    private static String visit(String campaign) {
        return CampaignGroupScene.visit(Map.of("campaignId", campaign));
    }

    private static Map<String, Object> named(String campaign, String name, String leader) {
        Map<String, Object> plan = ACROSS.plan(campaign);
        plan.put("name", name);
        plan.put("leaderId", SupervisionScene.person(leader));
        return plan;
    }

    private static String refusal(String campaign, String field, Object value) {
        Map<String, Object> plan = ACROSS.plan(campaign);
        plan.put(field, value instanceof LocalDate day ? day.toString() : value);
        Payload refused = ACROSS.form(plan);
        return refused.userErrorCodes().isEmpty()
                ? "none"
                : refused.text("userErrors[0].code") + " " + refused.text("userErrors[0].path.join('.')");
    }

    private static List<String> searched(TestCaller reader, String title) {
        return LedgerClient.as(reader)
                .query(
                        "query($text: String) { hazards(filter: {text: $text}) { nodes { id } } }",
                        Map.of("text", title))
                .getList("data.hazards.nodes.id");
    }

    private Map<String, Object> report(String visit) {
        return report(visit, "二号仓库消防通道堵塞 " + UUID.randomUUID());
    }

    private Map<String, Object> report(String visit, String title) {
        return Map.of(
                "enterpriseId",
                loop.enterpriseId(CITY_OFFICER, LANKAO_ENTERPRISE),
                "inspectionId",
                visit,
                "title",
                title,
                "category",
                "FIRE_FACILITIES");
    }

    private static String item(String visit) {
        return LedgerClient.as(CITY_OFFICER)
                .query("query($id: ID!) { inspection(id: $id) { checklist { items { id } } } }", Map.of("id", visit))
                .getString("data.inspection.checklist.items[0].id");
    }

    private String town(String creditCode) {
        return database.value("select division_code from enterprise where credit_code = ?", creditCode);
    }

    /** An enterprise of the county that lies in another town. */
    private String elsewhereInLankao() {
        return NodeId.text(
                NodeType.ENTERPRISE,
                UUID.fromString(database.value(
                        "select id from enterprise where county_code = '410225' and division_code <> ? order by id limit 1",
                        town(LANKAO_ENTERPRISE))));
    }

    private static Map<String, Integer> totals(String visit) {
        JsonPath seen = LedgerClient.as(FROM_QIXIAN).query(SEEN, Map.of("id", visit));
        Map<String, Integer> totals = LISTS.stream()
                .collect(Collectors.toMap(list -> list, list -> seen.getInt("data." + list + ".totalCount")));
        totals.put("node", seen.get("data.node") == null ? 0 : 1);
        totals.put("nodes", seen.get("data.nodes[0]") == null ? 0 : 1);
        return totals;
    }

    private static boolean sees(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                        .answer("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                        .get("data.node.id")
                != null;
    }

    private static List<String> history(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", id))
                .getList("data.history.nodes.action");
    }

    private static Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return LedgerClient.as(caller).mutate(mutation, input, values, "__typename");
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }

    /** Moves the days of a group and of its grants, as if so many had gone by. */
    private void shift(String group, int days) {
        UUID id = uuid(group);
        database.changePastTriggers(
                "update campaign_group set starts_on = starts_on + ?, ends_on = ends_on + ? where id = ?",
                days,
                days,
                id);
        database.changePastTriggers(
                "update object_grant set starts_at = starts_at + days, acts_from = starts_at + days, ends_at = ends_at + days"
                        + " from make_interval(days => ?) days where object_id = ?",
                days,
                id);
        database.changePastTriggers(
                "update campaign set starts_on = starts_on - 10 where id = (select campaign_id from campaign_group where id = ?)",
                id);
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection superuser = LedgerDatabase.asSuperuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(true);
            statement.execute(sql);
        }
    }

    /** The state of the error with which the database answers a member of Qixian. */
    private static String asMember(String sql) throws SQLException {
        try (Connection application = LedgerDatabase.asApplication();
                Statement statement = member(application)) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
            application.rollback();
            return refused.getSQLState();
        }
    }

    /** How many rows a statement of a member of Qixian changes. */
    private static int changedAsMember(String sql) throws SQLException {
        try (Connection application = LedgerDatabase.asApplication();
                Statement statement = member(application)) {
            int changed = statement.executeUpdate(sql);
            application.rollback();
            return changed;
        }
    }

    private static Statement member(Connection application) throws SQLException {
        application.setAutoCommit(false);
        Statement statement = application.createStatement();
        statement.execute(
                "select set_config('role', 'ledger_county_granted', true), set_config('ledger.county', '410221', true),"
                        + " set_config('ledger.subject', '" + FROM_QIXIAN.subject() + "', true)");
        return statement;
    }
}
