package org.safetyledger.graphql.http;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Powers;
import org.safetyledger.access.Role;

/**
 * Sends the engine and the database what clients will ask, so that the first of them does not wait for what a new
 * process has to load and compile. The process is not ready before.
 */
@ApplicationScoped
class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    /** An auditor of a county that does not exist: may read everything there, sees no row, and writes nothing. */
    private static final Caller NOBODY =
            new Caller("warm-up", "warm-up", Role.AUDITOR, "999999000000", null, Powers.NONE, null, Set.of());

    private static final List<GraphQLRequest> REQUESTS = List.of(
            request("{ viewer { subject name role division } hazards(first: 20) { nodes { id title dueAt } } }"),
            request("""
                    { hazards(first: 20, filter: {open: true}) { totalCount pageInfo { hasNextPage endCursor }
                      nodes { id title status grade dueAt overdue enterprise { id name jurisdiction { code name } }
                        inspection { id status } rectificationTasks(first: 5) { nodes { id status dueAt } } } } }"""),
            request("{ enterprises(first: 20) { totalCount nodes { id name creditCode } } }"),
            request("{ inspections(first: 20) { totalCount nodes { id kind status plannedOn } } }"));

    /** What a client mistyped, and what unfolds beyond all limits, takes other ways: to refuse it is to be quick from the first on. */
    private static final List<GraphQLRequest> MISTAKES = List.of(
            request("{ hazard { nodes { titel } } }"),
            request("{ " + "a".repeat(10_000) + " }"),
            request(IntStream.range(0, 20)
                    .mapToObj(i -> "fragment F" + i + " on Query { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                    .collect(Collectors.joining(" ", "{ ...F0 } ", " fragment F20 on Query { viewer { name } }"))));

    /** Of a round: a report is longer than the queries together, and is compiled the later. */
    private static final int REPORTS = 5;

    private final RequestExecution execution;
    private final Rehearsal rehearsal;
    private final ExecutorService virtualThreads;
    private final int rounds;
    private final Duration limit;
    private volatile boolean done;
    private volatile boolean leaving;

    WarmUp(
            RequestExecution execution,
            Rehearsal rehearsal,
            @VirtualThreads ExecutorService virtualThreads,
            @ConfigProperty(name = "safety-ledger.warm-up.rounds") int rounds,
            @ConfigProperty(name = "safety-ledger.warm-up.limit") Duration limit) {
        this.execution = execution;
        this.rehearsal = rehearsal;
        this.virtualThreads = virtualThreads;
        // An executable is compiled already: one round opens its connection and shows that the database answers.
        this.rounds = ImageMode.current().isNativeImage() ? Math.min(rounds, 1) : rounds;
        this.limit = limit;
    }

    void start(@Observes StartupEvent start) {
        virtualThreads.execute(this::run);
    }

    /** A process that is asked to leave before it was ready has nothing to warm up for, and no database any more. */
    void stop(@Observes ShutdownEvent shutdown) {
        leaving = true;
    }

    boolean isDone() {
        return done;
    }

    private void run() {
        long begin = System.nanoTime();
        try {
            int round = 0;
            while (!leaving && round < rounds && (round == 0 || System.nanoTime() - begin < limit.toNanos())) {
                if (succeeds()) {
                    round++;
                } else {
                    LOG.warn(
                            "Not ready: the queries of the warm-up are not answered, as without a database; trying again");
                    Thread.sleep(BETWEEN_ATTEMPTS);
                }
            }
            if (leaving) {
                return;
            }
            done = true;
            LOG.infof(
                    "Ready after %d rounds of warm-up in %d ms",
                    (Object) round, Duration.ofNanos(System.nanoTime() - begin).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether each request of a round was answered without an error. */
    boolean succeeds() {
        try {
            for (GraphQLRequest request : REQUESTS) {
                if (failed(execution.execute(request, NOBODY))) {
                    return false;
                }
            }
            for (GraphQLRequest mistake : MISTAKES) {
                execution.execute(mistake, NOBODY);
            }
            rehearse();
            return true;
        } catch (Exception failure) {
            LOG.debug("A request of the warm-up failed", failure);
            return false;
        }
    }

    /** A ledger in which nobody can report yet answers those who read: what fails here is no reason not to be ready. */
    private void rehearse() {
        try {
            Rehearsal.Report report = rehearsal.report();
            for (int i = 0; report != null && i < REPORTS; i++) {
                rehearsal.carryOut(report);
            }
        } catch (Exception failure) {
            LOG.debug("A report of the warm-up failed", failure);
        }
    }

    private static boolean failed(Answer answer) {
        return answer.body().toJsonObject().containsKey("errors");
    }

    private static GraphQLRequest request(String document) {
        return new GraphQLRequest(document, null, Map.of(), null, true, MediaTypes.JSON);
    }
}
