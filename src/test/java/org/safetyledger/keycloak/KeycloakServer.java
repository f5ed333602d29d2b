package org.safetyledger.keycloak;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector.MatchesType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keycloak as a child process, with the shipped realm and the personas of the demonstration imported at its start. */
public final class KeycloakServer implements QuarkusTestResourceLifecycleManager {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path REALM = Path.of("deploy/keycloak/safety-ledger-realm.json");
    private static final Path PERSONAS = Path.of("deploy/keycloak/demo/safety-ledger-users-0.json");

    private @Nullable Process process;
    private @Nullable KeycloakRealm realm;

    /** After the database, whose settings name another provider. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path home = Path.of(System.getProperty("keycloak.home"));
            provideRealm(home.resolve("data"));
            int port = freePort();
            KeycloakRealm starting = new KeycloakRealm(
                    URI.create("http://localhost:" + port + "/realms/safety-ledger"), secret(), secret());
            realm = starting;
            process = launch(home, port, starting);
            awaitAnswer(process, starting);
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    starting.issuer().toString(),
                    "quarkus.oidc.token.issuer",
                    starting.issuer().toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(realm, new MatchesType(KeycloakRealm.class));
    }

    @Override
    public void stop() {
        if (process == null) {
            return;
        }
        // The start script runs Keycloak as a child of its own.
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(each -> each.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    /** An import leaves an existing realm as it is, so the data of an earlier run go first. */
    private static void provideRealm(Path data) throws IOException {
        if (Files.exists(data)) {
            List<Path> old;
            try (Stream<Path> found = Files.walk(data)) {
                old = found.toList();
            }
            for (Path file : old.reversed()) {
                Files.delete(file);
            }
        }
        Path imports = Files.createDirectories(data.resolve("import"));
        for (Path file : List.of(REALM, PERSONAS)) {
            Files.copy(file, imports.resolve(file.getFileName().toString()));
        }
    }

    private static Process launch(Path home, int port, KeycloakRealm realm) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=localhost",
                "--http-port=" + port);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "SAFETY_LEDGER_WEB_ORIGIN", KeycloakRealm.WEB_ORIGIN,
                        "SAFETY_LEDGER_INTEGRATION_SECRET", realm.integrationSecret(),
                        "SAFETY_LEDGER_DEMO_PASSWORD", realm.password()));
        return builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
    }

    private static void awaitAnswer(Process process, KeycloakRealm realm) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm.issuer() + "/.well-known/openid-configuration"))
                .build();
        Instant end = Instant.now().plus(PATIENCE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, request)) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log()));
                }
                Thread.sleep(500);
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path log() {
        return Path.of("target", "keycloak.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String secret() {
        return UUID.randomUUID().toString();
    }
}
