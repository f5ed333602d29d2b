package org.safetyledger.read;

import java.util.List;

/** What a feature offers so that its objects can be read by one statement with all that is selected of them. */
public interface ReadSource {
    List<ReadType> types();
}
