package org.safetyledger.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeedIdsTest {

    @Test
    void idsNeverChange() {
        assertEquals(UUID.fromString("025ce71e-c29a-5a46-a0ef-c2f328c56394"), SeedIds.division("410225000000"));
    }

    @Test
    void sameCodeOfAnotherKindHasAnotherId() {
        assertNotEquals(SeedIds.post("X"), SeedIds.person("X"));
    }
}
