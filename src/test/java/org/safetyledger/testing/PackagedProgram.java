package org.safetyledger.testing;

import java.io.IOException;
import java.io.Reader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A process of the program that the build has packaged, apart from the one that the integration tests talk to. */
public final class PackagedProgram implements AutoCloseable {
    private static final Path TARGET = Path.of("target");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String kind;
    private final Path file;
    private final int port;
    private final long startedAt = System.nanoTime();
    private final Process process;

    private PackagedProgram(String kind, Path file, int port, Process process) {
        this.kind = kind;
        this.file = file;
        this.port = port;
        this.process = process;
    }

    /** Starts it on the database of {@link OwnedDatabase}, with its seeds. */
    public static PackagedProgram start(String issuer) throws IOException {
        Properties artifact = new Properties();
        try (Reader reader = Files.newBufferedReader(TARGET.resolve("quarkus-artifact.properties"))) {
            artifact.load(reader);
        }
        String kind = artifact.getProperty("type");
        Path file = TARGET.resolve(artifact.getProperty("path"));
        int port = freePort();
        List<String> settings = Stream.concat(
                        OwnedDatabase.settings().entrySet().stream()
                                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue()),
                        Stream.of("-Dkeycloak.url=" + issuer, "-Dquarkus.http.port=" + port))
                .toList();
        List<String> command = new ArrayList<>();
        if (kind.equals("native")) {
            command.add(file.toString());
            command.addAll(settings);
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(settings);
            command.addAll(List.of("-jar", file.toString()));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(TARGET.resolve("packaged-start.log").toFile())
                .start();
        return new PackagedProgram(kind, file, port, process);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** How long after its start it first answered that it is ready. */
    public Duration awaitReadiness() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                    .build();
            while (!listens() || client.send(request, BodyHandlers.discarding()).statusCode() != 200) {
                if (!process.isAlive() || sinceStart().compareTo(PATIENCE) > 0) {
                    throw new IllegalStateException("It gave no answer; see target/packaged-start.log");
                }
                Thread.sleep(2);
            }
            return sinceStart();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** As Linux tells it. */
    public long residentKilobytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public String kind() {
        return kind;
    }

    /** Of the executable, or of the folder that the JVM needs. */
    public long bytesOnDisk() throws IOException {
        try (Stream<Path> files =
                Files.walk(kind.equals("native") ? file : file.toAbsolutePath().getParent())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(part -> part.toFile().length())
                    .sum();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
