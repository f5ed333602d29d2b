package org.safetyledger.read;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.stream.Stream;
import org.safetyledger.graphql.Refusal;

/** A field that the caller is refused, beside the data of the others, in which it is null. */
public final class RefusedField implements GraphQLError {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient List<Object> path;

    RefusedField(Refusal refusal, List<Object> path) {
        this.refusal = refusal;
        this.path = List.copyOf(path);
    }

    /** The same, where the path that it has lies below another. */
    RefusedField below(List<Object> above) {
        return new RefusedField(
                refusal, Stream.concat(above.stream(), path.stream()).toList());
    }

    public Refusal refusal() {
        return refusal;
    }

    @Override
    public String getMessage() {
        return refusal.code().name();
    }

    @Override
    public List<SourceLocation> getLocations() {
        return List.of();
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }

    @Override
    public List<Object> getPath() {
        return path;
    }
}
