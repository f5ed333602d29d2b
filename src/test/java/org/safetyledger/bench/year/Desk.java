package org.safetyledger.bench.year;

import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.safetyledger.access.Callers;
import org.safetyledger.command.Commands;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.UserError;
import org.safetyledger.read.Payload;
import org.safetyledger.read.ReadFlush;
import org.safetyledger.testing.Loop;

/**
 * Where the people of the simulated city work: the same commands that the schema's mutations are, without HTTP and documents
 * around them. Photos go over HTTP.
 */
@ApplicationScoped
class Desk {
    /** A command that was not carried out. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String what) {
            super(what);
        }
    }

    /** How often something was done, and how long it took in all. */
    private record Figure(LongAdder count, LongAdder nanoseconds) {
        void add(long took) {
            count.increment();
            nanoseconds.add(took);
        }
    }

    private final Callers callers;
    private final Commands commands;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Figure> done = new ConcurrentSkipListMap<>();

    Desk(Callers callers, Commands commands) {
        this.callers = callers;
        this.commands = commands;
    }

    /** Runs a command and gives the id of the object that it changed. */
    UUID does(Person who, String mutation, Map<String, ?> input) throws Exception {
        long begun = System.nanoTime();
        ReadFlush.Written changed =
                callers.as(who.caller(), () -> commands.run(mutation, input, new ChangedId(mutation)));
        count(mutation, begun);
        return UUID.fromString(new String(changed.json(), StandardCharsets.US_ASCII));
    }

    String does(Person who, String mutation, NodeType type, Map<String, ?> input) throws Exception {
        return NodeId.text(type, does(who, mutation, input));
    }

    /** Shows how it looks after it was mended. */
    void photograph(Person who, String subject) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        byte[] photo = Loop.photo();
        URI address = URI.create("http://localhost:" + RestAssured.port + "/evidence?subject=" + subject
                + "&stage=AFTER&sha256=" + Loop.sha256(photo));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + who.token().token())
                        .header("Content-Type", "image/jpeg")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(photo))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new Refused("evidence " + answer.statusCode() + " " + answer.body());
        }
        count("evidence", begun);
    }

    private void count(String what, long begun) {
        done.computeIfAbsent(what, key -> new Figure(new LongAdder(), new LongAdder()))
                .add(System.nanoTime() - begun);
    }

    long commands() {
        return done.values().stream().mapToLong(figure -> figure.count().sum()).sum();
    }

    long commands(String mutation) {
        Figure figure = done.get(mutation);
        return figure == null ? 0 : figure.count().sum();
    }

    /** How often each was done, and how many milliseconds it took on average. */
    Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        done.forEach((what, figure) -> {
            long count = figure.count().sum();
            figures.put(
                    what, "%d × %.1f ms".formatted(count, figure.nanoseconds().sum() / 1e6 / count));
        });
        return figures;
    }

    /** What is read of the changed object: its id. */
    private record ChangedId(String mutation) implements Payload {
        @Override
        public ReadFlush.Written ofChanged(UUID id) {
            return new ReadFlush.Written(id.toString().getBytes(StandardCharsets.US_ASCII), List.of());
        }

        @Override
        public ReadFlush.Written ofRefused(List<UserError> errors) {
            throw new Refused(mutation + " "
                    + errors.stream()
                            .map(error -> error.code() + " " + error.path())
                            .toList());
        }
    }
}
