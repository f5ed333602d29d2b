package org.safetyledger;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Powers;
import org.safetyledger.access.Role;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.http.Failures;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** Whatever one caller has the database do or wait for, it ends, and others are served meanwhile. */
@LedgerTest
class DemandingCallersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int A_WHILE = 500;
    private static final String WAITING = "select count(*) from pg_stat_activity where usename = 'safety_ledger_app'"
            + " and state = 'active' and wait_event_type = 'Lock'";

    @Inject
    Callers callers;

    @Inject
    ScopedTransactions transactions;

    @Inject
    EntityManager entityManager;

    @Inject
    Failures failures;

    @Test
    void aRowThatIsHeldIsWaitedForOnlyShortlyAndReadsGoOn() throws Exception {
        // Given
        String hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        UUID row = NodeId.require(NodeType.HAZARD, hazard, "id");
        Map<String, Integer> codes = new HashMap<>();
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("select from hazard where id = '" + row + "' for update");

            // When
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 45; i++) {
                answers.add(clients.submit(() -> LedgerClient.as(TestCaller.OFFICER_LANKAO)
                        .errorCodes(
                                "mutation($id: ID!) { rejectHazard(input: {id: $id, reason: \"x\"}) { userErrors { code } } }",
                                Map.of("id", hazard))));
            }
            await().atMost(PATIENCE).until(() -> LedgerDatabase.number(WAITING) >= 10);
            Response read = as(TestCaller.CITY_OFFICER, "{ hazards(first: 1) { nodes { id } } }");
            long waitingThen = LedgerDatabase.number(WAITING);
            for (Future<List<String>> answer : answers) {
                answer.get().forEach(code -> codes.merge(code, 1, Integer::sum));
            }
            connection.rollback();

            // Then
            assertEquals(200, read.statusCode(), read::asString);
            assertEquals(1, read.jsonPath().getList("data.hazards.nodes").size(), read::asString);
            assertTrue(waitingThen <= 20, () -> waitingThen + " connections waited");
            assertEquals(45, codes.values().stream().mapToInt(Integer::intValue).sum(), codes::toString);
            assertTrue(codes.containsKey("BUSY"), codes::toString);
            assertTrue(List.of("BUSY", "TOO_MANY_REQUESTS").containsAll(codes.keySet()), codes::toString);
        }
        assertEquals(
                "REPORTED",
                LedgerClient.as(TestCaller.OFFICER_LANKAO)
                        .query("query($id: ID!) { hazard(id: $id) { status } }", Map.of("id", hazard))
                        .getString("data.hazard.status"));
    }

    @Test
    void aStatementThatTakesTooLongIsCancelled() {
        // Given
        Caller caller = new Caller("x", "x", Role.CITY_OFFICER, "410200000000", null, Powers.NONE, null, Set.of());

        Callable<Object> sleepBeyondIt = () -> {
            // That it is limited, and to what, is seen below: here it need not take as long.
            entityManager
                    .createNativeQuery("select set_config('statement_timeout', '300', true)")
                    .getSingleResult();
            return entityManager
                    .createNativeQuery("select cast(pg_sleep(60) as text)")
                    .getSingleResult();
        };

        // When
        Exception failure =
                assertThrows(Exception.class, () -> callers.as(caller, () -> transactions.read(sleepBeyondIt)));

        // Then
        assertEquals(ErrorCode.TIME_LIMIT_EXCEEDED, failures.refusal(failure).code());
    }

    @Test
    void aTransactionOfACallerHasItsTimeLimits() throws Exception {
        // Given
        Caller caller = new Caller("x", "x", Role.CITY_OFFICER, "410200000000", null, Powers.NONE, null, Set.of());
        Callable<Object> limits = () -> entityManager
                .createNativeQuery("select concat_ws(' ', current_setting('statement_timeout'),"
                        + " current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout'))")
                .getSingleResult();

        // When, Then
        assertEquals("8s 2s 10s", callers.as(caller, () -> transactions.read(limits)));
        assertEquals("8s 2s 10s", callers.as(caller, () -> transactions.write(limits)));
    }

    /** The first is read from tables by itself, the others through the engine. */
    @ParameterizedTest
    @CsvSource({
        "checklist,        '{ checklists(first: 1) { nodes { id } } }'",
        "hazard,           '{ hazardDashboard { total } }'",
        "checklist,        '{ viewer { role } checklists(first: 1) { nodes { id } } }'",
    })
    void aReadEndsWithItsClient(String table, String document) throws Exception {
        // Given
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in access exclusive mode");

            // When
            try (Socket client = new Socket("localhost", RestAssured.port)) {
                client.getOutputStream().write(request(document));
                await().atMost(PATIENCE).until(() -> LedgerDatabase.number(WAITING) == 1);
            }

            // Then
            await().atMost(Duration.ofMillis(1500)).until(() -> LedgerDatabase.number(WAITING) == 0);
            connection.rollback();
        }
    }

    @Test
    void bodiesOfOneTokenAreBoundedWhileTheyArriveAndForgottenWhenTheyAreCut() throws Exception {
        // Given
        String token = TestCaller.MANAGER_LANKAO.token();
        byte[] head =
                ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                                + token + "\r\nContent-Length: 1000000\r\n\r\n{")
                        .getBytes(StandardCharsets.UTF_8);
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Socket client = new Socket("localhost", RestAssured.port);
            client.getOutputStream().write(head);
            clients.add(client);
        }

        // When
        Response refused = await().atMost(PATIENCE)
                .until(() -> by(token, " ".repeat(400_000)), answer -> answer.statusCode() == 429);
        int other = as(TestCaller.CITY_OFFICER, "{ viewer { role } }").statusCode();
        for (Socket client : clients) {
            client.close();
        }

        // Then
        assertEquals("2", refused.header("Retry-After"));
        assertEquals(200, other);
        await().atMost(PATIENCE).until(() -> statusOfLongBody(token) == 200);
    }

    /** The status of the answer to a long body. */
    private static int statusOfLongBody(String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"query\": \"{ viewer { role } }\"}" + " ".repeat(400_000))
                .post("/graphql")
                .statusCode();
    }

    @Test
    void photosOfOneCallerAreAdmittedOneAfterTheOther() throws Exception {
        // Given
        String hazard = new Loop().reportedHazard(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        List<Socket> clients = new ArrayList<>();
        try (Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table evidence in access exclusive mode");

            // When
            for (int i = 0; i < 3; i++) {
                Socket client = new Socket("localhost", RestAssured.port);
                client.getOutputStream().write(photo(hazard));
                clients.add(client);
            }
            await().atMost(PATIENCE).until(() -> LedgerDatabase.number(WAITING) > 0);
            Thread.sleep(A_WHILE);

            // Then
            assertEquals(1, LedgerDatabase.number(WAITING));
            connection.rollback();
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private static byte[] photo(String hazard) {
        return ("POST /evidence?subject=" + hazard + "&stage=BEFORE&sha256=" + "0".repeat(64)
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\nAuthorization: Bearer "
                        + TestCaller.OFFICER_LANKAO.token() + "\r\nContent-Length: 100000\r\n\r\nabc")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void theEnginesWebSocketIsClosedToEverybody() {
        // When
        Response answer = given().header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .header("Sec-WebSocket-Protocol", "graphql-transport-ws")
                .get("/graphql");

        // Then
        assertEquals(405, answer.statusCode());
        assertEquals("BAD_REQUEST", answer.jsonPath().getString("errors[0].extensions.code"));
    }

    private static byte[] request(String document) {
        byte[] body = ("{\"query\": \"" + document + "\"}").getBytes(StandardCharsets.UTF_8);
        return ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + TestCaller.OFFICER_LANKAO.token() + "\r\nContent-Length: " + body.length + "\r\n\r\n"
                        + new String(body, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Response as(TestCaller caller, String document) {
        return by(caller.token(), document);
    }

    private static Response by(String token, String document) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("query", document))
                .post("/graphql");
    }
}
