package org.safetyledger.jurisdiction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

@RegisterForReflection
@Type("GeoPosition")
@Description("A coordinate as it was given, with its datum; it is converted to no other.")
public record GeoPosition(
        @Description("Longitude in degrees, east positive.") Double longitude,
        @Description("Latitude in degrees, north positive.") Double latitude,
        @Description("Geodetic datum.") Datum datum,

        @Description("Radius in metres within which it is right, as the device told; null when it did not.") @Nullable
        Integer accuracyMetres) {
    /** For people to read. */
    @Override
    public String toString() {
        String point = longitude + ", " + latitude + " " + datum;
        return accuracyMetres == null ? point : point + " ±" + accuracyMetres + " m";
    }
}
