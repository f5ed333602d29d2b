package org.safetyledger.supervision.directive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.DirectiveScene.decide;
import static org.safetyledger.testing.DirectiveScene.items;
import static org.safetyledger.testing.DirectiveScene.respond;
import static org.safetyledger.testing.TestCaller.*;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.DirectiveScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;

/** What a conference decides, from the draft until its last item is accepted. */
@LedgerTest
class DirectiveTest {
    private final DirectiveScene department = DirectiveScene.DEPARTMENT;
    private final DirectiveScene government = DirectiveScene.GOVERNMENT;

    @Inject
    LedgerTables database;

    @Test
    void decisionOfAConferenceIsFollowedUntilEachAddresseeAnsweredAndItsOfficeAccepted() {
        // Given
        Map<String, Object> joint = DirectiveScene.item("410225000000");
        joint.put("coUnits", List.of("KF-410225-MR", "410225101000"));
        String directive = department.issued(DirectiveScene.content(List.of(department.item(), joint)));
        List<String> both = items(OFFICE_CITY, directive);

        // When
        respond(EQUIPMENT_LANKAO, both.getLast(), "已检查压力管道").accepted();
        Payload answered =
                respond(COUNTY_LEADER_LANKAO, both.getLast(), "已全部排查").accepted();
        decide(OFFICE_CITY, "acceptDirectiveResponse", Map.of("id", both.getLast()))
                .accepted();
        String between = status(CITY_LEADER, directive);
        respond(FIRE_LANKAO, both.getFirst(), "已完成排查").accepted();
        decide(OFFICE_CITY, "returnDirectiveItem", Map.of("id", both.getFirst(), "reason", "未附台账"))
                .accepted();
        respond(FIRE_LANKAO, both.getFirst(), "已附台账").accepted();
        Payload last = decide(OFFICE_CITY, "acceptDirectiveResponse", Map.of("id", both.getFirst()))
                .accepted();

        // Then
        assertEquals("ANSWERED", answered.text("directiveItem.status"));
        assertEquals(List.of("410225101000"), answered.get("directiveItem.missingCoUnits"));
        assertEquals(List.of(false, true), answered.get("directiveItem.responses.leads"));
        assertEquals("ISSUED", between);
        assertEquals("COMPLETED", last.text("directiveItem.directive.status"));
        assertEquals(
                List.of("ISSUED", "ANSWERED", "RETURNED", "ANSWERED", "ACCEPTED"),
                history(FIRE_LANKAO, both.getFirst()));
        assertEquals(
                List.of("ISSUED", "CONTRIBUTED", "ANSWERED", "ACCEPTED"), history(EQUIPMENT_LANKAO, both.getLast()));
        assertEquals(List.of("DRAFTED", "ISSUED", "COMPLETED"), history(FIRE_LANKAO, directive));
    }

    @Test
    void addresseeThatHasNotAnsweredByItsDateIsInTheOutstandingProblemsOfThatDay() {
        // Given
        String late = department.issuedItem();
        String other = department.issuedItem();
        database.change(
                "update directive_item set due_at = passed, deadline = jsonb_set(deadline, '{dueAt}', to_jsonb(passed))"
                        + " from (select (ledger_today() - 1)::timestamp at time zone 'Asia/Shanghai' passed) p where id in (?, ?)",
                uuid(late),
                uuid(other));

        // When
        List<String> byFilter = overdue(COUNTY_LEADER_LANKAO);
        List<String> before = outstanding("ledger_today() - 2");
        List<String> ofThatDay = outstanding("ledger_today() - 1");
        respond(FIRE_LANKAO, other, "已完成排查").accepted();

        // Then
        assertTrue(byFilter.containsAll(List.of(late, other)), byFilter::toString);
        assertFalse(before.contains(uuid(late).toString()));
        assertTrue(ofThatDay.contains(uuid(late).toString()));
        assertTrue(outstanding("ledger_today()").contains(uuid(late).toString()));
        assertFalse(outstanding("ledger_today()").contains(uuid(other).toString()));
        assertTrue(overdue(CITY_LEADER).contains(late));
        assertTrue(overdue(FIRE_LANKAO).contains(late));
        assertFalse(overdue(COUNTY_LEADER_LANKAO).contains(other));
        assertEquals(List.of(), overdue(COUNTY_LEADER_QIXIAN));
        decide(OFFICE_CITY, "returnDirectiveItem", Map.of("id", other, "reason", "结果不实"))
                .accepted();
        assertTrue(overdue(COUNTY_LEADER_LANKAO).contains(other));
    }

