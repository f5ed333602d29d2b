package org.safetyledger.read;

import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine lets its schema be finished. The engine keeps this object when the application is started again in the
 * same process, as after a live reload, and then its class is not the new application's: so it asks for the bean by name.
 */
public final class SchemaHook implements EventingService {
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        UnaryOperator<GraphQLSchema> ledger = (UnaryOperator<GraphQLSchema>)
                Objects.requireNonNull(Arc.container().instance("ledgerSchema").get());
        return GraphQLSchema.newSchema(ledger.apply(builder.clearDirectives().build()));
    }
}
