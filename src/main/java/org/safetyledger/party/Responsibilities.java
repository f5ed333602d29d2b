package org.safetyledger.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.access.DivisionLevel;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.jurisdiction.CodeTables;
import org.safetyledger.jurisdiction.DivisionRepository;

/** The register of the four responsibilities. */
@ApplicationScoped
public class Responsibilities {
    private final ResponsibilityRepository register;
    private final PersonRepository people;
    private final EnterpriseRepository enterprises;
    private final DivisionRepository divisions;
    private final CodeTables codes;
    private final RegulatorDecisionRepository decisions;
    private final SharedSites sites;
    private final Journal journal;
    private final Callers callers;

    Responsibilities(
            ResponsibilityRepository register,
            PersonRepository people,
            EnterpriseRepository enterprises,
            DivisionRepository divisions,
            CodeTables codes,
            RegulatorDecisionRepository decisions,
            SharedSites sites,
            Journal journal,
            Callers callers) {
        this.register = register;
        this.people = people;
        this.enterprises = enterprises;
        this.divisions = divisions;
        this.codes = codes;
        this.decisions = decisions;
        this.sites = sites;
        this.journal = journal;
        this.callers = callers;
    }

    /** @param replaces the assignment that ends the day before this one starts, or null */
    public record Assignment(
            UUID id,
            ResponsibilityParty party,
            ResponsibilityAssignment.Extent extent,
            UUID personId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID replaces) {}

    public ResponsibilityAssignment assign(Assignment asked) {
        requireExtent(asked);
        Person holder = people.findByIdOptional(asked.personId())
                .orElseThrow(() -> Refusal.at("personId", ErrorCode.REFERENCE_NOT_FOUND));
        Post post = people.postOf(holder);
        if (!asked.party().fits(post, asked.extent().enterpriseId())) {
            throw Refusal.at("personId", ErrorCode.POST_DOES_NOT_FIT, post.title(), asked.party());
        }
        if (asked.validTo() != null && asked.validTo().isBefore(asked.validFrom())) {
            throw Refusal.at("validTo", ErrorCode.END_BEFORE_START);
        }
        if (asked.replaces() != null) {
            ResponsibilityAssignment replaced = register.lock(asked.replaces(), "replacesId");
            if (!isSucceededBy(replaced, asked)) {
                throw Refusal.at("replacesId", ErrorCode.REFERENCE_NOT_FOUND);
            }
            replaced.end(asked.validFrom().minusDays(1));
            journal.record(
                    replaced,
                    "REPLACED",
                    Map.of("lastDay", asked.validFrom().minusDays(1).toString()));
        }
        // Two who assign the same holder at once would each find the register without the other's row.
        journal.hold(new NodeId(NodeType.PERSON, holder.id()));
        if (register.overlaps(asked.party(), asked.extent(), holder.id(), asked.validFrom(), asked.validTo())) {
            throw Refusal.at("personId", ErrorCode.ASSIGNMENT_OVERLAPS);
        }
        ResponsibilityAssignment assignment = new ResponsibilityAssignment(
                asked.id(), asked.party(), asked.extent(), holder, post, asked.validFrom(), asked.validTo());
        journal.begin(assignment, "ASSIGNED", Map.of("party", asked.party().name(), "holder", holder.name()));
        return assignment;
    }

    /** The holder of one enterprise is not relieved by whoever comes for another. */
    private static boolean isSucceededBy(ResponsibilityAssignment replaced, Assignment asked) {
        UUID former = replaced.enterpriseId();
        UUID next = asked.extent().enterpriseId();
        return replaced.party() == asked.party()
                && replaced.divisionCode().equals(asked.extent().divisionCode())
                && (former == null || next == null || former.equals(next));
    }

    private void requireExtent(Assignment asked) {
        String division = divisions.requireValid(asked.extent().divisionCode(), asked.validFrom(), "jurisdiction");
        if (!callers.current().covers(division)) {
            throw Refusal.at("jurisdiction", ErrorCode.OUTSIDE_JURISDICTION);
        }
        if (asked.extent().enterpriseId() != null) {
            Enterprise enterprise = enterprises.require(asked.extent().enterpriseId(), "enterpriseId");
            if (!enterprise.divisionCode().startsWith(DivisionLevel.prefix(division))) {
                throw Refusal.at("enterpriseId", ErrorCode.REFERENCE_NOT_FOUND);
            }
        } else if (asked.party() == ResponsibilityParty.ENTERPRISE_MAIN) {
            throw Refusal.at("enterpriseId", ErrorCode.REFERENCE_NOT_FOUND);
        }
        String industry = asked.extent().industryCode();
        if (industry != null && !codes.isIndustry(industry, asked.validFrom())) {
            throw Refusal.at("industry", ErrorCode.UNKNOWN_CODE, industry);
        }
    }

