package org.safetyledger.command;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.safetyledger.read.SchemaFields;
import org.safetyledger.read.SchemaPart;
import org.safetyledger.read.SchemaTypes;

/** The schema's mutations and inputs, made of the commands that the features declare. */
@ApplicationScoped
class CommandSchema implements SchemaPart {
    private final List<CommandSource> sources;

    CommandSchema(@All List<CommandSource> sources) {
        this.sources = sources;
    }

    @Override
    public void addTo(SchemaTypes schema) {
        sources.stream().flatMap(source -> source.commands().stream()).forEach(command -> {
            command.input().all().forEach(type -> add(type, schema));
            schema.command(command.name(), command.changes(), command.description(), argument(command));
        });
    }

    private static void add(InputType type, SchemaTypes schema) {
        type.fields().stream().map(InputField::choice).filter(Objects::nonNull).forEach(schema::make);
        schema.make(GraphQLInputObjectType.newInputObject()
                .name(type.name())
                .description(type.description())
                .fields(type.fields().stream()
                        .map(field -> GraphQLInputObjectField.newInputObjectField()
                                .name(field.name())
                                .type(SchemaFields.input(field.type()))
                                .description(field.description())
                                .build())
                        .toList())
                .build());
    }

    private static GraphQLArgument argument(CommandType command) {
        return GraphQLArgument.newArgument()
                .name(Commands.INPUT)
                .type(SchemaFields.input(command.input().name() + "!"))
                .description(command.inputDescription())
                .build();
    }
}
