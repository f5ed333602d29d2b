package org.safetyledger.seeds;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ids of seeded rows: name-based UUIDs (version 5) of {@code <kind>:<natural key>}, so that every installation gives the same row the
 * same id. A row that came into the database by another way keeps the id that it has.
 */
public final class SeedIds {

    private static final UUID NAMESPACE = UUID.fromString("6f1d3c52-8a0e-4b7f-9c35-41d2a7e6b918");

    private SeedIds() {}

    public static UUID division(String code) {
        return of("division", code);
    }

    public static UUID department(String code) {
        return of("department", code);
    }

    public static UUID checklist(String code, int version) {
        return of("checklist", code + ":" + version);
    }

    public static UUID checklistItem(String checklist, int version, int number) {
        return of("checklist_item", checklist + ":" + version + ":" + number);
    }

    public static UUID enterprise(String creditCode) {
        return of("enterprise", creditCode);
    }

    public static UUID post(String code) {
        return of("post", code);
    }

    public static UUID person(String code) {
        return of("person", code);
    }

    /** The end of an assignment is not part of its key: an assignment that ends is still the same one. */
    public static UUID responsibilityAssignment(
            String party,
            String division,
            @Nullable String industry,
            @Nullable String enterprise,
            String person,
            LocalDate validFrom) {
        return of(
                "responsibility_assignment",
                String.join(
                        "|",
                        party,
                        division,
                        industry == null ? "" : industry,
                        enterprise == null ? "" : enterprise,
                        person,
                        validFrom.toString()));
    }

    private static UUID of(String kind, String naturalKey) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, kind + ":" + naturalKey);
    }
}
