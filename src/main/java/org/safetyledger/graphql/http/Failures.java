package org.safetyledger.graphql.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.introspection.GoodFaithIntrospection;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Messages;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.ScalarForm;
import org.safetyledger.read.RefusedDocument;
import org.safetyledger.read.RefusedField;

/** Gives every failure a stable code and a message that tells nothing of the inside; the log has the rest. */
@ApplicationScoped
public class Failures {
    /** What a row policy says of a row that may not be written, and a tier of a statement that it may not send. */
    private static final String ROW_POLICY = "42501";

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private final Messages messages;
    private final ObjectMapper mapper;

    Failures(Messages messages, ObjectMapper mapper) {
        this.messages = messages;
        this.mapper = mapper;
    }

    /** The answer to a request that did not get as far as its execution. */
    Answer answer(Throwable failure, RoutingContext context) {
        Refusal refusal = refusal(failure);
        Map<String, Object> body = Map.of("errors", List.of(error(refusal)));
        try {
            return new Answer(
                    failure instanceof HttpException http ? http.getStatusCode() : status(refusal.code()),
                    MediaTypes.ofAnswer(context),
                    Buffer.buffer(mapper.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int status(ErrorCode code) {
        return switch (code) {
            // As Apollo's servers answer, so that its clients bring the document along.
            case PERSISTED_QUERY_NOT_FOUND -> 200;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN, CLAIMS_CONTRADICT_ROLE, ADDRESS_INVALID -> 403;
            case NOT_FOUND -> 404;
            case ADDRESS_EXPIRED -> 410;
            case LIMIT_EXCEEDED, SIZE_OUT_OF_RANGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case RANGE_NOT_SATISFIABLE -> 416;
            case CLIENT_ID_REUSED -> 409;
            case TOO_MANY_REQUESTS -> 429;
            case SERVICE_UNAVAILABLE, BUSY, TIME_LIMIT_EXCEEDED, OUTCOME_UNKNOWN -> 503;
            case INTERNAL, EVIDENCE_DAMAGED -> 500;
            default -> 400;
        };
    }

    /** The refusal that a failure is or stands for. */
    public Refusal refusal(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refusal refusal -> {
                    return refusal;
                }
                case AuthenticationFailedException failed
                when isOfProvider(failed) -> {
                    LOG.warn("The identity provider's keys cannot be read", failed);
                    return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE);
                }
                case AuthenticationFailedException _, UnauthorizedException _ -> {
                    return Refusal.of(ErrorCode.UNAUTHENTICATED);
                }
                case HttpException http
                when http.getStatusCode() == 413 -> {
                    return Refusal.of(ErrorCode.LIMIT_EXCEEDED);
                }
                case HttpException http
                when http.getStatusCode() < 500 -> {
                    return Refusal.of(ErrorCode.BAD_REQUEST, http.getPayload() == null ? "HTTP" : http.getPayload());
                }
                case HttpClosedException gone -> {
                    LOG.debug("The client has gone before its request was whole", gone);
                    return Refusal.of(ErrorCode.BAD_REQUEST, "HTTP");
                }
                case SQLException sql -> {
                    ErrorCode stopped = ofState(sql);
                    if (stopped != null) {
                        return Refusal.of(stopped);
                    }
                    if (ROW_POLICY.equals(sql.getSQLState())) {
                        LOG.warn("The row policies refused what the rules had let through", sql);
                        return Refusal.of(ErrorCode.FORBIDDEN);
                    }
                    if (isUnavailable(sql)) {
                        LOG.warn("The database cannot be reached", sql);
                        return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE);
                    }
                }
                case StaleStateException gone -> {
                    // A grant may end, or a row be changed past the verbs, between the two statements that hold it
                    // and write it.
                    LOG.warn("A row that was held could not be written", gone);
                    return Refusal.of(ErrorCode.BUSY);
                }
                case CoercingParseLiteralException _, CoercingParseValueException _ -> {
                    return Refusal.of(ErrorCode.BAD_INPUT, "-");
                }
                case NonNullableValueCoercedAsNullException _ -> {
                    return Refusal.of(ErrorCode.BAD_INPUT, "null");
                }
                case OIDCException oidc -> {
                    // Whoever asked the provider has said so already, once a second at most.
                    LOG.debugf("The identity provider cannot be reached: %s", oidc.getMessage());
                    return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE);
                }
                default -> {}
            }
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("Internal fault " + reference, failure);
        return Refusal.of(ErrorCode.INTERNAL, reference);
    }

