package org.safetyledger.graphql.http;

import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.safetyledger.access.Caller;
import org.safetyledger.access.CallerShares;
import org.safetyledger.access.ForgedTokens;
import org.safetyledger.access.RecognizedTokens;
import org.safetyledger.access.RunningRead;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Messages;
import org.safetyledger.graphql.Refusal;

/** Takes requests before the engine's own handlers do, authenticates them, reads them and hands them to a virtual thread. */
@ApplicationScoped
class GraphQLEndpoint {
    /** Behind Quarkus' authentication (−200) and authorization (−100) filters, before the engine's handler (0). */
    private static final int BEFORE_ENGINE = -1;

    /** The engine would take an upgrade to a WebSocket before anything else sees it. */
    private static final int BEFORE_ENGINES_WEBSOCKET = -10_000;

    private static final String PATH = "/graphql";
    private static final String METHODS = "GET, POST";
    private static final Handler<RoutingContext> NO_BODY = RoutingContext::next;
    private static final String CALLER = GraphQLEndpoint.class.getName() + ".caller";

    /** Few requests have a longer one, and reading it takes far longer than answering an ordinary request. */
    private static final int ORDINARY_BODY = 16 * 1024;

    /** The exit code of a process that ran out of memory, the one that a JVM ends with of itself. */
    private static final int OUT_OF_MEMORY = 3;

    private final ExecutorService virtualThreads;
    private final RecognizedTokens tokens;
    private final ForgedTokens forgedTokens;
    private final UnknownTokens unknownTokens;
    private final CallerShares shares;
    private final BodiesUnderWay bodies;
    private final PersistedDocuments documents;
    private final RequestExecution execution;
    private final Messages messages;
    private final Failures failures;
    private final long bodyLimit;

    GraphQLEndpoint(
            @VirtualThreads ExecutorService virtualThreads,
            RecognizedTokens tokens,
            ForgedTokens forgedTokens,
            UnknownTokens unknownTokens,
            CallerShares shares,
            BodiesUnderWay bodies,
            PersistedDocuments documents,
            RequestExecution execution,
            Messages messages,
            Failures failures,
            @ConfigProperty(name = "safety-ledger.graphql.request-limit-bytes", defaultValue = "1048576")
                    long bodyLimit) {
        this.virtualThreads = virtualThreads;
        this.tokens = tokens;
        this.forgedTokens = forgedTokens;
        this.unknownTokens = unknownTokens;
        this.shares = shares;
        this.bodies = bodies;
        this.documents = documents;
        this.execution = execution;
        this.messages = messages;
        this.failures = failures;
        this.bodyLimit = bodyLimit;
    }

    void route(@Observes Router router) {
        router.route(PATH).order(BEFORE_ENGINES_WEBSOCKET).handler(this::requireMethod);
        Handler<RoutingContext> body = BodyHandler.create(false).setBodyLimit(bodyLimit);
        // Routes of their own, because on one route the body would be read first.
        List<Handler<RoutingContext>> steps = List.of(
                this::authenticate, context -> (isSafe(context) ? NO_BODY : body).handle(context), this::dispatch);
        for (int step = 0; step < steps.size(); step++) {
            router.route(PATH)
                    .method(HttpMethod.GET)
                    .method(HttpMethod.POST)
                    .order(BEFORE_ENGINE - steps.size() + step)
                    .handler(steps.get(step))
                    .failureHandler(context -> answerFailure(context, failure(context)));
        }
        // A preflight has been answered before, where there is anything to allow.
        router.route(PATH).method(HttpMethod.OPTIONS).order(BEFORE_ENGINE).handler(this::refuseMethod);
    }

    /** The engine's WebSocket asks nobody who they are. An upgrade to HTTP/2, which Java's client asks for, is passed over. */
    private void requireMethod(RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean isKnown = isSafe(context) || method.equals(HttpMethod.POST) || method.equals(HttpMethod.OPTIONS);
        if (isKnown && !context.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            context.next();
        } else {
            refuseMethod(context);
        }
    }

