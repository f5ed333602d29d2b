package org.safetyledger.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EndedDatabaseTest {
    private final AssertionError failure = new AssertionError("expected: <1> but was: <0>");

    @Test
    void databaseThatEndedUnderATestIsSaidToBeTheCause() throws Exception {
        // Given
        EmbeddedPostgres database = EmbeddedPostgres.start();
        EndedDatabase extension =
                new EndedDatabase(() -> database.getPostgresDatabase().getConnection());
        Throwable before = extension.explained(failure);

        // When
        database.close();
        Throwable after = extension.explained(failure);

        // Then
        assertSame(failure, before);
        assertTrue(
                String.valueOf(after.getMessage()).startsWith("The database of this test run has ended"),
                after::toString);
        assertSame(failure, after.getCause());
    }

    /** The library stops and deletes what others have left in the folder that it works in. */
    @Test
    void databasesOfARunLieInItsOwnFolder() {
        assertEquals(
                Path.of("target/embedded-pg").toAbsolutePath(),
                Path.of(System.getProperty("ot.epg.working-dir")).toAbsolutePath());
    }
}
