package org.safetyledger.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Programs for Node that clients use, installed once and kept until their lock file changes. */
public final class NodeWorkshop {
    public static final Path SOURCES = Path.of("src/test/clients");
    public static final Path FOLDER = Path.of("target/clients").toAbsolutePath();
    private static final List<String> PACKAGES = List.of("package.json", "package-lock.json");

    /** How a program ended, with its command and all that it printed. */
    public record Outcome(int exit, String output) {}

    private NodeWorkshop() {}

    /** Skips the tests where there is no Node. */
    public static void install() throws IOException, InterruptedException {
        assumeTrue(runs("node") && runs("npm"), "Skipped: node and npm must be on the PATH (Node 20 or newer)");
        Files.createDirectories(FOLDER);
        Path installed = FOLDER.resolve("installed-lock.json");
        Path lock = SOURCES.resolve("package-lock.json");
        if (Files.exists(installed) && Files.mismatch(installed, lock) == -1) {
            return;
        }
        for (String file : PACKAGES) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        // The lock file says what each package is: what an earlier run has fetched needs no question to the registry.
        Outcome outcome = run(FOLDER, "npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
        assertEquals(0, outcome.exit(), outcome.output());
        Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
    }

    public static Outcome node(Path folder, String program, String... arguments)
            throws IOException, InterruptedException {
        return run(
                folder,
                Stream.concat(Stream.of("node", program), Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    private static Outcome run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try (var output = process.inputReader()) {
            String text = String.join("\n", output.lines().toList());
            return new Outcome(process.waitFor(), String.join(" ", command) + "\n" + text);
        } finally {
            process.destroy();
        }
    }

    private static boolean runs(String program) throws InterruptedException {
        try {
            return run(Path.of("."), program, "--version").exit() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
