package org.safetyledger.graphql.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a flood of forged tokens does to those who share its connection, where nobody more can stand in the line. */
class UnknownTokensTest {
    private static final int PATIENCE_SECONDS = 20;

    private final Vertx vertx = Vertx.vertx();
    private final UnknownTokens tokens = new UnknownTokens(0);
    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<RoutingContext> waiting = new CompletableFuture<>();
    private int port;

    @BeforeEach
    void serve() throws Exception {
        Router router = Router.router(vertx);
        // Whoever has the one turn keeps it while the forged token of the request comes.
        router.route("/forged")
                .handler(context -> tokens.turnAway(
                        context,
                        () -> tokens.turnAway(
                                context,
                                () -> context.response().setStatusCode(500).end())));
        router.route("/colleague").handler(waiting::complete);
        HttpServer server = vertx.createHttpServer()
                .connectionHandler(connection -> connections.incrementAndGet())
                .requestHandler(router);
        port = result(server.listen(0, "127.0.0.1")).actualPort();
    }

    @AfterEach
    void stop() throws Exception {
        result(vertx.close());
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void forgedTokenIsRefusedAndTheConnectionStaysOpen(HttpVersion version) throws Exception {
        // Given
        HttpClient client = client(version);

        // When, Then
        for (int i = 1; i < UnknownTokens.MOST_OF_A_CONNECTION; i++) {
            assertEquals(401, result(send(client, "/forged")).statusCode());
        }
        assertEquals(1, connections.get());
    }

    @Test
    void whoSharesTheConnectionIsAnsweredAndFindsItClosedOnlyAfterwards() throws Exception {
        // Given
        HttpClient client = client(HttpVersion.HTTP_2);
        Future<HttpClientResponse> colleague = send(client, "/colleague");
        RoutingContext request = waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        // When
        for (int i = 0; i < UnknownTokens.MOST_OF_A_CONNECTION; i++) {
            assertEquals(401, result(send(client, "/forged")).statusCode());
        }
        assertFalse(colleague.isComplete());
        request.response().end("here");

        // Then
        assertEquals(200, result(colleague).statusCode());
        assertEquals(401, result(send(client, "/forged")).statusCode());
        assertEquals(2, connections.get());
    }

    @Test
    void connectionOfOneThatSendsNothingElseEnds() throws Exception {
        // Given
        HttpClient client = client(HttpVersion.HTTP_1_1);

        // When
        HttpClientResponse last = result(send(client, "/forged"));
        for (int i = 1; i < UnknownTokens.MOST_OF_A_CONNECTION; i++) {
            last = result(send(client, "/forged"));
        }

        // Then
        assertTrue(last.headers().contains("Connection", "close", true));
        assertEquals(401, result(send(client, "/forged")).statusCode());
        assertEquals(2, connections.get());
    }

    private HttpClient client(HttpVersion version) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(version)
                .setMaxPoolSize(1)
                .setHttp2MaxPoolSize(1)
                .setHttp2ClearTextUpgrade(false));
    }

    private Future<HttpClientResponse> send(HttpClient client, String path) {
        return client.request(HttpMethod.POST, port, "127.0.0.1", path)
                .compose(HttpClientRequest::send)
                .compose(response -> response.end().map(response));
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
