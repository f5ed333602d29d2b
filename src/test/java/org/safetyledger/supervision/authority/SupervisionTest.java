package org.safetyledger.supervision.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.SupervisionScene.does;
import static org.safetyledger.testing.TestCaller.*;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CampaignScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;

/** Governments and departments that a safety committee's office supervises, from the plan to the accepted answer. */
@LedgerTest
class SupervisionTest {
    private static final String VISIT =
            "query($id: ID!) { supervisionVisit(id: $id) { status signedBy signatureRefusal version"
                    + " checklist { items { text } } findings { result note item { number } } items { nodes { id } }"
                    + " availableActions { action allowed code } } }";
    private static final TestCaller EMERGENCY_LANKAO = DEPARTMENT_LANKAO;

    private final SupervisionScene department = SupervisionScene.DEPARTMENT;
    private final SupervisionScene government = SupervisionScene.GOVERNMENT;

    @Inject
    LedgerTables database;

    @Test
    void departmentSeesItsVisitFromTheStartSignsForItAndAnswersItsItem() {
        // Given
        String visit = department.awaitingSignature();

        // When
        does(FIRE_LANKAO, "signSupervision", visit).accepted();
        Payload issued = department.issue(department.item(visit)).accepted();
        String item = issued.text("supervisionItem.id");
        does(OFFICE_CITY, "completeSupervision", visit).accepted();
        SupervisionScene.answer(FIRE_LANKAO, item, "已召开专题会议").accepted();
        Payload accepted = decide("acceptSupervisionItem", "AcceptSupervisionItemInput", Map.of("id", item));

        // Then
        JsonPath seen = read(FIRE_LANKAO, visit);
        assertEquals("COMPLETED", seen.getString("status"));
        assertEquals("fire-officer-lankao", seen.getString("signedBy"));
        assertEquals("本季度未专题研究安全生产", seen.getString("findings[0].note"));
        assertEquals(
                seen.getList("checklist.items").size(), seen.getList("findings").size());
        assertEquals(List.of(item), seen.getList("items.nodes.id"));
        assertEquals("田晨鹏", issued.text("supervisionItem.responsible"));
        assertEquals("SUPERVISION_ITEM_ANY", issued.text("supervisionItem.deadline.rule"));
        assertEquals("ACCEPTED", accepted.accepted().text("supervisionItem.status"));
        assertEquals(List.of("ISSUED", "ANSWERED", "ACCEPTED"), history(FIRE_LANKAO, item));
    }

    @Test
    void governmentSignsByALeaderOfItsOwn() {
        // Given
        String visit = government.awaitingSignature();

        // When
        Payload byAnotherCounty = does(COUNTY_LEADER_QIXIAN, "signSupervision", visit);
        Payload byItsDepartment = does(EMERGENCY_LANKAO, "signSupervision", visit);
        Payload signed = does(COUNTY_LEADER_LANKAO, "signSupervision", visit);

        // Then
        assertEquals(List.of("NOT_FOUND"), byAnotherCounty.errorCodes());
        assertEquals(List.of("NOT_FOUND"), byItsDepartment.errorCodes());
        assertEquals("SIGNED", signed.accepted().text("supervisionVisit.status"));
        assertEquals("county-leader-lankao", signed.text("supervisionVisit.signedBy"));
    }

    @Test
    void neitherWhoSupervisesNorTheirOfficeNorAnotherAuthoritySigns() {
        // Given
        SupervisionScene ofTown = SupervisionScene.TOWN;
        String visit = ofTown.awaitingSignature();
        String ofDepartment = department.awaitingSignature();

        // When, Then
        for (TestCaller other : List.of(OFFICER_LANKAO, OFFICE_LANKAO, COUNTY_LEADER_LANKAO, CITY_OFFICER)) {
            assertEquals(
                    List.of("NOT_OF_THE_TARGET"),
                    does(other, "signSupervision", visit).userErrorCodes(),
                    other.subject());
        }
        assertEquals(
                List.of("NOT_OF_THE_TARGET"),
                does(CITY_OFFICER, "signSupervision", ofDepartment).userErrorCodes());
        assertEquals(
                List.of("NOT_FOUND"),
                does(OFFICER_LANKAO, "signSupervision", ofDepartment).errorCodes());
        assertEquals(
                "SIGNED",
                does(TOWN_OFFICER_LANKAO, "signSupervision", visit).accepted().text("supervisionVisit.status"));
    }

