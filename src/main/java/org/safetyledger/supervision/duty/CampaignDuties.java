package org.safetyledger.supervision.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Verbs;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.CampaignRepository;
import org.safetyledger.party.PersonRepository;
import org.safetyledger.party.PostHolder;

/** Sets and records the duty on the days of campaigns. */
@ApplicationScoped
class CampaignDuties {
    private static final int MOST_OFFICERS = 20;

    private final CampaignRepository campaigns;
    private final PersonRepository people;
    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final Verbs verbs;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    CampaignDuties(
            CampaignRepository campaigns,
            PersonRepository people,
            EntityManager entityManager,
            LockedObjects objects,
            Verbs verbs,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.campaigns = campaigns;
        this.people = people;
        this.entityManager = entityManager;
        this.objects = objects;
        this.verbs = verbs;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Sets who is on duty, once more if need be until the day is recorded; the campaign is held, so that a day has one row. What is
     * set already is answered as it is.
     */
    CampaignDuty set(UUID campaignId, LocalDate day, UUID leaderId, List<UUID> officerIds, String phone) {
        journal.hold(new NodeId(NodeType.CAMPAIGN, campaignId));
        Campaign campaign = campaigns.require(campaignId, "campaignId");
        Caller caller = callers.current();
        Optional<CampaignDuty> present = onDay(campaignId, day);
        CampaignDuty duty = present.orElseGet(() -> new CampaignDuty(campaign, day));
        if (!campaign.runs()) {
            throw Refusal.at("campaignId", ErrorCode.CAMPAIGN_NOT_APPROVED);
        }
        verbs.require(CampaignDutyVerb.SET, duty.facts(), caller);
        if (day.isBefore(Times.day(clock.instant()))) {
            throw Refusal.at("day", ErrorCode.ROSTER_AFTER_THE_DAY);
        }
        if (!campaign.covers(day)) {
            throw Refusal.at("day", ErrorCode.OUTSIDE_CAMPAIGN_WINDOW, campaign.startsOn(), campaign.endsOn());
        }
        CampaignDuty.Roster roster = new CampaignDuty.Roster(
                onDuty(List.of(leaderId), "leaderId").getFirst(), onDuty(officerIds, "officerIds"), phone);
        if (present.isPresent() && duty.isSetAs(roster)) {
            return duty;
        }
        duty.set(roster, caller, clock.instant());
        Map<String, String> detail = Map.of("day", day.toString(), "onDuty", duty.told());
        if (present.isPresent()) {
            journal.record(duty, "ROSTER_CHANGED", detail);
        } else {
            journal.begin(duty, "ROSTERED", detail);
        }
        return duty;
    }

    private Optional<CampaignDuty> onDay(UUID campaignId, LocalDate day) {
        return entityManager
                .createQuery("from CampaignDuty where campaignId = ?1 and day = ?2", CampaignDuty.class)
                .setParameter(1, campaignId)
                .setParameter(2, day)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** People of the authority's own area, none of an enterprise. */
    private List<PostHolder> onDuty(List<UUID> ids, String field) {
        Texts.requireAtMost(MOST_OFFICERS, ids, field);
        List<PostHolder> people = this.people.holders(ids);
        if (people.isEmpty() || people.size() != ids.size()) {
            throw Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND);
        }
        if (people.stream()
                .anyMatch(person ->
                        person.enterpriseId() != null || !callers.current().covers(person.divisionCode()))) {
            throw Refusal.at(field, ErrorCode.OUTSIDE_JURISDICTION);
        }
        return people;
    }

    /** No campaign is archived meanwhile. */
    private void holdCampaignOf(Target target) {
        entityManager
                .createQuery("select campaignId from CampaignDuty where id = ?1", UUID.class)
                .setParameter(1, target.id())
                .getResultStream()
                .forEach(campaign -> journal.hold(new NodeId(NodeType.CAMPAIGN, campaign)));
    }

    /** A day that has gone by is recorded late, which the time of the record tells. */
    CampaignDuty record(Target target, CampaignDuty.Entry entry) {
        holdCampaignOf(target);
        CampaignDuty duty = objects.lock(CampaignDuty.class, target, CampaignDutyVerb.RECORD);
        duty.record(entry, callers.current(), clock.instant());
        journal.record(
                duty,
                "RECORDED",
                Map.of(
                        "visits", Integer.toString(entry.visits()),
                        "hazards", Integer.toString(entry.hazards()),
                        "majorHazards", Integer.toString(entry.majorHazards()),
                        "incidents", Integer.toString(entry.incidents())));
        return duty;
    }
}
