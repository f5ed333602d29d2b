package org.safetyledger.graphql.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Role;
import org.safetyledger.access.Side;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.CampaignPhaseDates;
import org.safetyledger.jurisdiction.Deadline;
import org.safetyledger.jurisdiction.graphql.DeadlineView;
import org.safetyledger.party.ResponsibilitySnapshot;
import org.safetyledger.statistics.PublishedVisits;
import org.safetyledger.supervision.bulletin.BulletinFigures;
import org.safetyledger.supervision.report.ReportFigure;
import org.safetyledger.testing.LedgerDatabase;

/** Values of fields that no column holds as they are told, worked out of the whole row. */
final class WorkedOut {
    private final ObjectMapper mapper;

    private WorkedOut(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    static Map<String, BiFunction<JsonNode, Caller, @Nullable Object>> of(ObjectMapper mapper) {
        return new WorkedOut(mapper).fields();
    }

    /** Of what its enterprise has acknowledged itself its manager is told, and authorities of everything. */
    private static boolean isTold(JsonNode row, Caller reader) {
        boolean own = row.get("owed_by").asText().equals("ENTERPRISE")
                && row.get("addressee").asText().equals("RESPONSIBLE");
        return !reader.ofEnterprise() || (own && reader.readsPersonalData());
    }

    private static boolean isLate(JsonNode row) {
        return Times.day(time(row, "recorded_at"))
                .isAfter(LocalDate.parse(row.get("day").asText()));
    }

    private static final String HANDLER = "case t.kind when 'ORDINARY' then coalesce(t.handler_department,"
            + " t.handler_division, t.to_department, t.to_division) when 'JOINT' then coalesce(t.from_department, t.from_division) end";

    private static final String PARTNERS = "case t.kind when 'JOINT' then coalesce(t.to_department, t.to_division) end";

    private Map<String, BiFunction<JsonNode, Caller, @Nullable Object>> fields() {
        Map<String, BiFunction<JsonNode, Caller, @Nullable Object>> fields = new HashMap<>();
        for (String type : new String[] {"Hazard", "RectificationTask"}) {
            fields.put(
                    type + ".overdue",
                    (row, reader) -> isOpen(row) && time(row, "due_at").isBefore(Instant.now()));
            fields.put(type + ".deadline", (row, reader) -> deadline(row, "deadline"));
            fields.put(type + ".stateDeadline", (row, reader) -> deadline(row, "state_deadline"));
        }
        fields.put("Hazard.missingNotifications", (row, reader) -> missingNotifications(row));
        fields.put(
                "HazardNotification.deviceClockAhead",
                (row, reader) -> time(row, "notified_at").isAfter(time(row, "recorded_at")));
        fields.put(
                "HazardNotification.recordedBy",
                (row, reader) -> reader.readsPersonalData() ? text(row, "recorded_by") : null);
        fields.put(
                "Hazard.deviceClockAhead",
                (row, reader) -> time(row, "discovered_at").isAfter(time(row, "reported_at")));
        fields.put("DailyReport.figures", (row, reader) -> figuresOf(row, "value", "true"));
        fields.put("DailyReport.corrections", (row, reader) -> figuresOf(row, "late", "late > 0"));
        fields.put(
                "DailyReport.zero",
                (row, reader) -> figuresOf(row, "value", "value + late > 0").isEmpty());
        fields.put(
                "DailyReport.overdue",
                (row, reader) -> Stream.of("signed_at", "issued_at")
                        .filter(column -> !row.get(column).isNull())
                        .findFirst()
                        .map(column -> time(row, column))
                        .orElseGet(Instant::now)
                        .isAfter(time(row, "due_at")));
        fields.put("ReportedObject.correction", (row, reader) -> !row.get("day").equals(row.get("reported_on")));
        fields.put("Bulletin.figures", (row, reader) -> figures(row.get("figures")));
        fields.put("VisitEdition.figures", (row, reader) -> published(row.get("figures")));
        fields.put("Paper.receiver", (row, reader) -> reader.readsPersonalData() ? text(row, "receiver") : null);
        fields.put(
                "Paper.receiptSignedBy",
                (row, reader) -> reader.readsPersonalData() ? text(row, "receipt_signed_by") : null);
        fields.put(
                "Paper.lapsed",
                (row, reader) -> row.path("undecided_things").asInt() > 0
                        && (!row.get("approval_refused_at").isNull()
                                || row.get("approved_at").isNull() && isPast(row, "approval_due_at")
                                || isPast(row, "decision_due_at")));
        fields.put("PreservedThing.keeper", (row, reader) -> reader.readsPersonalData() ? text(row, "keeper") : null);
        for (String type : new String[] {"BulletinDelivery", "Paper", "QuickReport", "UndeterminedRegulator"}) {
            fields.put(
                    type + ".overdue",
                    (row, reader) ->
                            !row.get("due_at").isNull() && time(row, "due_at").isBefore(Instant.now()));
            fields.put(type + ".deadline", (row, reader) -> deadline(row, "deadline", true));
        }
        posts(fields);
        fields.put(
                "DutyPerformance.late",
                (row, reader) -> LocalDate.ofInstant(time(row, "recorded_at"), Times.ZONE)
                        .isAfter(LocalDate.parse(row.get("period_to").asText())));
        for (String type : new String[] {"SupervisionItem", "DirectiveItem"}) {
            fields.put(
                    type + ".overdue",
                    (row, reader) -> isOpen(row) && time(row, "due_at").isBefore(Instant.now()));
            fields.put(type + ".deadline", (row, reader) -> deadline(row, "deadline"));
        }
        fields.put(
                "Directive.demands",
                (row, reader) -> row.get("demands").isNull()
                        ? List.of()
                        : mapper.convertValue(row.get("demands"), Object.class));
        fields.put(
                "DeadlineClock.overdue",
                (row, reader) ->
                        row.get("stopped_at").isNull() && time(row, "due_at").isBefore(Instant.now()));
        for (String type : new String[] {"DeadlineClock", "DeadlineEvent"}) {
            fields.put(
                    type + ".object",
                    (row, reader) -> node(
                            row,
                            "object_id",
                            NodeType.valueOf(row.get("object_type").asText())));
        }
        for (String field : new String[] {"acknowledged_by", "acknowledgement"}) {
            fields.put(
                    "DeadlineEvent." + field.replace("ed_by", "edBy"),
                    (row, reader) -> isTold(row, reader) ? text(row, field) : null);
        }
        fields.put(
                "CampaignDuty.missing",
                (row, reader) -> LocalDate.parse(row.get("day").asText()).isBefore(LocalDate.now(Times.ZONE))
                        && (row.get("recorded_at").isNull() || isLate(row)));
        fields.put("CampaignDuty.late", (row, reader) -> !row.get("recorded_at").isNull() && isLate(row));
        fields.put("CampaignGroup.live", (row, reader) -> {
            LocalDate today = LocalDate.now(Times.ZONE);
            return stated(row).equals("FORMED")
                    && !LocalDate.parse(row.get("starts_on").asText()).isAfter(today)
                    && !LocalDate.parse(row.get("ends_on").asText()).isBefore(today);
        });
        fields.put("Site.presentUnits", (row, reader) -> row.get("present").size());
        fields.put(
                "Site.mainUnitMissing",
                (row, reader) ->
                        row.get("present").size() > 1 && row.get("main_unit_id").isNull());
        fields.put(
                "SiteUnit.agreementNumber",
                (row, reader) -> reader.ofEnterprise()
                                && !row.get("enterprise_id").asText().equals(String.valueOf(reader.enterpriseId()))
                        ? null
                        : text(row, "agreement_number"));
        fields.put("DrawCandidate.enterpriseId", (row, reader) -> node(row, "enterprise_id", NodeType.ENTERPRISE));
        fields.put("DrawCandidate.officerId", (row, reader) -> node(row, "officer_id", NodeType.PERSON));
        fields.put(
                "DrawCandidate.excluded", (row, reader) -> !row.get("exclusion").isNull());
        fields.put(
                "DrawCandidate.exclusion",
                (row, reader) -> reader.role() == Role.ENTERPRISE_MANAGER ? null : text(row, "exclusion"));
        fields.put("DrawnVisit.officers", (row, reader) -> officers(row.get("officers")));
        fields.put(
                "DrawnVisit.substitutes",
                (row, reader) -> substitutes(row.get("substitutes"), reader.role() == Role.ENTERPRISE_MANAGER));
        fields.put("LookBackCandidate.hazardId", (row, reader) -> node(row, "hazard_id", NodeType.HAZARD));
        fields.put("LookBackCheck.accountabilityCandidate", (row, reader) -> isFailed(row));
        fields.put(
                "LookBackCheck.formerCloser",
                (row, reader) -> isFailed(row) && reader.role() != Role.ENTERPRISE_MANAGER
                        ? text(row, "previous_closer")
                        : null);
        fields.put("Paper.recusals", (row, reader) -> mapper.convertValue(row.get("recusals"), Object.class));
        fields.put("Paper.officers", (row, reader) -> mapper.convertValue(row.get("officers"), Object.class));
        fields.put("HazardTransfer.status", (row, reader) -> isSilent(row) ? "ACCEPTED" : stated(row));
        fields.put(
                "HazardTransfer.bySilence",
                (row, reader) -> isSilent(row)
                        || (stated(row).equals("ACCEPTED")
                                && row.get("answered_by").isNull()));
        fields.put(
                "HazardTransfer.overdue",
                (row, reader) -> isAwaited(row)
                        && !row.get("due_at").isNull()
                        && time(row, "due_at").isBefore(Instant.now()));
        fields.put("HazardTransfer.deadline", (row, reader) -> deadline(row, "deadline", isAwaited(row)));
        fields.put("HazardTransfer.crimeClocks", (row, reader) -> crimeClocks(row));
        fields.put(
                "Hazard.handledBy",
                (row, reader) -> authorities(HANDLER, row).stream().findFirst().orElse(null));
        fields.put("Hazard.jointAuthorities", (row, reader) -> authorities(PARTNERS, row));
        fields.put("Campaign.phases", (row, reader) -> phases(row.get("phases")));
        fields.put("Hazard.fiveImplementations", (row, reader) -> map(row.get("five_implementations")));
        fields.put("Comment.text", (row, reader) -> "PUBLISHED".equals(text(row, "status")) ? text(row, "text") : null);
        fields.put(
                "Hazard.personName",
                (row, reader) -> reader.role() == Role.ENTERPRISE_MANAGER || reader.role() == Role.ENTERPRISE_WORKER
                        ? null
                        : text(row, "person_name"));
        fields.put(
                "RectificationTask.personName",
                (row, reader) -> reader.readsPersonalData() || reader.subject().equals(text(row, "person_subject"))
                        ? text(row, "person_name")
                        : null);
        fields.put("Hazard.position", (row, reader) -> map(row.get("position")));
        fields.put("Hazard.judgementOpinion", (row, reader) -> map(row.get("judgement_opinion")));
        fields.put(
                "Hazard.responsibleParties",
                (row, reader) -> responsibleParties(row.get("responsible_parties"), reader));
        fields.put(
                "Hazard.majorResponsibleParties",
                (row, reader) -> row.get("major_parties").isNull()
                        ? null
                        : responsibleParties(row.get("major_parties"), reader));
        for (String column : new String[] {"longitude", "latitude", "datum", "device"}) {
            fields.put("Evidence." + column, (row, reader) -> ofPicture(row, reader, column));
        }
        fields.put("Evidence.sourceSystem", (row, reader) -> ofPicture(row, reader, "source_system"));
        fields.put("Evidence.exportedAt", (row, reader) -> ofPicture(row, reader, "exported_at"));
        fields.put("Evidence.capturedAt", (row, reader) -> ofPicture(row, reader, "captured_at"));
        fields.put(
                "Evidence.deviceClockAhead",
                (row, reader) -> ofPicture(row, reader, "captured_at") != null
                        && time(row, "captured_at").isAfter(time(row, "received_at")));
        fields.put("Evidence.path", (row, reader) -> "/evidence/" + NodeId.text(NodeType.EVIDENCE, uuid(row, "id")));
        fields.put(
                "Evidence.findingId",
                (row, reader) ->
                        row.get("finding_id").isNull() ? null : NodeId.text(NodeType.FINDING, uuid(row, "finding_id")));
        lawfulVisits(fields);
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

    private static void posts(Map<String, BiFunction<JsonNode, Caller, @Nullable Object>> fields) {
        Map.of(
                        "EnterprisePost.assessedBy", "assessed_by",
                        "QuickReport.receivedBy", "received_by",
                        "QuickReport.answeredBy", "answered_by",
                        "QuickReport.rewardedBy", "rewarded_by")
                .forEach((field, column) -> fields.put(
                        field, (row, reader) -> reader.role() == Role.ENTERPRISE_WORKER ? null : text(row, column)));
        fields.put(
                "PostCheckRecord.late",
                (row, reader) -> !time(row, "received_at").isBefore(time(row, "period_until")));
        fields.put(
                "PostCheck.missed",
                (row, reader) -> isActive(row) && !time(row, "due_until").isAfter(Instant.now()));
        fields.put(
                "PostCheck.done",
                (row, reader) -> isActive(row) && time(row, "due_from").isAfter(Instant.now()));
        fields.put(
                "PostCheck.due",
                (row, reader) -> isActive(row)
                        && !time(row, "due_from").isAfter(Instant.now())
                        && time(row, "due_until").isAfter(Instant.now()));
    }

    private static boolean isActive(JsonNode row) {
        return "ACTIVE".equals(text(row, "status"));
    }

    /** Of the large ledger's visits, which have no officers, and each place one authority. */
    private void lawfulVisits(Map<String, BiFunction<JsonNode, Caller, @Nullable Object>> fields) {
        fields.put("Inspection.source", (row, reader) -> reader.side() == Side.AUTHORITY ? text(row, "source") : null);
        fields.put(
                "Inspection.sourceReference",
                (row, reader) -> reader.side() == Side.AUTHORITY ? text(row, "source_reference") : null);
        fields.put(
                "Inspection.approvalOverdue",
                (row, reader) -> row.get("approved_at").isNull()
                        && !row.get("approval_due_at").isNull()
                        && time(row, "approval_due_at").isBefore(Instant.now()));
        fields.put("CheckPlan.targets", WorkedOut::targets);
        fields.put("Inspection.entryCode", (row, reader) -> null);
        fields.put("Inspection.offSiteFirst", (row, reader) -> {
            boolean daily = "DAILY".equals(text(row, "check_kind")) && "PLAN".equals(text(row, "source"));
            return daily
                            && row.get("started_at").isNull()
                            && !"CANCELLED".equals(text(row, "status"))
                            && reader.side() == Side.AUTHORITY
                    ? offSiteFirst()
                    : null;
        });
        fields.put("Inspection.mergeProposals", (row, reader) -> List.of());
        fields.put("Inspection.companions", (row, reader) -> mapper.convertValue(row.get("companions"), Object.class));
        fields.put(
                "Inspection.rating",
                (row, reader) -> row.get("rated_at").isNull() || reader.side() == Side.SYSTEM
                        ? null
                        : Map.of(
                                "score", row.get("rating_score").asInt(),
                                "comment", row.get("rating_comment").asText(),
                                "ratedAt", Times.text(time(row, "rated_at"))));
        fields.put("InspectionOfficer.personId", (row, reader) -> node(row, "person_id", NodeType.PERSON));
        fields.put("Recusal.personId", (row, reader) -> node(row, "person_id", NodeType.PERSON));
        fields.put("Recusal.askedBy", (row, reader) -> reader.readsPersonalData() ? text(row, "asked_by") : null);
        fields.put(
                "InspectionOfficer.excluded",
                (row, reader) -> !row.get("exclusion").isNull());
        fields.put(
                "InspectionOfficer.exclusion", (row, reader) -> reader.ofEnterprise() ? null : text(row, "exclusion"));
        fields.put(
                "InspectionOfficer.formerExclusion",
                (row, reader) -> reader.ofEnterprise() ? null : text(row, "former_exclusion"));
        fields.put(
                "InspectionOfficer.readmission",
                (row, reader) -> reader.ofEnterprise() ? null : text(row, "readmission"));
    }

    /** Of the large ledger's major hazards, which were graded when they were reported, and of which the neighbours alone were told. */
    private static List<Map<String, String>> missingNotifications(JsonNode row) {
        LocalDate due = Times.day(time(row, "reported_at")).plusDays(3);
        boolean owed = "MAJOR".equals(text(row, "grade")) && isOpen(row) && due.isBefore(LocalDate.now(Times.ZONE));
        return owed
                ? Stream.of("WORKERS", "WORKERS_CONGRESS")
                        .map(audience -> Map.of("audience", audience, "dueAt", due + "T23:59:59+08:00"))
                        .toList()
                : List.of();
    }

    /** Of the large ledger's counties, none of which checked anything off site. */
    private static Map<String, @Nullable Object> offSiteFirst() {
        Map<String, @Nullable Object> first = new HashMap<>();
        first.put("withinDays", 365);
        first.put("lastCheckedOn", null);
        return first;
    }

    private static boolean isSilent(JsonNode row) {
        return row.get("status").asText().equals("PENDING")
                && !row.get("kind").asText().equals("CRIME")
                && time(row, "due_at").isBefore(Instant.now());
    }

    private static boolean isAwaited(JsonNode row) {
        return !isSilent(row)
                && Set.of("PROPOSED", "APPROVED", "PENDING", "ARBITRATION").contains(stated(row));
    }

    private static String stated(JsonNode row) {
        return row.get("ended_at").isNull() ? row.get("status").asText() : "ENDED";
    }

    /** Which clock of a suspected crime runs in which state. */
    private static final Map<String, String> CRIME_CLOCKS =
            Map.of("PROPOSED", "decision", "APPROVED", "delivery", "PENDING", "answer");

    private @Nullable Object crimeClocks(JsonNode row) {
        JsonNode clocks = row.get("crime_clocks");
        if (clocks.isNull()) {
            return null;
        }
        Map<String, @Nullable Object> read = new HashMap<>();
        for (String clock : new String[] {"decision", "delivery", "answer", "reconsideration"}) {
            boolean runs =
                    CRIME_CLOCKS.getOrDefault(row.get("status").asText(), "").equals(clock);
            read.put(clock, clocks.path(clock).isObject() ? deadline(clocks, clock, runs) : null);
        }
        return read;
    }

    /** Of the generated hazards each has one transfer at most. */
    private static List<Map<String, String>> authorities(String code, JsonNode row) {
        String query =
                "select a.code || ' ' || coalesce(d.name, j.name) from hazard_transfer t cross join lateral (select "
                        + code
                        + " code) a left join department d on d.code = a.code left join division j on j.code = a.code"
                        + " where t.status in ('ACCEPTED', 'ARBITRATED') and a.code is not null and t.hazard_id = '"
                        + text(row, "id") + "'";
        try (Connection superuser = LedgerDatabase.asSuperuser()) {
            return LedgerDatabase.texts(superuser, query).stream()
                    .map(told -> told.split(" ", 2))
                    .map(told -> Map.of("code", told[0], "name", told[1]))
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whoever sees a plan of the large ledger sees the one enterprise that it names. */
    private static List<Map<String, String>> targets(JsonNode row, Caller reader) {
        if (reader.side() != Side.AUTHORITY) {
            return List.of();
        }
        String query =
                "select e.id || ' ' || e.name from check_plan p join enterprise e on e.id = any(p.targets) where p.id = '"
                        + text(row, "id") + "'";
        try (Connection superuser = LedgerDatabase.asSuperuser()) {
            return LedgerDatabase.texts(superuser, query).stream()
                    .map(told -> told.split(" ", 2))
                    .map(told -> Map.of(
                            "enterpriseId",
                            NodeId.text(NodeType.ENTERPRISE, UUID.fromString(told[0])),
                            "name",
                            told[1]))
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private @Nullable Object responsibleParties(JsonNode kept, Caller reader) {
        ObjectNode parties = kept.deepCopy();
        ResponsibilitySnapshot snapshot = mapper.convertValue(parties, ResponsibilitySnapshot.class);
        parties.put("takenOn", snapshot.takenOn().toString());
        parties.remove("codes");
        parties.set("missingCodes", mapper.valueToTree(snapshot.codes()));
        parties.set("sites", mapper.valueToTree(snapshot.sites()));
        parties.put("siteCount", snapshot.siteCount());
        if (reader.ofEnterprise()) {
            parties.get("sites").forEach(site -> ((ObjectNode) site).putNull("mainUnitId"));
        }
        parties.get("holders").forEach(holder -> {
            if (!isNamed(holder.get("party"), reader)) {
                ((ObjectNode) holder).putNull("name");
            }
        });
        return map(parties);
    }

    private static @Nullable String node(JsonNode row, String column, NodeType type) {
        return row.get(column).isNull() ? null : NodeId.text(type, uuid(row, column));
    }

    private @Nullable Object ofPicture(JsonNode row, Caller reader, String column) {
        boolean kept = row.get("unnamed").asBoolean()
                && !row.get("uploaded_by").asText().equals(reader.subject())
                && (Set.of("device", "source_system", "exported_at").contains(column) || reader.ofEnterprise());
        return kept || row.get(column).isNull() ? null : mapper.convertValue(row.get(column), Object.class);
    }

    private static boolean isFailed(JsonNode check) {
        return check.get("status").asText().equals("FAILED");
    }

    private static Object officers(JsonNode kept) {
        List<Map<String, String>> officers = new ArrayList<>();
        kept.forEach(one -> officers.add(Map.of(
                "personId", NodeId.text(NodeType.PERSON, uuid(one, "person")),
                "name", one.get("name").asText())));
        return officers;
    }

    private static Object substitutes(JsonNode kept, boolean toEnterprise) {
        List<Map<String, @Nullable String>> substitutes = new ArrayList<>();
        kept.forEach(one -> {
            Map<String, @Nullable String> substitute = new HashMap<>();
            substitute.put("personId", NodeId.text(NodeType.PERSON, uuid(one, "person")));
            substitute.put("name", one.get("name").asText());
            substitute.put("insteadOfId", NodeId.text(NodeType.PERSON, uuid(one, "insteadOf")));
            substitute.put("reason", toEnterprise ? null : one.get("reason").asText());
            substitutes.add(substitute);
        });
        return substitutes;
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

    private @Nullable Object published(JsonNode kept) {
        PublishedVisits read = mapper.convertValue(kept, PublishedVisits.class);
        ObjectNode figures = kept.deepCopy();
        figures.put("asOf", Times.text(read.asOf().toInstant()));
        return map(figures);
    }

    /** Those of a daily report that fulfil a condition, in the order of the schema. */
    private static List<Map<String, @Nullable Object>> figuresOf(JsonNode report, String counted, String condition) {
        String query = "select concat_ws(' ', figure, " + counted + ", late_from, late_to) from daily_figure where "
                + condition + " and daily_report_id = '" + text(report, "id") + "'";
        try (Connection superuser = LedgerDatabase.asSuperuser()) {
            return LedgerDatabase.texts(superuser, query).stream()
                    .map(told -> told.split(" ", 4))
                    .sorted(Comparator.comparing(told -> ReportFigure.valueOf(told[0])))
                    .map(WorkedOut::figure)
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, @Nullable Object> figure(String[] told) {
        Map<String, @Nullable Object> figure = new HashMap<>();
        figure.put("figure", told[0]);
        figure.put("value", Integer.parseInt(told[1]));
        figure.put("outstanding", told[0].equals("TASKS_OVERDUE"));
        figure.put("from", told.length > 2 ? told[2] : null);
        figure.put("to", told.length > 2 ? told[3] : null);
        return figure;
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
                        DeadlineView.of(mapper.convertValue(row.get(column), Deadline.class), running, Instant.now()),
                        Map.class);
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

    private static boolean isPast(JsonNode row, String column) {
        return !row.get(column).isNull() && time(row, column).isBefore(Instant.now());
    }

    private static UUID uuid(JsonNode row, String column) {
        return UUID.fromString(row.get(column).asText());
    }

    private static @Nullable String text(JsonNode row, String column) {
        return row.get(column).isNull() ? null : row.get(column).asText();
    }
}
