package org.safetyledger.graphql.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Role;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.CampaignPhaseDates;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.graphql.DeadlineView;
import org.safetyledger.party.ResponsibilitySnapshot;
import org.safetyledger.supervision.bulletin.BulletinFigures;

/** Values of fields that no column holds as they are told, worked out of the whole row. */
final class WorkedOut {
    private final ObjectMapper mapper;

    private WorkedOut(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    static Map<String, BiFunction<JsonNode, Caller, @Nullable Object>> of(ObjectMapper mapper) {
        return new WorkedOut(mapper).fields();
    }

    private Map<String, BiFunction<JsonNode, Caller, @Nullable Object>> fields() {
        Map<String, BiFunction<JsonNode, Caller, @Nullable Object>> fields = new HashMap<>();
        for (String type : new String[] {"Hazard", "RectificationTask"}) {
            fields.put(
                    type + ".overdue",
                    (row, reader) -> isOpen(row) && time(row, "due_at").isBefore(Instant.now()));
            fields.put(type + ".deadline", (row, reader) -> deadline(row, "deadline"));
            fields.put(type + ".stateDeadline", (row, reader) -> deadline(row, "state_deadline"));
        }
        fields.put(
                "Hazard.deviceClockAhead",
                (row, reader) -> time(row, "discovered_at").isAfter(time(row, "reported_at")));
        fields.put("Bulletin.figures", (row, reader) -> figures(row.get("figures")));
        fields.put("Paper.receiver", (row, reader) -> reader.readsPersonalData() ? text(row, "receiver") : null);
        fields.put(
                "Paper.receiptSignedBy",
                (row, reader) -> reader.readsPersonalData() ? text(row, "receipt_signed_by") : null);
        for (String type : new String[] {"BulletinDelivery", "Paper"}) {
            fields.put(
                    type + ".overdue",
                    (row, reader) ->
                            !row.get("due_at").isNull() && time(row, "due_at").isBefore(Instant.now()));
            fields.put(type + ".deadline", (row, reader) -> deadline(row, "deadline", true));
        }
        fields.put("Paper.officers", (row, reader) -> mapper.convertValue(row.get("officers"), Object.class));
        fields.put("Campaign.phases", (row, reader) -> phases(row.get("phases")));
        fields.put("Hazard.fiveImplementations", (row, reader) -> map(row.get("five_implementations")));
        fields.put("Hazard.judgementOpinion", (row, reader) -> map(row.get("judgement_opinion")));
        fields.put(
                "Hazard.responsibleParties",
                (row, reader) -> responsibleParties(row.get("responsible_parties"), reader));
        fields.put(
                "Hazard.majorResponsibleParties",
                (row, reader) -> row.get("major_parties").isNull()
                        ? null
                        : responsibleParties(row.get("major_parties"), reader));
        fields.put(
                "Evidence.deviceClockAhead",
                (row, reader) -> !row.get("captured_at").isNull()
                        && time(row, "captured_at").isAfter(time(row, "received_at")));
        fields.put("Evidence.path", (row, reader) -> "/evidence/" + NodeId.text(NodeType.EVIDENCE, uuid(row, "id")));
        fields.put(
                "Evidence.findingId",
                (row, reader) ->
                        row.get("finding_id").isNull() ? null : NodeId.text(NodeType.FINDING, uuid(row, "finding_id")));
        fields.put(
                "Inspection.signerName", (row, reader) -> reader.readsPersonalData() ? text(row, "signer_name") : null);
        fields.put(
                "ResponsibilityAssignment.holderName",
                (row, reader) -> isNamed(row.get("party"), reader) ? text(row, "holder_name") : null);
        fields.put("Person.phone", (row, reader) -> {
            String phone = text(row, "phone");
            int length = phone == null ? 0 : phone.length();
            return phone == null || length < 7
                    ? null
                    : phone.substring(0, 3) + "*".repeat(length - 7) + phone.substring(length - 4);
        });
        return fields;
    }

    private @Nullable Object responsibleParties(JsonNode kept, Caller reader) {
        ObjectNode parties = kept.deepCopy();
        ResponsibilitySnapshot snapshot = mapper.convertValue(parties, ResponsibilitySnapshot.class);
        parties.put("takenOn", snapshot.takenOn().toString());
        parties.remove("codes");
        parties.set("missingCodes", mapper.valueToTree(snapshot.codes()));
        parties.get("holders").forEach(holder -> {
            if (!isNamed(holder.get("party"), reader)) {
                ((ObjectNode) holder).putNull("name");
            }
        });
        return map(parties);
    }

    private static boolean isNamed(JsonNode party, Caller reader) {
        return reader.role() != Role.ENTERPRISE_WORKER
                && (!party.asText().equals("ENTERPRISE_MAIN") || reader.readsPersonalData());
    }

    /** Times are told in the offset of Asia/Shanghai, whatever the one in which they are kept. */
    private @Nullable Object figures(JsonNode kept) {
        BulletinFigures read = mapper.convertValue(kept, BulletinFigures.class);
        ObjectNode figures = kept.deepCopy();
        figures.put("asOf", Times.text(read.asOf().toInstant()));
        figures.put("from", read.from().toString());
        figures.put("to", read.to().toString());
        return map(figures);
    }

    private Object phases(JsonNode kept) {
        return Arrays.stream(mapper.convertValue(kept, CampaignPhaseDates[].class))
                .map(phase -> Map.of(
                        "phase", phase.phase().name(),
                        "startsOn", phase.startsOn().toString(),
                        "endsOn", phase.endsOn().toString()))
                .toList();
    }

    private @Nullable Object deadline(JsonNode row, String column) {
        return deadline(row, column, isOpen(row));
    }

    private @Nullable Object deadline(JsonNode row, String column, boolean running) {
        return row.get(column).isNull()
                ? null
                : mapper.convertValue(
                        DeadlineView.of(mapper.convertValue(row.get(column), Deadline.class), running), Map.class);
    }

    private @Nullable Object map(JsonNode value) {
        return value.isNull() ? null : mapper.convertValue(value, Map.class);
    }

    private static boolean isOpen(JsonNode row) {
        return row.get("open").asBoolean();
    }

    private static Instant time(JsonNode row, String column) {
        return OffsetDateTime.parse(row.get(column).asText()).toInstant();
    }

    private static UUID uuid(JsonNode row, String column) {
        return UUID.fromString(row.get(column).asText());
    }

    private static @Nullable String text(JsonNode row, String column) {
        return row.get(column).isNull() ? null : row.get(column).asText();
    }
}
