package org.safetyledger.supervision.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Grants;
import org.safetyledger.audit.Journal;
import org.safetyledger.command.LockedObjects;
import org.safetyledger.command.Target;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Times;
import org.safetyledger.inspection.Campaign;
import org.safetyledger.inspection.CampaignKind;
import org.safetyledger.inspection.CampaignRepository;
import org.safetyledger.inspection.Campaigns;

/** Groups of officers across counties: who is in one sees by a dated grant what its campaign does at the group's places. */
@ApplicationScoped
class CampaignGroups {
    private static final int MOST_GROUPS = 100;

    private final CampaignRepository campaigns;
    private final Campaigns targets;
    private final GroupMembers members;
    private final Grants grants;
    private final EntityManager entityManager;
    private final LockedObjects objects;
    private final Journal journal;
    private final Callers callers;
    private final Clock clock;

    CampaignGroups(
            CampaignRepository campaigns,
            Campaigns targets,
            GroupMembers members,
            Grants grants,
            EntityManager entityManager,
            LockedObjects objects,
            Journal journal,
            Callers callers,
            Clock clock) {
        this.campaigns = campaigns;
        this.targets = targets;
        this.members = members;
        this.grants = grants;
        this.entityManager = entityManager;
        this.objects = objects;
        this.journal = journal;
        this.callers = callers;
        this.clock = clock;
    }

    /** The campaign is held, so that none is formed while it is being archived. */
    CampaignGroup form(UUID campaignId, CampaignGroup.Plan plan, UUID leader, List<UUID> others) {
        journal.hold(new NodeId(NodeType.CAMPAIGN, campaignId));
        Campaign campaign = campaigns.require(campaignId, "campaignId");
        requireForGroups(campaign);
        requireDays(campaign, plan);
        List<String> counties = targets.countiesWithin(campaign, plan.targetDivisions(), plan.startsOn());
        CampaignGroup group = new CampaignGroup(plan, campaign, counties, callers.current(), clock.instant());
        List<GroupMembers.Joining> joining = members.require(group, leader, others);
        journal.begin(
                group,
                "FORMED",
                Map.of(
                        "name", plan.name(),
                        "startsOn", plan.startsOn().toString(),
                        "endsOn", plan.endsOn().toString(),
                        "targets", String.join(", ", plan.targetDivisions()),
                        "members", GroupMembers.told(joining)));
        entityManager.flush();
        members.join(group, joining);
        return group;
    }

    private void requireForGroups(Campaign campaign) {
        if (!campaign.divisionCode().equals(callers.current().division())) {
            throw Refusal.at("campaignId", ErrorCode.NOT_THE_AUTHORITY);
        }
        if (!campaign.runs()) {
            throw Refusal.at("campaignId", ErrorCode.CAMPAIGN_NOT_APPROVED);
        }
        if (campaign.kind() == CampaignKind.ROUTINE) {
            throw Refusal.at("campaignId", ErrorCode.CAMPAIGN_WITHOUT_GROUPS);
        }
        if (of(campaign.id()).size() >= MOST_GROUPS) {
            throw Refusal.at("campaignId", ErrorCode.LIST_TOO_LONG, MOST_GROUPS);
        }
    }

    private void requireDays(Campaign campaign, CampaignGroup.Plan plan) {
        if (plan.endsOn().isBefore(plan.startsOn())) {
            throw Refusal.at("endsOn", ErrorCode.END_BEFORE_START);
        }
        requireIn(campaign, plan.startsOn(), "startsOn");
        requireIn(campaign, plan.endsOn(), "endsOn");
        if (plan.endsOn().isBefore(Times.day(clock.instant()))) {
            throw Refusal.at("endsOn", ErrorCode.DEADLINE_IN_PAST);
        }
    }

    private static void requireIn(Campaign campaign, LocalDate day, String field) {
        if (!campaign.covers(day)) {
            throw Refusal.at(field, ErrorCode.OUTSIDE_CAMPAIGN_WINDOW, campaign.startsOn(), campaign.endsOn());
        }
    }

    /** Who is not named any more leaves, who is new joins, and who leads now instead of following does both. */
    CampaignGroup change(Target target, UUID leader, List<UUID> others, String reason) {
        CampaignGroup group = objects.lock(CampaignGroup.class, target, CampaignGroupVerb.CHANGE_MEMBERS);
        GroupMembers.Change change = members.change(group, members.require(group, leader, others));
        entityManager.lock(group, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        journal.record(
                group, "MEMBERS_CHANGED", Map.of("joined", change.joined(), "left", change.left(), "reason", reason));
        return group;
    }

    CampaignGroup end(Target target, String reason) {
        CampaignGroup group = objects.lock(CampaignGroup.class, target, CampaignGroupVerb.END);
        end(group, reason);
        return group;
    }

    /** With the campaign; nothing is formed meanwhile, since both hold its chain. */
    void endWith(Campaign campaign) {
        of(campaign.id()).stream()
                .filter(group -> group.facts().status() == CampaignGroup.Status.FORMED)
                .forEach(group -> end(group, "CAMPAIGN_ARCHIVED"));
    }

    private void end(CampaignGroup group, String reason) {
        grants.withdraw(group.node());
        members.allLeave(group);
        group.end(reason, callers.current(), clock.instant());
        journal.record(group, "ENDED", Map.of("reason", reason));
    }

    private List<CampaignGroup> of(UUID campaignId) {
        return entityManager
                .createQuery("from CampaignGroup where campaignId = ?1 order by id", CampaignGroup.class)
                .setParameter(1, campaignId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
