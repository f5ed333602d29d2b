package org.safetyledger.evidence;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Identification;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Messages;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.http.Failures;

/** Serves a plain HTTP request on behalf of its caller, with the same identification and errors as GraphQL. */
@ApplicationScoped
class CallerRequests {
    private static final Logger LOG = Logger.getLogger(CallerRequests.class);

    private final CurrentIdentityAssociation identities;
    private final Identification identification;
    private final Callers callers;
    private final Messages messages;
    private final Failures failures;

    CallerRequests(
            CurrentIdentityAssociation identities,
            Identification identification,
            Callers callers,
            Messages messages,
            Failures failures) {
        this.identities = identities;
        this.identification = identification;
        this.callers = callers;
        this.messages = messages;
        this.failures = failures;
    }

    Response serve(@Nullable String acceptLanguage, Callable<Response> work) {
        return messages.inLanguage(acceptLanguage, () -> {
            try {
                return callers.as(
                        identification.identify(
                                identities.getDeferredIdentity().await().indefinitely()),
                        work);
            } catch (Exception failure) {
                Refusal refusal = refusal(failure);
                return Response.status(Failures.status(refusal.code()))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Map.of("errors", List.of(failures.error(refusal))))
                        .build();
            }
        });
    }

    private Refusal refusal(Exception failure) {
        if (failure instanceof StoreUnavailableException unavailable) {
            LOG.warnf("The store of evidence does not work: %s", unavailable.getMessage());
            return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE);
        }
        return failures.refusal(failure);
    }
}
