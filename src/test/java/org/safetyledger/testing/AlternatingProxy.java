package org.safetyledger.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy before several processes: asks each for its readiness, and sends requests to those that are, in turn. */
public final class AlternatingProxy implements AutoCloseable {
    private static final long BETWEEN_CHECKS_MILLIS = 1000;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(100));
    private final List<Integer> ports;
    private final Set<Integer> ready = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> sent = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final long checks;
    private final HttpServer server;

    public AlternatingProxy(List<Integer> ports) throws Exception {
        this.ports = List.copyOf(ports);
        checks = vertx.setPeriodic(1, BETWEEN_CHECKS_MILLIS, ignored -> this.ports.forEach(this::check));
        HttpProxy proxy = HttpProxy.reverseProxy(client).origin(OriginRequestProvider.selector(ignored -> next()));
        server = vertx.createHttpServer()
                .requestHandler(proxy)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    public int port() {
        return server.actualPort();
    }

    public boolean sendsTo(int port) {
        return ready.contains(port);
    }

    /** How many requests it has sent on. */
    public int sent() {
        return sent.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many requests it has sent there. */
    public int sentTo(int port) {
        return sent.getOrDefault(port, 0);
    }

    private void check(int port) {
        client.request(HttpMethod.GET, port, "localhost", "/q/health/ready")
                .compose(request -> request.send())
                .onComplete(answer -> {
                    if (answer.succeeded() && answer.result().statusCode() == 200) {
                        ready.add(port);
                    } else {
                        ready.remove(port);
                    }
                });
    }

    private Future<SocketAddress> next() {
        List<Integer> targets = ports.stream().filter(ready::contains).toList();
        if (targets.isEmpty()) {
            return Future.failedFuture("No process is ready");
        }
        int port = targets.get(Math.floorMod(turn.getAndIncrement(), targets.size()));
        sent.merge(port, 1, Integer::sum);
        return Future.succeededFuture(SocketAddress.inetSocketAddress(port, "localhost"));
    }

    @Override
    public void close() throws Exception {
        vertx.cancelTimer(checks);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
