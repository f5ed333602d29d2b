package org.safetyledger.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safetyledger.testing.NodeWorkshop;
import org.safetyledger.testing.NodeWorkshop.Outcome;

/**
 * The compilers that front ends use, run on what clients send. Each test compiles a copy of its own below one
 * installation of the compilers, which is kept until their lock file changes.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClientCompilersTest {
    private static final String CODEGEN = "@graphql-codegen/cli/cjs/bin.js";
    static final String TYPESCRIPT = "typescript/bin/tsc";
    static final String RELAY = "relay-compiler/cli.js";

    private static final Path GENERATED = Path.of("apollo/generated");

    @SuppressWarnings("NullAway.Init")
    private static Path apollo;

    @SuppressWarnings("NullAway.Init")
    private static Outcome generated;

    /** What the compiler makes of the clients as they are takes it seconds, and is wanted more than once. */
    @BeforeAll
    static void installCompilers() throws Exception {
        NodeWorkshop.install();
        apollo = clients("accepted-by-apollo");
        generated = compile(apollo, CODEGEN, "--config", "codegen.json");
    }

    @Test
    void apolloClientsCompile() throws Exception {
        // Given
        assertAccepted(generated);

        // When
        Outcome checked = compile(apollo, TYPESCRIPT, "--project", ".");

        // Then
        assertAccepted(checked);
    }

    @Test
    void relayClientsCompile() throws Exception {
        // Given
        Path clients = clients("accepted-by-relay");

        // When
        Outcome compiled = compile(clients, RELAY, "relay.config.json");

        // Then
        assertAccepted(compiled);
        assertTrue(Files.exists(clients.resolve("relay/__generated__/HazardListPaginationQuery.graphql.ts")));
    }

    @Test
    void apolloClientWithAnUnknownFieldDoesNotCompile() throws Exception {
        // Given
        Path clients = clients("refused-by-apollo");
        replace(clients.resolve("apollo/history.ts"), "previousHash", "hashBefore");

        // When
        Outcome generated = compile(clients, CODEGEN, "--config", "codegen.json");

        // Then
        assertRefused(generated, "hashBefore");
    }

    @Test
    void apolloClientThatUsesAFieldItDidNotAskForDoesNotCompile() throws Exception {
        // Given
        Path clients = clients("refused-by-typescript");
        replace(clients.resolve("apollo/hazardDetail.ts"), "officer.name", "officer.phone");
        assertAccepted(generated);
        copyAll(apollo.resolve(GENERATED), clients.resolve(GENERATED));

        // When
        Outcome checked = compile(clients, TYPESCRIPT, "--project", ".");

        // Then
        assertRefused(checked, "phone");
    }

    @Test
    void relayClientWithAnUnknownFieldDoesNotCompile() throws Exception {
        // Given
        Path clients = clients("refused-by-relay");
        replace(clients.resolve("relay/HazardRow.ts"), "overdue", "tooLate");

        // When
        Outcome compiled = compile(clients, RELAY, "relay.config.json");

        // Then
        assertRefused(compiled, "tooLate");
    }

    static void assertAccepted(Outcome outcome) {
        assertEquals(0, outcome.exit(), outcome.output());
    }

    private static void assertRefused(Outcome outcome, String name) {
        assertNotEquals(0, outcome.exit(), outcome.output());
        assertTrue(outcome.output().contains(name), outcome.output());
    }

    /** A fresh copy of the clients, with the committed schema beside them. */
    static Path clients(String name) throws IOException {
        Path copy = NodeWorkshop.FOLDER.resolve(name);
        deleteAll(copy);
        copyAll(NodeWorkshop.SOURCES, copy);
        copy(SchemaTest.COMMITTED, copy.resolve("schema.graphql"));
        return copy;
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(file -> !from.relativize(file).startsWith("node_modules"))
                    .forEach(file -> copy(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> files = Files.walk(folder)) {
            found = files.toList();
        }
        for (Path file : found.reversed()) {
            Files.delete(file);
        }
    }

    private static void replace(Path file, String text, String other) throws IOException {
        String content = Files.readString(file);
        assertTrue(content.contains(text), () -> file + " has no " + text);
        Files.writeString(file, content.replace(text, other));
    }

    static Outcome compile(Path clients, String compiler, String... arguments) throws Exception {
        String program =
                NodeWorkshop.FOLDER.resolve("node_modules").resolve(compiler).toString();
        return NodeWorkshop.node(clients, program, arguments);
    }
}