    @Test
    void draftIsItsOfficesAloneAndOneOfALeaderIsTheLeaders() {
        // Given
        DirectiveScene ofLeader = new DirectiveScene(CITY_LEADER, "410225000000", COUNTY_LEADER_LANKAO);
        TestCaller anotherLeader = TestCaller.authority("another-city-leader", "city-leader", "410200000000");
        String draft = department.drafted();
        String leaders = ofLeader.drafted();

        // When, Then
        for (TestCaller other : List.of(CITY_LEADER, CITY_OFFICER, AUDITOR_CITY, FIRE_LANKAO, COUNTY_LEADER_LANKAO)) {
            assertNull(node(other, draft), other.subject());
        }
        for (TestCaller other : List.of(anotherLeader, OFFICE_CITY, CITY_OFFICER, AUDITOR_CITY)) {
            assertNull(node(other, leaders), other.subject());
            assertEquals(List.of("NOT_FOUND"), historyErrors(other, leaders), other.subject());
        }
        assertEquals(
                List.of("NOT_FOUND"), DirectiveScene.issue(CITY_OFFICER, draft).errorCodes());
        assertEquals(draft, node(OFFICE_CITY, draft));
        assertEquals(leaders, node(CITY_LEADER, leaders));
        DirectiveScene.issue(CITY_LEADER, leaders).accepted();
        assertEquals(leaders, node(anotherLeader, leaders));
        assertEquals(leaders, node(COUNTY_LEADER_LANKAO, leaders));
        String item = items(CITY_LEADER, leaders).getFirst();
        respond(COUNTY_LEADER_LANKAO, item, "已落实").accepted();
        assertEquals(
                List.of("NOT_THE_AUTHORITY"),
                decide(OFFICE_CITY, "acceptDirectiveResponse", Map.of("id", item))
                        .userErrorCodes());
        decide(anotherLeader, "acceptDirectiveResponse", Map.of("id", item)).accepted();
    }

    @Test
    void addresseesSeeTheDirectiveAndTheirOwnItems() {
        // Given
        Map<String, Object> ofFire = DirectiveScene.item("KF-410225-FR");
        ofFire.put("coUnits", List.of("KF-410225-MR", "410221000000"));
        String directive = department.issued(DirectiveScene.content(List.of(
                ofFire,
                DirectiveScene.item("KF-410225-EM"),
                DirectiveScene.item("410225101000"),
                DirectiveScene.item("KF-410200-CON"))));
        List<String> all = items(CITY_OFFICER, directive);

        // When, Then
        assertEquals(4, all.size());
        assertEquals(all.subList(0, 1), items(FIRE_LANKAO, directive));
        assertEquals(all.subList(0, 1), items(EQUIPMENT_LANKAO, directive));
        assertEquals(all.subList(0, 1), items(COUNTY_LEADER_QIXIAN, directive));
        assertEquals(all.subList(1, 2), items(DEPARTMENT_LANKAO, directive));
        assertEquals(all.subList(2, 3), items(TOWN_OFFICER_LANKAO, directive));
        assertEquals(all.subList(3, 4), items(DEPARTMENT_CITY_CONSTRUCTION, directive));
        assertEquals(all.subList(0, 3), items(COUNTY_LEADER_LANKAO, directive));
        assertNull(node(FIRE_QIXIAN, directive));
        assertNull(node(AUDITOR_QIXIAN, all.getFirst()));
        assertNull(node(DEPARTMENT_LANKAO, all.getFirst()));
        assertEquals(List.of("NOT_FOUND"), historyErrors(DEPARTMENT_LANKAO, all.getFirst()));
        for (TestCaller ofEnterprise : List.of(MANAGER_LANKAO, WORKER_LANKAO, INTEGRATION_LANKAO)) {
            assertNull(node(ofEnterprise, directive), ofEnterprise.subject());
        }
        assertEquals(List.of("全市安全生产工作例会", "4"), told(FIRE_LANKAO, directive));
        assertEquals(
                List.of("NOT_FOUND"), respond(FIRE_QIXIAN, all.getFirst(), "已办").errorCodes());
        respond(COUNTY_LEADER_QIXIAN, all.getFirst(), "已配合").accepted();
    }

