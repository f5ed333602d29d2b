package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Powers;
import org.safetyledger.access.Role;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.CheckKind;
import org.safetyledger.inspection.Inspection;
import org.safetyledger.inspection.InspectionKind;
import org.safetyledger.inspection.InspectionPlan;
import org.safetyledger.inspection.InspectionPlans;
import org.safetyledger.inspection.VisitCause;
import org.safetyledger.inspection.VisitSource;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

@LedgerTest
class VisitOfficersTest {
    private static final String TODAY = LocalDate.now(Times.ZONE).toString();
    private static final Caller SAFETY_COMMITTEE_OFFICE = ofOffice(Role.CITY_OFFICER, "410200000000", "KF-410200-SCO");

    private final Loop loop = new Loop();

    @Inject
    InspectionPlans plans;

    @Inject
    ScopedTransactions transactions;

    @Inject
    Callers callers;

    @Test
    void enforcementIsPlannedWithoutOfficersAndGetsTwoCertifiedOnes() {
        // Given
        List<String> officers = loop.officers(OFFICER_LANKAO);
        String visit = plan(OFFICER_LANKAO, "ENFORCEMENT", List.of()).accepted().text("inspection.id");

        // When
        Payload one = assign(visit, officers.subList(0, 1));
        Payload two = assign(visit, officers);

        // Then
        assertEquals(List.of("TWO_OFFICERS_REQUIRED"), one.userErrorCodes());
        assertEquals("ASSIGNED", two.accepted().text("inspection.status"));
        assertEquals(
                List.of("TWO_OFFICERS_REQUIRED"),
                plan(OFFICER_LANKAO, "ENFORCEMENT", officers.subList(0, 1)).userErrorCodes());
    }

    @Test
    void officersNamedLaterAreInTheHistory() {
        // Given
        String visit = plan(OFFICER_LANKAO, "ENFORCEMENT", List.of()).accepted().text("inspection.id");

        // When
        assign(visit, loop.officers(OFFICER_LANKAO)).accepted();

        // Then
        JsonPath seen = LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { inspection(id: $id) { officers { name } }"
                                + " history(of: $id) { nodes { action details { name value } } } }",
                        Map.of("id", visit));
        assertEquals(List.of("PLANNED", "ASSIGNED"), seen.getList("data.history.nodes.action"));
        String named = seen.getString("data.history.nodes[1].details.find { it.name == 'officers' }.value");
        List<String> officers = seen.getList("data.inspection.officers.name");
        assertEquals(2, officers.size());
        assertTrue(officers.stream().allMatch(named::contains), named);
    }

    static Stream<Arguments> offices() {
        List<Caller> callers = List.of(
                SAFETY_COMMITTEE_OFFICE,
                ofOffice(Role.CITY_LEADER, "410200000000", "KF-410200-SCO"),
                ofOffice(Role.COUNTY_OFFICER, "410225000000", "KF-410225-SCO"),
                ofOffice(Role.COUNTY_LEADER, "410225000000", "KF-410225-SCO"),
                ofOffice(Role.DEPARTMENT_OFFICER, "410225000000", "KF-410225-SCO"));
        return callers.stream()
                .flatMap(caller -> Stream.of(InspectionKind.ENFORCEMENT, InspectionKind.ASSISTANCE)
                        .map(kind -> Arguments.of(caller, kind)));
    }

    private static Caller ofOffice(Role role, String division, String department) {
        return new Caller("safety-committee-office", "安委办", role, division, department, Powers.NONE, null, Set.of());
    }

    @ParameterizedTest
    @MethodSource("offices")
    void safetyCommitteesOfficeInspectsNoEnterpriseWhateverItsRole(Caller office, InspectionKind kind) {
        // Given
        String enterprise = loop.enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

        // When
        Refusal refusal = assertThrows(Refusal.class, () -> planAsOffice(office, kind, enterprise));

        // Then
        assertEquals(ErrorCode.TARGET_NOT_ALLOWED, refusal.code());
        assertEquals(List.of("kind"), refusal.path());
    }

    @Test
    void supervisionOfAuthoritiesIsNoInspection() {
        // Given
        String enterprise = loop.enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);

        // When
        Refusal refusal = assertThrows(
                Refusal.class, () -> planAsOffice(SAFETY_COMMITTEE_OFFICE, InspectionKind.SUPERVISION, enterprise));

        // Then
        assertEquals(ErrorCode.TARGET_NOT_ALLOWED, refusal.code());
        assertEquals(List.of("kind"), refusal.path());
    }

    private Inspection planAsOffice(Caller office, InspectionKind kind, String enterprise) throws Exception {
        InspectionPlan plan = new InspectionPlan(
                NodeId.newUuid(),
                kind,
                false,
                NodeId.optional(NodeType.ENTERPRISE, enterprise, "enterpriseId"),
                null,
                NodeId.require(NodeType.CHECKLIST, checklist(), "checklistId"),
                LocalDate.parse(TODAY),
                List.of(),
                kind == InspectionKind.ENFORCEMENT ? new VisitCause(CheckKind.CASE, VisitSource.LICENCE, "1") : null,
                List.of());
        return callers.as(office, () -> transactions.write(() -> plans.plan(plan)));
    }

    @Test
    void officialOfASafetyCommitteesOfficeIsNoOfficerOfAVisitToAnEnterprise() {
        // Given
        String head = LedgerClient.as(TestCaller.CITY_OFFICER)
                .query("{ people(first: 100, text: \"薛秀松\") { nodes { id } } }")
                .getString("data.people.nodes[0].id");

        // When
        Payload planned = plan(TestCaller.CITY_OFFICER, "ASSISTANCE", List.of(head));

        // Then
        assertEquals(List.of("TARGET_NOT_ALLOWED"), planned.userErrorCodes());
    }

    private Payload plan(TestCaller planner, String kind, List<String> officers) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "kind", kind,
                "enterpriseId", loop.enterpriseId(OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE),
                "checklistId", checklist(),
                "plannedOn", TODAY,
                "officerIds", officers));
        if (kind.equals("ENFORCEMENT")) {
            input.putAll(Map.of("checkKind", "CASE", "source", "EMERGENCY"));
        }
        return LedgerClient.as(planner)
                .mutate("planInspection", "PlanInspectionInput", input, "inspection { id status }");
    }

    private static String checklist() {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(
                        "query($day: Date) { checklists(sector: \"GAS\", validOn: $day) { nodes { id } } }",
                        Map.of("day", TODAY))
                .getString("data.checklists.nodes[0].id");
    }

    private static Payload assign(String visit, List<String> officers) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "assignInspectionOfficers",
                        "AssignInspectionOfficersInput",
                        Map.of("id", visit, "officerIds", officers),
                        "inspection { status }");
    }
}
