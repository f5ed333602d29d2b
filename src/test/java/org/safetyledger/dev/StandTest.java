package org.safetyledger.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandTest {
    @TempDir
    Path folder;

    @AfterEach
    void forgetWhatWasChosen() {
        System.clearProperty("safety-ledger.dev.stand");
    }

    @Test
    void standHasTheUsualPortsAndDataWhereTheyAreFree() {
        // When
        Stand stand = Stand.choose(folder, port -> true);

        // Then
        assertEquals(new Stand(1, 8080, 8180, 54329), stand);
        assertEquals(".data/postgresql", stand.settings().get("quarkus.embedded.postgresql.data.dir"));
    }

    @Test
    void standTakesTheNextPortsThatAreFree() {
        // Given
        Set<Integer> taken = Set.of(8080, 8081, 8180, 54329);

        // Then
        assertEquals(new Stand(1, 8082, 8181, 54330), Stand.choose(folder, port -> !taken.contains(port)));
    }

    @Test
    void standKeepsItsPortsWhenItIsReloaded() {
        // Given
        Stand first = Stand.ofThisProcess(folder, port -> true);

        // When
        Stand reloaded = Stand.ofThisProcess(folder, port -> port != first.http());

        // Then
        assertEquals(first, reloaded);
    }

    @Test
    void portThatSomebodyListensAtIsNotFree() throws IOException {
        // Given
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();

            // When, Then
            assertFalse(StandSettings.isFree(port));
        }
        assertTrue(StandSettings.isFree(port));
    }

    @Test
    void bannerOfAStandBesideAnotherSaysInOneSentenceWhatRunsWhere() {
        // Given
        Issuer issuer =
                new Issuer(URI.create("http://localhost:8181/dev"), "safety-ledger", "secret", Duration.ofMinutes(5));
        String database = "jdbc:postgresql://localhost:54330/safety_ledger";
        List<String> told = new ArrayList<>();
        Handler reader = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                told.add(entry.getMessage().formatted(entry.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("org.safetyledger.dev");
        log.addHandler(reader);

        // When
        try {
            new Banner(issuer, 8080, Optional.of(database), ".data").print(new StartupEvent());
            new Banner(issuer, 8081, Optional.of(database), ".data/2").print(new StartupEvent());
        } finally {
            log.removeHandler(reader);
        }

        // Then
        String sentence = told.getLast();
        for (String place : List.of(
                "http://localhost:8081",
                "http://localhost:8181/dev",
                database,
                Path.of(".data/2").toAbsolutePath().toString())) {
            assertTrue(sentence.contains(place), sentence);
        }
    }

    @Test
    void secondStandOfAFolderHasDataOfItsOwn() throws Exception {
        // Given
        Path lock = Files.createDirectories(folder.resolve(".data")).resolve("stand.lock");
        Process first = lockedByAnotherProcess(lock);

        // When
        Stand second = Stand.choose(folder, port -> true);
        first.destroy();
        assertTrue(first.waitFor(10, TimeUnit.SECONDS));

        // Then
        assertEquals(2, second.number());
        assertEquals(".data/2/postgresql", second.settings().get("quarkus.embedded.postgresql.data.dir"));
        assertEquals(".data/2/evidence", second.settings().get("safety-ledger.evidence.directory"));
        assertEquals(1, Stand.choose(folder, port -> true).number());
    }

    private Process lockedByAnotherProcess(Path lock) throws IOException {
        Path program = folder.resolve("Holder.java");
        Files.writeString(program, """
            void main(String[] arguments) throws Exception {
                new java.io.FileOutputStream(arguments[0]).getChannel().lock();
                IO.println("held");
                Thread.sleep(60_000);
            }
            """);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        program.toString(),
                        lock.toString())
                .redirectErrorStream(true)
                .start();
        assertEquals("held", process.inputReader().readLine());
        return process;
    }
}