    /** Whether a token was refused because nobody could be asked for its key, not because it is bad. */
    private static boolean isOfProvider(AuthenticationFailedException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** What the database says of a statement that it stopped, as a code that tells the caller what to do. */
    private static @Nullable ErrorCode ofState(SQLException failure) {
        return switch (failure.getSQLState()) {
            // Waited too long for a row, or two commands waited for one another.
            case "55P03", "40P01", "40001" -> ErrorCode.BUSY;
            // Cancelled at the limit of time, or because the client has gone.
            case "57014" -> ErrorCode.TIME_LIMIT_EXCEEDED;
            // A list that is read whole would become longer than it may (ledger_at_most), or one statement has more
            // columns
            // or nesting than it may.
            case "54000", "54011", "54001" -> ErrorCode.LIMIT_EXCEEDED;
            case null, default -> null;
        };
    }

    /** Class 08: connection; 53: resources; 57: shut down or cancelled; null: the pool gave up waiting. */
    private static boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }

    /**
     * @param executed whether the document was valid, so that a value, not the document, is at fault
     */
    List<Map<String, Object>> errors(List<? extends GraphQLError> errors, boolean executed) {
        List<? extends GraphQLError> causes = errors.stream()
                .filter(error -> error.getErrorType() != ErrorType.NullValueInNonNullableField)
                .toList();
        // That a field is null where none may be follows from what failed, unless nothing else did.
        return (causes.isEmpty() ? errors : causes)
                .stream().map(error -> error(error, executed)).toList();
    }

    /** What is wrong with a document that is not run. */
    List<Map<String, Object>> errors(RefusedDocument refused) {
        return switch (refused) {
            case RefusedDocument.Invalid invalid -> errors(invalid.errors(), false);
            case RefusedDocument.BeyondLimits beyond ->
                List.of(detailed(ErrorCode.LIMIT_EXCEEDED, List.of(), beyond.detail()));
            case RefusedDocument.NullSwitch nullSwitch ->
                List.of(detailed(ErrorCode.BAD_INPUT, List.of(nullSwitch.variable()), nullSwitch.detail()));
        };
    }

    private Map<String, Object> detailed(ErrorCode code, List<Object> arguments, @Nullable String detail) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("message", messages.text(code, arguments));
        answer.put(
                "extensions",
                detail == null ? Map.of("code", code.name()) : Map.of("code", code.name(), "detail", detail));
        return answer;
    }

    private Map<String, Object> error(GraphQLError error, boolean executed) {
        Map<String, Object> answer = new LinkedHashMap<>(
                switch (error) {
                    case ExceptionWhileDataFetching thrown -> error(refusal(thrown.getException()));
                    case RefusedField field -> error(field.refusal());
                    default -> Misfits.isOne(error) ? misfit(error) : engineError(error, code(error, executed));
                });
        if (error.getLocations() != null && !error.getLocations().isEmpty()) {
            answer.put(
                    "locations",
                    error.getLocations().stream()
                            .map(location -> Map.of("line", location.getLine(), "column", location.getColumn()))
                            .toList());
        }
        if (error.getPath() != null) {
            answer.put("path", error.getPath());
        }
        return answer;
    }

    private Map<String, Object> misfit(GraphQLError error) {
        return Map.of(
                "message",
                messages.text(
                        ErrorCode.BAD_INPUT,
                        List.of(String.valueOf(error.getExtensions().get(ScalarForm.VALUE)))),
                "extensions",
                Misfits.told(error));
    }

    private Map<String, Object> engineError(GraphQLError error, ErrorCode code) {
        if (code != ErrorCode.INTERNAL) {
            return detailed(code, List.of(EngineMessages.subject(error.getMessage())), EngineMessages.detail(error));
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("Internal fault " + reference + ": " + error);
        return detailed(code, List.of(reference), null);
    }

    public Map<String, Object> error(Refusal refusal) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", refusal.code().name());
        if (!refusal.path().isEmpty()) {
            extensions.put("argument", String.join(".", refusal.path()));
        }
        extensions.putAll(refusal.details());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("message", messages.text(refusal));
        answer.put("extensions", extensions);
        return answer;
    }

    private static ErrorCode code(GraphQLError error, boolean executed) {
        if (error.getErrorType() == ErrorType.InvalidSyntax) {
            return ErrorCode.GRAPHQL_PARSE_FAILED;
        }
        if (error.getErrorType() == ErrorType.ValidationError) {
            return error instanceof graphql.validation.ValidationError && !executed
                    ? ErrorCode.GRAPHQL_VALIDATION_FAILED
                    : ErrorCode.BAD_INPUT;
        }
        if (error.getErrorType() == ErrorType.ExecutionAborted
                || error instanceof GoodFaithIntrospection.BadFaithIntrospectionError) {
            return ErrorCode.LIMIT_EXCEEDED;
        }
        return error.getErrorType() == ErrorType.OperationNotSupported
                ? ErrorCode.GRAPHQL_VALIDATION_FAILED
                : ErrorCode.INTERNAL;
    }
}
