package org.safetyledger.graphql;

import java.util.List;

/** What a feature says of fields that it answers by a resolver, and of lists in the records that it gives. */
public interface BoundSource {
    /** The bounds, made anew with each call. */
    List<FieldBound> bounds();
}
