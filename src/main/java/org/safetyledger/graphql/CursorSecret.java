package org.safetyledger.graphql;

/** The secret under which this installation seals its cursors; all replicas have the same. */
public interface CursorSecret {
    String value();
}
