package org.safetyledger.graphql;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** Refusal because of the state in which something is. */
    public static Refusal wrongState(Enum<?> state, Collection<? extends Enum<?>> needed) {
        return of(
                ErrorCode.WRONG_STATE,
                state.name(),
                needed.stream().map(Enum::name).collect(joining(", ")));
    }

    public static Refusal wrongState(String field, Enum<?> state, Enum<?> needed) {
        return at(field, ErrorCode.WRONG_STATE, state.name(), needed.name());
    }

    /** The same refusal of a part of the input, whose own input it was said of. */
    public Refusal within(String part) {
        List<String> whole = new ArrayList<>(List.of(part));
        whole.addAll(path);
        return new Refusal(code, whole, arguments);
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

    /** What the message tells beyond its words, by names that {@link ErrorCode} gives, such as a limit. */
    public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(code.details().size(), arguments.size()); i++) {
            details.put(code.details().get(i), Texts.shown(arguments.get(i).toString()));
        }
        return details;
    }
}