    @Test
    void onlyTheAddresseeRespondsAndOnlyTheOfficeThatIssuedDecides() {
        // Given
        String item = government.issuedItem();
        String answered = government.answeredItem();

        // When, Then
        assertEquals(
                List.of("NOT_THE_ADDRESSEE"), respond(OFFICE_CITY, item, "已办").userErrorCodes());
        assertEquals(List.of("NOT_FOUND"), respond(FIRE_LANKAO, item, "已办").errorCodes());
        assertEquals(
                List.of("WRONG_STATE"),
                respond(COUNTY_LEADER_LANKAO, answered, "再报").userErrorCodes());
        for (String mutation : List.of("acceptDirectiveResponse", "returnDirectiveItem", "withdrawDirectiveItem")) {
            Map<String, String> input =
                    mutation.startsWith("accept") ? Map.of("id", answered) : Map.of("id", answered, "reason", "不符合要求");
            for (TestCaller other : List.of(COUNTY_LEADER_LANKAO, OFFICE_LANKAO, CITY_LEADER, CITY_OFFICER)) {
                assertEquals(
                        List.of("NOT_THE_AUTHORITY"),
                        decide(other, mutation, input).userErrorCodes(),
                        other.subject());
            }
            assertEquals(
                    List.of("FORBIDDEN"), decide(FIRE_LANKAO, mutation, input).errorCodes());
        }
        assertEquals("ANSWERED", itemStatus(answered));
        assertEquals("OPEN", itemStatus(item));
        assertNull(foretold(COUNTY_LEADER_LANKAO, item, "respondToDirective"));
        assertEquals("NOT_THE_ADDRESSEE", foretold(OFFICE_CITY, item, "respondToDirective"));
        assertEquals("WRONG_STATE", foretold(OFFICE_CITY, item, "acceptDirectiveResponse"));
        assertNull(foretold(OFFICE_CITY, answered, "returnDirectiveItem"));
    }

    @Test
    void coUnitContributesUntilTheDecisionAndTheLeadAnswersForAll() {
        // Given
        Map<String, Object> joint = department.item();
        joint.put("coUnits", List.of("KF-410225-MR"));
        String item = items(OFFICE_CITY, department.issued(DirectiveScene.content(List.of(joint))))
                .getFirst();

        // When
        Payload alone = respond(FIRE_LANKAO, item, "已完成排查").accepted();
        Payload contributed = respond(EQUIPMENT_LANKAO, item, "已检查气瓶").accepted();
        decide(OFFICE_CITY, "acceptDirectiveResponse", Map.of("id", item)).accepted();
        Payload late = respond(EQUIPMENT_LANKAO, item, "补充");

        // Then
        assertEquals(List.of("KF-410225-MR"), alone.get("directiveItem.missingCoUnits"));
        assertEquals(List.of(), contributed.get("directiveItem.missingCoUnits"));
        assertEquals("ANSWERED", contributed.text("directiveItem.status"));
        assertEquals(List.of("WRONG_STATE"), late.userErrorCodes());
    }

