package org.safetyledger.evidence;

import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Datum;

/**
 * The query parameters of an upload, as texts.
 *
 * @param id id made by the client; absent to have one made
 * @param subject id of the inspection, of a finding, of the hazard or task
 * @param stage BEFORE, AFTER or OTHER
 * @param sha256 of the content, 64 hexadecimal digits
 * @param capturedAt RFC 3339
 * @param sourceSystem the system of cameras from which a clip was exported; with {@code exportedAt}
 * @param exportedAt RFC 3339
 */
public record EvidenceParameters(
        @QueryParam("id") @Nullable String id,
        @QueryParam("subject") @Nullable String subject,
        @QueryParam("stage") @Nullable String stage,
        @QueryParam("sha256") @Nullable String sha256,
        @QueryParam("capturedAt") @Nullable String capturedAt,
        @QueryParam("longitude") @Nullable String longitude,
        @QueryParam("latitude") @Nullable String latitude,
        @QueryParam("datum") @Nullable String datum,
        @QueryParam("device") @Nullable String device,
        @QueryParam("sourceSystem") @Nullable String sourceSystem,
        @QueryParam("exportedAt") @Nullable String exportedAt) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    EvidenceDeclaration declaration(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        MediaType mediaType = MediaType.of(type)
                .orElseThrow(() -> Refusal.at("Content-Type", ErrorCode.UNSUPPORTED_MEDIA_TYPE, type));
        NodeId subjectId = NodeId.parse(Texts.required(subject, Texts.NAME, "subject"))
                .orElseThrow(() -> Refusal.at("subject", ErrorCode.MALFORMED_ID, "hazard|task|inspection|finding"));
        String hash = Texts.required(sha256, Texts.NAME, "sha256").toLowerCase(Locale.ROOT);
        if (!SHA256.matcher(hash).matches()) {
            throw Refusal.at("sha256", ErrorCode.BAD_INPUT, hash);
        }
        Instant captured = capturedAt == null ? null : instant("capturedAt", capturedAt);
        return new EvidenceDeclaration(
                id == null ? NodeId.newUuid() : NodeId.require(NodeType.EVIDENCE, id, "id"),
                subjectId,
                parsed("stage", Texts.required(stage, Texts.NAME, "stage"), EvidenceStage::valueOf),
                mediaType,
                hash,
                captured,
                place(),
                Texts.optional(device, Texts.NAME, "device"),
                export(captured));
    }

    private static Instant instant(String field, String text) {
        return Times.instant(read(field, text, Times::parsedInstant), field);
    }

    private EvidenceDeclaration.@Nullable Export export(@Nullable Instant captured) {
        if (sourceSystem == null && exportedAt == null) {
            return null;
        }
        String system = Texts.required(sourceSystem, Texts.NAME, "sourceSystem");
        Instant at = instant("exportedAt", Texts.required(exportedAt, Texts.NAME, "exportedAt"));
        if (captured != null && at.isBefore(captured)) {
            throw Refusal.at("exportedAt", ErrorCode.END_BEFORE_START);
        }
        return new EvidenceDeclaration.Export(system, at);
    }

    private EvidenceDeclaration.@Nullable Place place() {
        if (longitude == null && latitude == null && datum == null) {
            return null;
        }
        String east = Texts.required(longitude, Texts.NAME, "longitude");
        String north = Texts.required(latitude, Texts.NAME, "latitude");
        return new EvidenceDeclaration.Place(
                within("longitude", parsed("longitude", east, EvidenceParameters::degrees), 180),
                within("latitude", parsed("latitude", north, EvidenceParameters::degrees), 90),
                parsed("datum", Texts.required(datum, Texts.NAME, "datum"), Datum::valueOf));
    }

    private static double within(String field, double degrees, int limit) {
        if (!(Math.abs(degrees) <= limit)) {
            throw Refusal.at(field, ErrorCode.VALUE_OUT_OF_RANGE, -limit, limit);
        }
        return degrees;
    }

    /** Decimal digits alone: a double's own reader takes hexadecimal digits and suffixes too. */
    private static Double degrees(String text) {
        return new BigDecimal(text).doubleValue();
    }

    private static <T> T parsed(String field, String text, Function<String, T> parser) {
        return read(field, text, given -> {
            try {
                return parser.apply(given);
            } catch (IllegalArgumentException malformed) {
                return null;
            }
        });
    }

    private static <T> T read(String field, String text, Function<String, @Nullable T> reader) {
        T value = reader.apply(text);
        if (value == null) {
            throw Refusal.at(field, ErrorCode.BAD_INPUT, text);
        }
        return value;
    }
}
