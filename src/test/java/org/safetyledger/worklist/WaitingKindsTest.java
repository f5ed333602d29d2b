package org.safetyledger.worklist;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.AUDITOR_CITY;
import static org.safetyledger.testing.TestCaller.CITY_LEADER;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;
import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_QIXIAN;
import static org.safetyledger.testing.TestCaller.DEPARTMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.EQUIPMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_QIXIAN;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO_2;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICE_CITY;
import static org.safetyledger.testing.TestCaller.OFFICE_LANKAO;
import static org.safetyledger.testing.TestCaller.POLICE_LANKAO;
import static org.safetyledger.testing.TestCaller.TOWN_OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.testing.BulletinScene;
import org.safetyledger.testing.CampaignScene;
import org.safetyledger.testing.CheckPlanScene;
import org.safetyledger.testing.DailyReportScene;
import org.safetyledger.testing.DeadlineScene;
import org.safetyledger.testing.DirectiveScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.PostScene;
import org.safetyledger.testing.RecusalScene;
import org.safetyledger.testing.RegulatorScene;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;
import org.safetyledger.testing.TransferScene;
import org.safetyledger.testing.VisitScene;

/** Of each kind of work, who is told that it waits: those who may do it, by role and place, and nobody else. */
@LedgerTest
class WaitingKindsTest {
    private static final List<TestCaller> EVERYBODY = List.of(
            CITY_LEADER,
            CITY_OFFICER,
            OFFICE_CITY,
            COUNTY_LEADER_LANKAO,
            COUNTY_LEADER_QIXIAN,
            OFFICER_LANKAO,
            OFFICER_LANKAO_2,
            OFFICE_LANKAO,
            OFFICER_QIXIAN,
            TOWN_OFFICER_LANKAO,
            DEPARTMENT_LANKAO,
            EQUIPMENT_LANKAO,
            FIRE_LANKAO,
            FIRE_QIXIAN,
            POLICE_LANKAO,
            MANAGER_LANKAO,
            MANAGER_QIXIAN,
            WORKER_LANKAO,
            AUDITOR_CITY);

    private static final String KINDS = "{ waiting { kind count overdue earliestDueAt } }";

    private final Loop loop = new Loop();
    private final LedgerTables tables = new LedgerTables();

    /** What makes one thing more of a kind, for whom. */
    private record Work(String kind, Runnable made, Set<TestCaller> whose) {
        Work(String kind, Runnable made, TestCaller... whose) {
            this(kind, made, Set.of(whose));
        }
    }

