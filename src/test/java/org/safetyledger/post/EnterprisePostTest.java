package org.safetyledger.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.PostScene;
import org.safetyledger.testing.TestCaller;

/** Posts of an enterprise: who holds them, by what standard, and what is checked there. */
@LedgerTest
class EnterprisePostTest {
    private static final String POST = """
            query($id: ID!) { enterprisePost(id: $id) { status title scope standard assessment assessedFrom assessedTo assessedBy
              person { name } checks { nodes { id status } } availableActions { action allowed } } }""";
    private static final String CHECK = """
            query($id: ID!) { postCheck(id: $id) { status due missed done missedCount lateCount dueFrom dueUntil
              records { nodes { id missedBefore late recordedBy quickReport { id } } } availableActions { action code } } }""";
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);

    private final PostScene scene = PostScene.LANKAO;
    private final LedgerTables database = new LedgerTables();

    @Test
    void managerKeepsAPostWithItsHolderScopeStandardAndAssessment() {
        // When
        String post = keep(scene.unkept()).accepted().text("enterprisePost.id");
        run(
                        MANAGER_LANKAO,
                        "reviseEnterprisePost",
                        "ReviseEnterprisePostInput",
                        Map.of("id", post, "scope", "灌装线与叉车通道", "standard", "点检率100%"))
                .accepted();
        List<String> again = run(
                        MANAGER_LANKAO,
                        "reviseEnterprisePost",
                        "ReviseEnterprisePostInput",
                        Map.of("id", post, "scope", "灌装线与叉车通道", "standard", "点检率100%"))
                .userErrorCodes();
        assess(post, "EXCELLENT", TODAY.minusDays(30), TODAY).accepted();

        // Then
        JsonPath read = read(OFFICER_LANKAO, POST, post);
        assertEquals("车间操作工", read.getString("data.enterprisePost.title"));
        assertEquals("郭磊松", read.getString("data.enterprisePost.person.name"));
        assertEquals("灌装线与叉车通道", read.getString("data.enterprisePost.scope"));
        assertEquals("EXCELLENT", read.getString("data.enterprisePost.assessment"));
        assertEquals(TODAY.toString(), read.getString("data.enterprisePost.assessedTo"));
        assertEquals("manager-lankao", read.getString("data.enterprisePost.assessedBy"));
        assertNull(read(WORKER_LANKAO, POST, post).get("data.enterprisePost.assessedBy"));
        assertEquals(List.of("NOTHING_CHANGED"), again);
        assertEquals(List.of("KEPT", "REVISED", "ASSESSED"), history(post));
    }

    @Test
    void newHolderIsNotAssessedByWhatTheFormerOneDid() {
        // Given
        String post = keep(scene.unkept()).accepted().text("enterprisePost.id");
        assess(post, "UNQUALIFIED", TODAY.minusDays(30), TODAY).accepted();
        String other = LedgerClient.as(MANAGER_LANKAO)
                .query("{ people(text: \"武娟强\") { nodes { id } } }")
                .getString("data.people.nodes[0].id");

        // When
        run(
                        MANAGER_LANKAO,
                        "reviseEnterprisePost",
                        "ReviseEnterprisePostInput",
                        Map.of("id", post, "personId", other, "scope", "灌装线", "standard", "点检率100%"))
                .accepted();

        // Then
        JsonPath read = read(OFFICER_LANKAO, POST, post);
        assertEquals("武娟强", read.getString("data.enterprisePost.person.name"));
        assertNull(read.get("data.enterprisePost.assessment"));
        assertNull(read.get("data.enterprisePost.assessedTo"));
    }

    @Test
    void postIsSeenByItsHolderItsManagerAndTheAuthoritiesOfItsPlace() {
        // Given
        String post = scene.post();

        // Then
        assertEquals("ACTIVE", read(WORKER_LANKAO, POST, post).getString("data.enterprisePost.status"));
        assertEquals("ACTIVE", read(OFFICER_LANKAO, POST, post).getString("data.enterprisePost.status"));
        for (TestCaller blind : List.of(PostScene.OTHER_WORKER, MANAGER_QIXIAN, OFFICER_QIXIAN)) {
            assertNull(read(blind, POST, post).get("data.enterprisePost"), blind::subject);
        }
        assertEquals(
                0,
                LedgerClient.as(PostScene.OTHER_WORKER)
                        .query("{ enterprisePosts { totalCount } }")
                        .getInt("data.enterprisePosts.totalCount"));
    }

    @Test
    void whatDoesNotFitAPostIsRefusedAndChangesNothing() {
        // Given
        String post = scene.post();
        Map<String, Object> twice =
                new HashMap<>(Map.of("personId", scene.person(scene.workerName()), "scope", "x", "standard", "y"));
        Map<String, Object> invisible = new HashMap<>(twice);
        invisible.put("scope", "\u200b\u3164");
        String stranger = scene.person(scene.workerName());

        // Then
        assertEquals(List.of("POST_KEPT_ALREADY personId"), refusals(keep(twice)));
        assertEquals(List.of("TEXT_REQUIRED scope"), refusals(keep(invisible)));
        assertEquals(
                List.of("REFERENCE_NOT_FOUND personId"),
                refusals(run(
                        MANAGER_QIXIAN,
                        "keepEnterprisePost",
                        "KeepEnterprisePostInput",
                        Map.of("personId", stranger, "scope", "x", "standard", "y"))));
        assertEquals(List.of("END_BEFORE_START to"), refusals(assess(post, "QUALIFIED", TODAY, TODAY.minusDays(1))));
        assertEquals(List.of("TIME_IN_FUTURE to"), refusals(assess(post, "QUALIFIED", TODAY, TODAY.plusDays(1))));
        assertEquals(
                List.of("NOT_FOUND"),
                run(
                                MANAGER_QIXIAN,
                                "assessEnterprisePost",
                                "AssessEnterprisePostInput",
                                Map.of("id", post, "result", "QUALIFIED", "from", "2026-01-01", "to", "2026-01-02"))
                        .errorCodes());
        assertEquals(
                List.of("FORBIDDEN"),
                run(WORKER_LANKAO, "endEnterprisePost", "EndEnterprisePostInput", Map.of("id", post))
                        .errorCodes());
    }

    @Test
    void endedPostIsCheckedNoMore() {
        // Given
        String check = scene.check();
        String post = scene.post();

        // When
        run(MANAGER_LANKAO, "endEnterprisePost", "EndEnterprisePostInput", Map.of("id", post))
                .accepted();

        // Then
        assertEquals("STOPPED", read(MANAGER_LANKAO, CHECK, check).getString("data.postCheck.status"));
        assertEquals(
                List.of("WRONG_STATE"), record(WORKER_LANKAO, recording(check)).userErrorCodes());
        assertEquals(
                List.of("WRONG_STATE postId"),
                refusals(run(
                        MANAGER_LANKAO,
                        "schedulePostCheck",
                        "SchedulePostCheckInput",
                        Map.of("postId", post, "what", "x", "every", "DAY"))));
    }

    @Test
    void checkThatIsDueIsRecordedOnceForItsPeriodByWhoHoldsThePost() {
        // Given
        String check = scene.check();
        JsonPath due = read(WORKER_LANKAO, CHECK, check);

        // When
        Payload byManager = record(MANAGER_LANKAO, recording(check));
        Payload byOther = record(PostScene.OTHER_WORKER, recording(check));
        record(WORKER_LANKAO, recording(check)).accepted();
        Payload twice = record(WORKER_LANKAO, recording(check));

        // Then
        assertTrue(due.getBoolean("data.postCheck.due"));
        assertEquals(List.of("NOT_THE_HOLDER"), byManager.userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), byOther.errorCodes());
        assertEquals(List.of("CHECK_RECORDED_ALREADY checkedAt"), refusals(twice));
        JsonPath done = read(MANAGER_LANKAO, CHECK, check);
        assertTrue(done.getBoolean("data.postCheck.done"));
        assertFalse(done.getBoolean("data.postCheck.due"));
        assertEquals(List.of("worker-lankao"), done.getList("data.postCheck.records.nodes.recordedBy"));
        assertEquals(List.of("SCHEDULED", "CHECKED"), history(check));
        assertEquals(List.of("RECORDED"), history(done.getString("data.postCheck.records.nodes[0].id")));
    }

    @Test
    void missedCheckIsToldWithItsPeriodAndCountedWhenTheNextIsDone() {
        // Given
        String check = scene.check();
        PostScene.age(check, 3);

        // When
        JsonPath missed = read(OFFICER_LANKAO, CHECK, check);
        List<String> listed = listed("missed");
        record(WORKER_LANKAO, recording(check)).accepted();

        // Then
        assertTrue(missed.getBoolean("data.postCheck.missed"));
        assertEquals(
                TODAY.minusDays(3),
                OffsetDateTime.parse(missed.getString("data.postCheck.dueFrom")).toLocalDate());
        assertTrue(listed.contains(check));
        JsonPath after = read(OFFICER_LANKAO, CHECK, check);
        assertEquals(3, after.getInt("data.postCheck.missedCount"));
        assertEquals(List.of(3), after.getList("data.postCheck.records.nodes.missedBefore"));
        assertTrue(listed("done").contains(check));
        assertFalse(listed("missed").contains(check));
        assertFalse(listed("due").contains(check));
    }

    @Test
    void checkThatArrivesAfterItsPeriodStaysAMissedOneAndIsToldAsDoneLate() {
        // Given
        String check = scene.check();
        PostScene.age(check, 3);
        record(WORKER_LANKAO, recording(check)).accepted();
        Map<String, Object> offline = recording(check);
        offline.put("id", NodeId.text(NodeType.POST_CHECK_RECORD, NodeId.newUuid()));
        offline.put("checkedAt", OffsetDateTime.now(Times.ZONE).minusDays(2).toString());

        // When
        Payload first = record(WORKER_LANKAO, offline).accepted();
        Payload repeat = record(WORKER_LANKAO, offline).accepted();
        Map<String, Object> other = new HashMap<>(offline);
        other.put("words", "补充说明");

        // Then
        assertEquals(first.text("postCheckRecord.id"), repeat.text("postCheckRecord.id"));
        assertEquals(List.of("CLIENT_ID_REUSED id"), refusals(record(WORKER_LANKAO, other)));
        JsonPath read = read(MANAGER_LANKAO, CHECK, check);
        assertEquals(3, read.getInt("data.postCheck.missedCount"));
        assertEquals(1, read.getInt("data.postCheck.lateCount"));
        assertEquals(List.of(false, true), read.getList("data.postCheck.records.nodes.late"));
    }

    @Test
    void awaitedCheckThatIsRecordedLateIsAMissedOneToo() {
        // Given
        String check = scene.check();
        PostScene.age(check, 2);
        Map<String, Object> late = recording(check);
        late.put("checkedAt", OffsetDateTime.now(Times.ZONE).minusDays(1).toString());

        // When
        record(WORKER_LANKAO, late).accepted();

        // Then
        JsonPath read = read(MANAGER_LANKAO, CHECK, check);
        assertEquals(2, read.getInt("data.postCheck.missedCount"));
        assertEquals(1, read.getInt("data.postCheck.lateCount"));
        assertTrue(read.getBoolean("data.postCheck.due"));
        assertEquals(List.of(1), read.getList("data.postCheck.records.nodes.missedBefore"));
    }

    @Test
    void checkIsNotFilledInLongAfterwards() {
        // Given
        String check = scene.check();
        PostScene.age(check, 8);
        Map<String, Object> old = recording(check);
        old.put("checkedAt", OffsetDateTime.now(Times.ZONE).minusDays(5).toString());

        // When
        Payload refused = record(WORKER_LANKAO, old);

        // Then
        assertEquals(List.of("RECORDED_TOO_LATE checkedAt"), refusals(refused));
        JsonPath read = read(MANAGER_LANKAO, CHECK, check);
        assertEquals(List.of(), read.getList("data.postCheck.records.nodes"));
        assertTrue(read.getBoolean("data.postCheck.missed"));
    }

    @Test
    void nextHolderIsNotToldHowTheFormerOneWasAssessedNorWhatThatOneChecked() {
        // Given
        String check = scene.check();
        String post = scene.post();
        assess(post, "UNQUALIFIED", TODAY.minusDays(30), TODAY).accepted();
        Map<String, Object> found = recording(check);
        found.putAll(Map.of("result", "NOT_ALL_RIGHT", "words", "急停按钮失灵"));
        record(WORKER_LANKAO, found).accepted();
        String own = details(WORKER_LANKAO, post) + details(WORKER_LANKAO, check);

        // When
        try {
            database.change(
                    "update enterprise_post set holder_subject = 'worker-lankao-2' where id = ?",
                    NodeId.parse(post).orElseThrow().uuid());

            // Then
            assertTrue(own.contains("UNQUALIFIED") && own.contains("急停按钮失灵"), own);
            assertFalse(own.contains("concerned"), own);
            String next = details(PostScene.OTHER_WORKER, post) + details(PostScene.OTHER_WORKER, check);
            assertTrue(next.contains("ASSESSED") && next.contains("CHECKED"), next);
            assertFalse(next.contains("UNQUALIFIED") || next.contains("急停按钮失灵"), next);
            String manager = details(MANAGER_LANKAO, post);
            assertTrue(manager.contains("UNQUALIFIED") && !manager.contains("concerned"), manager);
        } finally {
            database.change(
                    "update enterprise_post set holder_subject = 'worker-lankao' where id = ?",
                    NodeId.parse(post).orElseThrow().uuid());
        }
    }

    /** Of entries from before it was kept whom they concern, a worker is told those that he made. */
    @Test
    void nextHolderIsNotToldOfAnAssessmentOrCheckThatDoesNotSayWhomItConcerns() {
        // Given
        String check = scene.check();
        String post = scene.post();
        assess(post, "UNQUALIFIED", TODAY.minusDays(30), TODAY).accepted();
        Map<String, Object> found = recording(check);
        found.putAll(Map.of("result", "NOT_ALL_RIGHT", "words", "急停按钮失灵"));
        record(WORKER_LANKAO, found).accepted();
        List<UUID> ids = List.of(
                NodeId.parse(post).orElseThrow().uuid(),
                NodeId.parse(check).orElseThrow().uuid());

        // When
        try {
            ids.forEach(id -> database.change(
                    "update history_entry set detail = detail - 'concerned' || jsonb_build_object('was', detail -> 'concerned')"
                            + " where object_id = ? and detail ?? 'concerned'",
                    id));
            database.change(
                    "update enterprise_post set holder_subject = 'worker-lankao-2' where id = ?", ids.getFirst());

            // Then
            String next = details(PostScene.OTHER_WORKER, post) + details(PostScene.OTHER_WORKER, check);
            assertTrue(next.contains("ASSESSED") && next.contains("CHECKED"), next);
            assertFalse(next.contains("UNQUALIFIED") || next.contains("急停按钮失灵"), next);
            assertTrue(details(MANAGER_LANKAO, post).contains("UNQUALIFIED"));
        } finally {
            ids.forEach(id -> database.change(
                    "update history_entry set detail = detail - 'was' || jsonb_build_object('concerned', detail -> 'was')"
                            + " where object_id = ? and detail ?? 'was'",
                    id));
            database.change("update enterprise_post set holder_subject = 'worker-lankao' where id = ?", ids.getFirst());
        }
    }

    private static String details(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .send(
                        "query($id: ID!) { history(of: $id, first: 100) { nodes { action details { name value } } } }",
                        Map.of("id", id))
                .asString();
    }

    @Test
    void checkOfTheFutureOrFromBeforeItBeganIsRefused() {
        // Given
        String check = scene.check();
        Map<String, Object> future = recording(check);
        future.put("checkedAt", OffsetDateTime.now(Times.ZONE).plusHours(1).toString());
        Map<String, Object> before = recording(check);
        before.put("checkedAt", OffsetDateTime.now(Times.ZONE).minusDays(1).toString());

        // Then
        assertEquals(List.of("TIME_IN_FUTURE checkedAt"), refusals(record(WORKER_LANKAO, future)));
        assertEquals(List.of("CHECK_NOT_DUE checkedAt"), refusals(record(WORKER_LANKAO, before)));
        assertEquals(List.of(), read(MANAGER_LANKAO, CHECK, check).getList("data.postCheck.records.nodes"));
    }

    @Test
    void checkOfWorkingDaysBeginsOnTheNextOneByTheCalendar() throws SQLException {
        // Given
        Map<String, Object> input = scene.toSchedule("DAY");
        input.put("workingDaysOnly", true);
        String next;
        try (Connection connection = LedgerDatabase.asSuperuser()) {
            next = LedgerDatabase.texts(
                            connection,
                            "select min(d)::date from generate_series((now() at time zone 'Asia/Shanghai')::date, now() + interval '40 days',"
                                    + " interval '1 day') d left join calendar_day c on c.day = d::date"
                                    + " where coalesce(c.kind = 'WORKDAY', extract(isodow from d) < 6)")
                    .getFirst();
        }

        // When
        String check = PostScene.run(MANAGER_LANKAO, "schedulePostCheck", "SchedulePostCheckInput", input);

        // Then
        assertEquals(
                next,
                OffsetDateTime.parse(read(MANAGER_LANKAO, CHECK, check).getString("data.postCheck.dueFrom"))
                        .toLocalDate()
                        .toString());
    }

    @Test
    void postIsKeptOnceThoughTwoAskAtTheSameMoment() throws Exception {
        // Given
        Map<String, Object> input = scene.unkept();

        // When
        List<Payload> answers;
        Callable<Payload> keeping = () -> keep(input);
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = both.invokeAll(List.of(keeping, keeping)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        // Then
        assertEquals(
                List.of(List.of(), List.of("POST_KEPT_ALREADY")),
                answers.stream()
                        .map(Payload::userErrorCodes)
                        .sorted(Comparator.comparing(List::size))
                        .toList());
        assertTrue(answers.stream().allMatch(answer -> answer.errorCodes().isEmpty()));
    }

    @Test
    void whatIsNotAllRightBecomesAQuickReportInTheSameMutation() {
        // Given
        String check = scene.check();
        Map<String, Object> wordless = recording(check);
        wordless.put("result", "NOT_ALL_RIGHT");
        Map<String, Object> contradictory = recording(check);
        contradictory.put("report", Map.of());
        Map<String, Object> wrong = recording(check);
        wrong.putAll(Map.of("result", "NOT_ALL_RIGHT", "words", "急停按钮失灵", "report", Map.of("place", "灌装线")));
        Map<String, Object> misplaced = new HashMap<>(wrong);
        misplaced.put("report", Map.of("category", "NO_SUCH"));

        // When
        List<String> refused = refusals(record(WORKER_LANKAO, wordless));
        List<String> contradicted = refusals(record(WORKER_LANKAO, contradictory));
        List<String> uncategorized = refusals(record(WORKER_LANKAO, misplaced));
        String report = record(WORKER_LANKAO, wrong).accepted().text("postCheckRecord.quickReport.id");

        // Then
        assertEquals(List.of("TEXT_REQUIRED words"), refused);
        assertEquals(List.of("NOTHING_TO_REPORT report"), contradicted);
        assertEquals(List.of("UNKNOWN_CODE report.category"), uncategorized);
        assertEquals(
                1,
                read(MANAGER_LANKAO, CHECK, check)
                        .getList("data.postCheck.records.nodes.id")
                        .size());
        JsonPath hazard = LedgerClient.as(MANAGER_LANKAO)
                .query(
                        "query($id: ID!) { quickReport(id: $id) { words place hazard { title source category } } }",
                        Map.of("id", report));
        assertEquals("急停按钮失灵", hazard.getString("data.quickReport.hazard.title"));
        assertEquals("WORKER", hazard.getString("data.quickReport.hazard.source"));
        assertEquals("UNCLASSIFIED", hazard.getString("data.quickReport.hazard.category"));
        assertEquals("灌装线", hazard.getString("data.quickReport.place"));
    }

    private static List<String> listed(String state) {
        return LedgerClient.as(MANAGER_LANKAO)
                .query("{ postChecks(first: 100, filter: {" + state + ": true}) { nodes { id } } }")
                .getList("data.postChecks.nodes.id");
    }

    private static Map<String, Object> recording(String check) {
        return new HashMap<>(Map.of("checkId", check, "result", "ALL_RIGHT"));
    }

    private static Payload keep(Map<String, Object> input) {
        return run(MANAGER_LANKAO, "keepEnterprisePost", "KeepEnterprisePostInput", input);
    }

    private static Payload assess(String post, String result, LocalDate from, LocalDate to) {
        return run(
                MANAGER_LANKAO,
                "assessEnterprisePost",
                "AssessEnterprisePostInput",
                Map.of("id", post, "result", result, "from", from.toString(), "to", to.toString()));
    }

    private static Payload record(TestCaller caller, Map<String, Object> input) {
        return LedgerClient.as(caller)
                .mutate("recordPostCheck", "RecordPostCheckInput", input, "postCheckRecord { id quickReport { id } }");
    }

    private static Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        String object = mutation.equals("schedulePostCheck") ? "postCheck" : "enterprisePost";
        return LedgerClient.as(caller).mutate(mutation, input, values, object + " { id }");
    }

    private static List<String> refusals(Payload payload) {
        List<Map<String, @Nullable Object>> errors = payload.answer().getList(payload.root() + ".userErrors");
        return errors.stream()
                .map(error -> error.get("code") + " " + String.join(".", paths(error.get("path"))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> paths(@Nullable Object path) {
        return path == null ? List.of() : (List<String>) path;
    }

    private static JsonPath read(TestCaller caller, String document, String id) {
        return LedgerClient.as(caller).query(document, Map.of("id", id));
    }

    private static List<String> history(String id) {
        return LedgerClient.as(MANAGER_LANKAO)
                .query("query($id: ID!) { history(of: $id) { nodes { action } } }", Map.of("id", id))
                .getList("data.history.nodes.action");
    }
}
