package org.safetyledger.access;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;

/** Who may what in the database is written down as a whole, so that no migration changes it unseen. */
@LedgerTest
class RowSecurityListingTest {
    private static final Path COMMITTED = Path.of("src/test/resources/row-security.txt");

    @Test
    void rowSecurityIsTheCommittedOne() throws IOException, SQLException {
        // Given
        List<String> present;
        try (Connection superuser = LedgerDatabase.asSuperuser()) {
            present = RowSecurityListing.lines(superuser);
        }
        if (Boolean.getBoolean("row-security.refresh")) {
            Files.write(COMMITTED, present);
        }

        // When
        List<String> committed = Files.exists(COMMITTED) ? Files.readAllLines(COMMITTED) : List.of();

        // Then
        if (!present.equals(committed)) {
            fail("The database does not let who may what as " + COMMITTED + " says.\nOnly the database has:\n"
                    + String.join("\n", without(present, committed)) + "\nOnly the file has:\n"
                    + String.join("\n", without(committed, present))
                    + "\nA table that is new has to be secured by its migration: `select ledger_secure('…', …)`,"
                    + " `ledger_secure_part` or `ledger_open`. If the change is meant, run"
                    + " `./mvnw test -Dtest=RowSecurityListingTest -Drow-security.refresh=true`, look at the difference line by"
                    + " line and commit the file.");
        }
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        rest.removeAll(others);
        return rest;
    }
}
