package org.safetyledger.access;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safetyledger.access.Operation.Outcome;
import org.safetyledger.access.Operation.Request;
import org.safetyledger.testing.AnswerPath;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.PlainPath;
import org.safetyledger.testing.SeenTables;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** Every operation of the schema, called by every role from inside and from outside the object's scope. */
@LedgerTest
@Tag("also-of-executable")
class RoleScopeMatrixTest {
    /** Codes with which a caller is told that the place or object named in the input is none of the own. */
    private static final Set<String> ABSENT = Set.of(
            "REFERENCE_NOT_FOUND", "OUTSIDE_JURISDICTION", "TARGET_NOT_ALLOWED", "OUTSIDE_POWERS", "ENTRY_CODE_WRONG");

    static Stream<Operation> operations() {
        return Stream.concat(Operations.QUERIES.stream(), Operations.MUTATIONS.stream());
    }

    @Test
    void everyOperationOfTheSchemaHasAnEntryAndEveryEntryAnOperation() {
        assertEquals(offered("queryType"), names(Operations.QUERIES));
        assertEquals(offered("mutationType"), names(Operations.MUTATIONS));
    }

    private static TreeSet<String> offered(String root) {
        return new TreeSet<>(LedgerClient.as(TestCaller.CITY_OFFICER)
                .query("{ __schema { " + root + " { fields { name } } } }")
                .<String>getList("data.__schema." + root + ".fields.name"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isAnsweredByRoleAndScope(Operation operation) throws SQLException {
        // Given
        Request request = operation.request().apply(new Scene());
        List<TestCaller> denied = callers(operation, false);
        List<TestCaller> allowed = callers(operation, true);

        // When
        try (SeenTables before = SeenTables.now()) {
            List<Response> denials = Together.each(denied, caller -> send(operation, request, caller));

            // Then
            List<Executable> checks = new ArrayList<>(checks(operation, request, denied, denials));
            checks.add(() -> before.assertUnchanged(() -> operation.name() + " was denied and changed something"));
            assertAll(checks);
        }

        // When
        List<Response> answers = request instanceof Request.Read
                ? Together.each(allowed, caller -> send(operation, request, caller))
                : allowed.stream()
                        .map(caller -> send(operation, request, caller))
                        .toList();

        // Then
        assertAll(checks(operation, request, allowed, answers));
        assertTrue(
                answers.stream().anyMatch(answer -> isAccepted(operation, answer)),
                () -> "Nobody carried out " + operation.name() + ": denials prove nothing");
    }

    /** Those who are denied are asked first: they meet the object in the state in which it was made. */
    private static List<TestCaller> callers(Operation operation, boolean allowed) {
        return MatrixCallers.ALL.stream()
                .filter(caller -> (operation.expected(caller) == Outcome.ALLOWED) == allowed)
                .toList();
    }

    private static List<Executable> checks(
            Operation operation, Request request, List<TestCaller> callers, List<Response> answers) {
        List<Executable> checks = new ArrayList<>();
        for (int i = 0; i < callers.size(); i++) {
            TestCaller caller = callers.get(i);
            Response answer = answers.get(i);
            checks.add(() -> assertEquals(
                    operation.expected(caller),
                    outcome(operation, request, answer),
                    () -> operation.name() + " by " + caller.subject() + ": " + answer.asString()));
        }
        return checks;
    }

    private static TreeSet<String> names(List<Operation> operations) {
        return operations.stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Response send(Operation operation, Request request, TestCaller caller) {
        LedgerClient client = LedgerClient.as(caller);
        return switch (request) {
            case Request.Read read -> client.send(read.document(), read.variables());
            case Request.Change change ->
                client.send(
                        "mutation($input: " + change.inputType() + "!) { " + operation.name()
                                + "(input: $input) { userErrors { code } } }",
                        Map.of("input", change.input()));
        };
    }

    private static Outcome outcome(Operation operation, Request request, Response response) {
        assertEquals(200, response.statusCode());
        List<String> codes = PlainPath.texts(AnswerPath.of(response), "errors.extensions.code");
        if (codes != null) {
            return switch (codes.getFirst()) {
                case "FORBIDDEN" -> Outcome.FORBIDDEN;
                case "NOT_FOUND" -> Outcome.NOT_VISIBLE;
                default -> throw new AssertionError("Neither an answer nor a denial: " + response.asString());
            };
        }
        return switch (request) {
            case Request.Read read -> outcome(read, response);
            case Request.Change _ ->
                userErrors(operation, response).stream().anyMatch(ABSENT::contains)
                        ? Outcome.NOT_VISIBLE
                        : Outcome.ALLOWED;
        };
    }

    private static Outcome outcome(Request.Read read, Response response) {
        if (response.asString().contains(read.seen())) {
            return Outcome.ALLOWED;
        }
        assertEquals(
                PlainPath.value(JsonPath.from("{\"data\":" + read.nothing() + "}"), "data"),
                PlainPath.value(AnswerPath.of(response), "data"));
        return Outcome.NOT_VISIBLE;
    }

    private static boolean isAccepted(Operation operation, Response response) {
        return PlainPath.value(AnswerPath.of(response), "errors") == null
                && userErrors(operation, response).isEmpty();
    }

    private static List<String> userErrors(Operation operation, Response response) {
        List<String> codes = PlainPath.texts(AnswerPath.of(response), "data." + operation.name() + ".userErrors.code");
        return codes == null ? List.of() : codes;
    }
}
