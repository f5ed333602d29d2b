package org.safetyledger.graphql;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerTest;

@LedgerTest
class SchemaTest {
    static final Path COMMITTED = Path.of("src/main/resources/schema.graphql");

    @Test
    void servedSchemaIsTheCommittedOne() throws IOException {
        // Given
        String served = given().get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("schema.refresh")) {
            Files.writeString(COMMITTED, served);
        }

        // When
        String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";

        // Then
        if (!served.equals(committed)) {
            fail("The schema is not the one in " + COMMITTED + ". " + difference(served, committed)
                    + " If the change is meant, run `./mvnw test -Dtest=SchemaTest -Dschema.refresh=true`, look at the"
                    + " difference and commit the file.");
        }
    }

    @Test
    void committedFileIsNotServedByItself() {
        assertEquals(404, given().get("/schema.graphql").statusCode());
    }

    private static String difference(String served, String committed) {
        List<String> now = served.lines().toList();
        List<String> then = committed.lines().toList();
        int line = IntStream.range(0, Math.max(now.size(), then.size()))
                .filter(i -> !line(now, i).equals(line(then, i)))
                .findFirst()
                .orElse(0);
        return "They first differ in line %d: the service has `%s`, the file `%s`."
                .formatted(line + 1, line(now, line), line(then, line));
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "";
    }
}