    private List<Work> everyKind() {
        return List.of(
                new Work("VISITS_TO_SIGN", this::awaitingSignature, MANAGER_LANKAO),
                new Work("PAPERS_TO_SIGN", () -> PaperScene.LANKAO.served(PaperScene.LANKAO.notice()), MANAGER_LANKAO),
                new Work(
                        "PAPERS_TO_SERVE",
                        () -> PaperScene.LANKAO.issued(PaperScene.LANKAO.notice()),
                        OFFICER_LANKAO,
                        OFFICER_LANKAO_2),
                new Work("PAPERS_TO_SERVE", PaperScene.LANKAO::registeredAtOnce, OFFICER_LANKAO, OFFICER_LANKAO_2),
                new Work("PRESERVATIONS_TO_APPROVE", PaperScene.LANKAO::registered, CITY_LEADER, COUNTY_LEADER_LANKAO),
                new Work(
                        "URGENT_PRESERVATIONS_TO_APPROVE",
                        PaperScene.LANKAO::urgent,
                        CITY_LEADER,
                        COUNTY_LEADER_LANKAO),
                new Work(
                        "PRESERVATIONS_TO_DECIDE",
                        PaperScene.LANKAO::preserved,
                        CITY_LEADER,
                        COUNTY_LEADER_LANKAO,
                        OFFICER_LANKAO,
                        OFFICER_LANKAO_2),
                new Work("QUICK_REPORTS_TO_ANSWER", PostScene.LANKAO::reported, MANAGER_LANKAO),
                new Work(
                        "HAZARDS_TO_CLOSE",
                        this::reviewed,
                        CITY_OFFICER,
                        OFFICE_CITY,
                        OFFICER_LANKAO_2,
                        OFFICE_LANKAO,
                        DEPARTMENT_LANKAO,
                        FIRE_LANKAO,
                        TOWN_OFFICER_LANKAO),
                new Work("HAZARDS_TO_CONFIRM", this::takenByFire, FIRE_LANKAO, CITY_OFFICER, OFFICE_CITY),
                new Work("EXTENSIONS_TO_DECIDE", this::extensionRequested, CITY_LEADER, COUNTY_LEADER_LANKAO),
                new Work(
                        "RECHECKS_OWED",
                        this::unfinished,
                        CITY_OFFICER,
                        OFFICE_CITY,
                        OFFICER_LANKAO,
                        OFFICER_LANKAO_2,
                        OFFICE_LANKAO,
                        DEPARTMENT_LANKAO,
                        FIRE_LANKAO,
                        TOWN_OFFICER_LANKAO),
                new Work(
                        "DEADLINE_EVENTS_TO_ACKNOWLEDGE",
                        () -> DeadlineScene.reached(assignment(), 1),
                        COUNTY_LEADER_LANKAO,
                        OFFICER_LANKAO,
                        OFFICER_LANKAO_2,
                        OFFICE_LANKAO),
                new Work(
                        "DEADLINE_EVENTS_TO_ACKNOWLEDGE",
                        () -> DeadlineScene.reached(assignment(), 2),
                        OFFICER_LANKAO,
                        OFFICER_LANKAO_2,
                        OFFICE_LANKAO),
                new Work("EMERGENCIES_TO_APPROVE", this::emergency, CITY_LEADER, COUNTY_LEADER_LANKAO),
                new Work("RECUSALS_TO_DECIDE", RecusalScene::asked, CITY_LEADER, COUNTY_LEADER_LANKAO),
                new Work("REFUSALS_TO_NOTE", RecusalScene::brokenOff, CITY_LEADER, COUNTY_LEADER_LANKAO),
                new Work("OFFICERS_TO_REPLACE", RecusalScene::awaitingOfficer, OFFICER_LANKAO),
                new Work("CHECK_PLANS_TO_APPROVE", CheckPlanScene::drafted, CITY_LEADER, COUNTY_LEADER_LANKAO),
                new Work("CAMPAIGNS_TO_APPROVE", CampaignScene.LANKAO::drafted, COUNTY_LEADER_LANKAO),
                new Work(
                        "TRANSFERS_TO_ARBITRATE",
                        TransferScene::awaitingArbitration,
                        CITY_LEADER,
                        OFFICE_CITY,
                        COUNTY_LEADER_LANKAO,
                        OFFICE_LANKAO),
                new Work(
                        "CRIMES_TO_DECIDE",
                        () -> TransferScene.proposed(TransferScene.hazard()),
                        CITY_LEADER,
                        COUNTY_LEADER_LANKAO),
                new Work(
                        "CRIMES_TO_DELIVER",
                        () -> TransferScene.approved(TransferScene.hazard()),
                        OFFICER_LANKAO,
                        OFFICER_LANKAO_2,
                        OFFICE_LANKAO),
                new Work("SUPERVISION_ITEMS_TO_ANSWER", SupervisionScene.DEPARTMENT::issued, FIRE_LANKAO),
                new Work("SUPERVISION_ITEMS_TO_ANSWER", SupervisionScene.TOWN::issued, TOWN_OFFICER_LANKAO),
                new Work("SUPERVISION_ITEMS_TO_DECIDE", SupervisionScene.DEPARTMENT::answeredItem, OFFICE_CITY),
                new Work("DIRECTIVE_ITEMS_TO_ANSWER", DirectiveScene.DEPARTMENT::issuedItem, FIRE_LANKAO),
                new Work(
                        "DIRECTIVE_ITEMS_TO_ANSWER",
                        DirectiveScene.GOVERNMENT::issuedItem,
                        COUNTY_LEADER_LANKAO,
                        OFFICER_LANKAO,
                        OFFICER_LANKAO_2,
                        OFFICE_LANKAO),
                new Work("DIRECTIVE_ITEMS_TO_ANSWER", this::jointDirective, FIRE_LANKAO, TOWN_OFFICER_LANKAO),
                new Work("DIRECTIVE_ITEMS_TO_ACCEPT", DirectiveScene.DEPARTMENT::answeredItem, OFFICE_CITY),
                new Work("DAILY_REPORTS_TO_SIGN", DailyReportScene.LANKAO::drawn, COUNTY_LEADER_LANKAO),
                new Work("DAILY_REPORTS_TO_ISSUE", DailyReportScene.CITY::drawn, CITY_LEADER),
                new Work(
                        "BULLETINS_TO_SIGN",
                        () -> BulletinScene.LANKAO.drafted(List.of("410225101000"), false),
                        COUNTY_LEADER_LANKAO),
                new Work(
                        "BULLETINS_TO_RECEIVE",
                        () -> BulletinScene.LANKAO.delivery("410225101000"),
                        TOWN_OFFICER_LANKAO),
                new Work("BULLETINS_TO_ANSWER", this::received, TOWN_OFFICER_LANKAO),
                new Work("REGULATORS_TO_DECIDE", this::undetermined, COUNTY_LEADER_LANKAO));
    }

