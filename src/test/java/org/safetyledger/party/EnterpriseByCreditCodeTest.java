package org.safetyledger.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.MANAGER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;
import static org.safetyledger.testing.TestCaller.QIXIAN_ENTERPRISE;

import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;

/** An enterprise is found by the code that is printed on its licence. */
@LedgerTest
class EnterpriseByCreditCodeTest {
    private static final String ENTERPRISE = """
            query($id: ID, $creditCode: String) { enterprise(id: $id, creditCode: $creditCode) { id creditCode name } }""";

    private final LedgerClient officer = LedgerClient.as(OFFICER_LANKAO);

    @Test
    void enterpriseIsFoundByItsCreditCodeAsByItsId() {
        // Given
        String id = new Loop().enterpriseId(OFFICER_LANKAO, LANKAO_ENTERPRISE);

        // When
        JsonPath byCode = officer.query(ENTERPRISE, Map.of("creditCode", LANKAO_ENTERPRISE));
        JsonPath byId = officer.query(ENTERPRISE, Map.of("id", id));

        // Then
        assertEquals(id, byCode.getString("data.enterprise.id"));
        assertEquals(
                byId.<Map<String, Object>>get("data.enterprise"), byCode.<Map<String, Object>>get("data.enterprise"));
    }

    @Test
    void enterpriseOutOfScopeLooksAsIfThereWereNoneWithThatCode() {
        // When
        JsonPath hidden = LedgerClient.as(OFFICER_QIXIAN).query(ENTERPRISE, Map.of("creditCode", LANKAO_ENTERPRISE));
        JsonPath ofAnother = LedgerClient.as(MANAGER_LANKAO).query(ENTERPRISE, Map.of("creditCode", QIXIAN_ENTERPRISE));
        JsonPath missing = officer.query(ENTERPRISE, Map.of("creditCode", "91410291MA7U81F33H"));

        // Then
        assertNull(hidden.get("data.enterprise"));
        assertNull(ofAnother.get("data.enterprise"));
        assertEquals(missing.prettify(), hidden.prettify());
    }

    @ParameterizedTest
    @ValueSource(strings = {"91410225MA8U9NBR1F", "91410225ma8u9nbr1e", "9141", ""})
    void codeThatCannotBeOneIsRefusedWithItsForm(String code) {
        // When
        JsonPath answer = officer.answer(ENTERPRISE, Map.of("creditCode", code));

        // Then
        assertNull(answer.get("data.enterprise"));
        assertEquals(
                Map.of(
                        "code", "BAD_INPUT",
                        "argument", "creditCode",
                        "value", code,
                        "expected",
                                "a unified social credit code of 18 characters with a correct check character (GB 32100)"),
                answer.getMap("errors[0].extensions"));
    }

    @Test
    void exactlyOneOfTheTwoIsToBeGiven() {
        // When
        JsonPath none = officer.answer("{ viewer { role } enterprise { id } }", Map.of());
        JsonPath both = officer.answer(
                ENTERPRISE,
                Map.of(
                        "creditCode",
                        LANKAO_ENTERPRISE,
                        "id",
                        new Loop().enterpriseId(OFFICER_LANKAO, LANKAO_ENTERPRISE)));

        // Then
        assertEquals(refusal("null"), none.getMap("errors[0].extensions"));
        assertEquals("COUNTY_OFFICER", none.getString("data.viewer.role"));
        assertEquals(refusal("id, creditCode"), both.getMap("errors[0].extensions"));
        assertNull(both.get("data.enterprise"));
    }

    private static Map<String, String> refusal(String value) {
        return Map.of(
                "code", "BAD_INPUT",
                "argument", "id",
                "value", value,
                "expected", "exactly one of the arguments id, creditCode");
    }
}