    @Test
    void whoIsOfTheTargetAndConductsTheVisitDoesNotSignForIt() {
        // Given
        String visit = department.awaitingSignature();
        TestCaller conductor = new TestCaller(
                "city-officer",
                "department-officer",
                "410225000000",
                "KF-410225-FR",
                List.of(),
                List.of("FIRE"),
                null,
                null);

        // When
        Payload signed = does(conductor, "signSupervision", visit);

        // Then
        assertEquals(List.of("NOT_OF_THE_TARGET"), signed.userErrorCodes());
    }

    @Test
    void refusalToSignIsRecordedByTheOfficerWithItsReason() {
        // Given
        String visit = department.awaitingSignature();
        Map<String, String> refusal = Map.of("id", visit, "reason", "对问题认定有异议");

        // When
        Payload byTarget = refuse(FIRE_LANKAO, refusal);
        Payload byOfficer = refuse(CITY_OFFICER, refusal);

        // Then
        assertEquals(List.of("FORBIDDEN"), byTarget.errorCodes());
        byOfficer.accepted();
        assertEquals("SIGNATURE_REFUSED", read(FIRE_LANKAO, visit).getString("status"));
        assertEquals("对问题认定有异议", read(FIRE_LANKAO, visit).getString("signatureRefusal"));
        assertEquals("OPEN", department.issue(department.item(visit)).accepted().text("supervisionItem.status"));
    }

    @Test
    void ofASignatureAndARefusalAtTheSameTimeOneHolds() throws InterruptedException {
        // Given
        String visit = government.awaitingSignature();
        List<Callable<Payload>> both = List.of(
                () -> does(COUNTY_LEADER_LANKAO, "signSupervision", visit),
                () -> refuse(CITY_OFFICER, Map.of("id", visit, "reason", "对问题认定有异议")));

        // When
        List<List<String>> refused;
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            refused = atOnce.invokeAll(both).stream()
                    .map(done -> done.resultNow().userErrorCodes())
                    .filter(codes -> !codes.isEmpty())
                    .toList();
        }

