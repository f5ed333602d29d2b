package org.safetyledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerDatabase;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.TestCaller;

/** The test holds a table's lock, so that statements wait in the database for as long as it looks at them. */
@LedgerTest
class ConcurrentRequestsTest {
    private static final int CLIENTS = 32;
    private static final int MORE_CLIENTS_THAN_CONNECTIONS = 80;
    private static final String QUERY = "{ enterprises(first: 5) { nodes { id name } } }";

    @Test
    void requestsWaitInTheDatabaseTogether() throws Exception {
        // Given
        Callable<Integer> request = request(QUERY, Map.of());
        request.call();

        // When
        Waited waited = whileLocked(Collections.nCopies(CLIENTS, request), 20);

        // Then
        assertTrue(waited.most() >= 20, () -> waited.most() + " of " + CLIENTS + " waited at the same time");
        assertEquals(Collections.nCopies(CLIENTS, 200), waited.statuses());
    }

    @Test
    void queriesBeyondTheConnectionsQueue() throws Exception {
        // Given
        Callable<Integer> request = request(QUERY, Map.of());

        // When
        Waited waited = whileLocked(Collections.nCopies(MORE_CLIENTS_THAN_CONNECTIONS, request), 15);

        // Then
        assertEquals(Collections.nCopies(MORE_CLIENTS_THAN_CONNECTIONS, 200), waited.statuses());
    }

    @Test
    void commandsBeyondTheConnectionsQueueAndAreAllCarriedOut() throws Exception {
        // Given
        String enterprise = new Loop().enterpriseId(TestCaller.OFFICER_LANKAO, TestCaller.LANKAO_ENTERPRISE);
        long before = LedgerDatabase.number("select count(*) from hazard");
        List<Callable<Integer>> commands = IntStream.range(0, MORE_CLIENTS_THAN_CONNECTIONS)
                .mapToObj(number -> request(
                        "mutation($input: ReportHazardInput!) { reportHazard(input: $input)"
                                + " { hazard { id } userErrors { code } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "enterpriseId",
                                        enterprise,
                                        "title",
                                        "并发上报 " + number,
                                        "category",
                                        "FIRE_FACILITIES"))))
                .toList();

        // When
        Waited waited = whileLocked(commands, 15);

        // Then
        assertEquals(Collections.nCopies(MORE_CLIENTS_THAN_CONNECTIONS, 200), waited.statuses());
        assertEquals(before + MORE_CLIENTS_THAN_CONNECTIONS, LedgerDatabase.number("select count(*) from hazard"));
    }

    private static Callable<Integer> request(String document, Map<String, ?> variables) {
        return () -> {
            var answer = LedgerClient.as(TestCaller.OFFICER_LANKAO).send(document, variables);
            return answer.jsonPath().getList("errors") == null ? answer.statusCode() : -1;
        };
    }

    private record Waited(long most, List<Integer> statuses) {}

    /** Sends all requests while the enterprises are locked, and lets go when so many wait, or after five seconds. */
    private static Waited whileLocked(List<Callable<Integer>> requests, int enough) throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = LedgerDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table enterprise in access exclusive mode");
            List<Future<Integer>> answers = new ArrayList<>();
            requests.forEach(request -> answers.add(clients.submit(request)));
            long most = 0;
            for (int look = 0; look < 50 && most < enough; look++) {
                Thread.sleep(100);
                most = Math.max(
                        most,
                        LedgerDatabase.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and usename = 'safety_ledger_app'"));
            }
            connection.rollback();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return new Waited(most, statuses);
        }
    }
}
