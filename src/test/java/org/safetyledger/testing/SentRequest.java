package org.safetyledger.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A GraphQL request and what it made the service send to the database; needs {@link RecordingDriver}. */
public final class SentRequest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonPath answer;
    private final List<SentStatement> statements;

    private SentRequest(JsonPath answer, List<SentStatement> statements) {
        this.answer = answer;
        this.statements = statements;
    }

    /** Sends the request twice, so that nothing is read for the first time, and keeps the second. */
    public static SentRequest of(Bearer caller, String document, Map<String, ?> variables) {
        Bearer same = same(caller);
        LedgerClient.as(same).query(document, variables);
        return again(same, document, variables);
    }

    /** The caller with the token of now: a token that is seen for the first time has its caller looked up. */
    public static Bearer same(Bearer caller) {
        String token = caller.token();
        return () -> token;
    }

    /** Sends a request once of which all was read before. */
    public static SentRequest again(Bearer caller, String document, Map<String, ?> variables) {
        LedgerClient client = LedgerClient.as(caller);
        List<JsonPath> answers = Collections.synchronizedList(new ArrayList<>());
        List<SentStatement> statements = RecordingDriver.during(() -> answers.add(client.query(document, variables)));
        return new SentRequest(answers.getFirst(), statements);
    }

    public JsonPath answer() {
        return answer;
    }

    /** The texts of all statements, the one that sets the scope included. */
    public List<String> statements() {
        return statements.stream().map(SentStatement::sql).toList();
    }

    /** The plan of the first statement with this fragment, as the database carries it out in the caller's scope. */
    public Plan plan(String fragment) {
        return planned(fragment, List.of());
    }

    /** The same, where no table is small enough to be read from its beginning to its end. */
    public Plan planByIndexes(String fragment) {
        return planned(fragment, List.of("set local enable_seqscan = off"));
    }

    private Plan planned(String fragment, List<String> settings) {
        SentStatement sent = statements.stream()
                .filter(statement -> statement.sql().contains(fragment))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + fragment + " in " + statements()));
        SentStatement scope = statements.getFirst();
        try (Connection connection = LedgerDatabase.asApplicationInPlainText()) {
            connection.setAutoCommit(false);
            try (PreparedStatement entering = scope.bound(connection, scope.sql())) {
                entering.execute();
            }
            try (Statement preparing = connection.createStatement()) {
                for (String setting : settings) {
                    preparing.execute(setting);
                }
                preparing.execute("prepare sent as " + sent.numbered());
            }
            String parameters = sent.parameters() == 0
                    ? ""
                    : "(" + String.join(", ", Collections.nCopies(sent.parameters(), "?")) + ")";
            String explain = "explain (analyze, buffers off, format json) execute sent" + parameters;
            try (PreparedStatement explaining = sent.bound(connection, explain);
                    ResultSet result = explaining.executeQuery()) {
                result.next();
                return new Plan(MAPPER.readTree(result.getString(1)).get(0));
            } finally {
                connection.rollback();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(sent.sql(), e);
        }
    }

    /** How the database carried out a statement. */
    public record Plan(JsonNode root) {
        private List<JsonNode> nodes() {
            List<JsonNode> nodes = new ArrayList<>();
            collect(root.get("Plan"), nodes);
            return nodes;
        }

        private static void collect(JsonNode node, List<JsonNode> nodes) {
            nodes.add(node);
            node.path("Plans").forEach(child -> collect(child, nodes));
        }

        public List<String> nodeTypes() {
            return nodes().stream().map(node -> node.get("Node Type").asText()).toList();
        }

        /** The part that was planned by itself under this name, such as {@code CTE found}. */
        public JsonNode part(String name) {
            return nodes().stream()
                    .filter(node -> node.path("Subplan Name").asText().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No " + name + " in " + this));
        }

        /** The indexes that were read; what was never begun read none. */
        public List<String> indexes() {
            return nodes().stream()
                    .filter(node -> node.get("Actual Loops").asDouble() > 0)
                    .map(node -> node.path("Index Name").asText())
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        }

        /** Rows that the scans took from the tables, those that a filter or a recheck threw away included. */
        public long rowsRead() {
            return Math.round(nodes().stream()
                    .filter(node -> node.has("Relation Name"))
                    .mapToDouble(node -> node.get("Actual Loops").asDouble()
                            * (node.get("Actual Rows").asDouble()
                                    + node.path("Rows Removed by Filter").asDouble()
                                    + node.path("Rows Removed by Index Recheck").asDouble()))
                    .sum());
        }

        /** Rows that were looked up in the tables, those left out that an index alone told. */
        public long rowsFetched() {
            return Math.round(nodes().stream()
                    .filter(node -> node.has("Relation Name"))
                    .mapToDouble(node -> node.get("Actual Loops").asDouble()
                            * (node.get("Node Type").asText().equals("Index Only Scan")
                                    ? node.path("Heap Fetches").asDouble()
                                    : node.get("Actual Rows").asDouble()
                                            + node.path("Rows Removed by Filter")
                                                    .asDouble()))
                    .sum());
        }

        /** Rows that were taken from one table, those that a filter threw away included. */
        public long rowsRead(String table) {
            return Math.round(nodes().stream()
                    .filter(node -> node.path("Relation Name").asText().equals(table))
                    .mapToDouble(node -> node.get("Actual Loops").asDouble()
                            * (node.get("Actual Rows").asDouble()
                                    + node.path("Rows Removed by Filter").asDouble()))
                    .sum());
        }

        /** Tables that were read from their beginning to their end. */
        public List<String> tablesReadWhole() {
            return nodes().stream()
                    .filter(node -> node.get("Node Type").asText().equals("Seq Scan"))
                    .map(node -> node.path("Relation Name").asText())
                    .toList();
        }

        public double milliseconds() {
            return root.get("Execution Time").asDouble();
        }

        @Override
        public String toString() {
            return root.toPrettyString();
        }
    }
}
