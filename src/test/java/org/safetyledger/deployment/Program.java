package org.safetyledger.deployment;

import java.io.IOException;
import java.nio.file.Path;

/** What a program outside of Java printed, and how it ended. */
record Program(int exit, String output) {
    static Program run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try (var output = process.inputReader()) {
            String text = String.join("\n", output.lines().toList());
            return new Program(process.waitFor(), text);
        } finally {
            process.destroy();
        }
    }

    static boolean isThere(String... command) throws InterruptedException {
        try {
            return run(Path.of("."), command).exit() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
