package org.safetyledger.inspection;

import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Verb;

/** What the guards of an inspection's life cycle look at. */
public interface InspectionFacts extends Verb.Facts {
    @Override
    InspectionStatus status();

    InspectionKind kind();

    boolean announced();

    /** Code of the department under supervision; null when an enterprise is inspected. */
    @Nullable
    String targetDepartment();
}