    private void refuseMethod(RoutingContext context) {
        context.response().putHeader(HttpHeaders.ALLOW, METHODS);
        answerFailure(context, new HttpException(405, METHODS));
    }

    private static boolean isSafe(RoutingContext context) {
        return context.request().method().equals(HttpMethod.GET);
    }

    /** A body over the limit fails with its status alone. */
    private static Throwable failure(RoutingContext context) {
        Throwable failure = context.failure();
        return failure == null ? new HttpException(context.statusCode()) : failure;
    }

    /** Who calls is settled before the body is read: a stranger's is not kept in memory, nor told what is wrong with it. */
    private void authenticate(RoutingContext context) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            refuse(context, Refusal.of(ErrorCode.UNAUTHENTICATED));
            return;
        }
        Optional<Caller> known = tokens.recall(authorization);
        if (known.isPresent()) {
            receive(context, authorization, known::get);
            return;
        }
        if (forgedTokens.include(authorization)) {
            unknownTokens.turnAway(context, () -> refuse(context, Refusal.of(ErrorCode.UNAUTHENTICATED)));
            return;
        }
        context.request().pause();
        unknownTokens.verify(
                context,
                identity -> {
                    if (identity.isAnonymous()) {
                        refuse(context, Refusal.of(ErrorCode.UNAUTHENTICATED));
                        return;
                    }
                    context.request().resume();
                    receive(context, authorization, () -> tokens.recognize(authorization, identity));
                },
                failure -> refuse(context, failure));
    }

    private void receive(RoutingContext context, String authorization, Callable<Caller> caller) {
        context.put(CALLER, caller);
        if (isSafe(context)) {
            context.next();
        } else {
            bodies.admit(
                    context,
                    authorization,
                    context::next,
                    () -> refuse(context, Refusal.of(ErrorCode.TOO_MANY_REQUESTS)));
        }
    }

    /** The rest of the request is let through to nobody, so that the connection can be used for the next one. */
    private void refuse(RoutingContext context, Throwable failure) {
        context.request().resume();
        answerFailure(context, failure);
    }

    private void dispatch(RoutingContext context) {
        Context eventLoop = Vertx.currentContext();
        RunningRead reading = new RunningRead();
        context.addEndHandler(ended -> {
            if (ended.failed()) {
                virtualThreads.execute(reading::abandon);
            }
        });
        Callable<Caller> caller = context.get(CALLER);
        virtualThreads.execute(() -> {
            Answer answer = serve(context, caller, reading);
            eventLoop.runOnContext(ignored -> answer.send(context.response()));
        });
    }

    private Answer serve(RoutingContext context, Callable<Caller> caller, RunningRead reading) {
        return messages.inLanguage(context.request().getHeader("Accept-Language"), () -> {
            try {
                Caller identified = caller.call();
                return context.body().length() > ORDINARY_BODY
                        ? shares.alone(identified, () -> execute(context, identified, reading))
                        : execute(context, identified, reading);
            } catch (OutOfMemoryError exhausted) {
                // What is left cannot be trusted to answer anybody; whoever keeps the process starts it again.
                Runtime.getRuntime().halt(OUT_OF_MEMORY);
                throw exhausted;
            } catch (Exception | StackOverflowError failure) {
                return failures.answer(failure, context);
            }
        });
    }

    private Answer execute(RoutingContext context, Caller caller, RunningRead reading) throws Exception {
        GraphQLRequest request = GraphQLRequest.read(context, documents);
        return reading.during(() -> execution.execute(request, caller));
    }

    private void answerFailure(RoutingContext context, Throwable failure) {
        Answer answer = messages.inLanguage(
                context.request().getHeader("Accept-Language"), () -> failures.answer(failure, context));
        answer.send(context.response());
    }
}
