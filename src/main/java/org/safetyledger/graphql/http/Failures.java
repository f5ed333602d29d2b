package org.safetyledger.graphql.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.introspection.GoodFaithIntrospection;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Messages;
import org.safetyledger.graphql.Refusal;

/** Gives every failure a stable code and a message that tells nothing of the inside; the log has the rest. */
@ApplicationScoped
public class Failures {
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
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN, CLAIMS_CONTRADICT_ROLE -> 403;
            case NOT_FOUND -> 404;
            case LIMIT_EXCEEDED, SIZE_OUT_OF_RANGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case CLIENT_ID_REUSED -> 409;
            case SERVICE_UNAVAILABLE -> 503;
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
                case SQLException sql
                when isUnavailable(sql) -> {
                    LOG.warn("The database cannot be reached", sql);
                    return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE);
                }
                case CoercingParseLiteralException _, CoercingParseValueException _ -> {
                    return Refusal.of(ErrorCode.BAD_INPUT, "-");
                }
                case OIDCException oidc -> {
                    LOG.warn("The identity provider cannot be reached", oidc);
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

    /** Class 08: connection; 53: resources; 57: shut down or cancelled; null: the pool gave up waiting. */
    private static boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }

    /**
     * @param executed whether the document was valid, so that a value, not the document, is at fault
     */
    List<Map<String, Object>> errors(List<GraphQLError> errors, boolean executed) {
        List<GraphQLError> causes = errors.stream()
                .filter(error -> error.getErrorType() != ErrorType.NullValueInNonNullableField)
                .toList();
        // That a field is null where none may be follows from what failed, unless nothing else did.
        return (causes.isEmpty() ? errors : causes)
                .stream().map(error -> error(error, executed)).toList();
    }

    /** What is wrong with a document that the engine could not parse: parsed once more, under the same limits. */
    Map<String, Object> unparseable(String document) {
        try {
            Parser.parse(document);
        } catch (ParseCancelledException
                | ParseCancelledTooDeepException
                | ParseCancelledTooManyCharsException excessive) {
            return error(Refusal.of(ErrorCode.LIMIT_EXCEEDED));
        } catch (InvalidSyntaxException malformed) {
            return error(malformed.toInvalidSyntaxError(), false);
        }
        return error(Refusal.of(ErrorCode.GRAPHQL_PARSE_FAILED));
    }

    /** What a request beyond a limit is answered with. */
    Map<String, Object> tooLarge(String detail) {
        return Map.of(
                "message",
                messages.text(ErrorCode.LIMIT_EXCEEDED, List.of()),
                "extensions",
                Map.of("code", ErrorCode.LIMIT_EXCEEDED.name(), "detail", detail));
    }

    private Map<String, Object> error(GraphQLError error, boolean executed) {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (error instanceof ExceptionWhileDataFetching thrown) {
            answer.putAll(error(refusal(thrown.getException())));
        } else {
            ErrorCode code = code(error, executed);
            answer.put("message", message(code, error));
            String detail = EngineMessages.detail(error.getMessage());
            answer.put(
                    "extensions",
                    code == ErrorCode.INTERNAL || detail == null
                            ? Map.of("code", code.name())
                            : Map.of("code", code.name(), "detail", detail));
        }
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

    private String message(ErrorCode code, GraphQLError error) {
        if (code != ErrorCode.INTERNAL) {
            return messages.text(code, List.of(EngineMessages.subject(error.getMessage())));
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("Internal fault " + reference + ": " + error);
        return messages.text(code, List.of(reference));
    }

    public Map<String, Object> error(Refusal refusal) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", refusal.code().name());
        if (!refusal.path().isEmpty()) {
            extensions.put("argument", String.join(".", refusal.path()));
        }
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
