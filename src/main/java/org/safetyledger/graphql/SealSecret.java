package org.safetyledger.graphql;

/** The secret under which this installation seals what it gives out; all replicas have the same. */
public interface SealSecret {
    String value();
}
