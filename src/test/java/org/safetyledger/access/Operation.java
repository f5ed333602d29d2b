package org.safetyledger.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.safetyledger.testing.TestCaller;

/**
 * One entry of the matrix: an operation of the schema, who may call it, and who does not see the object it is about.
 *
 * @param roles the roles that may call it; any other is FORBIDDEN
 * @param blind callers with such a role for whom the object does not exist
 * @param refused callers with such a role who see the object and whom the rule forbids this kind of object
 * @param request makes the object, in the state that the operation wants, and the request for it
 */
record Operation(
        String name,
        Set<Role> roles,
        Set<TestCaller> blind,
        Set<TestCaller> refused,
        Function<Scene, Request> request) {

    /** What a caller meets. */
    enum Outcome {
        ALLOWED,
        FORBIDDEN,
        NOT_VISIBLE
    }

    /** A request whose answer tells whether the caller saw the object. */
    sealed interface Request {
        /**
         * @param seen text in the data of whoever sees the object
         * @param nothing the whole data, as JSON, of whoever does not; where the answer is the error NOT_FOUND, its null
         */
        record Read(String document, Map<String, ?> variables, String seen, String nothing) implements Request {}

        record Change(String inputType, Map<String, ?> input) implements Request {}
    }

    Outcome expected(TestCaller caller) {
        boolean may = roles.stream().anyMatch(role -> role.claim().equals(caller.role()));
        if (!may || refused.contains(caller)) {
            return Outcome.FORBIDDEN;
        }
        return blind.contains(caller) ? Outcome.NOT_VISIBLE : Outcome.ALLOWED;
    }

    Operation alsoHiddenFrom(TestCaller... callers) {
        Set<TestCaller> more = new HashSet<>(blind);
        more.addAll(Set.of(callers));
        return new Operation(name, roles, more, refused, request);
    }

    Operation seenBy(TestCaller... callers) {
        Set<TestCaller> fewer = new HashSet<>(blind);
        fewer.removeAll(Set.of(callers));
        return new Operation(name, roles, fewer, refused, request);
    }

    Operation refusedTo(TestCaller... callers) {
        return new Operation(name, roles, blind, Set.of(callers), request);
    }

    @Override
    public String toString() {
        return name;
    }
}
