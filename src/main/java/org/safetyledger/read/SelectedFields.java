package org.safetyledger.read;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the fields that a document's operations select once their fragments are put in, without putting them in: fragments
 * that spread one another twice double with each of them.
 */
final class SelectedFields {
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Double> counted = new HashMap<>();

    private SelectedFields(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** @throws RefusedDocument.BeyondLimits where one of the operations selects more */
    static void requireAtMost(int most, Document document) {
        SelectedFields fields = new SelectedFields(document);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            double selected = fields.in(operation.getSelectionSet());
            if (selected > most) {
                throw new RefusedDocument.BeyondLimits(
                        "It selects %.0f fields with its fragments put in, at most %d are allowed"
                                .formatted(selected, most));
            }
        }
    }

    private double in(@Nullable SelectionSet selections) {
        double sum = 0;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum += switch (selection) {
                    case Field field -> 1 + in(field.getSelectionSet());
                    case InlineFragment inline -> in(inline.getSelectionSet());
                    case FragmentSpread spread -> in(spread.getName());
                    default -> 0;
                };
            }
        }
        return sum;
    }

    private double in(String fragment) {
        Double known = counted.get(fragment);
        if (known != null) {
            return known;
        }
        // A fragment that comes round to itself is not valid, which is told of it later; here it only has to end.
        counted.put(fragment, 0.0);
        FragmentDefinition definition = fragments.get(fragment);
        double sum = definition == null ? 0 : in(definition.getSelectionSet());
        counted.put(fragment, sum);
        return sum;
    }
}
