package org.safetyledger.access;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO;
import static org.safetyledger.testing.TestCaller.INTEGRATION_LANKAO_NAMES;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;

/** Who belongs to an enterprise is told by name, on every path, to systems with the scope for it only. */
@LedgerTest
class PersonalDataTest {
    private static final String HOLDERS = "responsibleParties { missing holders { party title name } }";

    private final Scene scene = new Scene();

    private record Path(String document, Map<String, ?> variables) {}

    @Test
    void systemIsToldTheNamesOfAnEnterprisesPeopleWithTheScopeOnly() {
        // Given
        List<Executable> checks = new ArrayList<>();
        for (Path path : paths()) {
            // When
            String without = answer(INTEGRATION_LANKAO, path);
            String with = answer(INTEGRATION_LANKAO_NAMES, path);

            // Then
            checks.add(() -> assertFalse(names(without), () -> path.document() + ": " + without));
            checks.add(() -> assertTrue(names(with), () -> path.document() + ": " + with));
        }
        assertAll(checks);
    }

    @Test
    void officeHoldersAreNamedToEverySystem() {
        // When
        List<String> names = LedgerClient.as(INTEGRATION_LANKAO)
                .query(
                        "{ responsibilityAssignments(first: 100, filter: {party: LEADERSHIP}) { nodes { holderName } } }")
                .getList("data.responsibilityAssignments.nodes.holderName");

        // Then
        assertTrue(names.contains("蔡雅梅"), names::toString);
        assertFalse(names.contains(null), names::toString);
    }

    @Test
    void reportOfASystemNamesTheEnterprisesOwnHolderToThoseWhoMayRead() {
        // When
        String hazard = scene.reportedBy(INTEGRATION_LANKAO);

        // Then
        assertEquals(
                List.of(Scene.PRINCIPAL_NAME),
                LedgerClient.as(OFFICER_LANKAO)
                        .query("query($id: ID!) { hazard(id: $id) { " + HOLDERS + " } }", Map.of("id", hazard))
                        .getList(
                                "data.hazard.responsibleParties.holders.findAll { it.party == 'ENTERPRISE_MAIN' }.name"));
    }

    private List<Path> paths() {
        String hazard = scene.reviewing();
        String inspection = scene.signed();
        String enterprise = scene.enterprise();
        String assignment = scene.assignment();
        String paper = paper();
        return List.of(
                new Path("query($id: ID!) { paper(id: $id) { receiver } }", Map.of("id", paper)),
                new Path("query($id: ID!) { paper(id: $id) { receiptSignedBy } }", Map.of("id", paper)),
                new Path("query($id: ID!) { history(of: $id) { nodes { details { value } } } }", Map.of("id", paper)),
                new Path(
                        "query($id: ID!) { responsibilityAssignments(filter: {enterpriseId: $id})"
                                + " { nodes { party holderTitle holderName } } }",
                        Map.of("id", enterprise)),
                new Path(
                        "query($id: ID!) { node(id: $id) { ... on ResponsibilityAssignment { holderName } } }",
                        Map.of("id", assignment)),
                new Path(
                        "{ nodes(ids: [\"" + assignment + "\"]) { ... on ResponsibilityAssignment { holderName } } }",
                        Map.of()),
                new Path(
                        "query($id: ID!) { history(of: $id) { nodes { details { name value } } } }",
                        Map.of("id", appointed())),
                new Path("query($id: ID!) { hazard(id: $id) { " + HOLDERS + " } }", Map.of("id", hazard)),
                new Path(
                        "query($id: ID!) { node(id: $id) { ... on Hazard { " + HOLDERS + " } } }",
                        Map.of("id", hazard)),
                new Path(
                        "query($id: ID!) { enterprise(id: $id) { hazards(first: 1) { nodes { " + HOLDERS + " } } } }",
                        Map.of("id", enterprise)),
                new Path(
                        "mutation($id: ID!) { reportHazard(input: {enterpriseId: $id, title: \"x\","
                                + " category: \"FIRE_FACILITIES\"}) { hazard { " + HOLDERS + " } } }",
                        Map.of("id", enterprise)),
                new Path(
                        "query($id: ID!) { hazard(id: $id) { rectificationTasks { nodes { id } } }"
                                + " history(of: $id) { nodes { actorName } } }",
                        Map.of("id", scene.reportedBy(MANAGER_LANKAO))),
                new Path("query($id: ID!) { inspection(id: $id) { signerName } }", Map.of("id", inspection)),
                new Path(
                        "query($id: ID!) { node(id: $id) { ... on Inspection { signerName } } }",
                        Map.of("id", inspection)),
                new Path(
                        "query($id: ID!) { history(of: $id, first: 100) { nodes { actorName details { value } } } }",
                        Map.of("id", inspection)));
    }

    /** A notice that the enterprise's manager received and signed for. */
    private static String paper() {
        String paper = PaperScene.LANKAO.issued(PaperScene.LANKAO.notice());
        Map<String, Object> service = PaperScene.service(paper);
        service.put("receiver", Scene.MANAGER_NAME);
        Scene.run(OFFICER_LANKAO, "servePaper", "ServePaperInput", service);
        Scene.run(MANAGER_LANKAO, "signPaperReceipt", "SignPaperReceiptInput", Map.of("id", paper));
        return paper;
    }

    /** An assignment for the enterprise that the city made, with its history. */
    private String appointed() {
        LocalDate day =
                LocalDate.of(2030, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(20_000));
        return LedgerClient.as(CITY_OFFICER)
                .mutate(
                        "assignResponsibility",
                        "AssignResponsibilityInput",
                        Map.of(
                                "party", "ENTERPRISE_MAIN",
                                "jurisdiction", Scene.TOWN,
                                "enterpriseId", scene.enterprise(),
                                "personId", scene.manager(),
                                "validFrom", day.toString(),
                                "validTo", day.toString()),
                        "responsibilityAssignment { id }")
                .accepted()
                .text("responsibilityAssignment.id");
    }

    private static String answer(TestCaller reader, Path path) {
        return LedgerClient.as(reader).send(path.document(), path.variables()).asString();
    }

    private static boolean names(String answer) {
        assertFalse(answer.contains("\"errors\""), answer);
        return Stream.of(Scene.PRINCIPAL_NAME, Scene.MANAGER_NAME, MANAGER_LANKAO.subject())
                .anyMatch(answer::contains);
    }
}
