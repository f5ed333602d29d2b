package org.safetyledger.command;

import java.util.function.Function;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Verb;
import org.safetyledger.audit.Recorded;

/**
 * A command, declared once: what the schema says of it, who may give it, what it needs and what it does.
 *
 * @param name name of the mutation
 * @param changes the schema's type of the object that it changes and whose payload it answers with
 * @param inputDescription what the schema says of its one argument
 * @param work does it with the checked input and gives the changed object
 */
public record CommandType(
        String name,
        String changes,
        Permission permission,
        String description,
        String inputDescription,
        InputType input,
        Function<Form, ? extends Recorded> work) {

    /** A verb of a life cycle: its name and permission stand with its guard. */
    public static CommandType of(
            Verb<?> verb,
            String changes,
            String said,
            String inputSaid,
            InputType input,
            Function<Form, ? extends Recorded> work) {
        return new CommandType(
                verb.transition().mutation(), changes, verb.transition().permission(), said, inputSaid, input, work);
    }
}