    @TestFactory
    Stream<DynamicTest> onlyWhoMayDoItIsToldOfIt() {
        // What waits after one kind is what waits before the next.
        AtomicReference<Map<TestCaller, Map<String, Integer>>> last = new AtomicReference<>();
        return everyKind().stream()
                .map(work -> DynamicTest.dynamicTest(work.kind(), () -> {
                    // Given
                    Map<TestCaller, Map<String, Integer>> before =
                            Objects.requireNonNullElseGet(last.getAndSet(null), WaitingKindsTest::counts);

                    // When
                    work.made().run();

                    // Then
                    Map<TestCaller, Map<String, Integer>> after = counts();
                    last.set(after);
                    Map<TestCaller, Integer> more = EVERYBODY.stream()
                            .collect(Collectors.toMap(
                                    caller -> caller,
                                    caller -> waiting(after, caller, work.kind())
                                            - waiting(before, caller, work.kind())));
                    assertEquals(
                            names(work.whose()),
                            names(EVERYBODY.stream()
                                    .filter(caller -> !Objects.equals(0, more.get(caller)))
                                    .collect(Collectors.toSet())));
                    work.whose().forEach(caller -> assertEquals(1, more.get(caller)));
                }));
    }

    @Test
    void workIsDueByTheClockOfItsPresentState() {
        // Given
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        tables.change(
                "update hazard set state_due_at = '1970-01-02T03:04:05Z' where id = ?::uuid",
                NodeId.parse(hazard).orElseThrow().uuid().toString());

        // When
        Map<String, Object> confirming = LedgerClient.as(OFFICER_LANKAO)
                .query(KINDS)
                .getMap("data.waiting.find { it.kind == 'HAZARDS_TO_CONFIRM' }");
        String first = LedgerClient.as(OFFICER_LANKAO).query(KINDS).getString("data.waiting[0].kind");

        // Then
        assertEquals(
                entry("HAZARDS_TO_CONFIRM", OffsetDateTime.parse("1970-01-02T11:04:05+08:00")),
                entry(first, OffsetDateTime.parse((String) confirming.get("earliestDueAt"))));
    }

    private void awaitingSignature() {
        String visit = PaperScene.LANKAO.visit();
        List<String> items = LedgerClient.as(OFFICER_LANKAO)
                .query("query($id: ID!) { inspection(id: $id) { checklist { items { id } } } }", Map.of("id", visit))
                .getList("data.inspection.checklist.items.id");
        items.forEach(item -> VisitScene.run(
                        OFFICER_LANKAO,
                        "recordFinding",
                        "RecordFindingInput",
                        Map.of("inspectionId", visit, "itemId", item, "result", "COMPLIANT"))
                .accepted());
        VisitScene.run(OFFICER_LANKAO, "finishInspectionRecord", "InspectionInput", Map.of("id", visit))
                .accepted();
    }

    /** What the county owes of a hazard that nobody has assigned. */
    private String assignment() {
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return DeadlineScene.of(hazard, "HAZARD_ASSIGNMENT");
    }