    /** What is wrong with an item, by the field that says it. */
    static final List<Arguments> FAULTS = List.of(
            Arguments.of("lead", null, "LEAD_REQUIRED items.0.lead"),
            Arguments.of("lead", "KF-410225-XX", "UNKNOWN_CODE items.0.lead"),
            Arguments.of("lead", LANKAO_ENTERPRISE, "UNKNOWN_CODE items.0.lead"),
            Arguments.of("lead", "KF-410200-SCO", "ADDRESSEE_NOT_ALLOWED items.0.lead"),
            Arguments.of("lead", "410200000000", "ADDRESSEE_NOT_ALLOWED items.0.lead"),
            Arguments.of("lead", "410000000000", "OUTSIDE_JURISDICTION items.0.lead"),
            Arguments.of("coUnits", List.of("KF-410225-MR", "KF-410225-FR"), "CO_UNIT_NOT_ALLOWED items.0.coUnits.1"),
            Arguments.of("coUnits", List.of("KF-410225-XX"), "UNKNOWN_CODE items.0.coUnits.0"),
            Arguments.of(
                    "coUnits",
                    IntStream.range(0, 11).mapToObj(i -> "KF-" + i).toList(),
                    "LIST_TOO_LONG items.0.coUnits"),
            Arguments.of("dueAt", time(0).minusMinutes(1).toString(), "DEADLINE_IN_PAST items.0.dueAt"),
            Arguments.of("dueAt", time(-2).toString(), "DUE_BEFORE_CONFERENCE items.0.dueAt"),
            Arguments.of("dueAt", time(500).toString(), "DEADLINE_TOO_LATE items.0.dueAt"),
            Arguments.of("demand", " ", "TEXT_REQUIRED items.0.demand"),
            Arguments.of("hazardId", "hazard_01k00000000000000000000000", "REFERENCE_NOT_FOUND items.0.hazardId"),
            Arguments.of(
                    "responsibleId", "person_01k00000000000000000000000", "REFERENCE_NOT_FOUND items.0.responsibleId"));

    private static OffsetDateTime time(int days) {
        return OffsetDateTime.now(Times.ZONE).plusDays(days);
    }

