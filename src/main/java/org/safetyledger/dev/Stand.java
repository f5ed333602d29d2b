package org.safetyledger.dev;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Where one stand of possibly several on a machine keeps its data and listens.
 *
 * @param number 1 for the first one that runs in this folder, whose data outlive it under the usual name
 */
record Stand(int number, int http, int issuer, int database) {
    static final int HTTP = 8080;
    static final int ISSUER = 8180;
    static final int DATABASE = 54329;

    private static final int STANDS = 100;
    private static final String KEY = "safety-ledger.dev.stand";

    /** The usual ports, or the next ones that are free; the usual data, or the next that no running stand has. */
    static Stand choose(Path folder, IntPredicate free) {
        int number = IntStream.rangeClosed(1, STANDS)
                .filter(n -> Claim.take(folder.resolve(data(n)), "stand.lock"))
                .findFirst()
                .orElseThrow();
        return new Stand(number, next(HTTP, free), next(ISSUER, free), next(DATABASE, free));
    }

    /** What this process has chosen before: a live reload finds its own ports taken. */
    static Stand ofThisProcess(Path folder, IntPredicate free) {
        Properties process = System.getProperties();
        synchronized (process) {
            String[] known = process.getProperty(KEY, "").split(",", -1);
            if (known.length == 4) {
                return new Stand(
                        Integer.parseInt(known[0]),
                        Integer.parseInt(known[1]),
                        Integer.parseInt(known[2]),
                        Integer.parseInt(known[3]));
            }
            Stand chosen = choose(folder, free);
            process.setProperty(
                    KEY, "%d,%d,%d,%d".formatted(chosen.number, chosen.http, chosen.issuer, chosen.database));
            return chosen;
        }
    }

    String data() {
        return data(number);
    }

    private static String data(int number) {
        return number == 1 ? ".data" : ".data/" + number;
    }

    Map<String, String> settings() {
        return Map.of(
                "quarkus.http.port", Integer.toString(http),
                "safety-ledger.dev.issuer-port", Integer.toString(issuer),
                "quarkus.embedded.postgresql.port", Integer.toString(database),
                "quarkus.embedded.postgresql.data.dir", data() + "/postgresql",
                "safety-ledger.evidence.directory", data() + "/evidence",
                "safety-ledger.dev.data", data());
    }

    private static int next(int usual, IntPredicate free) {
        return IntStream.range(usual, usual + STANDS).filter(free).findFirst().orElseThrow();
    }
}
