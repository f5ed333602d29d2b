package org.safetyledger.graphql;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"91410225MA8U9NBR1E", "91410221MA73J0161T", "91410291MA7U81F33H"})
    void rightCheckCharacterIsAccepted(String code) {
        assertTrue(CreditCode.isValid(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91410225MA8U9NBR1F",
                "91410225MA8U9NRB1E",
                "91410225MA8U9NBR1",
                "91410225MA8U9NBR1EE",
                "91410225ma8u9nbr1e",
                "91410225MA8U9NBO1E",
                ""
            })
    void wrongCheckCharacterLengthOrAlphabetIsRefused(String code) {
        assertFalse(CreditCode.isValid(code));
    }
}
