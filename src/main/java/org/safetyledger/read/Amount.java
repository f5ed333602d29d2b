package org.safetyledger.read;

import graphql.schema.GraphQLArgument;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/**
 * A whole number that a field takes as its argument.
 *
 * @param usual what holds where none is given
 */
public record Amount(String name, int least, int most, int usual, String description) {
    GraphQLArgument argument() {
        return SchemaFields.argument(name, "Int", description + " " + least + " to " + most + ".")
                .defaultValueProgrammatic(usual)
                .build();
    }

    /** @throws Refusal where it is out of its bounds */
    int in(ReadArguments given) {
        int value = given.values().get(name) instanceof Integer number ? number : usual;
        if (value < least || value > most) {
            throw Refusal.at(name, ErrorCode.VALUE_OUT_OF_RANGE, least, most);
        }
        return value;
    }
}
