package org.safetyledger.inspection;

import org.jspecify.annotations.Nullable;

/** What the guards of an inspection's life cycle look at. */
public interface InspectionFacts {
    InspectionStatus status();

    InspectionKind kind();

    boolean announced();

    /** Code of the department under supervision; null when an enterprise is inspected. */
    @Nullable
    String targetDepartment();
}
