package org.safetyledger.read;

/** A part of the schema beside the types that are read. */
public interface SchemaPart {
    void addTo(SchemaTypes schema);
}
