package org.safetyledger.graphql;

import java.util.List;

/** A request or command that is refused, with its stable code, the input's path and the message's arguments. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<String> path;
    private final transient List<Object> arguments;

    private Refusal(ErrorCode code, List<String> path, List<Object> arguments) {
        super(code.name(), null, false, false);
        this.code = code;
        this.path = path;
        this.arguments = arguments;
    }

    public static Refusal of(ErrorCode code, Object... arguments) {
        return new Refusal(code, List.of(), List.of(arguments));
    }

    /** Refusal of one field of the input; {@code field} may be a dotted path such as {@code location.longitude}. */
    public static Refusal at(String field, ErrorCode code, Object... arguments) {
        return new Refusal(code, List.of(field.split("\\.", -1)), List.of(arguments));
    }

    public ErrorCode code() {
        return code;
    }

    public List<String> path() {
        return path;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
