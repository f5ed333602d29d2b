package org.safetyledger.access;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.EQUIPMENT_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_LANKAO;
import static org.safetyledger.testing.TestCaller.FIRE_QIXIAN;
import static org.safetyledger.testing.TestCaller.GENERAL_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Fire, special equipment, gas at users: powers over a matter in all trades, beside the powers over trades. */
@LedgerTest
class MattersTest {
    private static final String COUNTS = "{ hazardDashboard { total } hazards { totalCount } }";
    private static final String LISTED = "data.hazards.totalCount";
    private static final String COUNTED = "data.hazardDashboard.total";

    private final Scene scene = new Scene();
    private final Loop loop = new Loop();

    @Test
    void hazardIsSeenByTheSupervisorsOfItsMatterAndNotByThoseOfAnother() {
        // Given
        String fire = reported(OFFICER_LANKAO, "FIRE_FACILITIES");
        String equipment = reported(OFFICER_LANKAO, "SPECIAL_EQUIPMENT");
        String neither = reported(OFFICER_LANKAO, "ELECTRICAL_SAFETY");

        // When, Then
        assertAll(
                () -> assertEquals(List.of(fire), seen(FIRE_LANKAO, scene.enterprise(), fire, equipment, neither)),
                () -> assertEquals(
                        List.of(equipment), seen(EQUIPMENT_LANKAO, scene.enterprise(), fire, equipment, neither)),
                () -> assertEquals(
                        List.of(fire, equipment, neither),
                        seen(GENERAL_LANKAO, scene.enterprise(), fire, equipment, neither)),
                () -> assertEquals(List.of(), seen(FIRE_QIXIAN, scene.enterprise(), fire, equipment, neither)));
        assertEquals(
                "FIRE",
                LedgerClient.as(FIRE_LANKAO)
                        .query("query($id: ID!) { hazard(id: $id) { matter } }", Map.of("id", fire))
                        .getString("data.hazard.matter"));
    }

    @Test
    void gasAtUsersAndTheCitysDepartmentsReadTheirMattersInTheSameWay() {
        // Given
        TestCaller gas = ofMatter("gas-officer-lankao", "410225000000", "KF-410225-UM", "GAS_USE");
        TestCaller fireOfCity = ofMatter("fire-officer-city", "410200000000", "KF-410200-FR", "FIRE");
        TestCaller equipmentOfCity =
                ofMatter("equipment-officer-city", "410200000000", "KF-410200-MR", "SPECIAL_EQUIPMENT");
        String fire = reported(OFFICER_LANKAO, "FIRE_FACILITIES");
        String pipeline = reported(OFFICER_LANKAO, "GAS_PIPELINE");
        String neither = reported(OFFICER_LANKAO, "ELECTRICAL_SAFETY");

        // When, Then
        assertEquals(List.of(pipeline), seen(gas, scene.enterprise(), fire, pipeline, neither));
        assertEquals(List.of(fire), seen(fireOfCity, scene.enterprise(), fire, pipeline, neither));
        assertEquals(List.of(), seen(equipmentOfCity, scene.enterprise(), fire, pipeline, neither));
        for (TestCaller caller : List.of(gas, fireOfCity)) {
            var counted = LedgerClient.as(caller).query("{ hazardDashboard { total } hazards { totalCount } }");
            assertEquals(counted.getInt("data.hazards.totalCount"), counted.getInt("data.hazardDashboard.total"));
        }
    }

    private static TestCaller ofMatter(String subject, String division, String department, String matter) {
        return new TestCaller(
                subject, "department-officer", division, department, List.of(), List.of(matter), null, null);
    }

    @Test
    void fireOfficerTakesAHazardThroughTheLoopInAnotherDepartmentsTrade() {
        // Given
        String hazard = reported(OFFICER_LANKAO, "FIRE_SEPARATION");

        // When
        loop.confirm(FIRE_LANKAO, hazard);
        String task = loop.assign(FIRE_LANKAO, hazard);
        String photo = loop.upload(FIRE_LANKAO, hazard, "OTHER");
        loop.rectify(MANAGER_LANKAO, task);
        loop.pass(FIRE_LANKAO, task);
        loop.close(FIRE_LANKAO, hazard);

        // Then
        var seen = LedgerClient.as(FIRE_LANKAO)
                .query(
                        "query($id: ID!) { hazard(id: $id) { status enterprise { name } rectificationTasks { nodes { id } }"
                                + " evidence { nodes { id } } } history(of: $id) { nodes { action } } }",
                        Map.of("id", hazard));
        assertEquals("CLOSED", seen.getString("data.hazard.status"));
        assertEquals(Scene.ENTERPRISE_NAME, seen.getString("data.hazard.enterprise.name"));
        assertEquals(List.of(task), seen.getList("data.hazard.rectificationTasks.nodes.id"));
        assertEquals(List.of(photo), seen.getList("data.hazard.evidence.nodes.id"));
        assertEquals("CLOSED", seen.getList("data.history.nodes.action").getLast());
    }

