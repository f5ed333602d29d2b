package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.MANAGER_QIXIAN;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.WORKER_LANKAO;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.PaperScene;
import org.safetyledger.testing.TestCaller;

/** Records and papers are signed for by a post of the enterprise, never by somebody else's. */
@LedgerTest
class SignerTest {
    private static final String STATUS = "query($id: ID!) { inspection(id: $id) { status signerName } }";

    private final LedgerTables tables = new LedgerTables();

    @Test
    void recordOfAVisitIsNotSignedByAPostOfAnotherEnterprise() {
        // Given
        String visit = recorded();
        String stranger = tables.value(
                "select e.name from person e where e.enterprise_id is not null and e.enterprise_id <>"
                        + " (select id from enterprise where credit_code = '" + TestCaller.LANKAO_ENTERPRISE + "')"
                        + " and not exists (select from person o where o.name = e.name and o.id <> e.id) order by e.code limit 1");

        // When
        Payload refused = sign(MANAGER_LANKAO, visit, stranger);
        Payload unseen = sign(MANAGER_QIXIAN, visit, null);

        // Then
        assertEquals(List.of("SIGNER_NOT_OF_ENTERPRISE"), refused.userErrorCodes());
        assertEquals(List.of("signerName"), refused.get("userErrors[0].path"));
        assertEquals(List.of("NOT_FOUND"), unseen.errorCodes());
        assertEquals("RECORD_PENDING_SIGNATURE", read(visit, "status"));

        // When
        sign(MANAGER_LANKAO, visit, "郭磊松").accepted();

        // Then
        assertEquals("SIGNED", read(visit, "status"));
        assertEquals("郭磊松", read(visit, "signerName"));
    }

    @Test
    void paperIsSignedForByTheManagerOfItsEnterpriseAlone() {
        // Given
        String notice = PaperScene.LANKAO.served(PaperScene.LANKAO.notice());

        // When
        List<String> other = receipt(MANAGER_QIXIAN, notice).errorCodes();
        List<String> worker = receipt(WORKER_LANKAO, notice).errorCodes();

        // Then
        assertEquals(List.of("NOT_FOUND"), other);
        assertEquals(List.of("FORBIDDEN"), worker);
        receipt(MANAGER_LANKAO, notice).accepted();
    }

    private static Payload receipt(TestCaller signer, String paper) {
        return LedgerClient.as(signer)
                .mutate("signPaperReceipt", "SignPaperReceiptInput", Map.of("id", paper), "paper { status }");
    }

    private static Payload sign(TestCaller signer, String visit, @Nullable String name) {
        Map<String, Object> input = new HashMap<>(Map.of("id", visit));
        if (name != null) {
            input.put("signerName", name);
        }
        return LedgerClient.as(signer).mutate("signInspection", "SignInspectionInput", input, "inspection { status }");
    }

    private static String read(String visit, String field) {
        return LedgerClient.as(OFFICER_LANKAO)
                .query(STATUS, Map.of("id", visit))
                .getString("data.inspection." + field);
    }

    /** A visit whose record awaits the signature. */
    private static String recorded() {
        LedgerClient officer = LedgerClient.as(OFFICER_LANKAO);
        String visit = new Loop().plannedInspection(OFFICER_LANKAO, LocalDate.now(Times.ZONE));
        officer.mutate("startInspection", "StartInspectionInput", Loop.start(visit), "inspection { id }")
                .accepted();
        officer.query("query($id: ID!) { inspection(id: $id) { checklist { items { id } } } }", Map.of("id", visit))
                .<String>getList("data.inspection.checklist.items.id")
                .forEach(item -> officer.mutate(
                                "recordFinding",
                                "RecordFindingInput",
                                Map.of("inspectionId", visit, "itemId", item, "result", "COMPLIANT"),
                                "inspection { id }")
                        .accepted());
        officer.mutate("finishInspectionRecord", "InspectionInput", Map.of("id", visit), "inspection { id }")
                .accepted();
        return visit;
    }
}
