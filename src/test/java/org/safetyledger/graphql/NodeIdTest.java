package org.safetyledger.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are TypeIDs, by version 0.3 of their specification. */
class NodeIdTest {
    private static final String SUFFIX = "01jd0000000000000000000000";

    @ParameterizedTest
    @EnumSource
    void idOfEachTypeIsReadBack(NodeType type) {
        // Given
        UUID uuid = NodeId.newUuid();

        // When
        Optional<NodeId> read = NodeId.parse(NodeId.text(type, uuid));

        // Then
        assertEquals(Optional.of(new NodeId(type, uuid)), read);
    }

    @ParameterizedTest
    @CsvSource({"hazard", "assistance_visit", "a", "a__b", "visit_of_a_department"})
    void prefixIsWhatStandsBeforeTheLastUnderscore(String prefix) {
        // When
        Matcher form = NodeId.FORM.matcher(prefix + "_" + SUFFIX);

        // Then
        assertTrue(form.matches(), prefix);
        assertEquals(prefix, form.group(1));
        assertEquals(SUFFIX, form.group(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_hazard", "hazard_", "_", "", "hazard-x", "Hazard", "hazard1"})
    void otherPrefixIsRefused(String prefix) {
        assertFalse(NodeId.FORM.matcher(prefix + "_" + SUFFIX).matches(), prefix);
    }

    @Test
    void prefixHasSixtyThreeLettersAtMost() {
        assertTrue(NodeId.FORM.matcher("a".repeat(63) + "_" + SUFFIX).matches());
        assertFalse(NodeId.FORM.matcher("a".repeat(64) + "_" + SUFFIX).matches());
    }
}
