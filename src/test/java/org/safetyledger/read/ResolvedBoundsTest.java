package org.safetyledger.read;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.FieldBound;

/** Each feature says what its own fields cost and hold; what nobody says keeps the service from starting. */
class ResolvedBoundsTest {
    private static final FieldBound FIGURES = FieldBound.root("figures", 40);
    private static final FieldBound AREAS = FieldBound.list("Figures", "areas", 200);

    @Test
    void whatIsSaidOfEachFieldWeighsIt() {
        // When
        ResolvedBounds bounds = bounds(FIGURES, AREAS);

        // Then
        assertDoesNotThrow(() -> require(bounds));
        assertEquals(40, bounds.milliseconds(Set.of("Query"), "figures"));
        assertEquals(0, bounds.milliseconds(Set.of("Figures"), "areas"));
        assertEquals(OptionalInt.of(200), bounds.most("Figures", "areas"));
        assertEquals(OptionalInt.empty(), bounds.most("Query", "figures"));
    }

    @Test
    void resolverWithoutAWeightAndListWithoutAMaximumKeepTheServiceFromStarting() {
        assertEquals(
                "Root field figures has a resolver, but no weight: a BoundSource has to say how long the database works for it",
                assertThrows(IllegalStateException.class, () -> require(bounds(AREAS)))
                        .getMessage());
        assertEquals(
                "List Figures.areas has neither pages nor a maximum: a BoundSource has to say it",
                assertThrows(IllegalStateException.class, () -> require(bounds(FIGURES)))
                        .getMessage());
    }

    @Test
    void twoThatSpeakOfOneFieldAreRefused() {
        assertEquals(
                "The bound of Query.figures is said twice",
                assertThrows(IllegalStateException.class, () -> bounds(FIGURES, FieldBound.root("figures", 1)))
                        .getMessage());
    }

    private static ResolvedBounds bounds(FieldBound... said) {
        return new ResolvedBounds(List.of(() -> List.of(said)));
    }

    private static void require(ResolvedBounds bounds) {
        bounds.require(
                new SchemaGenerator()
                        .makeExecutableSchema(
                                new SchemaParser()
                                        .parse(
                                                "type Query { figures: Figures } type Figures { areas: [Area] } type Area { code: String }"),
                                RuntimeWiring.newRuntimeWiring().build()),
                new ReadTypes(List.of(), bounds));
    }
}
