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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of the program that the build has packaged, apart from the one that the integration tests talk to. */
public final class PackagedProgram implements AutoCloseable {
    private static final Path TARGET = Path.of("target");
    private static final Path IMAGE = Path.of("deploy", "compose", "Dockerfile.jvm");
    private static final Pattern FLAG = Pattern.compile("\"(-XX:[^\"]+)\"");
    private static final Path LOG = TARGET.resolve("packaged-start.log");
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
    public static PackagedProgram start(String keycloakUrl) throws IOException {
        return start(keycloakUrl, Map.of());
    }

    /** Starts it so, some of its settings changed. */
    public static PackagedProgram start(String keycloakUrl, Map<String, String> changes) throws IOException {
        Map<String, String> settings = new HashMap<>(OwnedDatabase.settings());
        settings.put("keycloak.url", keycloakUrl);
        return startOn(settings, changes);
    }

    /** Starts it with these settings, some of them changed. */
    public static PackagedProgram startOn(Map<String, String> given, Map<String, String> changes) throws IOException {
        return startOn(given, changes, List.of());
    }

    /** Whether an executable was packaged. */
    public static boolean isExecutable() throws IOException {
        return "native".equals(artifact().getProperty("type"));
    }

    /** Starts it on a JVM as its image does, but in a heap of so many megabytes. */
    public static PackagedProgram startInHeap(int megabytes, Map<String, String> given) throws IOException {
        List<String> flags = FLAG.matcher(Files.readString(IMAGE))
                .results()
                .map(flag -> flag.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
        flags.add("-Xmx" + megabytes + "m");
        return startOn(given, Map.of(), flags);
    }

    private static PackagedProgram startOn(Map<String, String> given, Map<String, String> changes, List<String> flags)
            throws IOException {
        Properties artifact = artifact();
        String kind = artifact.getProperty("type");
        Path file = TARGET.resolve(artifact.getProperty("path"));
        int port = freePort();
        Map<String, String> all = new HashMap<>(given);
        all.put("quarkus.http.port", Integer.toString(port));
        all.putAll(changes);
        List<String> settings = all.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .toList();
        List<String> command = new ArrayList<>();
        if (kind.equals("native")) {
            command.add(file.toString());
            command.addAll(settings);
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(flags);
            command.addAll(settings);
            command.addAll(List.of("-jar", file.toString()));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        return new PackagedProgram(kind, file, port, process);
    }

    private static Properties artifact() throws IOException {
        Properties artifact = new Properties();
        try (Reader reader = Files.newBufferedReader(TARGET.resolve("quarkus-artifact.properties"))) {
            artifact.load(reader);
        }
        return artifact;
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
                    throw new IllegalStateException("It gave no answer; see " + LOG);
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

    /** The names of its threads, as Linux tells them: the first fifteen letters. */
    public List<String> threads() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            List<String> names = new ArrayList<>();
            for (Path thread : threads.toList()) {
                names.add(Files.readString(thread.resolve("comm")).strip());
            }
            return names;
        }
    }

    public String kind() {
        return kind;
    }

    public int port() {
        return port;
    }

    /** What the program that was started last has logged until now. */
    public String log() throws IOException {
        return Files.readString(LOG);
    }

    /** Asks it to end, as an orchestrator does. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it at once, as a machine that fails does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** How it ended, once it has. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE)) {
            throw new IllegalStateException("It did not end; see " + LOG);
        }
        return process.exitValue();
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