    @ParameterizedTest
    @FieldSource("FAULTS")
    void whatIsWrongWithAnItemIsRefusedAtItsField(String field, @Nullable Object value, String refusal)
            throws SQLException {
        // Given
        Map<String, Object> item = department.item();
        if (value == null) {
            item.remove(field);
        } else {
            item.put(field, value);
        }
        Map<String, String> before = LedgerDatabase.fingerprint();

        // When
        Payload drafted = department.draft(DirectiveScene.content(List.of(item)));

        // Then
        assertEquals(refusal, drafted.text("userErrors[0].code") + " " + drafted.text("userErrors[0].path.join('.')"));
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    @Test
    void directiveIsOfAnOfficeInItsOwnPlaceAndIssuedOnceItsConferenceWasHeld() {
        // Given
        Map<String, Object> ahead = department.content();
        ahead.put("heldOn", LocalDate.now(Times.ZONE).plusDays(3).toString());
        Map<String, Object> early = department.item();
        early.put("dueAt", time(1).toString());
        Map<String, Object> dueBefore = DirectiveScene.content(List.of(early));
        dueBefore.put("heldOn", LocalDate.now(Times.ZONE).plusDays(3).toString());
        DirectiveScene ofLankao = DirectiveScene.TOWN;

        // When
        String draft = department.draft(ahead).accepted().text("directive.id");
        Payload issued = DirectiveScene.issue(OFFICE_CITY, draft);
        Payload notByOfficers =
                new DirectiveScene(CITY_OFFICER, "410225000000", COUNTY_LEADER_LANKAO).draft(department.content());
        Payload outside = ofLankao.draft(DirectiveScene.content(List.of(DirectiveScene.item("KF-410221-FR"))));
        Payload byTown =
                new DirectiveScene(TOWN_OFFICER_LANKAO, "KF-410225-FR", FIRE_LANKAO).draft(department.content());

        // Then
        assertEquals(List.of("CONFERENCE_AHEAD"), issued.userErrorCodes());
        assertEquals("DRAFT", status(OFFICE_CITY, draft));
        assertEquals(
                List.of("DUE_BEFORE_CONFERENCE"), department.draft(dueBefore).userErrorCodes());
        assertEquals(List.of("NOT_AN_ISSUING_OFFICE"), notByOfficers.userErrorCodes());
        assertEquals(List.of("OUTSIDE_JURISDICTION"), outside.userErrorCodes());
        assertEquals(List.of("FORBIDDEN"), byTown.errorCodes());
        assertEquals(
                List.of("VALUE_OUT_OF_RANGE"),
                department.draft(DirectiveScene.content(List.of())).userErrorCodes());
    }

    @Test
    void draftIsRevisedUntilItIsIssuedAndWhatWasIssuedStays() {
        // Given
        String draft = department.drafted();
        Map<String, Object> revised = DirectiveScene.content(List.of(DirectiveScene.item("KF-410225-EM")));
        revised.put("id", draft);

        // When
        Payload rewritten = revise(revised).accepted();
        Payload unchanged = revise(revised);
        DirectiveScene.issue(OFFICE_CITY, draft).accepted();
        Payload again = revise(revised);
        Payload twice = DirectiveScene.issue(OFFICE_CITY, draft);

        // Then
        assertEquals(List.of("KF-410225-EM"), rewritten.get("directive.demands.lead"));
        assertEquals(1, items(DEPARTMENT_LANKAO, draft).size());
        assertNull(node(FIRE_LANKAO, draft));
        assertEquals(List.of("NOTHING_CHANGED"), unchanged.userErrorCodes());
        assertEquals(List.of("WRONG_STATE"), again.userErrorCodes());
        assertEquals(List.of("WRONG_STATE"), twice.userErrorCodes());
        assertEquals(List.of("DRAFTED", "REVISED", "ISSUED"), history(OFFICE_CITY, draft));
    }

    @Test
    void departmentThatWasDissolvedIsNotAddressedAfterItsLastDay() {
        // Given
        String draft = department.drafted();

        // When
        database.change("update department set valid_to = ledger_today() - 1 where code = ?", "KF-410225-FR");
        Payload drafted = department.draft(department.content());
        Payload issued = DirectiveScene.issue(OFFICE_CITY, draft);
        database.change("update department set valid_to = null where code = ?", "KF-410225-FR");

        // Then
        assertEquals(List.of("DEPARTMENT_RETIRED"), drafted.userErrorCodes());
        assertEquals(List.of("DEPARTMENT_RETIRED"), issued.userErrorCodes());
        assertEquals("DRAFT", status(OFFICE_CITY, draft));
        assertEquals("0", database.value("select count(*) from directive_item where directive_id = ?", uuid(draft)));
    }

    @Test
    void coUnitsLeaveTheLeadRoomForItsAnswer() {
        // Given
        Map<String, Object> joint = department.item();
        joint.put("coUnits", List.of("KF-410225-MR"));
        String item = items(OFFICE_CITY, department.issued(DirectiveScene.content(List.of(joint))))
                .getFirst();
        respond(EQUIPMENT_LANKAO, item, "已检查压力管道").accepted();
        database.change(
                "insert into directive_response (id, directive_item_id, authority_division, authority_department, leads, text,"
                        + " responded_by, responded_at) select gen_random_uuid(), directive_item_id, authority_division,"
                        + " authority_department, leads, text, responded_by, responded_at from directive_response,"
                        + " generate_series(2, 80) where directive_item_id = ?",
                uuid(item));

        // When
        Payload more = respond(EQUIPMENT_LANKAO, item, "又检查一遍");
        Payload answered = respond(FIRE_LANKAO, item, "已完成排查");

        // Then
        assertEquals(List.of("LIST_TOO_LONG"), more.userErrorCodes());
        assertEquals("ANSWERED", answered.accepted().text("directiveItem.status"));
    }

    @Test
    void returnedItemGetsTheSameTimeOrMore() {
        // Given
        String item = department.answeredItem();
        OffsetDateTime due = OffsetDateTime.parse(LedgerClient.as(OFFICE_CITY)
                .query("query($id: ID!) { directiveItem(id: $id) { dueAt } }", Map.of("id", item))
                .getString("data.directiveItem.dueAt"));

        // When
        Payload sooner = returned(item, due.minusDays(1));
        Payload tooLate = returned(item, due.plusDays(600));
        Payload later = returned(item, due.plusDays(5)).accepted();

        // Then
        assertEquals(List.of("DEADLINE_BROUGHT_FORWARD"), sooner.userErrorCodes());
        assertEquals(List.of("dueAt"), sooner.get("userErrors[0].path"));
        assertEquals(List.of("DEADLINE_TOO_LATE"), tooLate.userErrorCodes());
        assertEquals("RETURNED", later.text("directiveItem.status"));
        assertTrue(due.plusDays(5).isEqual(OffsetDateTime.parse(later.text("directiveItem.dueAt"))));
    }

    @Test
    void dateIsThatOfTheRuleWhereNoneIsGiven() {
        // Given
        Map<String, Object> dated = department.item();
        dated.put(
                "dueAt",
                LocalDate.now(Times.ZONE)
                        .plusDays(7)
                        .atTime(LocalTime.of(17, 0, 1))
                        .atZone(Times.ZONE)
                        .toOffsetDateTime()
                        .toString());

        // When
        String directive = department.issued(DirectiveScene.content(List.of(department.item(), dated)));

        // Then
        JsonPath read = LedgerClient.as(FIRE_LANKAO)
                .query(
                        "query($id: ID!) { directive(id: $id) { items { nodes { number deadline { rule } } } } }",
                        Map.of("id", directive));
        assertEquals(
                "DIRECTIVE_RESPONSE_ANY",
                read.getString("data.directive.items.nodes.find { it.number == 1 }.deadline.rule"));
        assertEquals("MANUAL", read.getString("data.directive.items.nodes.find { it.number == 2 }.deadline.rule"));
    }

    @Test
    void directiveIsWithdrawnWithWhatWaitsAndAnItemAlone() {
        // Given
        String whole = department.issued(DirectiveScene.content(List.of(department.item(), department.item())));
        List<String> ofWhole = items(OFFICE_CITY, whole);
        respond(FIRE_LANKAO, ofWhole.getFirst(), "已办").accepted();
        decide(OFFICE_CITY, "acceptDirectiveResponse", Map.of("id", ofWhole.getFirst()))
                .accepted();
        String part = department.issued(DirectiveScene.content(List.of(department.item(), department.item())));
        List<String> ofPart = items(OFFICE_CITY, part);

        // When
        Payload byAddressee = withdraw(COUNTY_LEADER_LANKAO, whole);
        withdraw(OFFICE_CITY, whole).accepted();
        for (String item : ofPart) {
            decide(OFFICE_CITY, "withdrawDirectiveItem", Map.of("id", item, "reason", "事项合并"))
                    .accepted();
        }

        // Then
        assertEquals(List.of("NOT_THE_AUTHORITY"), byAddressee.userErrorCodes());
        assertEquals("WITHDRAWN", status(FIRE_LANKAO, whole));
        assertEquals("ACCEPTED", itemStatus(ofWhole.getFirst()));
        assertEquals("WITHDRAWN", itemStatus(ofWhole.getLast()));
        assertEquals("WITHDRAWN", status(FIRE_LANKAO, part));
        assertEquals(
                List.of("WRONG_STATE"),
                respond(FIRE_LANKAO, ofWhole.getLast(), "已办").userErrorCodes());
        assertFalse(outstanding("ledger_today() + 300")
                .contains(uuid(ofPart.getFirst()).toString()));
    }

    @Test
    void lastTwoItemsThatAreAcceptedAtTheSameTimeCompleteTheirDirective() throws InterruptedException {
        // Given
        String directive = department.issued(DirectiveScene.content(List.of(department.item(), department.item())));
        List<String> both = items(OFFICE_CITY, directive);
        both.forEach(item -> respond(FIRE_LANKAO, item, "已办").accepted());
        List<Callable<Payload>> accepting = both.stream()
                .map(item ->
                        (Callable<Payload>) () -> decide(OFFICE_CITY, "acceptDirectiveResponse", Map.of("id", item)))
                .toList();

        // When
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            atOnce.invokeAll(accepting).forEach(done -> done.resultNow().accepted());
        }

        // Then
        assertEquals("COMPLETED", status(FIRE_LANKAO, directive));
    }

