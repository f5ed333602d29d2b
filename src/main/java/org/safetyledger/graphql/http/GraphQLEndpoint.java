package org.safetyledger.graphql.http;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.safetyledger.access.Caller;
import org.safetyledger.access.RecognizedTokens;
import org.safetyledger.graphql.Messages;

/** Takes POST requests before the engine's own handler does, authenticates them and hands them to a virtual thread. */
@ApplicationScoped
class GraphQLEndpoint {
    /** Behind Quarkus' authentication (−200) and authorization (−100) filters, before the engine's handler (0). */
    private static final int BEFORE_ENGINE = -1;

    private final ExecutorService virtualThreads;
    private final RecognizedTokens tokens;
    private final RequestExecution execution;
    private final Messages messages;
    private final Failures failures;
    private final long bodyLimit;

    GraphQLEndpoint(
            @VirtualThreads ExecutorService virtualThreads,
            RecognizedTokens tokens,
            RequestExecution execution,
            Messages messages,
            Failures failures,
            @ConfigProperty(name = "safety-ledger.graphql.request-limit-bytes", defaultValue = "1048576")
                    long bodyLimit) {
        this.virtualThreads = virtualThreads;
        this.tokens = tokens;
        this.execution = execution;
        this.messages = messages;
        this.failures = failures;
        this.bodyLimit = bodyLimit;
    }

    void route(@Observes Router router) {
        router.post("/graphql")
                .order(BEFORE_ENGINE)
                .handler(BodyHandler.create(false).setBodyLimit(bodyLimit))
                .handler(this::authenticate)
                .failureHandler(context -> answerFailure(context, failure(context)));
        router.route("/graphql").order(BEFORE_ENGINE).handler(this::refuseMethod);
    }

    /** Only POST runs an operation: a GET stays in logs and caches. A WebSocket begins as a GET that is the engine's. */
    private void refuseMethod(RoutingContext context) {
        if ("websocket".equalsIgnoreCase(context.request().getHeader(HttpHeaders.UPGRADE))) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        answerFailure(context, new HttpException(405, HttpMethod.POST.name()));
    }

    /** A body over the limit fails with its status alone. */
    private static Throwable failure(RoutingContext context) {
        Throwable failure = context.failure();
        return failure == null ? new HttpException(context.statusCode()) : failure;
    }

    private void authenticate(RoutingContext context) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        Optional<Caller> known = tokens.recall(authorization);
        if (known.isPresent()) {
            dispatch(context, known::get);
            return;
        }
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(
                        identity -> dispatch(context, () -> tokens.recognize(authorization, identity)),
                        failure -> answerFailure(context, failure));
    }

    private void dispatch(RoutingContext context, Callable<Caller> caller) {
        Context eventLoop = Vertx.currentContext();
        virtualThreads.execute(() -> {
            Answer answer = serve(context, caller);
            eventLoop.runOnContext(ignored -> answer.send(context.response()));
        });
    }

    private Answer serve(RoutingContext context, Callable<Caller> caller) {
        return messages.inLanguage(context.request().getHeader("Accept-Language"), () -> {
            try {
                // Who calls is settled first: a stranger is not told what is wrong with the request.
                Caller identified = caller.call();
                return execution.execute(GraphQLRequest.read(context), identified);
            } catch (Exception failure) {
                return failures.answer(failure, context);
            }
        });
    }

    private void answerFailure(RoutingContext context, Throwable failure) {
        Answer answer = messages.inLanguage(
                context.request().getHeader("Accept-Language"), () -> failures.answer(failure, context));
        answer.send(context.response());
    }
}