    /**
     * The holders for an enterprise on a day: of each party the nearest, of regulators the most special. The county's
     * regulator is missing also where the city has one, who does not stand in for it. Beside them the main unit of each site
     * that the enterprise shares with others.
     */
    public ResponsibilitySnapshot snapshot(Enterprise enterprise, LocalDate day) {
        List<ResponsibilityAssignment> known = register.concerning(enterprise, day);
        List<ResponsibilitySnapshot.Holder> holders = new ArrayList<>();
        List<ResponsibilityParty> missing = new ArrayList<>();
        List<MissingResponsibility> codes = new ArrayList<>();
        Regulation regulation = regulation(enterprise, day);
        for (ResponsibilityParty party : ResponsibilityParty.values()) {
            List<ResponsibilityAssignment> found = nearest(known, party, enterprise);
            if (party == ResponsibilityParty.INDUSTRY_REGULATOR && regulation.decision() != null) {
                holders.addAll(regulators(regulation.decision(), known));
                continue;
            }
            if (found.isEmpty() || (party == ResponsibilityParty.INDUSTRY_REGULATOR && noneOfCounty(found))) {
                missing.add(party);
                MissingResponsibility.of(party).forEach(codes::add);
            } else if (party == ResponsibilityParty.LEADERSHIP) {
                codes.addAll(MissingResponsibility.ofLeadership(postsBeside(found.getFirst(), known)));
            }
            found.forEach(assignment -> holders.add(holder(assignment)));
        }
        boolean unregulated = missing.contains(ResponsibilityParty.INDUSTRY_REGULATOR);
        SharedSites.Found shared = sites.of(enterprise, day);
        if (shared.withoutMainUnit()) {
            codes.add(MissingResponsibility.SITE_MAIN_UNIT);
        }
        return new ResponsibilitySnapshot(
                day, holders, missing, codes, unregulated ? regulation.acting() : null, shared.sites(), shared.count());
    }

    private static ResponsibilitySnapshot.Holder holder(ResponsibilityAssignment assignment) {
        return new ResponsibilitySnapshot.Holder(
                assignment.party(),
                assignment.holderName(),
                assignment.holderTitle(),
                NodeId.text(NodeType.RESPONSIBILITY, assignment.id()),
                assignment.departmentCode());
    }

    /**
     * @param decision by which a department regulates; null where one does by its own duties, or none does
     * @param acting who acts where none does
     */
    private record Regulation(
            @Nullable RegulatorDecision decision, @Nullable ResponsibilityParty acting) {}

    private Regulation regulation(Enterprise enterprise, LocalDate day) {
        String county = DivisionLevel.COUNTY.above(enterprise.divisionCode());
        String venue = Objects.requireNonNullElse(enterprise.venueType(), "");
        if (codes.isRegulated(county, enterprise.industryCode(), venue, day)) {
            return new Regulation(null, null);
        }
        return decisions
                .concerning(county, enterprise, day)
                .map(decision -> new Regulation(decision, null))
                .orElse(new Regulation(null, ResponsibilityParty.TERRITORIAL));
    }

    /** Who of the register belongs to the department that was decided on; itself where nobody does. */
    private static List<ResponsibilitySnapshot.Holder> regulators(
            RegulatorDecision decision, List<ResponsibilityAssignment> known) {
        List<ResponsibilitySnapshot.Holder> people = known.stream()
                .filter(assignment -> assignment.party() == ResponsibilityParty.INDUSTRY_REGULATOR
                        && decision.departmentCode().equals(assignment.departmentCode()))
                .map(Responsibilities::holder)
                .toList();
        return people.isEmpty()
                ? List.of(new ResponsibilitySnapshot.Holder(
                        ResponsibilityParty.INDUSTRY_REGULATOR,
                        decision.departmentName(),
                        decision.departmentName(),
                        NodeId.text(NodeType.REGULATOR_DECISION, decision.id()),
                        decision.departmentCode()))
                : people;
    }

    /** The posts of all who lead at the same place, for this trade or for every one. */
    private static List<String> postsBeside(ResponsibilityAssignment leader, List<ResponsibilityAssignment> known) {
        return known.stream()
                .filter(other -> other.party() == ResponsibilityParty.LEADERSHIP
                        && other.divisionCode().equals(leader.divisionCode()))
                .map(ResponsibilityAssignment::holderPost)
                .toList();
    }

    private static boolean noneOfCounty(List<ResponsibilityAssignment> found) {
        return found.stream()
                .allMatch(assignment ->
                        DivisionLevel.of(assignment.divisionCode()).compareTo(DivisionLevel.COUNTY) < 0);
    }

    private static List<ResponsibilityAssignment> nearest(
            List<ResponsibilityAssignment> known, ResponsibilityParty party, Enterprise enterprise) {
        Predicate<ResponsibilityAssignment> concerns = assignment -> assignment.party() == party
                && (party != ResponsibilityParty.ENTERPRISE_MAIN
                        || enterprise.id().equals(assignment.enterpriseId()));
        Comparator<ResponsibilityAssignment> special = Comparator.<ResponsibilityAssignment>comparingInt(
                        assignment -> assignment.enterpriseId() == null ? 1 : 0)
                .thenComparing(assignment -> DivisionLevel.of(assignment.divisionCode()), Comparator.reverseOrder())
                .thenComparingInt(assignment -> assignment.industryCode() == null
                        ? 0
                        : -assignment.industryCode().length());
        List<ResponsibilityAssignment> candidates =
                known.stream().filter(concerns).sorted(special).toList();
        return candidates.stream()
                .filter(candidate -> special.compare(candidate, candidates.getFirst()) == 0)
                .toList();
    }
}