    @Test
    void repeatChangesNothingAndAStaleVersionIsRefused() {
        // Given
        String item = department.issuedItem();
        Map<String, Object> once = Map.of("id", item, "response", "已办", "requestId", "once " + item);

        // When
        Payload stale = answer(Map.of("id", item, "response", "已办", "expectedVersion", 7));
        answer(once).accepted();
        Payload repeated = answer(once).accepted();

        // Then
        assertEquals(List.of("STALE_VERSION"), stale.userErrorCodes());
        assertEquals("ANSWERED", repeated.text("directiveItem.status"));
        assertEquals(List.of("ISSUED", "ANSWERED"), history(FIRE_LANKAO, item));
        assertEquals(
                "1", database.value("select count(*) from directive_response where directive_item_id = ?", uuid(item)));
    }

    @Test
    void databaseLetsNobodyButTheOfficeDecideAnItem() throws SQLException {
        // Given
        String item = department.answeredItem();

        // When
        List<String> refused = List.of("KF-410225-FR", "KF-410225-EM", "").stream()
                .map(code -> refusal(code, "ACCEPTED", item))
                .toList();

        // Then
        assertEquals(
                List.of(true, false, true),
                refused.stream().map(said -> said.contains("alone")).toList(),
                refused::toString);
        assertEquals("ANSWERED", itemStatus(item));
    }