    private void reviewed() {
        String task = task();
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(OFFICER_LANKAO, task);
    }

    private String task() {
        String hazard = loop.reportedHazard(OFFICER_LANKAO, LANKAO_ENTERPRISE);
        loop.confirm(OFFICER_LANKAO, hazard);
        return loop.assign(OFFICER_LANKAO, hazard);
    }

    private void takenByFire() {
        TransferScene.accept(
                        FIRE_LANKAO,
                        TransferScene.sent(OFFICER_LANKAO, TransferScene.hazard(), "ORDINARY", TransferScene.FIRE))
                .accepted();
    }

    private void extensionRequested() {
        String task = task();
        task("acceptRectification", "RectificationInput", Map.of("id", task));
        task("startRectification", "RectificationInput", Map.of("id", task));
        task(
                "requestExtension",
                "RequestExtensionInput",
                Map.of(
                        "id",
                        task,
                        "reason",
                        "备件未到",
                        "interimMeasures",
                        "停用设备",
                        "requestedDueAt",
                        OffsetDateTime.now().plusDays(33).toString()));
    }

    private static void task(String mutation, String input, Map<String, ?> values) {
        LedgerClient.as(MANAGER_LANKAO)
                .mutate(mutation, input, values, "__typename")
                .accepted();
    }

    private void unfinished() {
        tables.change(
                "insert into deadline_clock (id, version, division_code, enterprise_id, industry_code, matter, object_type, object_id,"
                        + " hazard_id, name, subject, walls, owed_by, owed_division, started_at, due_at)"
                        + " select gen_random_uuid(), 1, t.division_code, t.enterprise_id, t.industry_code, t.matter, 'TASK', t.id, t.hazard_id,"
                        + " 'TASK_RECHECK', 'RECHECK', 'TRADE', 'AUTHORITY', '410225000000', now(), now() from rectification_task t where t.id = ?::uuid",
                NodeId.parse(task()).orElseThrow().uuid().toString());
    }

    private void emergency() {
        Map<String, Object> plan = new VisitScene(LANKAO_ENTERPRISE).plan();
        plan.put("source", "EMERGENCY");
        plan.put("announced", false);
        String visit = VisitScene.planned(OFFICER_LANKAO, plan).accepted().text("inspection.id");
        VisitScene.scan(MANAGER_LANKAO, VisitScene.code(visit)).accepted();
        VisitScene.start(visit).accepted();
    }

    private void jointDirective() {
        Map<String, Object> item = DirectiveScene.DEPARTMENT.item();
        item.put("coUnits", List.of("410225101000"));
        DirectiveScene.DEPARTMENT.issued(DirectiveScene.content(List.of(item)));
    }

    private void received() {
        LedgerClient.as(TOWN_OFFICER_LANKAO)
                .mutate(
                        "receiveBulletin",
                        "ReceiveBulletinInput",
                        Map.of("id", BulletinScene.LANKAO.delivery("410225101000")),
                        "__typename")
                .accepted();
    }

    private void undetermined() {
        tables.change(
                "update undetermined_regulator set settled_at = now() where settled_at is null and industry_code = ?",
                RegulatorScene.INDUSTRY);
        RegulatorScene.LANKAO.undetermined();
    }

    private static int waiting(Map<TestCaller, Map<String, Integer>> counts, TestCaller caller, String kind) {
        return Objects.requireNonNull(counts.get(caller)).getOrDefault(kind, 0);
    }

    /** How much of each kind waits for each of them. */
    private static Map<TestCaller, Map<String, Integer>> counts() {
        return Together.each(EVERYBODY, caller -> entry(caller, waitingFor(caller))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Integer> waitingFor(TestCaller caller) {
        return LedgerClient.as(caller)
                .query("{ waiting { kind count } }")
                .<Map<String, Object>>getList("data.waiting")
                .stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.get("kind")), row -> (Integer) row.get("count"), Integer::sum));
    }

    private static Set<String> names(Set<TestCaller> callers) {
        return callers.stream().map(TestCaller::subject).collect(Collectors.toCollection(TreeSet::new));
    }
}
