package org.safetyledger.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;

import io.restassured.path.json.JsonPath;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safetyledger.hazard.OpinionBasis;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;

/** On what ground a hazard of the demo enterprise of Lankao, which makes chemicals, is major. */
@LedgerTest
class MajorGroundsTest {
    private static final Map<String, Object> FORENSIC =
            Map.of("basis", "FORENSIC_OPINION", "issuingBody", "河南某司法鉴定中心", "documentNumber", "豫鉴〔2026〕18号");

    private final Loop loop = new Loop();

    @ParameterizedTest
    @CsvSource({
        // Of its trade, or of the matter of the hazard
        "FIRE_FACILITIES,   CHEM-2026,   5.1.1,             ",
        "FIRE_FACILITIES,   FIRE-2025,   第5章,             ",
        "SPECIAL_EQUIPMENT, SE-2024,     4.1 a）,           ",
        // Of another trade, or of another matter
        "FIRE_FACILITIES,   COAL-2026,   第三条第（一）项,  CLAUSE_DOES_NOT_FIT",
        "FIRE_FACILITIES,   IT-2023,     第三条第（一）项,  CLAUSE_DOES_NOT_FIT",
        "ELECTRICAL_SAFETY, FIRE-2025,   第5章,             CLAUSE_DOES_NOT_FIT",
        "FIRE_FACILITIES,   SCHOOL-2024, 第三条第（一）项1, CLAUSE_DOES_NOT_FIT",
        // Of its matter, but telling what is not major, or how to judge
        "FIRE_FACILITIES,   FIRE-2025,   4.2,               CLAUSE_NOT_MAJOR",
        "FIRE_FACILITIES,   FIRE-2025,   附录A,             CLAUSE_NOT_MAJOR",
        // Not in force on the day of discovery
        "FIRE_FACILITIES,   CHEM-2017,   第一项,            CLAUSE_NOT_VALID",
        "FIRE_FACILITIES,   CHEM-2026,   9.9.9,             CLAUSE_NOT_VALID",
    })
    void clauseOfItsTradeOrMatterMakesAHazardMajor(
            String category, String standard, String clause, @Nullable String code) {
        // Given
        String confirmed = reported(category);
        String escalated = reported(category);
        loop.confirm(OFFICER_LANKAO, escalated);
        Map<String, Object> ground = Map.of("clause", Map.of("standard", standard, "clause", clause));

        // When
        Payload confirmation = confirm(confirmed, ground);
        Payload escalation = escalate(escalated, ground);

        // Then
        List<String> expected = code == null ? List.of() : List.of(code);
        assertEquals(expected, confirmation.userErrorCodes());
        assertEquals(expected, escalation.userErrorCodes());
        assertEquals(code == null ? "MAJOR" : "GENERAL", look(confirmed).getString("grade"));
        assertEquals(code == null ? "MAJOR" : "GENERAL", look(escalated).getString("grade"));
        assertEquals(code == null ? standard : null, look(escalated).getString("judgementStandard"));
    }

    @ParameterizedTest
    @EnumSource(OpinionBasis.class)
    void opinionWithItsDocumentMakesAHazardMajorWhereNoClauseDoes(OpinionBasis basis) {
        // Given
        Map<String, Object> opinion = new HashMap<>(FORENSIC);
        opinion.put("basis", basis.name());
        String hazard = reported("ELECTRICAL_SAFETY");

        // When
        confirm(hazard, Map.of("opinion", opinion)).accepted();

        // Then
        JsonPath seen = look(hazard);
        assertEquals("MAJOR", seen.getString("grade"));
        assertEquals(opinion, seen.getMap("judgementOpinion"));
        assertNull(seen.getString("judgementStandard"));
        assertEquals(
                Map.of(
                        "basis", basis.name(),
                        "documentNumber", "豫鉴〔2026〕18号",
                        "grade", "MAJOR",
                        "issuingBody", "河南某司法鉴定中心"),
                details(hazard));

        // When it proves general, the opinion no longer stands for it
        LedgerClient.as(CITY_OFFICER)
                .mutate(
                        "lowerHazardGrade",
                        "LowerHazardGradeInput",
                        Map.of("id", hazard, "reason", "复核意见不同", "document", "汴安委〔2026〕12号"),
                        "hazard { id }")
                .accepted();
        assertNull(look(hazard).getMap("judgementOpinion"));
    }

