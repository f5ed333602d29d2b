package org.safetyledger.graphql.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.CallerShares;
import org.safetyledger.access.Callers;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.command.Commands;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Messages;
import org.safetyledger.read.CommandDocuments;
import org.safetyledger.read.CompiledReads;
import org.safetyledger.read.ReadFlush;
import org.safetyledger.read.RefusedDocument;
import org.safetyledger.read.RefusedField;
import org.safetyledger.read.SelectedReads;

/** Runs one request on the current thread, on behalf of its caller, and writes its answer. */
@ApplicationScoped
class RequestExecution {
    private final CompiledReads reads;
    private final SelectedReads selected;
    private final CommandDocuments commandDocuments;
    private final Commands commands;
    private final ExecutionService engine;
    private final Callers callers;
    private final CallerShares shares;
    private final ScopedTransactions transactions;
    private final Failures failures;
    private final Misfits misfits;
    private final PersistedDocuments documents;
    private final Messages messages;
    private final ObjectMapper mapper;

    RequestExecution(
            CompiledReads reads,
            SelectedReads selected,
            CommandDocuments commandDocuments,
            Commands commands,
            ExecutionService engine,
            Callers callers,
            CallerShares shares,
            ScopedTransactions transactions,
            Failures failures,
            Misfits misfits,
            PersistedDocuments documents,
            Messages messages,
            ObjectMapper mapper) {
        this.reads = reads;
        this.selected = selected;
        this.commandDocuments = commandDocuments;
        this.commands = commands;
        this.engine = engine;
        this.callers = callers;
        this.shares = shares;
        this.transactions = transactions;
        this.failures = failures;
        this.misfits = misfits;
        this.documents = documents;
        this.messages = messages;
        this.mapper = mapper;
    }

    Answer execute(GraphQLRequest request, Caller caller) throws Exception {
        try {
            CompiledReads.Prepared prepared = shares.prepare(
                    caller,
                    () -> reads.prepare(request.document(), request.operationName(), request.variables(), caller));
            if (request.safe() && prepared.isCommand()) {
                throw new HttpException(405, HttpMethod.POST.name());
            }
            documents.keep(request, caller);
            return shares.take(caller, prepared.milliseconds(), () -> run(request, prepared, caller));
        } catch (RefusedDocument.Invalid invalid) {
            List<GraphQLError> errors = misfits.located(request, invalid.errors());
            return answer(request, Map.of("errors", failures.errors(errors, false)), false);
        } catch (RefusedDocument refused) {
            return answer(request, Map.of("errors", failures.errors(refused)), false);
        }
    }

    private Answer run(GraphQLRequest request, CompiledReads.Prepared prepared, Caller caller) throws Exception {
        if (prepared.isRead()) {
            return answer(request, prepared, reads.answer(prepared, caller));
        }
        return prepared.isCommand()
                ? callers.as(caller, () -> answer(request, prepared, carryOut(prepared, caller)))
                : resolve(request, prepared, caller);
    }

    private ReadFlush.Written carryOut(CompiledReads.Prepared prepared, Caller caller) {
        return commandDocuments.answer(prepared, caller, commands::run, failures::refusal);
    }

    private Answer answer(GraphQLRequest request, CompiledReads.Prepared prepared, ReadFlush.Written data)
            throws Exception {
        Buffer body = Buffer.buffer("{\"data\":").appendBytes(data.json());
        List<RefusedField> refused = data.refused();
        if (!refused.isEmpty()) {
            body.appendString(",\"errors\":").appendBytes(mapper.writeValueAsBytes(failures.errors(refused, true)));
        }
        return new Answer(isUnserved(prepared, refused) ? 503 : 200, request.mediaType(), body.appendString("}"));
    }

    /** Whether nothing came of it, for a reason that is the service's. */
    private static boolean isUnserved(CompiledReads.Prepared prepared, List<RefusedField> refused) {
        return refused.stream().filter(field -> field.getPath().size() == 1).count() == prepared.fields()
                && refused.stream()
                        .anyMatch(field -> Failures.status(field.refusal().code()) == 503);
    }

    /** Runs the request through the engine, which asks for what is read. */
    private Answer resolve(GraphQLRequest request, CompiledReads.Prepared prepared, Caller caller) throws Exception {
        return callers.as(caller, () -> transactions.request(() -> selected.during(prepared, () -> answer(request))));
    }

    private Answer answer(GraphQLRequest request) throws Exception {
        ExecutionResult result = run(request.json());
        Map<String, Object> answer = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            answer.put("errors", failures.errors(misfits.located(request, result.getErrors()), result.isDataPresent()));
        }
        if (result.isDataPresent()) {
            answer.put("data", result.getData());
        }
        return answer(request, answer, result.isDataPresent());
    }

    private Answer answer(GraphQLRequest request, Map<String, Object> answer, boolean executed) throws Exception {
        boolean refused = !executed && request.mediaType().equals(MediaTypes.GRAPHQL_RESPONSE);
        int status = isUnserved(answer) ? 503 : refused ? 400 : 200;
        return new Answer(status, request.mediaType(), Buffer.buffer(mapper.writeValueAsBytes(answer)));
    }

    /** Whether there is nothing in the answer but that the service could not do it. */
    private static boolean isUnserved(Map<String, Object> answer) {
        boolean isEmpty = !(answer.get("data") instanceof Map<?, ?> data)
                || data.values().stream().allMatch(Objects::isNull);
        return isEmpty
                && answer.get("errors") instanceof List<?> errors
                && errors.stream().anyMatch(RequestExecution::isUnavailable);
    }

    private static boolean isUnavailable(Object error) {
        return error instanceof Map<?, ?> told
                && told.get("extensions") instanceof Map<?, ?> extensions
                && extensions.get("code") instanceof String code
                && Failures.status(ErrorCode.valueOf(code)) == 503;
    }

    private ExecutionResult run(JsonObject json) throws Exception {
        ManagedContext requestContext = Arc.container().requestContext();
        requestContext.activate();
        try {
            Map<String, Object> context = new ConcurrentHashMap<>();
            context.put("runBlocking", true);
            context.put("httpHeaders", Map.<String, List<String>>of());
            context.put("state", requestContext.getState());
            context.put("locale", messages.language());
            Outcome outcome = new Outcome();
            engine.executeSync(json, context, outcome);
            return outcome.result();
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requestContext.terminate();
        }
    }

    private static final class Outcome implements ExecutionResponseWriter {
        private @Nullable ExecutionResult result;
        private @Nullable Throwable failure;

        @Override
        public void write(ExecutionResponse response) {
            result = response.getExecutionResult();
        }

        @Override
        public void fail(Throwable cause) {
            failure = cause;
        }

        ExecutionResult result() {
            if (result == null) {
                throw new IllegalStateException("The engine gave no result", failure);
            }
            return result;
        }
    }
}
