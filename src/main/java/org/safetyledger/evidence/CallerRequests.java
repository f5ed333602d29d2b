package org.safetyledger.evidence;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.CallerShares;
import org.safetyledger.access.Callers;
import org.safetyledger.access.RecognizedTokens;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Messages;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.http.Failures;

/** Serves a plain HTTP request on behalf of its caller, with the same identification and errors as GraphQL. */
@ApplicationScoped
class CallerRequests {
    private static final Logger LOG = Logger.getLogger(CallerRequests.class);

    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest request;
    private final RecognizedTokens tokens;
    private final Callers callers;
    private final CallerShares shares;
    private final Messages messages;
    private final Failures failures;

    CallerRequests(
            CurrentIdentityAssociation identities,
            CurrentVertxRequest request,
            RecognizedTokens tokens,
            Callers callers,
            CallerShares shares,
            Messages messages,
            Failures failures) {
        this.identities = identities;
        this.request = request;
        this.tokens = tokens;
        this.callers = callers;
        this.shares = shares;
        this.messages = messages;
        this.failures = failures;
    }

    /** On behalf of whom the token names. */
    Response serve(@Nullable String acceptLanguage, Callable<Response> work) {
        return answer(acceptLanguage, () -> {
            Caller caller = caller();
            return shares.file(caller, () -> callers.as(caller, work));
        });
    }

    /** On behalf of nobody. */
    Response answer(@Nullable String acceptLanguage, Callable<Response> work) {
        return messages.inLanguage(acceptLanguage, () -> {
            try {
                return work.call();
            } catch (Exception failure) {
                Refusal refusal = refusal(failure);
                return Response.status(Failures.status(refusal.code()))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Map.of("errors", List.of(failures.error(refusal))))
                        .build();
            }
        });
    }

    /** Whose token this is; one that was seen lately need not be verified again. */
    private Caller caller() throws Exception {
        String authorization = request.getCurrent().request().getHeader(HttpHeaders.AUTHORIZATION);
        Optional<Caller> known = tokens.recall(authorization);
        return known.isPresent()
                ? known.get()
                : tokens.recognize(
                        authorization, identities.getDeferredIdentity().await().indefinitely());
    }

    private Refusal refusal(Exception failure) {
        if (failure instanceof StoreUnavailableException unavailable) {
            LOG.warnf("The store of evidence does not work: %s", unavailable.getMessage());
            return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE);
        }
        return failures.refusal(failure);
    }
}