    @Test
    void groundIsOneAndComplete() {
        // Given
        String hazard = reported("FIRE_FACILITIES");
        Map<String, Object> clause = Map.of("standard", "CHEM-2026", "clause", "5.1.1");
        Map<String, Object> unnumbered =
                Map.of("basis", "MUNICIPAL_OPINION", "issuingBody", "开封市应急管理局", "documentNumber", " ");

        // When
        Payload none = confirm(hazard, Map.of());
        Payload both = confirm(hazard, Map.of("clause", clause, "opinion", FORENSIC));
        Payload blank = confirm(hazard, Map.of("opinion", unnumbered));

        // Then
        assertEquals(List.of("CLAUSE_REQUIRED"), none.userErrorCodes());
        assertEquals(List.of("ONE_GROUND_ONLY"), both.userErrorCodes());
        assertEquals(List.of("TEXT_REQUIRED"), blank.userErrorCodes());
        assertEquals(List.of("opinion", "documentNumber"), blank.get("userErrors[0].path"));
        assertEquals("REPORTED", look(hazard).getString("status"));
    }

    @Test
    void gradingUpNeverLengthensTheTotalClock() {
        // Given
        Map<String, Object> ground = Map.of("clause", Map.of("standard", "CHEM-2026", "clause", "5.1.1"));
        String confirmed = reported("FIRE_FACILITIES");
        String escalated = reported("FIRE_FACILITIES");
        loop.confirm(OFFICER_LANKAO, escalated);
        String task = loop.assign(OFFICER_LANKAO, escalated);
        OffsetDateTime before = due(escalated);

        // When
        confirm(confirmed, ground).accepted();
        escalate(escalated, ground).accepted();

        // Then
        assertEquals(before, due(confirmed));
        assertEquals(before, due(escalated));
        assertEquals(
                before,
                OffsetDateTime.parse(LedgerClient.as(CITY_OFFICER)
                        .query("query($id: ID!) { rectificationTask(id: $id) { dueAt } }", Map.of("id", task))
                        .getString("data.rectificationTask.dueAt")));
    }

    private String reported(String category) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate(
                        "reportHazard",
                        "ReportHazardInput",
                        Map.of(
                                "enterpriseId",
                                loop.enterpriseId(OFFICER_LANKAO, LANKAO_ENTERPRISE),
                                "title",
                                "待认定的隐患",
                                "category",
                                category),
                        "hazard { id }")
                .accepted()
                .text("hazard.id");
    }

    private static Payload confirm(String hazard, Map<String, Object> ground) {
        Map<String, Object> input = new HashMap<>(ground);
        input.put("id", hazard);
        input.put("grade", "MAJOR");
        return LedgerClient.as(OFFICER_LANKAO).mutate("confirmHazard", "ConfirmHazardInput", input, "hazard { id }");
    }

    private static Payload escalate(String hazard, Map<String, Object> ground) {
        Map<String, Object> input = new HashMap<>(ground);
        input.put("id", hazard);
        input.put("reason", "构成重大事故隐患");
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate("escalateHazardGrade", "EscalateHazardGradeInput", input, "hazard { id }");
    }

    private static OffsetDateTime due(String hazard) {
        return OffsetDateTime.parse(look(hazard).getString("dueAt"));
    }

    private static JsonPath look(String hazard) {
        JsonPath answer = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { hazard(id: $id) { status grade dueAt judgementStandard"
                                + " judgementOpinion { basis issuingBody documentNumber } } }",
                        Map.of("id", hazard));
        answer.setRootPath("data.hazard");
        return answer;
    }

    private static Map<String, String> details(String hazard) {
        List<Map<String, String>> details = LedgerClient.as(CITY_OFFICER)
                .query(
                        "query($id: ID!) { history(of: $id) { nodes { details { name value } } } }",
                        Map.of("id", hazard))
                .getList("data.history.nodes[-1].details");
        Map<String, String> named = new HashMap<>();
        details.forEach(detail -> named.put(detail.get("name"), detail.get("value")));
        return named;
    }
}