        // Then
        assertEquals(List.of(List.of("WRONG_STATE")), refused);
        assertEquals(
                1,
                history(OFFICE_CITY, visit).stream()
                        .filter(action -> action.startsWith("SIGN"))
                        .count());
    }

    @Test
    void onlyASafetyCommitteesOfficePlansAndNeverAboveOrBesideItsGovernment() {
        Map<String, Object> plan = government.plan();
        Map<String, Object> byCounty = new HashMap<>(plan);
        byCounty.put("officerIds", List.of(SupervisionScene.person("常森思")));
        assertEquals(List.of("NOT_A_SAFETY_COMMITTEE_OFFICE"), plan(CITY_OFFICER, plan));
        assertEquals(List.of("FORBIDDEN"), planErrors(DEPARTMENT_CITY_CONSTRUCTION, plan));
        assertEquals(List.of("TARGET_NOT_ALLOWED"), plan(OFFICE_LANKAO, byCounty), "the own government");
        byCounty.put("target", "410221000000");
        assertEquals(List.of("OUTSIDE_JURISDICTION"), plan(OFFICE_LANKAO, byCounty), "a neighbour");
        byCounty.put("target", "KF-410225-SCO");
        assertEquals(List.of("TARGET_NOT_ALLOWED"), plan(OFFICE_LANKAO, byCounty), "the office itself");
        byCounty.put("target", "KF-410200-EM");
        assertEquals(List.of("OUTSIDE_JURISDICTION"), plan(OFFICE_LANKAO, byCounty), "a department above");
        byCounty.put("target", LANKAO_ENTERPRISE);
        assertEquals(List.of("UNKNOWN_CODE"), plan(OFFICE_LANKAO, byCounty), "an enterprise");
        byCounty.put("target", "KF-410225-EM");
        assertEquals(List.of("SUPERVISOR_NOT_ALLOWED"), plan(OFFICE_LANKAO, byCounty), "an officer of the target");
        byCounty.put("target", "KF-410225-FR");
        assertEquals(List.of(), plan(OFFICE_LANKAO, byCounty), "a department beside it");
    }

    @Test
    void planIsRefusedInThePastWithoutAnOfficerOrWithSomebodyOfAnEnterprise() {
        Map<String, Object> plan = government.plan();
        plan.put("plannedOn", LocalDate.now(Times.ZONE).minusDays(1).toString());
        assertEquals(List.of("DEADLINE_IN_PAST"), plan(OFFICE_CITY, plan));
        plan = government.plan();
        plan.put("officerIds", List.of());
        assertEquals(List.of("REFERENCE_NOT_FOUND"), plan(OFFICE_CITY, plan));
        plan.put("officerIds", List.of(SupervisionScene.person("赵红阳")));
        assertEquals(List.of("SUPERVISOR_NOT_ALLOWED"), plan(OFFICE_CITY, plan));
    }

    @ParameterizedTest
    @CsvSource({"兰考禹禾丰化工有限公司存在隐患未交办, 兰考禹禾丰化工有限公司", "91410225MA8U9NBR1E 的隐患未交办, 兰考禹禾丰化工有限公司"})
    void findingThatNamesAnEnterpriseIsRefusedAndChangesNothing(String note, String named) {
        // Given
        String visit = government.started();
        String item = government.items(visit).getFirst();
        int version = read(OFFICE_CITY, visit).getInt("version");

        // When
        Payload refused = government.record(visit, item, "NON_COMPLIANT", note);

        // Then
        assertEquals(List.of("ENTERPRISE_UNDER_SUPERVISION"), refused.userErrorCodes());
        assertEquals(List.of("note"), refused.get("userErrors[0].path"));
        assertTrue(refused.text("userErrors[0].message").contains(named));
        assertEquals(version, read(OFFICE_CITY, visit).getInt("version"));
        assertEquals(List.of(), read(OFFICE_CITY, visit).getList("findings"));
    }

    @Test
    void itemThatNamesAnEnterpriseIsRefused() {
        Map<String, Object> item = department.item(department.signed());
        item.put("problem", "兰考禹禾丰化工有限公司未整改");
        assertEquals(
                List.of("ENTERPRISE_UNDER_SUPERVISION"), department.issue(item).userErrorCodes());
    }

    @Test
    void supervisedFindingIsNoSourceOfAnEnterprisesHazard() {
        // Given
        String finding = String.valueOf(department.item(department.signed()).get("findingId"));

        // When
        Payload reported = LedgerClient.as(CITY_OFFICER)
                .mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                new Loop().enterpriseId(CITY_OFFICER, LANKAO_ENTERPRISE),
                                "findingId",
                                finding,
                                "title",
                                "通道堵塞",
                                "category",
                                "FIRE_FACILITIES"),
                        "hazard { id }");

        // Then
        assertEquals(List.of("MALFORMED_ID"), reported.userErrorCodes());
    }

    static List<Arguments> hiddenVisits() {
        return List.of(
                Arguments.of(SupervisionScene.DEPARTMENT, List.of(FIRE_LANKAO)),
                Arguments.of(SupervisionScene.GOVERNMENT, List.of(COUNTY_LEADER_LANKAO, OFFICER_LANKAO, OFFICE_LANKAO)),
                Arguments.of(SupervisionScene.TOWN, List.of(TOWN_OFFICER_LANKAO)));
    }

    @ParameterizedTest
    @MethodSource("hiddenVisits")
    void unannouncedVisitIsInvisibleToItsTargetUntilItStarts(SupervisionScene scene, List<TestCaller> targets) {
        // Given
        List<Integer> before = targets.stream().map(SupervisionTest::visits).toList();
        String visit = scene.planned();

        // When, Then
        for (int i = 0; i < targets.size(); i++) {
            TestCaller target = targets.get(i);
            assertNull(node(target, visit), target.subject());
            assertEquals(List.of("NOT_FOUND"), historyErrors(target, visit), target.subject());
            assertEquals(before.get(i), visits(target), target.subject());
            assertEquals(
                    List.of("NOT_FOUND"), does(target, "signSupervision", visit).errorCodes(), target.subject());
        }
        does(scene.officer(), "startSupervision", visit).accepted();
        for (int i = 0; i < targets.size(); i++) {
            assertEquals(visit, node(targets.get(i), visit));
            assertEquals(before.get(i) + 1, visits(targets.get(i)));
            assertEquals(List.of("PLANNED", "STARTED"), history(targets.get(i), visit));
        }
    }

    @Test
    void visitIsHiddenFromAnOfficerOfTheGovernmentWhoBelongsToTheVisitedDepartment() {
        // Given
        TestCaller insider = ofOffice("insider", "county-officer", "410225000000", "KF-410225-FR");
        Map<String, Object> plan = SupervisionScene.TOWN.plan();
        plan.put("target", "KF-410225-FR");
        String visit = LedgerClient.as(OFFICE_LANKAO)
                .mutate("planSupervision", "PlanSupervisionInput", plan, "supervisionVisit { id }")
                .accepted()
                .text("supervisionVisit.id");

        // When, Then
        assertNull(node(insider, visit));
        assertEquals(List.of("NOT_FOUND"), historyErrors(insider, visit));
        assertEquals(visit, node(COUNTY_LEADER_LANKAO, visit));
        does(OFFICER_LANKAO, "startSupervision", visit).accepted();
        assertEquals(visit, node(insider, visit));
    }

    @Test
    void announcedVisitIsSeenFromItsNoticeAndStartsAfterItOnly() {
        // Given
        String visit = government.planned(Map.of("announced", true));
        @Nullable String before = node(COUNTY_LEADER_LANKAO, visit);

        // When
        Payload early = does(CITY_OFFICER, "startSupervision", visit);
        does(OFFICE_CITY, "notifySupervision", visit).accepted();

        // Then
        assertNull(before);
        assertEquals(List.of("WRONG_STATE"), early.userErrorCodes());
        assertEquals(visit, node(COUNTY_LEADER_LANKAO, visit));
        assertEquals(
                "IN_PROGRESS",
                does(CITY_OFFICER, "startSupervision", visit).accepted().text("supervisionVisit.status"));
    }

    @Test
    void visitThatWasCancelledBeforeItsStartStaysHidden() {
        // Given
        String visit = government.planned();

        // When
        LedgerClient.as(OFFICE_CITY)
                .mutate(
                        "cancelSupervision",
                        "SupervisionReasonInput",
                        Map.of("id", visit, "reason", "改期"),
                        "__typename")
                .accepted();

        // Then
        assertNull(node(COUNTY_LEADER_LANKAO, visit));
    }

    @Test
    void startedVisitIsSeenByItsTargetAndNoOtherDepartmentCountyOrEnterprise() {
        // Given
        String ofDepartment = department.started();
        String ofCounty = government.started();
        String item = department.issued();

        // When, Then
        for (TestCaller other : List.of(
                EMERGENCY_LANKAO, EQUIPMENT_LANKAO, FIRE_QIXIAN, OFFICER_QIXIAN, OFFICER_LANKAO, AUDITOR_QIXIAN)) {
            assertNull(node(other, ofDepartment), other.subject());
            assertNull(node(other, item), other.subject());
            assertFalse(itemsOf(other).contains(item), other.subject());
        }
        for (TestCaller other : List.of(FIRE_LANKAO, EMERGENCY_LANKAO, TOWN_OFFICER_LANKAO, COUNTY_LEADER_QIXIAN)) {
            assertNull(node(other, ofCounty), other.subject());
        }
        assertNull(node(MANAGER_LANKAO, ofCounty));
        assertNull(node(WORKER_LANKAO, item));
        assertEquals(ofDepartment, node(FIRE_LANKAO, ofDepartment));
        assertEquals(item, node(FIRE_LANKAO, item));
        assertTrue(itemsOf(FIRE_LANKAO).contains(item));
        assertEquals(ofCounty, node(OFFICER_LANKAO, ofCounty));
        assertEquals(ofDepartment, node(AUDITOR_CITY, ofDepartment));
    }

    @Test
    void itemOfAVisitedGovernmentMayBeAddressedToOneOfItsDepartments() {
        // Given
        Map<String, Object> item = government.item(government.signed());
        item.put("addressee", "KF-410225-FR");
        List<String> withoutItsOwn = government.issue(item).userErrorCodes();
        item.put("responsibleId", SupervisionScene.person("田晨鹏"));
        item.put("addressee", "KF-410221-FR");
        List<String> elsewhere = government.issue(item).userErrorCodes();
        item.put("addressee", "KF-410225-FR");

        // When
        String issued = government.issue(item).accepted().text("supervisionItem.id");

        // Then
        assertEquals(List.of("RESPONSIBLE_NOT_OF_ADDRESSEE"), withoutItsOwn);
        assertEquals(List.of("OUTSIDE_JURISDICTION"), elsewhere);
        JsonPath seen = LedgerClient.as(FIRE_LANKAO)
                .query(
                        "query($id: ID!) { supervisionItem(id: $id) { problem supervisionVisit { id } addresseeDepartment { code } } }",
                        Map.of("id", issued));
        assertEquals("KF-410225-FR", seen.getString("data.supervisionItem.addresseeDepartment.code"));
        assertNull(seen.getString("data.supervisionItem.supervisionVisit"));
        assertNull(node(COUNTY_LEADER_LANKAO, issued));
    }

    @Test
    void answerIsReturnedWithAReasonAndAnsweredAgainByTheAddresseeOnly() {
        // Given
        String item = department.answeredItem();
        String later = OffsetDateTime.now(Times.ZONE).plusDays(5).withNano(0).toString();

        // When
        Payload byAddressee =
                decide(FIRE_LANKAO, "acceptSupervisionItem", "AcceptSupervisionItemInput", Map.of("id", item));
        Payload byLeader =
                decide(CITY_OFFICER, "acceptSupervisionItem", "AcceptSupervisionItemInput", Map.of("id", item));
        Payload returned = decide(
                "returnSupervisionItem",
                "ReturnSupervisionItemInput",
                Map.of("id", item, "reason", "缺少会议纪要", "dueAt", later));
        Payload byOffice = SupervisionScene.answer(OFFICE_CITY, item, "代答");
        Payload byOther = SupervisionScene.answer(EMERGENCY_LANKAO, item, "代答");
        Payload again = SupervisionScene.answer(FIRE_LANKAO, item, "补报会议纪要");

        // Then
        assertEquals(List.of("FORBIDDEN"), byAddressee.errorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), byLeader.userErrorCodes());
        assertEquals("RETURNED", returned.accepted().text("supervisionItem.status"));
        assertEquals(Times.text(OffsetDateTime.parse(later).toInstant()), returned.text("supervisionItem.dueAt"));
        assertEquals(List.of("NOT_THE_ADDRESSEE"), byOffice.userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), byOther.errorCodes());
        assertEquals("ANSWERED", again.accepted().text("supervisionItem.status"));
        assertEquals(List.of("ISSUED", "ANSWERED", "RETURNED", "ANSWERED"), history(FIRE_LANKAO, item));
    }

    @Test
    void whoAnsweredAnItemDoesNotAcceptItInTheOfficesName() {
        // Given
        String item = department.answeredItem();
        TestCaller sameInTheOffice = ofOffice("fire-officer-lankao", "city-officer", "410200000000", "KF-410200-SCO");

        // When
        Payload accepted =
                decide(sameInTheOffice, "acceptSupervisionItem", "AcceptSupervisionItemInput", Map.of("id", item));

        // Then
        assertEquals(List.of("NOT_THE_AUTHORITY"), accepted.userErrorCodes());
    }

    @Test
    void itemOverdueIsToldUntilItIsAnswered() {
        // Given
        String item = department.issued();
        String filter =
                "query { supervisionItems(first: 100, filter: {overdue: true, addresseeDepartment: \"KF-410225-FR\"})"
                        + " { nodes { id overdue } } }";

        // When
        database.change(
                "update supervision_item set due_at = now() - interval '1 day' where id = ?",
                NodeId.parse(item).orElseThrow().uuid());
        List<String> late = LedgerClient.as(FIRE_LANKAO).query(filter).getList("data.supervisionItems.nodes.id");
        SupervisionScene.answer(FIRE_LANKAO, item, "已整改").accepted();
        List<String> answered = LedgerClient.as(FIRE_LANKAO).query(filter).getList("data.supervisionItems.nodes.id");

        // Then
        assertTrue(late.contains(item));
        assertFalse(answered.contains(item));
    }

    @Test
    void itemIsDueAheadAndOfAProblemOfItsVisitAfterTheSignature() {
        // Given
        String unsigned = department.awaitingSignature();
        Map<String, Object> early = department.item(unsigned);
        String signed = department.signed();
        Map<String, Object> item = department.item(signed);

        // When
        List<String> beforeTheSignature = department.issue(early).userErrorCodes();
        item.put("dueAt", OffsetDateTime.now(Times.ZONE).minusMinutes(1).toString());
        Payload past = department.issue(item);
        item.put("dueAt", OffsetDateTime.now(Times.ZONE).plusDays(3).toString());
        item.put("findingId", String.valueOf(early.get("findingId")));
        List<String> ofAnotherVisit = department.issue(item).userErrorCodes();

        // Then
        assertEquals(List.of("WRONG_STATE"), beforeTheSignature);
        assertEquals(List.of("DEADLINE_IN_PAST"), past.userErrorCodes());
        assertEquals(List.of("dueAt"), past.get("userErrors[0].path"));
        assertEquals(List.of("REFERENCE_NOT_FOUND"), ofAnotherVisit);
    }

    @Test
    void visitIsCompleteWhenItsChecklistIsAnsweredAndEachProblemIsAnItem() {
        // Given
        String started = department.started();
        String signed = department.signed();

        // When
        Payload unanswered = does(CITY_OFFICER, "finishSupervisionRecord", started);
        Payload withoutItem = does(OFFICE_CITY, "completeSupervision", signed);
        department.issue(department.item(signed)).accepted();

        // Then
        assertEquals(List.of("ITEMS_UNANSWERED"), unanswered.userErrorCodes());
        assertEquals(List.of("PROBLEM_WITHOUT_ITEM"), withoutItem.userErrorCodes());
        assertEquals(
                "COMPLETED",
                does(OFFICE_CITY, "completeSupervision", signed).accepted().text("supervisionVisit.status"));
    }

    @Test
    void actionsForetellWhoMayDoWhat() {
        // Given
        String item = department.issued();
        String visit = government.planned();

        // When, Then
        assertNull(foretold(FIRE_LANKAO, "supervisionItem", item, "answerSupervisionItem"));
        assertEquals("NOT_THE_ADDRESSEE", foretold(CITY_OFFICER, "supervisionItem", item, "answerSupervisionItem"));
        assertEquals("WRONG_STATE", foretold(OFFICE_CITY, "supervisionItem", item, "acceptSupervisionItem"));
        assertEquals("FORBIDDEN", foretold(FIRE_LANKAO, "supervisionItem", item, "acceptSupervisionItem"));
        assertNull(foretold(CITY_OFFICER, "supervisionVisit", visit, "startSupervision"));
        assertEquals("NOT_AN_INSPECTION_OFFICER", foretold(OFFICE_CITY, "supervisionVisit", visit, "startSupervision"));
        assertEquals("NOT_ANNOUNCED", foretold(OFFICE_CITY, "supervisionVisit", visit, "notifySupervision"));
    }

    private static @Nullable String foretold(TestCaller caller, String field, String id, String action) {
        return LedgerClient.as(caller)
                .query(
                        "query($id: ID!) { " + field + "(id: $id) { availableActions { action code } } }",
                        Map.of("id", id))
                .getString("data." + field + ".availableActions.find { it.action == '" + action + "' }.code");
    }

    @Test
    void visitIsConductedByItsOfficersAlone() {
        // Given
        String visit = government.planned();

        // When
        Payload byOffice = does(OFFICE_CITY, "startSupervision", visit);
        Payload cancelled = LedgerClient.as(CITY_OFFICER)
                .mutate(
                        "cancelSupervision",
                        "SupervisionReasonInput",
                        Map.of("id", visit, "reason", "改期"),
                        "__typename");

        // Then
        assertEquals(List.of("NOT_AN_INSPECTION_OFFICER"), byOffice.userErrorCodes());
        assertEquals(List.of("NOT_THE_AUTHORITY"), cancelled.userErrorCodes());
    }

    @Test
    void visitOfACampaignStartsAfterItsApprovalInItsWindowAndIsCounted() {
        // Given
        CampaignScene campaigns = new CampaignScene(CITY_OFFICER, CITY_LEADER, List.of("410225000000"));
        String draft = campaigns.drafted();
        Map<String, Object> elsewhere = government.plan();
        elsewhere.put("target", "410221000000");
        elsewhere.put("campaignId", draft);
        Map<String, Object> late = government.plan();
        late.put("plannedOn", LocalDate.now(Times.ZONE).plusDays(90).toString());
        late.put("campaignId", draft);
        String visit = government.planned(Map.of("campaignId", draft));

        // When
        Payload early = does(CITY_OFFICER, "startSupervision", visit);
        String foretold = foretold(CITY_OFFICER, "supervisionVisit", visit, "startSupervision");
        int hidden = counted(COUNTY_LEADER_LANKAO, draft);
        approve(draft);

        // Then
        assertEquals(List.of("OUTSIDE_CAMPAIGN_TARGETS"), plan(OFFICE_CITY, elsewhere));
        assertEquals(List.of("OUTSIDE_CAMPAIGN_WINDOW"), plan(OFFICE_CITY, late));
        assertEquals(List.of("CAMPAIGN_NOT_APPROVED"), early.userErrorCodes());
        assertEquals("CAMPAIGN_NOT_APPROVED", foretold);
        assertEquals(0, hidden);
        does(CITY_OFFICER, "startSupervision", visit).accepted();
        assertEquals(1, counted(COUNTY_LEADER_LANKAO, draft));
        assertEquals(1, counted(CITY_LEADER, draft));
        assertEquals(
                List.of("CAMPAIGN_VISITS_OPEN"),
                LedgerClient.as(CITY_OFFICER)
                        .mutate("archiveCampaign", "ArchiveCampaignInput", Map.of("id", draft), "__typename")
                        .userErrorCodes());
    }

    @Test
    void campaignIsArchivedWhenTheProblemsOfAuthoritiesAreDealtWithOrHandedOver() {
        // Given
        CampaignScene campaigns = new CampaignScene(CITY_OFFICER, CITY_LEADER, List.of("410225000000"));
        String campaign = campaigns.drafted();
        String visit = government.planned(Map.of("campaignId", campaign));
        approve(campaign);
        government.signed(visit);

        // When
        Payload withoutItem = archive(Map.of("id", campaign));
        String item = government.issue(government.item(visit)).accepted().text("supervisionItem.id");
        Payload unanswered = archive(Map.of("id", campaign));
        SupervisionScene.answer(COUNTY_LEADER_LANKAO, item, "已召开专题会议").accepted();
        Payload undecided = archive(Map.of("id", campaign));

        // Then
        for (Payload refused : List.of(withoutItem, unanswered, undecided)) {
            assertEquals(List.of("CAMPAIGN_ITEMS_OPEN"), refused.userErrorCodes());
            assertEquals(List.of("handover"), refused.get("userErrors[0].path"));
        }
        archive(Map.of("id", campaign, "handover", "市安委办继续跟踪")).accepted();
    }

    private static Payload archive(Map<String, String> input) {
        return LedgerClient.as(CITY_OFFICER).mutate("archiveCampaign", "ArchiveCampaignInput", input, "__typename");
    }

    @Test
    void itemHasALeadThatAnswersAndCoUnitsThatSeeIt() {
        // Given
        String visit = government.signed();
        Map<String, Object> input = government.item(visit);
        input.put("coUnits", List.of("KF-410225-FR", "410225101000"));

        // When
        Payload issued = LedgerClient.as(OFFICE_CITY)
                .mutate(
                        "issueSupervisionItem",
                        "IssueSupervisionItemInput",
                        input,
                        "supervisionItem { id coUnits addresseeDepartment { code } }");
        String item = issued.accepted().text("supervisionItem.id");

        // Then
        assertEquals(List.of("KF-410225-FR", "410225101000"), issued.get("supervisionItem.coUnits"));
        assertEquals(item, node(FIRE_LANKAO, item));
        assertEquals(item, node(TOWN_OFFICER_LANKAO, item));
        assertTrue(itemsOf(FIRE_LANKAO).contains(item));
        assertEquals(List.of("ISSUED"), history(FIRE_LANKAO, item));
        assertNull(node(FIRE_LANKAO, visit));
        assertNull(node(EQUIPMENT_LANKAO, item));
        assertEquals(
                List.of("NOT_THE_ADDRESSEE"),
                SupervisionScene.answer(FIRE_LANKAO, item, "已办结").userErrorCodes());
        assertEquals("OPEN", state(item));
        assertEquals("CO_UNIT_NOT_ALLOWED coUnits.1", coUnits(visit, "KF-410225-FR", "410225000000"));
        assertEquals("OUTSIDE_JURISDICTION coUnits.0", coUnits(visit, "KF-410221-FR"));
        assertEquals("UNKNOWN_CODE coUnits.0", coUnits(visit, "KF-410225-XX"));
        assertEquals(
                "LIST_TOO_LONG coUnits",
                coUnits(visit, IntStream.range(0, 11).mapToObj(i -> "KF-" + i).toArray(String[]::new)));
    }

    private String coUnits(String visit, String... codes) {
        Map<String, Object> input = government.item(visit);
        input.put("coUnits", List.of(codes));
        Payload refused = government.issue(input);
        return refused.text("userErrors[0].code") + " " + refused.text("userErrors[0].path.join('.')");
    }

    private static String state(String item) {
        return LedgerClient.as(OFFICE_CITY)
                .query("query($id: ID!) { supervisionItem(id: $id) { status } }", Map.of("id", item))
                .getString("data.supervisionItem.status");
    }

    @Test
    void dissolvedDepartmentIsNeitherVisitedNorAddressedAfterItsLastDay() {
        // Given
        String planned = department.planned();
        String signed = department.signed();

        // When
        database.change("update department set valid_to = ledger_today() - 1 where code = ?", "KF-410225-FR");
        List<String> plan = plan(OFFICE_CITY, department.plan());
        Payload started = does(CITY_OFFICER, "startSupervision", planned);
        Payload issued = department.issue(department.item(signed));
        database.change("update department set valid_to = ledger_today() where code = ?", "KF-410225-FR");
        List<String> onItsLastDay = plan(OFFICE_CITY, department.plan());
        database.change("update department set valid_to = null where code = ?", "KF-410225-FR");

        // Then
        assertEquals(List.of("UNKNOWN_CODE"), plan);
        assertEquals(List.of("UNKNOWN_CODE"), started.userErrorCodes());
        assertEquals(List.of("UNKNOWN_CODE"), issued.userErrorCodes());
        assertEquals(List.of(), onItsLastDay);
        does(CITY_OFFICER, "startSupervision", planned).accepted();
    }

    private static int counted(TestCaller reader, String campaign) {
        JsonPath counts = LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { campaignProgress(id: $id) { supervisionVisits }"
                                + " supervisionVisits(filter: {campaignId: $id}) { totalCount } }",
                        Map.of("id", campaign));
        assertEquals(
                counts.getInt("data.supervisionVisits.totalCount"),
                counts.getInt("data.campaignProgress.supervisionVisits"));
        return counts.getInt("data.campaignProgress.supervisionVisits");
    }

    private static void approve(String campaign) {
        LedgerClient.as(CITY_LEADER)
                .mutate("approveCampaign", "ApproveCampaignInput", CampaignScene.approval(campaign), "__typename")
                .accepted();
    }

    private static List<String> plan(TestCaller planner, Map<String, ?> plan) {
        return LedgerClient.as(planner)
                .mutate("planSupervision", "PlanSupervisionInput", plan, "supervisionVisit { id }")
                .userErrorCodes();
    }

    private static List<String> planErrors(TestCaller planner, Map<String, ?> plan) {
        return LedgerClient.as(planner)
                .mutate("planSupervision", "PlanSupervisionInput", plan, "supervisionVisit { id }")
                .errorCodes();
    }

    private static Payload refuse(TestCaller caller, Map<String, ?> refusal) {
        return LedgerClient.as(caller)
                .mutate("recordSupervisionRefusal", "SupervisionReasonInput", refusal, "supervisionVisit { status }");
    }

    private static Payload decide(String mutation, String inputType, Map<String, ?> input) {
        return decide(OFFICE_CITY, mutation, inputType, input);
    }

    private static Payload decide(TestCaller caller, String mutation, String inputType, Map<String, ?> input) {
        return LedgerClient.as(caller).mutate(mutation, inputType, input, "supervisionItem { status dueAt }");
    }

    private static JsonPath read(TestCaller reader, String visit) {
        return LedgerClient.as(reader).query(VISIT, Map.of("id", visit)).setRootPath("data.supervisionVisit");
    }

    private static @Nullable String node(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .answer("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                .getString("data.node.id");
    }

    private static int visits(TestCaller reader) {
        return LedgerClient.as(reader)
                .query("{ supervisionVisits { totalCount } }")
                .getInt("data.supervisionVisits.totalCount");
    }

    private static List<String> itemsOf(TestCaller reader) {
        return LedgerClient.as(reader)
                .query("{ supervisionItems(first: 100) { nodes { id } } }")
                .getList("data.supervisionItems.nodes.id");
    }

    private static List<String> historyErrors(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .errorCodes("query($id: ID!) { history(of: $id) { totalCount } }", Map.of("id", id));
    }

    private static List<String> history(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { history(of: $id, first: 100) { nodes { action } } }", Map.of("id", id))
                .getList("data.history.nodes.action");
    }
}
