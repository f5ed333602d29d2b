package org.safetyledger.read;

import java.util.List;

/** The types of objects that a feature declares. */
public interface ReadSource {
    /** The declarations, made anew with each call. */
    List<ReadType> types();
}
