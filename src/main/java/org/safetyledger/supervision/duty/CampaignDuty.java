package org.safetyledger.supervision.duty;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.audit.PlacedObject;
import org.safetyledger.command.Guarded;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.party.PostHolder;

/** Duty on one day of a campaign. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets fields; some are for readers alone.
public class CampaignDuty extends PlacedObject implements Guarded<CampaignDutyVerb.Facts> {
    /** States of a day's duty. */
    @Enum("CampaignDutyStatus")
    @Description("State of a day's duty. Missing is computed, not a state.")
    public enum Status {
        @Description("It is known who is on duty.")
        ROSTERED,
        @Description("Recorded by who was on duty.")
        RECORDED
    }

    /** Who is on duty, and where they are reached. */
    record Roster(PostHolder leader, List<PostHolder> officers, String phone) {}

    /** What is recorded of a day. */
    record Entry(String summary, int visits, int hazards, int majorHazards, int incidents) {}

    private UUID campaignId;
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String leader;
    private List<String> officers;
    private List<String> dutySubjects;
    private String phone;
    private String setBy;
    private Instant setAt;
    private @Nullable String summary;
    private @Nullable Integer visits;
    private @Nullable Integer hazards;
    private @Nullable Integer majorHazards;
    private @Nullable Integer incidents;
    private @Nullable String recordedBy;
    private @Nullable Instant recordedAt;

    @Formula("coalesce((select c.status not in ('DRAFT', 'ARCHIVED') from campaign c where c.id = campaign_id), false)")
    private boolean campaignRuns = true;

    @Formula("(day <= ledger_today())")
    private boolean begun;

    @Formula("(day < ledger_today())")
    private boolean over;

    protected CampaignDuty() {}

    CampaignDuty(Campaign campaign, LocalDate day) {
        super(NodeId.newUuid(), campaign.divisionCode());
        this.campaignId = campaign.id();
        this.day = day;
        this.status = Status.ROSTERED;
    }

    CampaignDuty set(Roster roster, Caller officer, Instant now) {
        write(roster);
        setBy = officer.name();
        setAt = now;
        return this;
    }

    private void write(Roster roster) {
        leader = roster.leader().name();
        officers = roster.officers().stream().map(PostHolder::name).toList();
        dutySubjects = Stream.concat(Stream.of(roster.leader()), roster.officers().stream())
                .map(PostHolder::subject)
                .filter(Objects::nonNull)
                .toList();
        phone = roster.phone();
    }

    boolean isSetAs(Roster roster) {
        CampaignDuty other = new CampaignDuty();
        other.write(roster);
        return leader.equals(other.leader)
                && officers.equals(other.officers)
                && dutySubjects.equals(other.dutySubjects)
                && phone.equals(other.phone);
    }

    void record(Entry entry, Caller onDuty, Instant now) {
        status = Status.RECORDED;
        summary = entry.summary();
        visits = entry.visits();
        hazards = entry.hazards();
        majorHazards = entry.majorHazards();
        incidents = entry.incidents();
        recordedBy = onDuty.name();
        recordedAt = now;
    }

    String told() {
        return leader + "; " + String.join(", ", officers);
    }

    @Override
    public CampaignDutyVerb.Facts facts() {
        return new CampaignDutyVerb.Facts(status, divisionCode(), dutySubjects, campaignRuns, begun, over);
    }

    @Override
    public NodeType nodeType() {
        return NodeType.CAMPAIGN_DUTY;
    }

    @Override
    public String state() {
        return status.name();
    }
}
