package org.safetyledger.bench.builders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/** Takes the contenders in turn and prints what one answer costs this process. */
public final class Measurement {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<String> COUNTIES =
            List.of("410202", "410203", "410204", "410205", "410212", "410221", "410222", "410223", "410225");
    private static final int ROUNDS = 7;
    private static final int ANSWERS = 2_000;
    private static final long WARM_UP = 8_000_000_000L;

    private Measurement() {}

    /** @param arguments URL, user and password of the database */
    public static void main(String[] arguments) throws Exception {
        Database database = Database.of(arguments[0], arguments[1], arguments[2]);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        try (ServiceStatement service = new ServiceStatement(database);
                JooqStatement jooq = new JooqStatement(database);
                BlazeStatement blaze = new BlazeStatement(database)) {
            requireSameAnswers(service, jooq, blaze);
            System.out.printf("%-34s %-26s %-10s %s%n", "one answer", "processor us", "wall us", "allocated KB");
            measure("the service's statement, read", service);
            measure("jOOQ", jooq);
            measure("jOOQ, building the text alone", county ->
                    jooq.statement(county).getSQL().getBytes(UTF_8));
            measure("Blaze-Persistence", blaze);
        }
    }

    @FunctionalInterface
    private interface Work {
        byte[] run(String county) throws Exception;
    }

    private static void requireSameAnswers(Contender first, Contender... others) throws Exception {
        for (String county : COUNTIES) {
            byte[] expected = first.answer(county);
            for (Contender other : others) {
                byte[] actual = other.answer(county);
                int difference = Arrays.mismatch(expected, actual);
                if (difference >= 0) {
                    throw new IllegalStateException("%s differs at byte %d of:%n%s%nfrom:%n%s".formatted(
                            other.getClass().getSimpleName(), difference, new String(actual, UTF_8), new String(expected, UTF_8)));
                }
            }
        }
    }

    private static void measure(String name, Contender contender) throws Exception {
        measure(name, contender::answer);
    }

    private static void measure(String name, Work work) throws Exception {
        long end = System.nanoTime() + WARM_UP;
        while (System.nanoTime() < end) {
            round(work);
        }
        Cost[] costs = new Cost[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            costs[round] = round(work);
        }
        double[] processor = Arrays.stream(costs).mapToDouble(Cost::processor).sorted().toArray();
        double[] wall = Arrays.stream(costs).mapToDouble(Cost::wall).sorted().toArray();
        System.out.printf(
                "%-34s %-26s %-10.0f %.0f%n",
                name,
                "%.0f (%.0f-%.0f)".formatted(processor[ROUNDS / 2], processor[0], processor[ROUNDS - 1]),
                wall[ROUNDS / 2],
                costs[0].allocated());
    }

    /** Microseconds and kilobytes of one answer. */
    private record Cost(double processor, double wall, double allocated) {}

    private static Cost round(Work work) throws Exception {
        long processor = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long wall = System.nanoTime();
        for (int i = 0; i < ANSWERS; i++) {
            work.run(COUNTIES.get(i % COUNTIES.size()));
        }
        return new Cost(
                (THREADS.getCurrentThreadCpuTime() - processor) / 1e3 / ANSWERS,
                (System.nanoTime() - wall) / 1e3 / ANSWERS,
                (THREADS.getCurrentThreadAllocatedBytes() - allocated) / 1024.0 / ANSWERS);
    }
}