    /** What the database says when a department's officer, or with an empty code the county's, sets a state behind the program's back. */
    private static String refusal(String department, String status, String item) {
        String tier = department.isEmpty() ? "ledger_county" : "ledger_county_department";
        String script = "set role " + tier
                + "; set ledger.county = '410225'; set ledger.town = '410225000'; set ledger.department = '"
                + department + "'; update directive_item set status = '" + status + "' where id = '" + uuid(item) + "'";
        try (var connection = LedgerDatabase.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(script);
            return "nothing";
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private Payload returned(String item, OffsetDateTime dueAt) {
        return decide(
                OFFICE_CITY, "returnDirectiveItem", Map.of("id", item, "reason", "台账不全", "dueAt", dueAt.toString()));
    }

    private static Payload answer(Map<String, ?> input) {
        return LedgerClient.as(FIRE_LANKAO)
                .mutate("respondToDirective", "RespondToDirectiveInput", input, "directiveItem { status }");
    }

    private static Payload revise(Map<String, ?> input) {
        return LedgerClient.as(OFFICE_CITY)
                .mutate("reviseDirective", "ReviseDirectiveInput", input, "directive { demands { lead } }");
    }

    private static Payload withdraw(TestCaller caller, String directive) {
        return LedgerClient.as(caller)
                .mutate(
                        "withdrawDirective",
                        "WithdrawDirectiveInput",
                        Map.of("id", directive, "reason", "会议决定调整"),
                        "directive { status }");
    }

    private List<String> outstanding(String day) {
        return database.rows("select id from ledger_directive_items_open(" + day + ")");
    }

    private static List<String> overdue(TestCaller reader) {
        return LedgerClient.as(reader)
                .query(
                        "{ directiveItems(first: 100, filter: {overdue: true, jurisdiction: \"410225000000\"}) { nodes { id overdue } } }",
                        Map.of())
                .getList("data.directiveItems.nodes.id");
    }

    /** What the first entry of its history tells beside the action. */
    private static List<String> told(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .query(
                        "query($id: ID!) { history(of: $id, first: 1) { nodes { details { value } } } }",
                        Map.of("id", id))
                .getList("data.history.nodes[0].details.value");
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }

    private static String status(TestCaller reader, String directive) {
        return LedgerClient.as(reader)
                .query("query($id: ID!) { directive(id: $id) { status } }", Map.of("id", directive))
                .getString("data.directive.status");
    }

    private static String itemStatus(String item) {
        return LedgerClient.as(CITY_LEADER)
                .query("query($id: ID!) { directiveItem(id: $id) { status } }", Map.of("id", item))
                .getString("data.directiveItem.status");
    }

    private static @Nullable String foretold(TestCaller caller, String item, String action) {
        return LedgerClient.as(caller)
                .query(
                        "query($id: ID!) { directiveItem(id: $id) { availableActions { action code } } }",
                        Map.of("id", item))
                .getString("data.directiveItem.availableActions.find { it.action == '" + action + "' }.code");
    }

    private static @Nullable String node(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .answer("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                .getString("data.node.id");
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