    @Test
    void whatAVisitOfAMatterFindsBelongsToTheMatter() {
        // Given
        String enterprise = anotherEnterprise();
        String inspection = planned(FIRE_LANKAO, "FIRE", enterprise);
        LedgerClient.as(FIRE_LANKAO)
                .mutate("startInspection", "StartInspectionInput", Loop.start(inspection), "inspection { id }")
                .accepted();

        // When
        String hazard = LedgerClient.as(FIRE_LANKAO)
                .mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                enterprise,
                                "inspectionId",
                                inspection,
                                "title",
                                "动火作业未审批",
                                "category",
                                "HOT_WORK"),
                        "hazard { id matter }")
                .accepted()
                .text("hazard.id");

        // Then
        assertEquals(List.of(hazard), seen(FIRE_LANKAO, enterprise, hazard));
        assertEquals(List.of(), seen(EQUIPMENT_LANKAO, enterprise, hazard));
    }

    @Test
    void whatIsOfNoMatterOfTheDepartmentIsRefusedWithAReason() {
        // Given
        Map<String, String> before = LedgerDatabase.fingerprint();
        Map<String, Object> report =
                Map.of("enterpriseId", scene.enterprise(), "title", "x", "category", "SPECIAL_EQUIPMENT");

        // When
        var refused = LedgerClient.as(FIRE_LANKAO).mutate("reportHazard", "ReportHazardInput", report, "hazard { id }");

        // Then
        assertEquals(List.of("OUTSIDE_POWERS"), refused.userErrorCodes());
        assertEquals(List.of(List.of("category")), refused.get("userErrors.path"));
        assertEquals(before, LedgerDatabase.fingerprint());
    }

    /** What others shared with a department stands in its list alone. */
    @Test
    void dashboardCountsWhatIsNewInTheListOfWhoeverSupervisesAMatter() {
        for (TestCaller caller : List.of(FIRE_LANKAO, EQUIPMENT_LANKAO, GENERAL_LANKAO)) {
            // Given
            JsonPath before = LedgerClient.as(caller).query(COUNTS);

            // When
            reported(OFFICER_LANKAO, "EVACUATION_ROUTE");
            reported(OFFICER_LANKAO, "SPECIAL_EQUIPMENT");
            reported(OFFICER_LANKAO, "ELECTRICAL_SAFETY");
            JsonPath after = LedgerClient.as(caller).query(COUNTS);

            // Then
            int more = after.getInt(LISTED) - before.getInt(LISTED);
            assertTrue(more > 0, caller.subject());
            assertEquals(more, after.getInt(COUNTED) - before.getInt(COUNTED), caller.subject());
        }
    }

    @Test
    void registerIsReadInAllTradesByWhoeverSupervisesAMatter() {
        // When
        var seen = LedgerClient.as(FIRE_LANKAO)
                .query(
                        "{ people { totalCount } responsibilityAssignments(filter: {jurisdiction: \"410225000000\"}) { totalCount } }");

        // Then
        assertEquals(
                LedgerDatabase.number("select count(*) from person where county_code = '410225'"),
                seen.getLong("data.people.totalCount"));
        assertEquals(
                LedgerDatabase.number("select count(*) from responsibility_assignment where county_code = '410225'"),
                seen.getLong("data.responsibilityAssignments.totalCount"));
    }

    private String reported(TestCaller reporter, String category) {
        return LedgerClient.as(reporter)
                .mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of("enterpriseId", scene.enterprise(), "title", "隐患 " + category, "category", category),
                        "hazard { id }")
                .accepted()
                .text("hazard.id");
    }

    private String planned(TestCaller planner, String sector, String enterprise) {
        String checklist = LedgerClient.as(planner)
                .query(
                        "query($sector: String, $day: Date) { checklists(sector: $sector, validOn: $day) { nodes { id matter } } }",
                        Map.of("sector", sector, "day", Scene.TODAY.toString()))
                .getString("data.checklists.nodes[0].id");
        return LedgerClient.as(planner)
                .mutate(
                        "planInspection",
                        "PlanInspectionInput",
                        Map.of(
                                "kind",
                                "ENFORCEMENT",
                                "checkKind",
                                "CASE",
                                "source",
                                "EMERGENCY",
                                "enterpriseId",
                                enterprise,
                                "checklistId",
                                checklist,
                                "plannedOn",
                                Scene.TODAY.toString(),
                                "officerIds",
                                List.of(fireOfficer(), loop.officers(planner).getFirst())),
                        "inspection { id }")
                .accepted()
                .text("inspection.id");
    }

    /** One whose visits no other test counts. */
    private static String anotherEnterprise() {
        return LedgerClient.as(FIRE_LANKAO)
                .query("{ enterprises(first: 100) { nodes { id creditCode } } }")
                .getString(
                        "data.enterprises.nodes.find { it.creditCode != '" + TestCaller.LANKAO_ENTERPRISE + "' }.id");
    }

    private static String fireOfficer() {
        return LedgerClient.as(FIRE_LANKAO)
                .query("{ people(text: \"田晨鹏\") { nodes { id } } }")
                .getString("data.people.nodes[0].id");
    }

    /** Those of the hazards that the caller reads: by id and in the list alike. */
    private static List<String> seen(TestCaller caller, String enterprise, String... hazards) {
        LedgerClient client = LedgerClient.as(caller);
        List<String> listed = client.query(
                        "query($id: ID!) { hazards(first: 100, orderBy: REPORTED_AT_DESC, filter: {enterpriseId: $id})"
                                + " { nodes { id } } }",
                        Map.of("id", enterprise))
                .getList("data.hazards.nodes.id");
        List<String> found = List.of(hazards).stream()
                .filter(id -> client.query("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                                .getString("data.node.id")
                        != null)
                .toList();
        assertEquals(found, List.of(hazards).stream().filter(listed::contains).toList());
        assertFalse(found.contains(null));
        return found;
    }
}
